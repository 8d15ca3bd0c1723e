import Training

/// A mark at one session, told apart by its shape as well as by its colour.
enum PresenceMark: String, CaseIterable {
    case present, late, left, excused, absent, exempt, unmarked, none

    init(_ mark: Evaluation.Mark?) {
        switch mark?.status {
        case .present: self = .present
        case .late: self = .late
        case .leftEarly: self = .left
        case .excused: self = .excused
        case .absent: self = .absent
        case .exempt: self = .exempt
        case .unmarked: self = .unmarked
        case nil: self = .none
        }
    }

    var words: String {
        switch self {
        case .present: "présent"
        case .late: "en retard"
        case .left: "parti avant la fin"
        case .excused: "excusé"
        case .absent: "absent"
        case .exempt: "dispensé"
        case .unmarked: "non renseigné"
        case .none: "pas attendu"
        }
    }

    private var sign: String? {
        switch self {
        case .present, .late, .left: nil
        case .excused: "–"
        case .absent: "×"
        case .exempt: "D"
        case .unmarked: "?"
        case .none: "·"
        }
    }

    /// The shapes between two shares of a row's width; `share` of a partial presence is filled.
    func shapes(x: Double, width: Double, share: Double) -> [Markup] {
        func box(_ ink: Ink, _ x: Double, _ width: Double) -> Markup {
            .element(
                "rect", ink,
                ["x": percent(x), "y": "1", "width": percent(width), "height": "14", "rx": "2"])
        }
        let filled = width * min(max(share, 0.15), 0.85)
        switch self {
        case .present: return [box(.full, x, width)]
        case .late: return [box(.open, x, width), box(.full, x + width - filled, filled)]
        case .left: return [box(.open, x, width), box(.full, x, filled)]
        case .none: return [.label("·", x: percent(x + width / 2), y: 12.5, .sign(.none))]
        default:
            return [
                box(.box(self), x, width),
                .label(sign ?? "", x: percent(x + width / 2), y: 12.2, .sign(self)),
            ]
        }
    }
}
