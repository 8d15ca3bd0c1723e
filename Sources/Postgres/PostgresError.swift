/// What PostgreSQL, or the way to it, answered when it could not do what it was asked. It never holds values.
public struct PostgresError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The five characters of the SQL standard and PostgreSQL's manual, appendix A.
    public let sqlState: String

    /// The primary message, without DETAIL and without what the statement was given.
    public let message: String

    /// The constraint that refused, if one did, as PostgreSQL names it.
    public let constraint: String?

    /// The statement's name, not its text.
    public let statement: String

    /// Whether a prepared statement has met a table that changed (0A000), or a server that knows it no more (26000).
    let isStalePlan: Bool

    public init(sqlState: String, message: String, constraint: String? = nil, statement: String) {
        self.init(sqlState, message, constraint, statement, isStalePlan: false)
    }

    init(_ sqlState: String, _ message: String, _ constraint: String?, _ statement: String, isStalePlan: Bool) {
        (self.sqlState, self.message, self.constraint) = (sqlState, message, constraint)
        (self.statement, self.isStalePlan) = (statement, isStalePlan)
    }

    /// Whether the same transaction, begun again with the same keys, may succeed.
    package var isRetriable: Bool { isConnectionLost || isUndone }

    /// Whether the server is known to have undone everything for a reason that may not come again.
    var isUndone: Bool {
        isStalePlan || ["25006", "40001", "40P01", "55P03", "53300"].contains(sqlState)
    }

    /// Whether a COMMIT was sent and nobody knows what came of it.
    public var isOutcomeUnknown: Bool { sqlState == "40003" }

    /// Whether there is no connection any more.
    public var isConnectionLost: Bool {
        sqlState.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05", "25P03"].contains(sqlState)
    }

    public var description: String { "\(statement): \(message) (\(sqlState))" }
}
