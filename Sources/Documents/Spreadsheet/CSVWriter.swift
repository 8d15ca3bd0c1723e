public import Training

/// One cell of a line of CSV or of a workbook.
public enum CSVCell: Equatable, Sendable {
    /// Words, which a spreadsheet must not run as a formula.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number, written with the shortest digits that read back equal and without exponent; empty if not finite.
    case number(Double)
    /// A day of the calendar: `2021-09-13`, `13/09/2021` beside decimal commas, a date in a workbook.
    case day(Day)
    /// Nothing.
    case empty
}

/// Writes CSV (RFC 4180) that spreadsheets open and that the imports read back equal. Marks that turn the direction of writing,
/// which would show the rest of a line in another order and which no import takes, are left out.
public struct CSVWriter: Sendable {
    /// What stands between two cells.
    public enum Separator: UInt8, Sendable {
        /// The separator of the RFC; decimals have a point.
        case comma = 0x2C
        /// The separator of French spreadsheets; decimals have a comma.
        case semicolon = 0x3B
    }

    /// What ends a line.
    public enum LineEnd: String, Sendable {
        /// One byte, as Unix has it.
        case lf = "\n"
        /// Two bytes, as the RFC has it.
        case crlf = "\r\n"
    }

    /// The UTF-8 text written so far.
    public private(set) var bytes: [UInt8]
    private let separator: Separator
    private let lineEnd: LineEnd

    /// Starts an empty file, with a byte order mark where a spreadsheet needs one to see UTF-8.
    public init(separator: Separator = .comma, lineEnd: LineEnd = .lf, byteOrderMark: Bool = false) {
        self.separator = separator
        self.lineEnd = lineEnd
        bytes = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    }

    /// Gives what was written so far, and forgets it.
    public mutating func taken() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Writes a line of words, such as a header.
    public mutating func line(_ texts: [String]) { line(texts.map(CSVCell.text)) }

    /// Writes a line; one whose cells are all empty has a pair of quotes, since readers skip blank lines.
    public mutating func line(_ cells: [CSVCell]) {
        let start = bytes.count
        self.cells(cells)
        if bytes.count - start == max(cells.count - 1, 0) { bytes.insert(contentsOf: [0x22, 0x22], at: start) }
        bytes.append(contentsOf: lineEnd.rawValue.utf8)
    }

    /// Writes cells that others follow, or that another writer starts its lines with.
    mutating func cells(_ cells: [CSVCell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(separator.rawValue) }
            write(cell)
        }
    }

    /// Writes a line of cells that are written already, one that is not empty, and the others.
    mutating func line(after start: [UInt8], _ name: CSVCell, _ rest: [CSVCell]) {
        bytes += start
        bytes.append(separator.rawValue)
        write(name)
        for cell in rest {
            bytes.append(separator.rawValue)
            write(cell)
        }
        bytes.append(contentsOf: lineEnd.rawValue.utf8)
    }

    private mutating func write(_ cell: CSVCell) {
        switch cell {
        case .text(let text):
            let text = Self.straight(text)
            if !text.isEmpty { write(Self.guarded(text)) }
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .number(let number): write(number)
        case .day(let day):
            let text = separator == .comma ? day.description : Tongue.french.shortDate(day)
            bytes.append(contentsOf: text.utf8)
        case .empty: break
        }
    }

    private mutating func write(_ number: Double) {
        let shortest = number.description
        if separator == .comma, number.isFinite, number != 0, !shortest.utf8.contains(UInt8(ascii: "e")) {
            bytes.append(contentsOf: shortest.hasSuffix(".0") ? shortest.utf8.dropLast(2) : shortest.utf8[...])
            return
        }
        guard let digits = DecimalDigits(number) else { return }
        let mark = separator == .comma ? "." : ","
        let fraction = digits.fraction.isEmpty ? "" : mark + digits.fraction
        bytes.append(contentsOf: "\(digits.isNegative ? "-" : "")\(digits.whole)\(fraction)".utf8)
    }

    private mutating func write(_ text: String) {
        let isWord = text.utf8.first.map { (0x30...0x7A).contains($0) } ?? false
        guard text.utf8.contains(where: needsQuotes) || !isWord && text.unicodeScalars.allSatisfy(Self.isBlank) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    private func needsQuotes(_ byte: UInt8) -> Bool {
        byte == 0x22 || byte == 0x2C || byte == 0x3B || byte == 0x0A || byte == 0x0D
    }
}

extension CSVWriter {
    /// The text without marks of direction, all of which begin with one of two bytes.
    static func straight(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xD8 }),
            text.unicodeScalars.contains(where: \.turnsDirection)
        else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.turnsDirection }))
    }

    /// Puts an apostrophe before words that a spreadsheet would run: those that start with `= + - @`, TAB or CR.
    public static func guarded(_ text: String) -> String {
        startsLikeAFormula(text.unicodeScalars[...]) ? "'" + text : text
    }

    /// Takes away the apostrophe that `guarded` put.
    public static func unguarded(_ text: String) -> String {
        let rest = text.unicodeScalars.dropFirst()
        return text.unicodeScalars.first == "'" && startsLikeAFormula(rest) ? String(rest) : text
    }

    /// White space and apostrophes may come before the sign, so that guarding twice and trimming can be undone.
    private static func startsLikeAFormula(_ text: Substring.UnicodeScalarView) -> Bool {
        if let first = text.first,
            ("a"..."z").contains(first) || ("0"..."9").contains(first) || ("A"..."Z").contains(first)
        {
            return false
        }
        var hasTab = false
        for scalar in text {
            switch scalar {
            case "=", "+", "-", "@": return true
            // Full width, which some spreadsheets take for the same.
            case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
            case "\t", "\r": hasTab = true
            default: guard scalar == "'" || isBlank(scalar) else { return hasTab }
            }
        }
        return false
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }
}
