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

    public init(sqlState: String, message: String, constraint: String? = nil, statement: String) {
        self.sqlState = sqlState
        self.message = message
        self.constraint = constraint
        self.statement = statement
    }

    /// Whether the same transaction, begun again with the same keys, may succeed.
    public var isRetriable: Bool {
        isConnectionLost || ["25006", "40001", "40P01", "55P03", "53300"].contains(sqlState)
    }

    /// Whether there is no connection any more; a COMMIT that ends so may or may not have happened.
    public var isConnectionLost: Bool {
        sqlState.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05", "25P03"].contains(sqlState)
    }

    public var description: String { "\(statement): \(message) (\(sqlState))" }
}
