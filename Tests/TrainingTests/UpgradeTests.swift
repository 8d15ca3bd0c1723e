import Postgres
import Testing

@testable import Training
@testable import TrainingSQL

/// What was there before a migration is there after it.
struct UpgradeTests {
    /// An act that was logged when themes were whatever was typed: of the list where it names one, else « autre », with its
    /// words as they were, so that the inputs of an evaluation keep their hash.
    @Test func actsOlderThanTheListOfThemesKeepTheirWords() async throws {
        try await TestDatabase.ready()
        let name = Example.code("upgraded")
        _ = try RuleTests.output(of: "createdb \(name)")
        let database = Training.Database(server: "dbname=\(name)")
        try await database.transaction(as: .owner) { tx in try tx.prepareSchema() }
        for migration in Schema.migrations.prefix(while: { !$0.sql.name.hasSuffix("campaigns") }) {
            _ = try await database.transaction(as: .owner) { tx in try tx.applySchema(migration.sql.name) }
        }
        try await database.transaction(as: .owner) { tx in try tx.script("acts", Self.acts) }
        _ = try await database.migrate()
        let kept = try await database.transaction(as: .owner) { tx in
            try tx.column("select theme || ' = ' || theme_code from support order by 1", of: String.self)
        }
        #expect(kept == ["Avis = autre", "SITE WEB = site_web", "site_web = site_web"])
        await database.close()
        _ = try RuleTests.output(of: "dropdb \(name)")
    }

    /// Without the rows that they hang on, which no part of the migration reads.
    private static let acts = """
        set local session_replication_role = replica;
        insert into theme (code, label_fr, label_en, is_skill, position) values ('site_web', 'Site web', 'Web site', true, 1);
        insert into support (programme_id, support_id, enrolment_id, cohort_id, office_id, by_office_id, supported_on,
            minutes, mode, theme, autonomy, outcome)
        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
            gen_random_uuid(), '2022-02-03', 30, 'phone', t.theme, 'partly', 'solved'
        from unnest(array['Avis', 'SITE WEB', 'site_web']) as t (theme);
        """
}
