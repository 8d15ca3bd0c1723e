public import Postgres
import TrainingSQL

/// The schema of the database: migrations that roll forward and are never edited, and policies re-applied whole.
public enum Schema {
    /// The number of the newest migration this program knows.
    public static let version = migrations.last?.version ?? 0

    /// The SQL that a login which may make roles runs, so that `login` can migrate.
    public static func rolesSQL(for login: String) -> String {
        let quoted = "\"" + login.replacing("\"", with: "\"\"") + "\""
        return """
            \(SQL.roles.text);
            grant cohorte_admin, cohorte_relay, cohorte_guest, cohorte_door to \(quoted);
            alter role \(quoted) bypassrls;

            """
    }

    /// The reference data that comes with the product, re-applied whole when it changes.
    static var referenceChecksum: String {
        checksum(Embedded.folder("seed/reference").map { ($0.name, $0.bytes) })
    }

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
    static func checksum(_ files: [SQL]) -> String { checksum(files.map { ($0.name, Array($0.text.utf8)) }) }

    private static func checksum(_ files: [(name: String, bytes: [UInt8])]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in files.flatMap({ (file) -> [UInt8] in Array(file.name.utf8) + [0x0A] + file.bytes }) {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// What the ledger of a database says.
    public struct Applied: Sendable {
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

    /// Where a database with this ledger stands.
    public static func state(_ applied: [Applied]) -> State {
        let checksums = Dictionary(uniqueKeysWithValues: applied.map { ($0.name, $0.checksum) })
        if let newest = applied.map({ Int($0.version) }).max(), newest > version { return .ahead(newest) }
        let known = migrations.map { (name: $0.sql.name, checksum: $0.checksum) }
        if let edited = known.first(where: { checksums[$0.name] != nil && checksums[$0.name] != $0.checksum }) {
            return .edited(edited.name)
        }
        var behind = known.map(\.name).filter { checksums[$0] == nil }
        if checksums["policies"] != checksum(policies) { behind.append("policies") }
        if checksums["reference"] != referenceChecksum { behind.append("reference") }
        return behind.isEmpty ? .current : .behind(behind)
    }
}

/// The login that migrates.
struct Migrator: Sendable {
    let name: String
    let passesRowSecurity: Bool
}

extension Query<Migrator> {
    static func login() -> Self { Query(SQL.`queries/schema/login`, as: Migrator.init) }
}

extension Command {
    static func record(_ name: String, version: Int, checksum: String) -> Command {
        Command(SQL.`queries/schema/record`, name, Int32(version), checksum)
    }
}

extension Query<Schema.Applied> {
    /// The ledger.
    public static func applied() -> Self { Query(SQL.`queries/schema/applied`, as: Schema.Applied.init) }
}

extension Transaction {
    /// Where this database stands.
    public func schemaState() throws -> Schema.State { Schema.state(try all(.applied())) }

    /// Who migrates. Refused unless row security lets it see every row: a migration would change none, silently.
    public func migratingLogin() throws -> String {
        guard let login = try first(.login()) else { return "" }
        guard login.passesRowSecurity else {
            throw Refusal(
                rule: "migrating_passes_row_security",
                "Le compte « \(login.name) » ne peut pas migrer : il lui faut BYPASSRLS (le SQL ci-dessus).",
                "The login \"\(login.name)\" cannot migrate: it needs BYPASSRLS (the SQL above).")
        }
        return login.name
    }

    /// The name of the login that asks.
    public func loginName() throws -> String { try first(.login())?.name ?? "" }

    /// Has the categories and the default framework as the reference data has them. As the owner.
    public func setReference(
        _ categories: [Category], _ framework: Framework.Code, _ competences: [Framework.Competence]
    )
        throws
    {
        for (position, category) in categories.enumerated() { try change(.set(category, at: position)) }
        try change(.add(framework, titles: Sentence("DigComp 2.1", "DigComp 2.1")))
        for (index, competence) in competences.enumerated() {
            try change(.set(competence, at: index + 1, in: framework))
        }
        try change(.record("reference", version: 0, checksum: Schema.referenceChecksum))
    }

    /// Has other frameworks, and the ceilings of their scores, as the reference data has them. As the owner.
    public func setFrameworks(
        _ frameworks: [(code: Framework.Code, titles: Sentence, competences: [Framework.Competence])],
        _ ceilings: [Framework.Ceiling]
    ) throws {
        for (code, titles, competences) in frameworks {
            try change(.add(code, titles: titles))
            for (index, competence) in competences.enumerated() {
                try change(.set(competence, at: index + 1, in: code))
            }
        }
        for ceiling in ceilings { try change(.set(ceiling)) }
    }

    /// Makes the ledger and the roles; run by whoever may make roles, before anything else.
    public func prepareSchema() throws {
        try script("advisory lock", "select pg_advisory_xact_lock(4711202109)")
        try script("roles", SQL.roles.text)
        try script("ledger", SQL.ledger.text)
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
        try change(.record(name, version: migration?.version ?? 0, checksum: checksum))
        return true
    }
}

extension Database {
    /// Brings the schema up to this program, each migration in a transaction of its own; gives what was applied.
    ///
    /// Errors: `Refusal` when a migration was edited or a newer program has been here, `Trouble` when it broke.
    @discardableResult
    public func migrate() async throws -> [String] {
        try await transaction(as: .owner) { tx in
            _ = try tx.migratingLogin()
            try tx.prepareSchema()
        }
        var applied: [String] = []
        switch try await transaction(as: .owner, { tx in try tx.schemaState() }) {
        case .current, .empty: break
        case .behind(let pending):
            for name in pending.filter({ $0 != "reference" })
            where try await transaction(as: .owner, { tx in try tx.applySchema(name) }) {
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
