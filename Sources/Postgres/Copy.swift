import CLibpq

extension Transaction {
    /// Runs a `copy … from stdin` in text format with the rows that `body` writes, and tells how many there were. If
    /// `body` throws, nothing is copied and its error is rethrown; the transaction can then only be rolled back, or the
    /// `attempt` around it.
    public func copyIn(_ command: Command, _ body: (inout CopyIn) throws -> Void) throws -> Int {
        try requireOpen(command.name)
        PQclear(try link.execute(command.name, command.text, command.arguments, toCopy: PGRES_COPY_IN))
        defer { link.drain() }
        var copy = CopyIn(link: link, statement: command.name)
        do {
            try body(&copy)
            try copy.flush()
        } catch {
            PQputCopyEnd(link.raw, "given up by the writer")
            throw error
        }
        guard PQputCopyEnd(link.raw, nil) == 1 else { throw link.failure(nil, command.name) }
        let result = try link.checked(PQgetResult(link.raw), command.name)
        defer { PQclear(result) }
        return result.affectedRows
    }

    /// Runs a `copy … to stdout` and hands over each row as the server sends it, its line end included, readable only
    /// during the call. If `line` throws, the statement is cancelled: the transaction can then only be rolled back, or
    /// the `attempt` around it.
    public func copyOut(_ command: Command, _ line: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        try requireOpen(command.name)
        PQclear(try link.execute(command.name, command.text, command.arguments, toCopy: PGRES_COPY_OUT))
        defer { link.drain() }
        var failure: (any Error)?
        while let (bytes, count) = link.copied() {
            defer { PQfreemem(bytes) }
            guard failure == nil else { continue }
            do {
                try bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
                    try line(UnsafeBufferPointer(start: $0, count: count))
                }
            } catch {
                failure = error
                link.cancel()
            }
        }
        if let failure { throw failure }
        PQclear(try link.checked(PQgetResult(link.raw), command.name))
    }
}

extension Link {
    /// The next piece of a COPY out, to be freed by the caller; nil at its end.
    fileprivate func copied() -> (UnsafeMutablePointer<CChar>, Int)? {
        var bytes: UnsafeMutablePointer<CChar>?
        let count = PQgetCopyData(raw, &bytes, 0)
        return bytes.flatMap { count > 0 ? ($0, Int(count)) : nil }
    }
}
