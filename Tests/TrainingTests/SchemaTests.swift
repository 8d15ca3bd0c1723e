import Postgres
import Testing

@testable import Training
@testable import TrainingSQL

/// Migrations roll forward and are never edited; the dump in the repository is the schema.
struct SchemaTests {
    @Test func migrationsAreCountedWithoutGaps() {
        #expect(!Schema.migrations.isEmpty)
        #expect(Schema.migrations.map(\.version) == Array(1...Schema.migrations.count))
        #expect(Schema.version == Schema.migrations.count)
    }

    @Test func theLedgerHoldsEveryMigrationAsItStands() async throws {
        try await TestDatabase.undone { tx in
            let applied = try tx.all(.applied()).filter { $0.version > 0 }
            #expect(applied.map(\.name) == Schema.migrations.map(\.sql.name))
            #expect(applied.map(\.checksum) == Schema.migrations.map(\.checksum))
            #expect(try tx.schemaState() == .current)
        }
    }

    /// FNV-1a, computed elsewhere: a checksum in a ledger means the same to every later program.
    @Test(arguments: zip(["", "a"], ["afb6bffff267cee4", "fb56c4e8e663ebff"]))
    func aChecksumNeverChangesItsMeaning(text: String, checksum: String) {
        #expect(Schema.checksum([SQL(name: "name", text: text)]) == checksum)
    }

    @Test func anEditedMigrationANewerProgramAndPendingPoliciesAreTold() throws {
        func ledger(_ change: (Schema.Migration) -> String = { $0.checksum }) -> [Schema.Applied] {
            Schema.migrations.map {
                .init(version: Int32($0.version), name: $0.sql.name, checksum: change($0))
            }
        }
        let policies = Schema.Applied(
            version: 0, name: "policies", checksum: Schema.checksum(Schema.policies))
        let reference = Schema.Applied(version: 0, name: "reference", checksum: Schema.referenceChecksum)
        #expect(Schema.state(ledger() + [policies, reference]) == .current)
        #expect(Schema.state(ledger() + [policies]) == .behind(["reference"]))
        #expect(Schema.state(ledger() + [reference]) == .behind(["policies"]))
        #expect(Schema.state([]) == .behind(Schema.migrations.map(\.sql.name) + ["policies", "reference"]))
        let first = try #require(Schema.migrations.first)
        let edited = ledger { $0.version == first.version ? "0000000000000000" : $0.checksum }
        #expect(Schema.state(edited + [policies]) == .edited(first.sql.name))
        let newer = Schema.Applied(
            version: Int32(Schema.version) + 1, name: "migrations/9999_later", checksum: "")
        #expect(Schema.state(ledger() + [policies, newer]) == .ahead(Schema.version + 1))
    }

    @Test func twoMigratorsAtOnceApplyEachMigrationOnce() async throws {
        try await TestDatabase.ready()
        let name = Example.code("migrated")
        _ = try RuleTests.output(of: "createdb \(name)")
        let applied = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let database = Training.Database(server: "dbname=\(name)")
                    let applied = try await database.migrate()
                    await database.close()
                    return applied
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(applied.sorted() == (Schema.migrations.map(\.sql.name) + ["policies"]).sorted())
        _ = try RuleTests.output(of: "dropdb \(name)")
    }

    @Test func migratingAgainDoesNothing() async throws {
        try await TestDatabase.ready()
        let database = Training.Database(server: "")
        #expect(try await database.migrate() == [])
        await database.close()
    }

    /// `pg_dump --schema-only --no-owner`, without the lines that name a version or a random key.
    @Test(
        .enabled(
            if: (try? RuleTests.read(RuleTests.schema).isEmpty) == false,
            "sql/schema.sql is still to be dumped"))
    func theDumpInTheRepositoryIsTheSchema() async throws {
        try await TestDatabase.elsewhere { name in
            let dump = try RuleTests.output(of: "pg_dump --schema-only --no-owner \(name)")
            #expect(try Self.lines(dump) == Self.lines(RuleTests.read(RuleTests.schema)))
        }
    }

    private static func lines(_ dump: String) -> [Substring] {
        dump.split(separator: "\n").filter { line in
            !["-- Dumped ", "\\restrict", "\\unrestrict"].contains { line.hasPrefix($0) }
        }
    }
}
