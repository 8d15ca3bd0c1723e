public import Postgres
import TrainingSQL

extension Query<String> {
    static func position() -> Self { Query(SQL.`queries/schema/position`) { (position: String) in position } }
}

extension Query<Bool> {
    static func hasReplayed(_ position: String) -> Self {
        Query(SQL.`queries/schema/has_replayed`, position) { (hasReplayed: Bool) in hasReplayed }
    }
}

extension Transaction {
    /// How far this primary has written down its changes (a WAL position).
    public func position() throws -> String { try askOne(.position()) ?? "0/0" }

    /// Whether this server has every change up to a position of its primary; a primary has.
    public func hasReplayed(_ position: String) throws -> Bool { try askOne(.hasReplayed(position)) ?? false }
}
