import Postgres

/// One value of a row, as any way out may print it.
public enum ColumnValue: Equatable, Sendable {
    case text(String)
    case integer(Int)
    case number(Double)
    case truth(Bool)
    case day(Day)
    /// A code that people read as words.
    case code(String, Sentence)
    case nothing
}

/// A row seen as its named columns: the same struct is a line of a table, of a CSV file and of JSON.
public enum Columns {
    /// The columns' names, in order.
    public static func names<Row>(of row: Row.Type) -> [String] { columnNames(of: row) }

    /// The columns' values, in order.
    public static func values<Row>(of row: Row) -> [ColumnValue] {
        Mirror(reflecting: row).children.map { column($0.value) }
    }

    private static func column(_ value: Any) -> ColumnValue {
        // Most columns are words, and only a cast to a concrete type needs no search among conformances.
        if let text = value as? String { return .text(text) }
        if let day = value as? Day { return .day(day) }
        if let labelled = value as? any Labelled & RawRepresentable, let code = labelled.rawValue as? String {
            return .code(code, labelled.label)
        }
        guard let value = value as? any PostgresValue, let text = value.postgresText else { return .nothing }
        switch type(of: value).oid {
        case 16: return .truth(text == "t")
        case 20, 21, 23: return Int(text).map(ColumnValue.integer) ?? .text(text)
        case 701: return Double(text).map(ColumnValue.number) ?? .text(text)
        default: return .text(text)
        }
    }
}

extension ColumnValue: JSONValue {
    /// Writes the value with its own type; codes stay codes.
    public func write(to json: inout JSONWriter) {
        switch self {
        case .text(let text), .code(let text, _): json.value(text)
        case .integer(let number): json.value(number)
        case .number(let number): json.value(number)
        case .truth(let isTrue): json.value(isTrue)
        case .day(let day): json.value(day.description)
        case .nothing: json.value(nil as Bool?)
        }
    }
}
