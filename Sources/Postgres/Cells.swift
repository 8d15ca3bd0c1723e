import CLibpq

/// The cells of one row, readable only while its result lives.
struct Cells: ~Copyable {
    let result: OpaquePointer
    let row: Int32
    let statement: String

    func read<Value: PostgresValue>(_: Value.Type, _ next: inout Int32) throws -> Value {
        let column = next
        next += 1
        let text = PQgetisnull(result, row, column) == 1 ? nil : cell(column)
        if let value = Value(postgresText: text) { return value }
        throw PostgresError(
            sqlState: text == nil ? "22004" : "22P02",
            message:
                "column \(column + 1) \(text == nil ? "is NULL, which no" : "is no") \(Value.self)\(text == nil ? " is" : "")",
            statement: statement)
    }

    private func cell(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = UnsafeRawPointer(PQgetvalue(result, row, column)).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
    }
}

extension Query {
    /// Every row of the result, in order, to `body`; refused when the result has another number of columns.
    func rows(of result: OpaquePointer, _ body: (Row) throws -> Void) throws {
        guard Int(PQnfields(result)) == columns.count else {
            throw PostgresError(
                sqlState: "42804", message: "\(PQnfields(result)) columns, not \(columns.count)", statement: name)
        }
        for row in 0..<PQntuples(result) {
            try body(decode(Cells(result: result, row: row, statement: name)))
        }
    }
}
