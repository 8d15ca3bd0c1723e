public import Postgres

/// What use cases are methods of: lent by `Database`, kept by nobody.
public typealias Transaction = Postgres.Transaction

/// PostgreSQL as the ways in know it: every transaction says who asks.
public final class Database: Sendable {
    /// The login roles of the product.
    public enum Role: String, CaseIterable, Sendable {
        case owner = "cohorte_owner"
        case admin = "cohorte_admin"
        case relay = "cohorte_relay"
    }

    private let owner: Postgres.Database
    private let admin: Postgres.Database
    private let relay: Postgres.Database

    /// A server reached by one login (libpq keywords, a URI, or "" for the PG* variables), which becomes each actor's role.
    public init(server conninfo: String) {
        owner = Postgres.Database(Login(conninfo: conninfo, role: nil), connections: 1)
        admin = Postgres.Database(Login(conninfo: conninfo, role: Role.admin.rawValue))
        relay = Postgres.Database(Login(conninfo: conninfo, role: Role.relay.rawValue))
    }

    /// A cluster where every role logs in by itself.
    public init(logins: (Role) -> String) {
        owner = Postgres.Database(Login(conninfo: logins(.owner), role: nil), connections: 1)
        admin = Postgres.Database(Login(conninfo: logins(.admin), role: Role.admin.rawValue))
        relay = Postgres.Database(Login(conninfo: logins(.relay), role: Role.relay.rawValue))
    }

    /// What a transaction is for: a change; a rehearsal, which does everything and is then undone; or one snapshot to read.
    public enum Purpose: Sendable { case change, rehearsal, snapshot }

    /// Lends a transaction of `actor` to `body` and gives its value.
    ///
    /// Errors: `Refusal`, `LinesRefused`, `Trouble`. A deadlock or a lost race runs the whole body again, a few times.
    public func transaction<Value: Sendable>(
        as actor: Actor, for purpose: Purpose = .change,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        var attempt = 1
        while true {
            do {
                return try await once(as: actor, for: purpose, body)
            } catch let error where Self.isWorthAnotherTry(error) && attempt < 5 {
                try await Task.sleep(for: .milliseconds(Int.random(in: 5...40) * attempt))
                attempt += 1
            } catch let error as PostgresError {
                throw Trouble(error)
            }
        }
    }

    /// The transaction was undone as a whole, so running it again does nothing twice.
    private static func isWorthAnotherTry(_ error: any Error) -> Bool {
        if let refusal = error as? Refusal { return refusal.isLostRace }
        return ["40001", "40P01"].contains((error as? PostgresError)?.sqlState)
    }

    private func once<Value: Sendable>(
        as actor: Actor, for purpose: Purpose, _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        let isolation: Postgres.Database.Isolation = purpose == .snapshot ? .snapshot : .readCommitted
        do {
            return try await pool(of: actor).transaction(scope: actor.scope, isolation: isolation) { tx in
                let value = try body(tx)
                if purpose == .rehearsal { throw Rehearsed(value: value) }
                return value
            }
        } catch let rehearsed as Rehearsed<Value> {
            return rehearsed.value
        }
    }

    private func pool(of actor: Actor) -> Postgres.Database {
        switch actor {
        case .owner: owner
        case .admin: admin
        case .relay: relay
        }
    }

    /// Ends the connections.
    public func close() async {
        await owner.close()
        await admin.close()
        await relay.close()
    }
}

/// Carries a rehearsal's value out of the transaction that it undoes.
private struct Rehearsed<Value: Sendable>: Error { let value: Value }
