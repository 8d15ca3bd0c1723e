/// One login's few connections to a database, made when first needed: some are lent to one transaction at a time, some
/// shared by many reads.
public final class Database: Sendable {
    /// What a transaction sees of the others: each statement anew, or all of it one instant.
    public enum Isolation: Sendable {
        case readCommitted
        /// PostgreSQL's `repeatable read`.
        case snapshot
    }

    let login: Login
    let limits: Limits
    let notice: (@Sendable (Notice) -> Void)?
    let pool: Pool
    let listeners = Listeners()
    private let readers: Readers
    private let loop: Loop

    /// Never more than `connections` lent and `shared` ones at a time; nothing is sent yet. `notice` hears, on any thread,
    /// what the server says beside its answers.
    public init(
        _ login: Login, connections: Int = 4, shared: Int = 2, limits: Limits = Limits(),
        notice: (@Sendable (Notice) -> Void)? = nil
    ) {
        (self.login, self.limits, self.notice) = (login, limits, notice)
        loop = Loop()
        let lent = (0..<max(1, connections)).map { _ in Connection(login, limits, notice) }
        pool = Pool(lent, waiting: limits.acquire, on: loop)
        readers = Readers(login, limits, notice, connections: max(1, shared), on: loop)
    }

    deinit {
        let (readers, pool, loop) = (readers, pool, loop)
        loop.perform {
            readers.end()
            loop.dismiss(pool)
            loop.stop()
        }
    }

    /// Lends one transaction to `body`, away from the cooperative threads: committed when `body` returns, rolled back
    /// when it throws, and begun again as `retry` says. A cancelled task's statement is stopped on the server, unless it
    /// is the COMMIT.
    ///
    /// Throws `body`'s error, a `PostgresError`, or `CancellationError`.
    @discardableResult
    public func transaction<Value: Sendable>(
        scope: Scope = .none, isolation: Isolation = .readCommitted, readOnly: Bool = false, retry: Retry = .never,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        let opening = try Opening(scope, isolation, isReadOnly: readOnly)
        return try await retry.run {
            try await lease { connection, ticket in
                try await connection.transaction(opening, ticket, key: retry.key, body)
            }
        }
    }

    /// The rows of one statement that only reads, asked together with its scope in one round trip that other callers
    /// share: none of them sees another's scope, error or cancellation. All rows are held at once: for many, see `rows`.
    ///
    /// A cut connection or another's cancellation is not noticed: the statement is sent again. Throws a `PostgresError`
    /// (57014 after `within`, or the limit of a statement) or `CancellationError`.
    public func read<Row>(_ query: Query<Row>, scope: Scope = .none, within: Duration? = nil) async throws -> [Row] {
        let reading = try Reading(query, scope, within: within ?? limits.statement, acquiring: limits.acquire)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                reading.answer = { continuation.resume(with: $0) }
                loop.perform { [readers] in readers.submit(reading) }
            }
        } onCancel: {
            loop.perform { [readers] in readers.abandon(reading) }
        }
    }

    /// Runs tasks that prefer it where the shared connections are, so that their reads change no threads. What runs there
    /// must not block.
    package var executor: any TaskExecutor { loop }

    /// Lets what runs finish, refuses what waits, listens or comes (08003), and disconnects.
    public func close() async {
        listeners.close()
        await pool.close()
        await readers.close()
        loop.stop()
    }

    func lease<Value: Sendable>(
        _ work: (Connection, Interrupt.Ticket) async throws -> Value
    ) async throws -> Value {
        let ticket = Interrupt.Ticket()
        let connection = try await pool.lease(ticket)
        defer { pool.giveBack(connection) }
        return try await withTaskCancellationHandler {
            try await work(connection, ticket)
        } onCancel: {
            connection.interrupt.ring(ticket)
        }
    }
}
