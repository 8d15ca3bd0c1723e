import Training

/// A workbook (`.xlsx`) with one sheet of lines under a header; numbers and days are typed, and no cell is a formula.
///
/// Source: ECMA-376, part 1, SpreadsheetML; strings are in the cells themselves.
public struct Workbook: Sendable {
    /// More lines than a sheet holds.
    public struct TooLong: Error, Equatable, Sendable {
        public let lines: Int
        public static let limit = 1_048_576
    }

    private let name: String
    private let limit: Int
    private var sheet: [UInt8] = []
    private var lines = 0
    private var widths: [Int] = []

    /// Starts an empty sheet of this name: at most 31 characters, none of `[]:*?/\`.
    public init(sheet name: String) { self.init(sheet: name, limit: TooLong.limit) }

    init(sheet name: String, limit: Int) { (self.name, self.limit) = (name, limit) }

    /// Adds the header, which stays in view.
    public mutating func header(_ titles: [String]) { add(titles.map(CSVCell.text), style: Style.header) }

    /// Adds a line.
    public mutating func line(_ cells: [CSVCell]) { add(cells, style: nil) }

    /// The file. The same lines give the same bytes.
    public func bytes() throws(TooLong) -> [UInt8] {
        guard lines <= limit else { throw TooLong(lines: lines) }
        var archive = ZipArchive()
        for part in WorkbookPart.all(sheet: name) { archive.add(part.name, Array(part.text.utf8)) }
        archive.add("xl/worksheets/sheet1.xml", sheetXML())
        return archive.finished()
    }

    private func sheetXML() -> [UInt8] {
        var columns = ""
        for (index, width) in widths.enumerated() {
            let shown = min(max(width, 8), 60) + 2
            columns += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(shown)\" customWidth=\"1\"/>"
        }
        let last = "\(Self.column(max(widths.count, 1)))\(max(lines, 1))"
        let head =
            WorkbookPart.declaration
                + """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:\(last)"/>\
                <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" \
                state="frozen"/></sheetView></sheetViews>\(columns.isEmpty ? "" : "<cols>\(columns)</cols>")<sheetData>
                """
        let filter = lines > 1 ? "<autoFilter ref=\"A1:\(last)\"/>" : ""
        return Array(head.utf8) + sheet + Array("</sheetData>\(filter)</worksheet>".utf8)
    }

    private mutating func add(_ cells: [CSVCell], style: Int?) {
        lines += 1
        append("<row r=\"\(lines)\">")
        for (index, cell) in cells.enumerated() {
            if widths.count <= index { widths.append(0) }
            let reference = "\(Self.column(index + 1))\(lines)"
            widths[index] = max(widths[index], write(cell, at: reference, style: style))
        }
        append("</row>")
    }

    /// Writes a cell; gives how many characters wide it is.
    private mutating func write(_ cell: CSVCell, at reference: String, style: Int?) -> Int {
        switch cell {
        case .empty: return 0
        case .text(let text): return write(text, at: reference, style: style)
        case .integer(let number):
            // Beyond 2^53 a spreadsheet would round it.
            guard number.magnitude <= 1 << 53 else { return write(String(number), at: reference, style: style) }
            return write(number: String(number), at: reference, style: style)
        case .number(let number):
            guard number.isFinite else { return 0 }
            let text = number.magnitude < 1e15 ? Int(exactly: number).map(String.init) : nil
            return write(number: text ?? "\(number)", at: reference, style: style)
        case .day(let day):
            guard let serial = Self.serial(day) else { return write(day.description, at: reference, style: style) }
            _ = write(number: String(serial), at: reference, style: Style.day)
            return 10
        }
    }

    private mutating func write(_ text: String, at reference: String, style: Int?) -> Int {
        let cut = WorkbookText.cut(text)
        append("<c r=\"\(reference)\" t=\"inlineStr\"\(Self.attribute(style))><is><t xml:space=\"preserve\">")
        append(WorkbookText.escaped(cut))
        append("</t></is></c>")
        return cut.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
    }

    private mutating func write(number: String, at reference: String, style: Int?) -> Int {
        append("<c r=\"\(reference)\"\(Self.attribute(style))><v>\(number)</v></c>")
        return number.count
    }

    private mutating func append(_ text: String) { sheet.append(contentsOf: text.utf8) }

    private static func attribute(_ style: Int?) -> String { style.map { " s=\"\($0)\"" } ?? "" }

    /// `A` for the first column, `AA` for the 27th.
    static func column(_ number: Int) -> String {
        var (rest, name) = (number, "")
        while rest > 0 {
            name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
            rest = (rest - 1) / 26
        }
        return name
    }

    /// The number that a spreadsheet keeps for a day: 1 March 1900 is 61. Nil before, where spreadsheets disagree.
    static func serial(_ day: Day) -> Int? {
        let years = day.month > 2 ? day.year : day.year - 1
        let days =
            365 * years + years / 4 - years / 100 + years / 400 + (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5
            + day.day
        let serial = days - 693_900
        return serial >= 61 ? serial : nil
    }

    /// The places of the formats in `styles.xml`.
    private enum Style {
        static let day = 1
        static let header = 2
    }
}
