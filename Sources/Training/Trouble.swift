import Postgres

/// The database could not do what it was asked, and no rule of ours says why: it is away, busy or broken.
public struct Trouble: Error, Sendable {
    public enum Kind: Equatable, Sendable {
        /// Not reached, or gone meanwhile.
        case unavailable
        /// Busy with others: the same again may work.
        case busy
        /// Nobody knows whether the last change happened.
        case unknown
        /// The schema is not there or older than this program.
        case notPrepared
        /// The login may not do this.
        case forbidden
        case broken
    }

    public let kind: Kind
    /// What PostgreSQL said, with its SQLSTATE and the statement's name; never a value.
    public let message: String

    init(_ error: PostgresError) {
        message = error.description
        kind =
            switch error.sqlState {
            case "42P01", "42703", "3F000", "22023", "42704": .notPrepared
            case "42501", "28000", "28P01": .forbidden
            case "40001", "40P01", "55P03", "53300", "57014": .busy
            default: error.isOutcomeUnknown ? .unknown : error.isConnectionLost ? .unavailable : .broken
            }
    }
}
