import Dispatch

/// One place in a pool: connects when first needed and again when its link was lost, and does its blocking work on a
/// queue of its own, away from the cooperative threads.
actor Connection {
    private let login: Login
    private let executor = QueueExecutor()
    private var link: Link?
    private var isClosed = false

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ login: Login) { self.login = login }

    /// Lends one transaction to `body`; afterwards the link is idle or gone.
    func transaction<Value: Sendable>(
        _ opening: String, _ body: @Sendable (borrowing Transaction) throws -> Value
    ) throws -> Value {
        do {
            let link = try begun(opening)
            let transaction = Transaction(link: link)
            let value = try body(transaction)
            try transaction.requireOpen("commit")
            guard try link.script("commit", "commit") == "COMMIT" else {
                throw PostgresError(
                    sqlState: "25P02", message: "rolled back: a statement had failed", statement: "commit")
            }
            return value
        } catch {
            recover(from: error)
            throw error
        }
    }

    /// Ends the link once what runs on it is done; nothing begins on it any more.
    func close() {
        isClosed = true
        link = nil
    }

    /// A link whose transaction is open. A link found dead is replaced once: nothing was done on it yet.
    private func begun(_ opening: String) throws -> Link {
        guard !isClosed else { throw PostgresError.closed }
        if let link {
            do {
                try link.script("begin", opening)
                return link
            } catch  where link.isLost {
                self.link = nil
            }
        }
        let fresh = try Link(login)
        link = fresh
        try fresh.script("begin", opening)
        return fresh
    }

    /// Rolls back; gives the link up if it will not become idle, or if its server has become a standby (25006).
    private func recover(from error: any Error) {
        guard let link else { return }
        if !link.isIdle { _ = try? link.script("rollback", "rollback") }
        if !link.isIdle || (error as? PostgresError)?.sqlState == "25006" { self.link = nil }
    }
}

/// Runs an actor's jobs one after another on a dispatch queue, which may block.
private final class QueueExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "postgres")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}

extension PostgresError {
    static var closed: PostgresError {
        PostgresError(sqlState: "08003", message: "the database is closed here", statement: "begin")
    }
}
