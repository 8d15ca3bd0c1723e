import CLibpq

extension Transaction {
    /// Runs a `copy … to stdout` of so many columns, in text or binary format, and hands over its rows in batches: `rows`
    /// at a time, or fewer when they hold 4 MiB.
    ///
    /// If `body` throws, the statement is cancelled: the transaction can then only be rolled back, or the `attempt`
    /// around it.
    package func copyOut(
        _ command: Command, columns: Int, rows: Int = 4096, _ body: (borrowing CopyBatch) throws -> Void
    ) throws {
        try requireOpen(command.name)
        let result = try link.execute(
            Statement(command.name, command.text, command.arguments), toCopy: PGRES_COPY_OUT)
        let (isBinary, sent) = (PQbinaryTuples(result) == 1, Int(PQnfields(result)))
        PQclear(result)
        // Stops what still runs.
        defer { link.drain() }
        guard sent == columns else {
            throw PostgresError(sqlState: "42804", message: "\(sent) columns, not \(columns)", statement: command.name)
        }
        var batch = CopyBatch(CopyReader(isBinary: isBinary, columns: columns, statement: command.name))
        while let piece = try link.nextCopied(command.name) {
            guard try batch.take(CopiedPiece(piece), rows: rows) else { continue }
            try body(batch)
            batch.empty()
        }
        if batch.rows > 0 { try body(batch) }
        PQclear(try link.answer(command.name))
        try batch.finish()
    }
}

/// What the server sent at once of a COPY out; it lives until it is freed, once.
struct CopiedPiece {
    let bytes: UnsafeMutableRawBufferPointer

    /// libpq gives the piece away, to be written on too.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = UnsafeMutableRawBufferPointer(mutating: bytes) }

    func free() { PQfreemem(bytes.baseAddress) }
}
