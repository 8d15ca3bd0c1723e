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

    /// Hands over the cells of every row, in order, as often as asked.
    typealias Walk = ((_ cells: [ColumnValue]) throws -> Void) throws -> Void

    /// Prints every row; the columns are the rows' own.
    func print<Row>(_ rows: [Row], hiding hidden: Set<String> = []) throws {
        let cells = rows.map(Columns.values)
        try print(Columns.names(of: Row.self), hiding: hidden) { body in for cells in cells { try body(cells) } }
    }

    /// Prints every row of a walk under these columns, without holding them in memory (but those of a workbook).
    func print(_ names: [String], hiding hidden: Set<String> = [], _ walk: Walk) throws {
        let shown = names.indices.filter { options.format != .table || !hidden.contains(names[$0]) }
        switch options.format {
        case .table: try table(names, shown, walk)
        case .csv: try csv(CSVWriter(), names, walk) { cell, _ in cell.csv }
        case .json: try json(names, walk)
        case .french:
            let csv = CSVWriter(separator: .semicolon, lineEnd: .crlf, byteOrderMark: true)
            try self.csv(csv, titles(names), walk, spreadsheetCell(of: names))
        case .xlsx:
            let bytes = try workbook(names, walk)
            try write { try $0.write(bytes) }
        }
    }

    /// Refuses early what could not be printed at the end.
    static func refuseBinaryOnATerminal(to file: String?) throws {
        guard file == nil, isatty(1) == 1 else { return }
        throw Usage(
            "Ces octets ne sont pas pour un écran : ajoutez --out FICHIER.",
            "These bytes are not for a terminal: add --out FILE.")
    }

    private func write(_ body: (inout Output) throws -> Void) throws {
        guard let file else {
            if options.format == .xlsx { try Self.refuseBinaryOnATerminal(to: nil) }
            var output = Output()
            try body(&output)
            return try output.flush()
        }
        try writeFile(to: file, body)
        if !options.quiet { complain(Sentence("Écrit : \(file)", "Written: \(file)").text(options.language)) }
    }

    /// Walks twice: widths are those of all the rows.
    private func table(_ names: [String], _ shown: [Int], _ walk: Walk) throws {
        var kinds = shown.map { _ in (isNumber: true, isThere: false) }
        try walk { row in
            for (place, index) in shown.enumerated() where row[index] != .nothing {
                kinds[place].isThere = true
                if !row[index].isNumberOrNothing { kinds[place].isNumber = false }
            }
        }
        let columns = zip(shown, kinds).map { index, kind in
            Table.Column(names[index], kind.isNumber && kind.isThere ? .right : .left)
        }
        var table = Table(columns, whenEmpty: options.language == .french ? "(aucune ligne)" : "(no line)")
        func words(_ row: [ColumnValue]) -> [String] { shown.map { row[$0].words(options.language) } }
        try walk { table.fit(words($0)) }
        try write { output in
            try output.write(table.header)
            try walk { try output.write(table.line(words($0))) }
        }
    }

    /// What a spreadsheet shows of a column's name.
    private func titles(_ names: [String]) -> [String] {
        options.language == .french ? ColumnTitle.french(names) : names
    }

    /// A cell as a person reads it in a spreadsheet: codes as words, also those of categories; numbers and days as such.
    private func spreadsheetCell(of names: [String]) -> (ColumnValue, _ index: Int) -> CSVCell {
        let (category, language) = (names.firstIndex(of: "category"), options.language)
        return { cell, index in
            guard index == category, case .text(let code) = cell else { return cell.spreadsheet(language) }
            return .text(CategoryLabel.of(code)?.text(language) ?? code)
        }
    }

    private func csv(
        _ empty: CSVWriter, _ titles: [String], _ walk: Walk,
        _ cell: @escaping (ColumnValue, _ index: Int) -> CSVCell
    ) throws {
        try write { output in
            var csv = empty
            csv.line(titles)
            try walk { row in
                csv.line(row.indices.map { cell(row[$0], $0) })
                if csv.bytes.count > Self.piece { try output.write(csv.taken()) }
            }
            try output.write(csv.taken())
        }
    }

    /// How many lines of a workbook are held in memory.
    private static var sheetful: Int { 200_000 }

    /// In bytes.
    private static var piece: Int { 1 << 16 }

    private func workbook(_ names: [String], _ walk: Walk) throws -> [UInt8] {
        var workbook = Workbook(sheet: options.language == .french ? "Liste" : "List")
        workbook.header(titles(names))
        let cell = spreadsheetCell(of: names)
        var lines = 0
        try walk { row in
            lines += 1
            guard lines <= Self.sheetful else { throw Refusal.tooLong(for: Self.sheetful) }
            workbook.line(row.indices.map { cell(row[$0], $0) })
        }
        do throws(Workbook.TooLong) { return try workbook.bytes() } catch {
            throw Refusal.tooLong(for: error.lines - 1)
        }
    }

    private func json(_ names: [String], _ walk: Walk) throws {
        try write { output in
            var json = JSONWriter(indented: true)
            try json.array { (array: inout JSONArray) throws in
                try walk { row in
                    array.object { object in
                        for (name, column) in zip(names, row) { object.field(name, column) }
                    }
                    if array.length > Self.piece { try output.write(array.taken()) }
                }
            }
            try output.write(json.bytes + [0x0A])
        }
    }
}

extension Refusal {
    fileprivate static func tooLong(for lines: Int) -> Refusal {
        Refusal(
            rule: "workbook_holds_its_lines",
            "Plus de \(lines) lignes : c’est trop pour un classeur ; prenez --format csv-fr.",
            "More than \(lines) lines: too many for a workbook; take --format csv.")
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
                ?? significant(number, digits: number.magnitude < 1e5 ? 6 : 15).description.replacing(
                    ".", with: language == .french ? "," : ".")
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
