import CLibpq
import FoundationEssentials
import Synchronization

/// One place in the pool: connects when first needed and again when its link was lost, and blocks on a loop of its own,
/// away from the cooperative threads.
actor Connection {
    nonisolated let interrupt = Interrupt()
    private let login: Login
    private let limits: Limits
    private let notice: (@Sendable (Notice) -> Void)?
    private let backoff: Mutex<Backoff>
    private let loop = Loop()
    private var link: Link?
    private var isClosed = false

    /// What came after rows that were handed over first.
    var streamError: (any Error)?

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(_ login: Login, _ limits: Limits, _ notice: (@Sendable (Notice) -> Void)?) {
        (self.login, self.limits, self.notice) = (login, limits, notice)
        backoff = Mutex(Backoff())
    }

    deinit { loop.stop() }

    /// Lends one transaction to `body`; afterwards the link is idle or gone.
    func transaction<Value: Sendable>(
        _ opening: Opening, _ ticket: Interrupt.Ticket, key: UUID?,
        _ body: @Sendable (borrowing Transaction) throws -> Value
    ) throws -> Value {
        try working(for: ticket) {
            let link = try begun(opening)
            let transaction = Transaction(link: link, key: key)
            let value = try body(transaction)
            try transaction.requireOpen("commit")
            try link.commit()
            return value
        }
    }

    /// Does `work` as the ticket's, interrupted with it; whatever fails is rolled back.
    func working<Value>(for ticket: Interrupt.Ticket, _ work: () throws -> Value) throws -> Value {
        interrupt.listen(for: ticket)
        defer { interrupt.listen(for: nil) }
        do {
            // A task that is cancelled before we listen is marked as such before it rings.
            try Task.checkCancellation()
            return try work()
        } catch {
            let isCancelled = interrupt.isRung && (error as? PostgresError)?.sqlState == "57014"
            interrupt.listen(for: nil)
            recover(from: error)
            throw interrupt.isShut ? PostgresError.closed : isCancelled ? CancellationError() : error
        }
    }

    /// Ends the link once what runs on it is done; nothing begins on it any more.
    func close() {
        isClosed = true
        link = nil
        loop.stop()
    }

    /// A link whose transaction is open. A link found dead is replaced once: nothing was done on it yet.
    func begun(_ opening: Opening) throws -> Link {
        if let link = try open(), link.login.isPooled || !link.isLost {
            do {
                try link.begin(opening)
                return link
            } catch  where link.isLost {
                self.link = nil
            }
        }
        let fresh = try connect()
        try fresh.begin(opening)
        return fresh
    }

    func takeStreamError() -> (any Error)? {
        defer { streamError = nil }
        return streamError
    }

    /// The link of the statement whose rows are being taken.
    func streaming() throws -> Link {
        guard let link = try open(), !link.isLost else {
            throw PostgresError(sqlState: "08003", message: "the connection was lost or closed", statement: "stream")
        }
        return link
    }

    /// A link that listens to the channel.
    func listening(to channel: String) throws -> Link {
        if let link = try open() { return link }
        let fresh = try connect()
        try fresh.script("listen", "listen \"\(channel.replacing("\"", with: "\"\""))\"")
        return fresh
    }

    private func open() throws -> Link? {
        guard !isClosed else { throw PostgresError.closed }
        return link
    }

    /// Connects; again and again to a server that is full, for as long as a connection is waited for.
    private func connect() throws -> Link {
        let end = ContinuousClock.now + limits.acquire
        while true {
            let delay = backoff.withLock { $0.delay }
            if delay > .zero, wait(for: 0, on: -1, until: .now + delay, interrupt) == .interrupted {
                throw PostgresError.cancelled("connect")
            }
            do {
                let fresh = try Link(login, limits, notice: notice, interrupt: interrupt)
                backoff.withLock { $0.succeed() }
                link = fresh
                return fresh
            } catch {
                backoff.withLock { $0.fail(patience: limits.acquire) }
                guard (error as? PostgresError)?.sqlState == "53300", .now < end else { throw error }
            }
        }
    }

    /// Rolls back; gives the link up if it will not become idle, or if its server has become a standby (25006).
    private func recover(from error: any Error) {
        guard let link else { return }
        if PQtransactionStatus(link.raw) == PQTRANS_ACTIVE { link.stop() }
        if !link.isIdle, !link.isLost {
            _ = try? link.script("rollback", "rollback", by: .now + Limits.grace)
        }
        if !link.isIdle || (error as? PostgresError)?.sqlState == "25006" { self.link = nil }
    }
}
