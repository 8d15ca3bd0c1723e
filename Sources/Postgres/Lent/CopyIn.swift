import CLibpq

/// The rows on their way into a table, in COPY's binary format, sent 64 KiB at a time.
public struct CopyIn<each Column: PostgresValue>: ~Copyable {
    /// The same rows, for those who write many and name each cell.
    public var rows: CopyRows

    /// Writes one row. One that cannot be sent is refused and left out, as for a NUL character in a text (22021); the
    /// rest may go on.
    @inlinable
    public mutating func row(_ value: repeat each Column) throws {
        try rows.row { row in repeat row.field(each value) }
    }
}

/// Rows of cells that are written one by one: nothing in it depends on the cells' types, so that a row whose types the
/// caller knows is compiled for them.
public struct CopyRows: ~Copyable {
    @usableFromInline var bytes = BinaryWriter()
    @usableFromInline let columns: Int16
    private let link: Link
    private let statement: String

    init(columns: Int, link: Link, statement: String) {
        (self.columns, self.link, self.statement) = (Int16(clamping: columns), link, statement)
        bytes.startCopy()
    }

    /// Writes one row, whose cells `write` appends as fields, of the columns' types in their order. One that cannot be
    /// sent is refused and left out (22021), and PostgreSQL refuses one of too few or too many cells (22P04).
    @inlinable
    public mutating func row(_ write: (inout BinaryWriter) -> Void) throws {
        let start = bytes.count
        bytes.append(columns)
        write(&bytes)
        if bytes.isRefused { throw refusal(ofRowFrom: start) }
        if bytes.count >= 65_536 { try flush() }
    }

    @usableFromInline
    mutating func refusal(ofRowFrom start: Int) -> PostgresError {
        let refusal = bytes.refusal ?? ("22000", "")
        bytes.cut(to: start)
        return PostgresError(sqlState: refusal.sqlState, message: refusal.message, statement: statement)
    }

    /// Sends what was written, 64 KiB at a time, so that no more than that waits twice.
    @usableFromInline
    mutating func flush() throws {
        let written = bytes.written
        for start in stride(from: 0, to: written.count, by: 65_536) {
            let piece = written[start..<min(start + 65_536, written.count)]
            try link.putCopy(UnsafeRawBufferPointer(rebasing: piece), statement)
        }
        bytes.empty()
    }

    mutating func finish() throws {
        bytes.append(-1 as Int16)
        try flush()
    }
}

extension Transaction {
    /// Runs a `copy … from stdin (format binary)` with the rows that `body` writes, and tells how many there were.
    ///
    /// The types are those of the table's columns exactly: PostgreSQL refuses other lengths (22P03) and believes the rest.
    /// If `body` throws, nothing is copied and its error is rethrown; the transaction can then only be rolled back, or
    /// the `attempt` around it.
    public func copyIn<each Column: PostgresValue>(
        _ command: Command, of _: repeat (each Column).Type,
        writing body: (inout CopyIn<repeat each Column>) throws -> Void
    ) throws -> Int {
        try requireOpen(command.name)
        let result = try link.execute(
            Statement(command.name, command.text, command.arguments), toCopy: PGRES_COPY_IN)
        let isBinary = PQbinaryTuples(result) == 1
        PQclear(result)
        defer { link.drain() }
        var columns = 0
        for _ in repeat (each Column).self { columns += 1 }
        var copy = CopyIn<repeat each Column>(
            rows: CopyRows(columns: columns, link: link, statement: command.name))
        do {
            guard isBinary else {
                throw PostgresError(sqlState: "42809", message: "not a binary COPY", statement: command.name)
            }
            try body(&copy)
            try copy.rows.finish()
        } catch {
            try? link.endCopyIn("given up by the writer", command.name)
            throw error
        }
        try link.endCopyIn(nil, command.name)
        do {
            let result = try link.answer(command.name)
            defer { PQclear(result) }
            return result.affectedRows
        } catch let error as PostgresError where error.sqlState == "08P01" && !link.isLost {
            // A cell too short for its column is to the server a fault of the protocol, which would look like a cut one.
            throw PostgresError(sqlState: "22P03", message: error.message, statement: command.name)
        }
    }
}
