import Documents
import Glibc
import Statistics
import Training

/// Rows as the person asked for them: a table to read, CSV or JSON for programs, a spreadsheet; on standard output, or in
/// a file.
struct Listing {
    private let options: GlobalOptions
    private let file: String?

    init(options: GlobalOptions) { (self.options, file) = (options, nil) }
    init(options: ListOptions) { (self.options, file) = (options.global, options.out) }

    /// Prints every row; the columns are the rows' own.
    func print<Row>(_ rows: [Row], hiding hidden: Set<String> = []) throws {
        let names = Columns.names(of: Row.self)
        let shown = names.indices.filter { options.format != .table || !hidden.contains(names[$0]) }
        let cells = rows.map(Columns.values)
        switch options.format {
        case .table: try write(Array(table(names, shown, cells).text.utf8))
        case .csv: try write(csv(names, cells))
        case .json: try write(json(names, cells))
        case .french: try write(french(names, cells))
        case .xlsx: try write(workbook(names, cells))
        }
    }

    /// Refuses early what could not be printed at the end.
    static func refuseBinaryOnATerminal(to file: String?) throws {
        guard file == nil, isatty(1) == 1 else { return }
        throw Usage(
            "Ces octets ne sont pas pour un écran : ajoutez --out FICHIER.",
            "These bytes are not for a terminal: add --out FILE.")
    }

    private func write(_ bytes: [UInt8]) throws {
        guard let file else {
            if options.format == .xlsx { try Self.refuseBinaryOnATerminal(to: nil) }
            var output = Output()
            try output.write(bytes)
            return try output.flush()
        }
        try writeFile(bytes, to: file)
        if !options.quiet { complain(Sentence("Écrit : \(file)", "Written: \(file)").text(options.language)) }
    }

    private func table(_ names: [String], _ shown: [Int], _ rows: [[ColumnValue]]) -> Table {
        let empty = options.language == .french ? "(aucune ligne)" : "(no line)"
        let columns = shown.map { index in
            let isNumber =
                !rows.isEmpty && rows.allSatisfy { $0[index].isNumberOrNothing }
                && rows.contains { $0[index] != .nothing }
            return Table.Column(names[index], isNumber ? .right : .left)
        }
        var table = Table(columns, whenEmpty: empty)
        for row in rows { table.add(shown.map { row[$0].words(options.language) }) }
        return table
    }

    private func csv(_ names: [String], _ rows: [[ColumnValue]]) -> [UInt8] {
        var csv = CSVWriter()
        csv.line(names)
        for row in rows { csv.line(row.map(\.csv)) }
        return csv.bytes
    }

    private func french(_ names: [String], _ rows: [[ColumnValue]]) -> [UInt8] {
        var csv = CSVWriter(separator: .semicolon, lineEnd: .crlf, byteOrderMark: true)
        csv.line(names)
        for row in rows { csv.line(row.map { $0.spreadsheet(options.language) }) }
        return csv.bytes
    }

    private func workbook(_ names: [String], _ rows: [[ColumnValue]]) throws -> [UInt8] {
        var workbook = Workbook(sheet: options.language == .french ? "Liste" : "List")
        workbook.header(names)
        for row in rows { workbook.line(row.map { $0.spreadsheet(options.language) }) }
        do throws(Workbook.TooLong) { return try workbook.bytes() } catch {
            throw Refusal(
                rule: "workbook_holds_its_lines",
                "\(error.lines) lignes : un classeur en a \(Workbook.TooLong.limit) au plus ; prenez --format csv-fr.",
                "\(error.lines) lines: a workbook holds \(Workbook.TooLong.limit) at most; take --format csv.")
        }
    }

    private func json(_ names: [String], _ rows: [[ColumnValue]]) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.array { array in
            for row in rows {
                array.object { object in
                    for (name, column) in zip(names, row) { object.field(name, column) }
                }
            }
        }
        return json.bytes + [0x0A]
    }
}

extension ColumnValue {
    fileprivate var isNumberOrNothing: Bool {
        switch self {
        case .integer, .number, .nothing: true
        default: false
        }
    }

    /// As a person reads it in a table.
    fileprivate func words(_ language: Language) -> String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number):
            Int(exactly: number).map(String.init)
                ?? significant(number, digits: 6).description.replacing(".", with: language == .french ? "," : ".")
        case .truth(let isTrue): language == .french ? (isTrue ? "oui" : "non") : (isTrue ? "yes" : "no")
        case .day(let day): day.description
        case .code(_, let label): label.text(language)
        case .nothing: ""
        }
    }

    fileprivate var csv: CSVCell {
        switch self {
        case .text(let text), .code(let text, _): .text(text)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .truth(let isTrue): .text(isTrue ? "true" : "false")
        case .day(let day): .day(day)
        case .nothing: .empty
        }
    }

    /// As a person reads it in a spreadsheet: codes as words, numbers and days as such.
    fileprivate func spreadsheet(_ language: Language) -> CSVCell {
        switch self {
        case .truth, .code: .text(words(language))
        default: csv
        }
    }
}
