/// One statement, what it is given, and how each of its rows becomes a `Row`.
public struct Query<Row: Sendable>: Sendable {
    public let name: String
    public let text: String
    public let arguments: [any PostgresValue]
    /// The OIDs of the types that the columns are read as, in order.
    public let columns: [UInt32]
    @usableFromInline let decode: @Sendable (borrowing Cells) throws -> Row
    /// The same of every row, compiled with the columns' types: at hand there, each row would be moved as any type.
    @usableFromInline let decodeAll: @Sendable (borrowing Reply) throws -> [Row]

    /// A query whose rows `make` builds from their columns, in order: usually `Row.init`.
    @inlinable
    public init<each Column: PostgresValue>(
        name: String, text: String, arguments: [any PostgresValue],
        as make: @escaping @Sendable (repeat consuming each Column) -> Row
    ) {
        self.name = name
        self.text = text
        self.arguments = arguments
        var columns: [UInt32] = []
        repeat columns.append((each Column).oid)
        self.columns = columns
        decode = { cells in
            var next: Int32 = -1
            return make(repeat try (each Column).read(cells, following(&next)))
        }
        decodeAll = { reply in
            var rows: [Row] = []
            rows.reserveCapacity(Int(reply.count))
            for row in 0..<reply.count {
                let cells = reply.cells(row)
                var next: Int32 = -1
                rows.append(make(repeat try (each Column).read(cells, following(&next))))
            }
            return rows
        }
    }

    /// What `Row` calls its columns, as PostgreSQL would: the labels of its stored properties in snake case when it is a
    /// struct with one for each column, otherwise nothing.
    public var columnNames: [String] {
        let labels = storedLabels(of: Row.self)
        return labels.count == columns.count ? labels.map(snakeCase) : []
    }
}

/// The number after `number`, which becomes it.
@usableFromInline
func following(_ number: inout Int32) -> Int32 {
    number += 1
    return number
}

/// A statement without rows, and what it is given.
public struct Command: Sendable {
    public let name: String
    public let text: String
    public let arguments: [any PostgresValue]

    public init(name: String, text: String, arguments: [any PostgresValue] = []) {
        self.name = name
        self.text = text
        self.arguments = arguments
    }
}
