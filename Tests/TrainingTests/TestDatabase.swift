import FoundationEssentials
import Postgres

@testable import Training

/// The PostgreSQL that the PG* variables name, migrated once for the process; what a test does there is undone.
enum TestDatabase {
    /// All tests of the process stand in line for these, for as long as it takes on a busy machine.
    static let postgres = Postgres.Database(
        Login(conninfo: "", role: nil), connections: 6, limits: Limits(acquire: .seconds(1800)))

    /// Categories and a framework belong to no programme: they are put there once, and stay.
    private static let readiness = Task {
        try await Training.Database(server: "").migrate()
        try await postgres.transaction { tx in
            try tx.script("one at a time", "select pg_advisory_xact_lock(2021)")
            try tx.setReference(Example.categories, Example.framework, Example.competences)
            try tx.setGrid(Example.themes, Example.criteria)
        }
    }

    /// Waits until the schema is there.
    static func ready() async throws { try await readiness.value }

    /// Lends a transaction of the superuser, and rolls it back.
    static func undone(_ body: @escaping @Sendable (borrowing Transaction) throws -> Void)
        async throws
    {
        try await ready()
        do {
            try await postgres.transaction { tx in
                try body(tx)
                throw Undone()
            }
        } catch is Undone {}
    }

    /// Names a database of its own, migrated, to `body`, and drops it.
    static func elsewhere(_ body: (String) async throws -> Void) async throws {
        try await ready()
        let name = Example.code("cohorte")
        _ = try RuleTests.output(of: "createdb \(name)")
        let database = Training.Database(server: "dbname=\(name)")
        try await database.migrate()
        await database.close()
        try await body(name)
        _ = try RuleTests.output(of: "dropdb \(name)")
    }

    /// Lends a transaction of the coordinator of a new programme with five offices, and rolls it back.
    static func inProgramme(
        _ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void
    ) async throws {
        try await undone { tx in
            try tx.become(.admin)
            try body(tx, try tx.makeProgramme())
        }
    }
}

private struct Undone: Error {}

extension Transaction {
    /// Takes the role until the transaction's end, or until another is taken.
    func become(_ role: Training.Database.Role?) throws {
        try script("role", role.map { "set local role \($0.rawValue)" } ?? "reset role")
    }

    func setScope(programme: Programme.ID, office: Office.ID? = nil) throws {
        try script("scope", "set local cohorte.programme = '\(programme.rawValue.uuidString)'")
        try script("scope", "set local cohorte.office = '\(office?.rawValue.uuidString ?? "")'")
    }

    /// The rows of a query with one column.
    func column<Value: PostgresValue>(
        _ text: String, _ arguments: any PostgresValue..., of _: Value.Type = Value.self
    ) throws
        -> [Value]
    {
        try all(Query(name: "test", text: text, arguments: arguments, as: { (value: Value) in value }))
    }

    /// The only value of a query with one row and one column.
    func value<Value: PostgresValue>(
        _ text: String, _ arguments: any PostgresValue..., of _: Value.Type = Value.self
    ) throws
        -> Value
    {
        let values = try all(
            Query(name: "test", text: text, arguments: arguments, as: { (value: Value) in value }))
        guard let value = values.first, values.count == 1 else {
            throw PostgresError(sqlState: "21000", message: "\(values.count) rows", statement: text)
        }
        return value
    }

    /// The name of the rule that refuses `body`, or nil when it was done.
    func rule<Value>(_ body: (borrowing Transaction) throws -> Value) throws -> String? {
        do {
            _ = try attempt(body)
            return nil
        } catch let refusal as Refusal {
            return refusal.rule
        }
    }

    /// The lines for which `body` was refused; none when it was done.
    func refusedLines<Value>(_ body: (borrowing Transaction) throws -> Value) throws -> [Misread] {
        do {
            _ = try attempt(body)
            return []
        } catch let refused as LinesRefused {
            return try refused.lines.all()
        }
    }

    /// The SQLSTATE with which `body` failed, or nil when it was done.
    func failure<Value>(_ body: (borrowing Transaction) throws -> Value) throws -> PostgresError? {
        do {
            _ = try attempt(body)
            return nil
        } catch let error as PostgresError {
            return error
        }
    }
}

extension Transaction {
    /// Everything the programme's tables hold (but the trails named), in one number that changes when a row does.
    func digest(of programme: Programme.ID, without trails: Set<String> = []) throws -> String {
        let tables = """
            select c.relname || '|' || string_agg(quote_ident(a.attname), ', ' order by a.attnum)
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_column_privilege(c.oid, a.attnum, 'select')
            group by c.oid having bool_or(a.attname = 'programme_id') order by c.relname
            """
        let rows = try column(tables, of: String.self).map { $0.split(separator: "|") }
            .filter { !trails.contains(String($0[0])) }
            .map { table in
                """
                select md5(string_agg(t::text, ',' order by t::text)) as digest
                from (select \(table[1]) from \(table[0]) where programme_id = $1) t
                """
            }
        return try value(
            "select md5(string_agg(coalesce(digest, ''), ',')) from (\(rows.joined(separator: " union all "))) x",
            programme)
    }
}
