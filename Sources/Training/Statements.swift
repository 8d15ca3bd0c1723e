public import Postgres
import TrainingSQL

extension Query {
    /// The statement of one file of `sql/`, with its arguments, and how its rows become values.
    init<each Column: PostgresValue>(
        _ sql: SQL, _ arguments: any PostgresValue..., as make: @escaping @Sendable (repeat each Column) -> Row
    ) {
        self.init(name: sql.name, text: sql.text, arguments: arguments, as: make)
    }
}

extension Command {
    /// The statement of one file of `sql/` that gives no rows.
    init(_ sql: SQL, _ arguments: any PostgresValue...) {
        self.init(name: sql.name, text: sql.text, arguments: arguments)
    }
}

extension Transaction {
    /// The rows; a broken rule comes back as a `Refusal`.
    func ask<Row>(_ query: Query<Row>) throws -> [Row] {
        do { return try all(query) } catch let error as PostgresError { throw Refusal(error) ?? error }
    }

    /// Every row as it comes, in constant memory; a broken rule comes back as a `Refusal`.
    public func tellEach<Row>(_ query: Query<Row>, _ body: (Row) throws -> Void) throws {
        do { try each(query, body) } catch let error as PostgresError { throw Refusal(error) ?? error }
    }

    /// The only row, or nil; a broken rule comes back as a `Refusal`.
    func askOne<Row>(_ query: Query<Row>) throws -> Row? {
        do { return try first(query) } catch let error as PostgresError { throw Refusal(error) ?? error }
    }

    /// How many rows were changed; a broken rule comes back as a `Refusal`.
    @discardableResult
    func change(_ command: Command) throws -> Int {
        do { return try run(command) } catch let error as PostgresError { throw Refusal(error) ?? error }
    }
}
