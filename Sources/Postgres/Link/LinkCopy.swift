import CLibpq
import Glibc

extension Link {
    /// Sends a piece of a COPY in; returns when little of it waits here.
    func putCopy(_ bytes: UnsafeRawBufferPointer, _ name: String) throws {
        try refuseIfInterrupted(name)
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard !isGivenUp, PQputCopyData(raw, start, Int32(bytes.count)) == 1 else { throw failure(nil, name) }
        try flush(name, within: limits.statement)
    }

    /// Ends a COPY in; with a reason, as failed.
    func endCopyIn(_ reason: String?, _ name: String) throws {
        guard !isGivenUp, PQputCopyEnd(raw, reason) == 1 else { throw failure(nil, name) }
    }

    /// The next piece of a COPY out, to be freed with `PQfreemem` by the caller; nil at its end.
    func nextCopied(_ name: String, isInterruptible: Bool = true) throws -> UnsafeRawBufferPointer? {
        let deadline = ContinuousClock.now + (isInterruptible ? limits.statement : Limits.grace)
        while !isGivenUp {
            var bytes: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(raw, &bytes, 1)
            if count > 0 { return UnsafeRawBufferPointer(start: bytes, count: Int(count)) }
            if count < 0 { return nil }
            switch wait(for: POLLIN, on: socket, until: deadline, isInterruptible ? interrupt : nil) {
            case .ready: if PQconsumeInput(raw) == 0 { throw failure(nil, name) }
            case .interrupted: throw PostgresError.cancelled(name)
            case .late:
                if !isInterruptible { giveUp() }
                throw PostgresError(sqlState: "57014", message: "no row within the time allowed", statement: name)
            }
        }
        return nil
    }

    /// Ends a COPY that nobody awaits, so that its result can be read.
    func endCopy(_ status: ExecStatusType) {
        guard status == PGRES_COPY_OUT else {
            _ = try? endCopyIn("not awaited", "copy")
            return
        }
        cancellation?.send()
        while let piece = try? nextCopied("copy", isInterruptible: false) {
            PQfreemem(UnsafeMutableRawPointer(mutating: piece.baseAddress))
        }
    }
}
