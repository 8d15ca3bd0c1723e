import Documents
import Statistics
import Training

/// Rows on standard output, as the person asked for them: a table to read, CSV or JSON for programs.
struct Listing {
    let options: GlobalOptions

    /// Prints every row; the columns are the rows' own.
    func print<Row>(_ rows: [Row], hiding hidden: Set<String> = []) throws {
        let names = Columns.names(of: Row.self)
        let shown = names.indices.filter { options.format != .table || !hidden.contains(names[$0]) }
        let cells = rows.map(Columns.values)
        var output = Output()
        switch options.format {
        case .table: try output.write(table(names, shown, cells).text)
        case .csv: try output.write(csv(names, cells))
        case .json: try output.write(json(names, cells))
        }
        try output.flush()
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
        case .nothing: .empty
        }
    }
}
