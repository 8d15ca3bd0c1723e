import CLibpq

extension Transaction {
    /// Runs a `copy … from stdin` in text format with the rows that `body` writes, and tells how many there were. If
    /// `body` throws, nothing is copied and its error is rethrown; the transaction can then only be rolled back, or the
    /// `attempt` around it.
    public func copyIn(_ command: Command, _ body: (inout CopyIn) throws -> Void) throws -> Int {
        try requireOpen(command.name)
        PQclear(try link.execute(Statement(command.name, command.text, command.arguments), toCopy: PGRES_COPY_IN))
        defer { link.drain() }
        var copy = CopyIn(link: link, statement: command.name)
        do {
            try body(&copy)
            try copy.flush()
        } catch {
            try? link.endCopyIn("given up by the writer", command.name)
            throw error
        }
        try link.endCopyIn(nil, command.name)
        let result = try link.answer(command.name)
        defer { PQclear(result) }
        return result.affectedRows
    }

    /// Runs a `copy … to stdout` and hands over each row as the server sends it, its line end included, readable only
    /// during the call. If `line` throws, the statement is cancelled: the transaction can then only be rolled back, or
    /// the `attempt` around it.
    public func copyOut(_ command: Command, _ line: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        try requireOpen(command.name)
        PQclear(try link.execute(Statement(command.name, command.text, command.arguments), toCopy: PGRES_COPY_OUT))
        defer { link.drain() }
        var failure: (any Error)?
        while let piece = try link.nextCopied(command.name) {
            defer { PQfreemem(UnsafeMutableRawPointer(mutating: piece.baseAddress)) }
            guard failure == nil else { continue }
            do {
                try piece.withMemoryRebound(to: UInt8.self, line)
            } catch {
                failure = error
                link.cancellation?.send()
            }
        }
        if let failure { throw failure }
        PQclear(try link.answer(command.name))
    }
}
