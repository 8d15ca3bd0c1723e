public import Postgres
import TrainingSQL

/// The log of who read what about whom: append-only, each batch chained to the one before.
public enum ReadLog {
    /// What was written to the log at once.
    public struct Batch: Sendable {
        public let number: Int
        public let recordedAt: Instant
        /// A JSON object a line.
        public let entries: String
        /// Of the batch before and the entries, in hexadecimal.
        public let sha256: String
    }

    /// Whether the log is whole.
    public struct Check: Sendable {
        public let batches: Int
        /// The first batch that does not follow from the one before; nil when the log is whole.
        public let broken: Int?
        /// The hash of the last batch, in hexadecimal.
        public let head: String?
    }
}

extension Query<ReadLog.Batch> {
    /// The batches of a programme, those that hold a text when one is given.
    public static func readings(of programme: Programme.ID, naming text: String?) -> Self {
        Query(SQL.`queries/reading/list`, programme, text, as: ReadLog.Batch.init)
    }
}

extension Query<ReadLog.Check> {
    /// Follows the whole chain.
    public static func checkOfReadings(of programme: Programme.ID) -> Self {
        Query(SQL.`queries/reading/broken`, programme, as: ReadLog.Check.init)
    }
}

extension Command {
    static func append(_ entries: String, to programme: Programme.ID) -> Command {
        Command(SQL.`queries/reading/append`, programme, entries)
    }
}

extension Transaction {
    /// Adds a batch, a JSON object a line.
    public func append(readings entries: String, to programme: Programme.ID) throws {
        try change(.append(entries, to: programme))
    }
}
