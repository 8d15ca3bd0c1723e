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

    func words(_ say: Tongue) -> String {
        switch self {
        case .present: say("présence", "present")
        case .late: say("retard", "late")
        case .left: say("départ anticipé", "left early")
        case .excused: say("absence excusée", "excused")
        case .absent: say("absence", "absent")
        case .exempt: say("dispense", "exempt")
        case .unmarked: say("non renseigné", "not marked")
        case .none: say("hors effectif", "not expected")
        }
    }

    private func sign(_ say: Tongue) -> String {
        switch self {
        case .present, .late, .left: ""
        case .excused: "–"
        case .absent: "×"
        case .exempt: say("D", "E")
        case .unmarked: "?"
        case .none: "·"
        }
    }

    /// The shapes between two shares of a row's width; `share` of a partial presence is filled.
    func shapes(x: Double, width: Double, share: Double, _ say: Tongue) -> [Markup] {
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
                .label(sign(say), x: percent(x + width / 2), y: 12.2, .sign(self)),
            ]
        }
    }
}
