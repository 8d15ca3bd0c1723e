import CLibpq

/// The cells of one row, readable only while its result lives.
public struct Cells: ~Copyable {
    let result: OpaquePointer
    let row: Int32
    let statement: String

    /// Whether the values came in binary; else as text.
    @usableFromInline let isBinary: Bool

    @usableFromInline
    func isNull(_ column: Int32) -> Bool { PQgetisnull(result, row, column) == 1 }

    @usableFromInline
    func cell(_ column: Int32) -> UnsafeBufferPointer<UInt8>? {
        let count = Int(PQgetlength(result, row, column))
        // Only what is empty can be NULL.
        if count == 0, isNull(column) { return nil }
        let start = UnsafeRawPointer(PQgetvalue(result, row, column)).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: count)
    }

    @usableFromInline
    func refusal(of column: Int32, as type: any PostgresValue.Type, isNull: Bool) -> PostgresError {
        PostgresError(
            sqlState: isNull ? "22004" : "22P02",
            message: "column \(column + 1) is \(isNull ? "NULL, which is " : "")no \(type)", statement: statement)
    }
}

/// All rows that came, readable only while its result lives.
public struct Reply: ~Copyable {
    let result: OpaquePointer
    let statement: String
    let isBinary: Bool
    @usableFromInline let count: Int32

    @usableFromInline
    func cells(_ row: Int32) -> Cells { Cells(result: result, row: row, statement: statement, isBinary: isBinary) }
}

extension Query {
    /// Every row of the result, in order; refused when the result has another number of columns.
    func rows(of result: OpaquePointer) throws -> [Row] { try decodeAll(reply(of: result)) }

    /// Every row of the result, in order, to `body`; refused as above.
    func rows(of result: OpaquePointer, _ body: (Row) throws -> Void) throws {
        let reply = try reply(of: result)
        for row in 0..<reply.count { try body(decode(reply.cells(row))) }
    }

    private func reply(of result: OpaquePointer) throws -> Reply {
        guard Int(PQnfields(result)) == columns.count else {
            throw PostgresError(
                sqlState: "42804", message: "\(PQnfields(result)) columns, not \(columns.count)", statement: name)
        }
        let isBinary = !columns.isEmpty && PQfformat(result, 0) == 1
        // Text that is of another type is seen to be; eight bytes are eight bytes.
        if isBinary, !columns.indices.allSatisfy({ PQftype(result, Int32($0)) == columns[$0] }) {
            throw PostgresError(sqlState: "42804", message: "the types of the columns have changed", statement: name)
        }
        return Reply(result: result, statement: name, isBinary: isBinary, count: PQntuples(result))
    }
}
