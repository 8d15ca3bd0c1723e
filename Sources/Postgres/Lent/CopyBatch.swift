/// Some rows of a COPY out, as the server sent them, to be read a column at a time; public by name alone, for the
/// compiler makes no concrete code of what is inside a type of the package.
public struct CopyBatch: ~Copyable {
    /// How many rows there are.
    @usableFromInline package private(set) var rows = 0

    @usableFromInline let isBinary: Bool
    @usableFromInline let columns: Int
    @usableFromInline private(set) var fields: [UnsafeRawBufferPointer] = []
    private var reader: CopyReader
    private var pieces: [CopiedPiece] = []
    private var size = 0

    init(_ reader: CopyReader) {
        (isBinary, columns) = (reader.isBinary, reader.columns)
        self.reader = reader
    }

    deinit { for piece in pieces { piece.free() } }

    /// Reads a column, counted from 0, in place of what the array held. A value that is none of the type's is an error.
    @inlinable
    package func read<Value: PostgresValue>(_ column: Int, into values: inout [Value]) throws {
        guard (0..<columns).contains(column) else { throw noSuchColumn(column) }
        values.removeAll(keepingCapacity: true)
        values.reserveCapacity(rows)
        for row in 0..<rows {
            let bytes = fields[row * columns + column]
            let field = bytes.baseAddress == nil ? nil : bytes
            let value =
                isBinary
                ? Value(postgresBinary: field)
                : Value(postgresText: field?.assumingMemoryBound(to: UInt8.self))
            guard let value else { throw refusal(of: column, as: Value.self, isNull: field == nil) }
            values.append(value)
        }
    }

    @usableFromInline
    func noSuchColumn(_ column: Int) -> PostgresError {
        PostgresError(
            sqlState: "42703", message: "no column \(column) among \(columns)", statement: reader.statement)
    }

    @usableFromInline
    func refusal(of column: Int, as type: any PostgresValue.Type, isNull: Bool) -> PostgresError {
        PostgresError(
            sqlState: isNull ? "22004" : isBinary ? "22P03" : "22P02",
            message: "column \(column + 1) is \(isNull ? "NULL, which is " : "")no \(type)",
            statement: reader.statement)
    }

    /// Takes a piece, to be freed with the batch; true when there are `rows` rows or 4 MiB.
    mutating func take(_ piece: CopiedPiece, rows limit: Int) throws -> Bool {
        pieces.append(piece)
        size += piece.bytes.count
        rows += try reader.cut(piece.bytes, into: &fields)
        return rows >= limit || size >= 4 << 20
    }

    /// Forgets the rows, to take others.
    mutating func empty() {
        for piece in pieces { piece.free() }
        pieces.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        (rows, size) = (0, 0)
    }

    func finish() throws { try reader.finish() }
}
