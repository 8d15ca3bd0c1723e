public import Postgres
import TrainingSQL

/// The schema of the database: migrations that roll forward and are never edited, and policies re-applied whole.
public enum Schema {
    /// The number of the newest migration this program knows.
    public static let version = migrations.last?.version ?? 0

    /// The SQL that makes the roles, for whoever may run it.
    public static let rolesSQL = SQL.roles.text + ";\n"

    struct Migration: Sendable {
        let version: Int
        let sql: SQL
        var checksum: String { Schema.checksum([sql]) }
    }

    static let migrations: [Migration] = SQL.all.filter { $0.name.hasPrefix("migrations/") }
        .sorted { $0.name < $1.name }
        .map { sql in Migration(version: Int(sql.name.dropFirst("migrations/".count).prefix(4)) ?? 0, sql: sql) }

    static let policies = SQL.all.filter { $0.name.hasPrefix("policies/") }.sorted { $0.name < $1.name }

    /// FNV-1a over the texts: tells that a file was edited, and guards against nothing else.
    static func checksum(_ files: [SQL]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in files.flatMap({ Array(($0.name + "\n" + $0.text).utf8) }) {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// What the ledger of a database says.
    struct Applied: Sendable {
        let version: Int32
        let name: String
        let checksum: String
    }

    /// Where a database stands.
    public enum State: Equatable, Sendable {
        /// No ledger: never migrated.
        case empty
        /// These are still to come (migrations or policies).
        case behind([String])
        case current
        /// A newer program has been here.
        case ahead(Int)
        /// This migration was edited after it was applied.
        case edited(String)
    }

    static func state(_ applied: [Applied]) -> State {
        let checksums = Dictionary(uniqueKeysWithValues: applied.map { ($0.name, $0.checksum) })
        if let newest = applied.map({ Int($0.version) }).max(), newest > version { return .ahead(newest) }
        let known = migrations.map { (name: $0.sql.name, checksum: $0.checksum) }
        if let edited = known.first(where: { checksums[$0.name] != nil && checksums[$0.name] != $0.checksum }) {
            return .edited(edited.name)
        }
        var behind = known.map(\.name).filter { checksums[$0] == nil }
        if checksums["policies"] != checksum(policies) { behind.append("policies") }
        return behind.isEmpty ? .current : .behind(behind)
    }
}

extension Query<Schema.Applied> {
    static func applied() -> Self { Query(SQL.`queries/schema/applied`, as: Schema.Applied.init) }
}

extension Transaction {
    /// Where this database stands.
    public func schemaState() throws -> Schema.State { Schema.state(try all(.applied())) }

    /// Makes the ledger and the roles; run by whoever may make roles, before anything else.
    public func prepareSchema() throws {
        try script("advisory lock", "select pg_advisory_xact_lock(4711202109)")
        try script("roles", SQL.roles.text)
        try script(
            "ledger",
            """
            create table if not exists migration (
                name text primary key, version integer not null, checksum text not null,
                applied_at timestamptz not null default now())
            """)
    }

    /// Applies one pending migration or the policies; false when another migrator was first.
    public func applySchema(_ name: String) throws -> Bool {
        try script("advisory lock", "select pg_advisory_xact_lock(4711202109)")
        guard case .behind(let pending) = Schema.state(try all(.applied())), pending.contains(name) else {
            return false
        }
        let migration = Schema.migrations.first { $0.sql.name == name }
        for file in migration.map({ [$0.sql] }) ?? Schema.policies { try script(file.name, file.text) }
        let checksum = migration?.checksum ?? Schema.checksum(Schema.policies)
        try run(
            Command(
                name: "ledger",
                text: """
                    insert into migration (name, version, checksum) values ($1, $2, $3)
                    on conflict (name) do update set checksum = excluded.checksum, applied_at = now()
                    """,
                arguments: [name, Int32(migration?.version ?? 0), checksum]))
        return true
    }
}

extension Database {
    /// Brings the schema up to this program, each migration in a transaction of its own; gives what was applied.
    ///
    /// Errors: `Refusal` when a migration was edited or a newer program has been here, `Trouble` when it broke.
    @discardableResult
    public func migrate() async throws -> [String] {
        try await transaction(as: .owner) { tx in try tx.prepareSchema() }
        var applied: [String] = []
        switch try await transaction(as: .owner, { tx in try tx.schemaState() }) {
        case .current, .empty: break
        case .behind(let pending):
            for name in pending where try await transaction(as: .owner, { tx in try tx.applySchema(name) }) {
                applied.append(name)
            }
        case .ahead(let version):
            throw Refusal(
                rule: "schema_is_not_newer", "La base vient d’une version plus récente de cohorte (schéma \(version)).",
                "The database comes from a newer cohorte (schema \(version)).")
        case .edited(let name):
            throw Refusal(
                rule: "migration_is_never_edited", "La migration \(name) a changé depuis son application.",
                "The migration \(name) was changed after it was applied.")
        }
        return applied
    }
}
