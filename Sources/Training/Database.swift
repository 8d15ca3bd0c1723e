public import Postgres

/// What use cases are methods of: lent by `Database`, kept by nobody.
public typealias Transaction = Postgres.Transaction

/// One statement that gives rows, and how each becomes a value.
public typealias Query = Postgres.Query

/// PostgreSQL as the ways in know it: every transaction says who asks.
public final class Database: Sendable {
    /// The login roles of the product.
    public enum Role: String, CaseIterable, Sendable {
        case owner = "cohorte_owner"
        case admin = "cohorte_admin"
        case relay = "cohorte_relay"
        /// Another office with a reason, about one person, for three hours.
        case guest = "cohorte_guest"
        /// Looks passes up, and keeps the log of what was read.
        case door = "cohorte_door"
    }

    private let owner: Postgres.Database
    private let admin: Postgres.Database
    private let relay: Postgres.Database
    private let guest: Postgres.Database
    private let door: Postgres.Database

    /// A server reached by one login (libpq keywords, a URI, or "" for the PG* variables), which becomes each actor's role.
    /// `isPooled`: there is a pooler in transaction mode between. `warned` hears, on any thread, what the server warns of.
    public convenience init(
        server conninfo: String, isPooled: Bool = false, answersWithin limit: Duration? = nil,
        warned: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.init(isPooled: isPooled, answersWithin: limit, warned: warned, logins: { _ in conninfo })
    }

    /// A cluster where every role logs in by itself. `answersWithin` limits each statement, each wait for a connection and
    /// each commit: an import of a whole country is one statement, and may take its time; a person at a screen may not.
    public init(
        isPooled: Bool = false, answersWithin limit: Duration? = nil,
        warned: @escaping @Sendable (String) -> Void = { _ in }, logins: (Role) -> String
    ) {
        let notice: @Sendable (Notice) -> Void = { notice in
            if notice.severity == "WARNING" { warned("\(notice.message) (\(notice.sqlState))") }
        }
        let limits = limit.map { Limits(acquire: $0, statement: $0, commit: $0) } ?? Limits(statement: .seconds(3_600))
        func database(_ role: Role, takes taken: String?, connections: Int) -> Postgres.Database {
            Postgres.Database(
                Login(conninfo: logins(role), role: taken, isPooled: isPooled), connections: connections,
                limits: limits,
                notice: notice)
        }
        owner = database(.owner, takes: nil, connections: 1)
        admin = database(.admin, takes: Role.admin.rawValue, connections: 4)
        relay = database(.relay, takes: Role.relay.rawValue, connections: 4)
        guest = database(.guest, takes: Role.guest.rawValue, connections: 1)
        door = database(.door, takes: Role.door.rawValue, connections: 1)
    }

    /// What a transaction is for: a change; a rehearsal, which does everything and is then undone; or one snapshot to read.
    public enum Purpose: Sendable { case change, rehearsal, snapshot }

    /// Lends a transaction of `actor` to `body` and gives its value.
    ///
    /// Errors: `Refusal`, `LinesRefused`, `Trouble`. What the server has undone, and a lost race, runs the whole body again,
    /// a few times.
    public func transaction<Value: Sendable>(
        as actor: Actor, for purpose: Purpose = .change,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        let isolation: Postgres.Database.Isolation = purpose == .snapshot ? .snapshot : .readCommitted
        let retry = Retry.whenUndone { ($0 as? Refusal)?.isLostRace == true }
        do {
            return try await pool(of: actor).transaction(scope: actor.scope, isolation: isolation, retry: retry) { tx in
                let value = try body(tx)
                if purpose == .rehearsal { throw Rehearsed(value: value) }
                return value
            }
        } catch let rehearsed as Rehearsed<Value> {
            return rehearsed.value
        } catch let error as PostgresError {
            throw Trouble(error)
        }
    }

    /// What one statement gives `actor`, asked with their scope in one round trip.
    ///
    /// Errors: `Refusal`, `Trouble`.
    public func read<Row>(as actor: Actor, _ query: Query<Row>) async throws -> [Row] {
        do {
            return try await pool(of: actor).read(query, scope: actor.scope)
        } catch let error as PostgresError {
            throw Refusal(error) ?? Trouble(error)
        }
    }

    private func pool(of actor: Actor) -> Postgres.Database {
        switch actor {
        case .owner: owner
        case .admin: admin
        case .relay: relay
        case .guest: guest
        case .door, .log: door
        }
    }

    /// Ends the connections.
    public func close() async {
        await owner.close()
        await admin.close()
        await relay.close()
        await guest.close()
        await door.close()
    }
}

/// Carries a rehearsal's value out of the transaction that it undoes.
private struct Rehearsed<Value: Sendable>: Error { let value: Value }
