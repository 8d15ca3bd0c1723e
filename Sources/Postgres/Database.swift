/// One login's few connections to a database, made when first needed and shared fairly.
public final class Database: Sendable {
    /// What a transaction sees of the others: each statement anew, or all of it one instant.
    public enum Isolation: Sendable {
        case readCommitted
        /// PostgreSQL's `repeatable read`.
        case snapshot
    }

    private let pool: Pool

    /// Never more than `connections` at a time; nothing is sent yet.
    public init(_ login: Login, connections: Int = 4) {
        pool = Pool(login, connections: connections)
    }

    /// Lends one transaction to `body`, away from the cooperative threads: committed when `body` returns, rolled back
    /// when it throws. Throws `body`'s error, a `PostgresError`, or `CancellationError` when cancelled while waiting for
    /// a connection.
    @discardableResult
    public func transaction<Value: Sendable>(
        scope: Scope = .none, isolation: Isolation = .readCommitted, readOnly: Bool = false,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        let level = isolation == .snapshot ? "repeatable read" : "read committed"
        let opening = "begin isolation level \(level)\(readOnly ? " read only" : "")\(try scope.statements())"
        let connection = try await pool.lease()
        defer { pool.giveBack(connection) }
        return try await connection.transaction(opening, body)
    }

    /// Lets what runs finish, refuses what waits or comes (08003), and disconnects.
    public func close() async { await pool.close() }
}
