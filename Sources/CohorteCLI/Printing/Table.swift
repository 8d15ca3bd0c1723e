/// Lines and columns for people to read on a terminal, nothing cut off.
struct Table: Equatable, Sendable {
    enum Alignment: Sendable {
        /// Words.
        case left
        /// Numbers.
        case right
    }

    struct Column: Equatable, Sendable {
        let title: String
        let alignment: Alignment

        init(_ title: String, _ alignment: Alignment = .left) {
            self.title = DisplayText.harmless(title)
            self.alignment = alignment
        }
    }

    private let columns: [Column]
    private let whenEmpty: String
    private var lines: [[String]] = []
    private var isEmpty = true
    private var widths: [Int]

    init(_ columns: [Column], whenEmpty: String = "(aucune ligne)") {
        self.columns = columns
        self.whenEmpty = whenEmpty
        widths = columns.map { DisplayText.width($0.title) }
    }

    /// Adds a line of as many cells as there are columns; missing ones are empty, more are left out.
    mutating func add(_ cells: [String]) {
        fit(cells)
        lines.append(fitted(cells))
    }

    /// Makes room for a line that is written later.
    mutating func fit(_ cells: [String]) {
        isEmpty = false
        for (index, cell) in fitted(cells).enumerated() { widths[index] = max(widths[index], DisplayText.width(cell)) }
    }

    /// The header, a rule under it, and the lines, each ended by a line feed.
    var text: String { lines.reduce(into: header) { $0 += written($1) } }

    /// The header, a rule under it, and what stands there when no line does.
    var header: String {
        written(columns.map(\.title)) + written(widths.map { String(repeating: "─", count: $0) })
            + (isEmpty ? whenEmpty + "\n" : "")
    }

    /// A line for which there is room.
    func line(_ cells: [String]) -> String { written(fitted(cells)) }

    private func fitted(_ cells: [String]) -> [String] {
        let line = cells.prefix(columns.count).map(DisplayText.harmless)
        return line + repeatElement("", count: columns.count - line.count)
    }

    private func written(_ cells: [String]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let blanks = String(repeating: " ", count: widths[index] - DisplayText.width(cell))
            if index > 0 { line += "  " }
            line += columns[index].alignment == .left ? cell + blanks : blanks + cell
        }
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }
}
