import CLibpq

/// The rows of one statement as they come, in constant memory: the server waits while they are not taken. Each time they
/// are asked for anew, the statement runs anew, in a read-only transaction of its own that lasts as long as the iteration.
package struct Rows<Row: Sendable>: AsyncSequence, Sendable {
    let database: Database
    let query: Query<Row>
    let scope: Scope

    package func makeAsyncIterator() -> Iterator { Iterator(database: database, query: query, scope: scope) }

    /// Takes a connection with the first row, and gives it back after the last, at an error, or when it is let go.
    package struct Iterator: AsyncIteratorProtocol {
        private let database: Database
        private let query: Query<Row>
        private let scope: Scope
        private var cursor: Cursor?
        private var rows: [Row] = []
        private var next = 0
        private var isAtEnd = false

        init(database: Database, query: Query<Row>, scope: Scope) {
            (self.database, self.query, self.scope) = (database, query, scope)
        }

        /// Throws a `PostgresError`, or `CancellationError`; after that there are no more rows.
        package mutating func next() async throws -> Row? {
            if next == rows.count { try await fetch() }
            guard next < rows.count else { return nil }
            defer { next += 1 }
            return rows[next]
        }

        private mutating func fetch() async throws {
            (rows, next) = ([], 0)
            guard !isAtEnd else { return }
            do {
                let cursor = try await open()
                rows = try await cursor.fetch(query)
                isAtEnd = rows.isEmpty
            } catch {
                isAtEnd = true
                cursor = nil
                throw error
            }
            if isAtEnd { cursor = nil }
        }

        private mutating func open() async throws -> Cursor {
            if let cursor { return cursor }
            let opened = try await Cursor.open(query, scope, in: database)
            cursor = opened
            return opened
        }
    }
}

extension Database {
    /// The rows of a statement that only reads, one by one and in constant memory, however many there are.
    package func rows<Row>(_ query: Query<Row>, scope: Scope = .none) -> Rows<Row> {
        Rows(database: self, query: query, scope: scope)
    }
}

/// A statement whose rows are being taken from a lent connection; letting go of it stops the statement and gives the
/// connection back.
final class Cursor: Sendable {
    private let connection: Connection
    private let ticket = Interrupt.Ticket()
    private let database: Database

    /// How many rows are taken at a time, so that changing threads costs each little.
    private static let batch = 256

    private init(_ connection: Connection, _ database: Database) {
        (self.connection, self.database) = (connection, database)
    }

    deinit {
        let (connection, pool) = (connection, database.pool)
        Task {
            await connection.letGo()
            pool.giveBack(connection)
        }
    }

    static func open<Row>(_ query: Query<Row>, _ scope: Scope, in database: Database) async throws -> Cursor {
        let opening = try Opening(scope, isReadOnly: true)
        let statement = try Statement(query)
        let cursor = Cursor(try await database.pool.lease(Interrupt.Ticket()), database)
        try await cursor.interruptibly { try await $0.open(statement, opening, cursor.ticket) }
        return cursor
    }

    /// The next rows; none at the end.
    func fetch<Row>(_ query: Query<Row>) async throws -> [Row] {
        try await interruptibly { try await $0.fetch(query, Self.batch, self.ticket) }
    }

    private func interruptibly<Value: Sendable>(
        _ work: @Sendable (Connection) async throws -> Value
    ) async throws -> Value {
        try await withTaskCancellationHandler {
            try await work(connection)
        } onCancel: { [connection, ticket] in
            connection.interrupt.ring(ticket)
        }
    }
}

extension Connection {
    /// Begins a transaction and sends a statement, whose rows are then fetched.
    func open(_ statement: Statement, _ opening: Opening, _ ticket: Interrupt.Ticket) throws {
        try working(for: ticket) {
            let link = try begun(opening)
            try link.send(statement)
            PQsetSingleRowMode(link.raw)
        }
    }

    /// The next rows, up to `most`, but no more than have come; none at the end, when the transaction is over too. An error
    /// among the rows is thrown after those before it.
    func fetch<Row>(_ query: Query<Row>, _ most: Int, _ ticket: Interrupt.Ticket) throws -> [Row] {
        if let error = takeStreamError() { throw error }
        var rows: [Row] = []
        do {
            try working(for: ticket) {
                let link = try streaming()
                while rows.count < most, rows.isEmpty || link.hasMore(),
                    let result = try link.next(query.name, within: link.limits.statement)
                {
                    defer { PQclear(result) }
                    switch PQresultStatus(result) {
                    case PGRES_SINGLE_TUPLE, PGRES_TUPLES_OK: try query.rows(of: result) { rows.append($0) }
                    default: throw link.failure(result, query.name)
                    }
                }
                if rows.isEmpty { try link.commit() }
            }
        } catch  where !rows.isEmpty {
            streamError = error
        }
        return rows
    }

    /// Stops what streams, if anything does.
    func letGo() {
        streamError = nil
        _ = try? working(for: Interrupt.Ticket()) { throw PostgresError.cancelled("stream") }
    }
}

extension Link {
    /// Whether another result can be had without waiting.
    fileprivate func hasMore() -> Bool {
        PQisBusy(raw) == 0 || (PQconsumeInput(raw) == 1 && PQisBusy(raw) == 0)
    }
}
