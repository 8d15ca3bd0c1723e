/// How a shape of a drawing is coloured: written on each shape, since a printer of pages does not look into the page's
/// style sheet for its drawings. Every pair of meanings differs by shape or dash too, not by colour alone.
enum Ink: Hashable {
    // Charts of scores.
    case rule, guide, zero, head, tick
    case line(Trend)
    case end(Trend)
    case dot(Trend)
    case bar(Trend)
    case before
    case meanHalo, mean, meanLabel, meanLarge, whisker, diamond, quiet, loud
    // Meters and attendance.
    case kept, lost, day, month, monthLine, base, column
    case full, open
    case box(PresenceMark)
    // The network.
    case tieKept, tieGained, tieLost, bundle, node, nodeNumber
    case sign(PresenceMark)

    /// The names of the fonts, for words of a drawing.
    static let fonts = "Inter, Segoe UI, system-ui, Helvetica Neue, Noto Sans, DejaVu Sans, Arial, sans-serif"

    private static let (black, grey, pale, mist) = ("#18222d", "#4b5866", "#d5dce3", "#e3e8ed")
    private static let (blue, orange, slate) = ("#0a68ab", "#b3500b", "#6b7785")

    var attributes: [(name: String, value: String)] {
        switch self {
        case .rule: Self.stroke("#e1e6eb", 1)
        case .guide: Self.stroke(Self.pale, 1)
        case .zero: Self.stroke(Self.black, 1.4)
        case .head: Self.type(Self.black, 13, bold: true)
        case .tick: Self.type(Self.grey, 11.5)
        case .line(.improved): Self.stroke(Self.blue, nil)
        case .line(.unchanged): Self.stroke(Self.slate, nil, dashes: "1.5 3.5") + [("stroke-linecap", "round")]
        case .line(.declined): Self.stroke(Self.orange, nil, dashes: "6 4")
        case .end(let trend): Self.fill(Self.colour(trend))
        case .dot(.unchanged): Self.fill("#fff") + Self.stroke("#55616e", 1.6)
        case .dot(let trend): Self.fill(Self.colour(trend))
        case .bar(.improved): Self.stroke("#7fb2d9", 4)
        case .bar(.unchanged): Self.stroke("#b9c4cf", 4)
        case .bar(.declined): Self.stroke("#dba06f", 4, dashes: "6 4")
        case .before: Self.fill("#fff") + Self.stroke("#55616e", 1.8)
        case .meanHalo: Self.stroke("#fff", 7) + [("stroke-linecap", "round")]
        case .mean: Self.stroke(Self.black, 3.5) + [("stroke-linecap", "round")]
        case .meanLabel: Self.type(Self.black, 14.5, bold: true)
        case .meanLarge: Self.type(Self.black, 20, bold: true)
        case .whisker: Self.stroke(Self.black, 2)
        case .diamond: Self.fill(Self.black)
        case .quiet: Self.type(Self.grey, 12)
        case .loud: Self.type(Self.black, 12, bold: true)
        default: attributesOfAttendance
        }
    }

    private var attributesOfAttendance: [(name: String, value: String)] {
        switch self {
        case .kept, .full: Self.fill(Self.blue)
        case .lost, .base: Self.fill(Self.mist)
        case .column: Self.fill("#7a8794")
        case .open: Self.fill("#e6f0f8") + Self.stroke(Self.blue, 1)
        case .day: Self.type(Self.grey, 11)
        case .month: Self.type(Self.black, 11.5, bold: true)
        case .monthLine: Self.stroke("#b9c4cf", 1.5)
        case .tieKept: Self.stroke("#8f9aa6", 1)
        case .bundle: Self.stroke("#7fb2d9", nil)
        case .tieGained: Self.stroke(Self.blue, 1.4)
        case .tieLost: Self.stroke(Self.orange, 1.6, dashes: "6 4")
        case .node: Self.fill("#fff") + Self.stroke(Self.black, 1.5)
        case .nodeNumber: Self.type(Self.black, 11, bold: true)
        case .box(.excused): Self.fill("#e6ebf0") + Self.stroke("#7a8794", 1)
        case .box(.absent): Self.fill("#fff") + Self.stroke("#8c3d05", 1)
        case .box(.unmarked): Self.fill("#fff5dd") + Self.stroke("#b86e00", 1.5, dashes: "4 2")
        case .box: Self.fill("#fff") + Self.stroke("#7a8794", 1, dashes: "1.5 2")
        case .sign(.excused): Self.type("#36424f", 12, bold: true)
        case .sign(.absent): Self.type("#8c3d05", 12, bold: true)
        case .sign(.unmarked): Self.type("#713f00", 12, bold: true)
        case .sign(.exempt): Self.type(Self.grey, 10, bold: true)
        default: Self.type(Self.grey, 12)
        }
    }

    private static func colour(_ trend: Trend) -> String {
        switch trend {
        case .improved: blue
        case .unchanged: slate
        case .declined: orange
        }
    }

    private static func fill(_ colour: String) -> [(name: String, value: String)] { [("fill", colour)] }

    /// A width that is nil is set by the shape itself.
    private static func stroke(
        _ colour: String, _ width: Double?, dashes: String? = nil
    ) -> [(name: String, value: String)] {
        [("stroke", colour)] + (width.map { [("stroke-width", coordinate($0))] } ?? [])
            + (dashes.map { [("stroke-dasharray", $0)] } ?? [])
    }

    private static func type(_ colour: String, _ size: Double, bold: Bool = false) -> [(name: String, value: String)] {
        [("fill", colour), ("font-size", coordinate(size))] + (bold ? [("font-weight", "700")] : [])
    }
}
