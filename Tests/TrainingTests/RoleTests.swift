import Postgres
import Testing

@testable import Training

/// What the two roles that serve may never do, and what protects every table.
struct RoleTests {
    static let roles: [Training.Database.Role] = [.admin, .relay, .guest, .door]

    @Test(arguments: roles)
    func aServingRolePassesNoRuleAndOwnsNothing(role: Training.Database.Role) async throws {
        try await TestDatabase.undone { (tx) throws in
            let powers = """
                select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication from pg_roles where rolname = $1
                """
            #expect(try !tx.value(powers, role.rawValue, of: Bool.self))
            let owned = """
                select count(*) from pg_shdepend d join pg_roles r on r.oid = d.refobjid where r.rolname = $1 and d.deptype = 'o'
                """
            #expect(try tx.value(owned, role.rawValue, of: Int.self) == 0)
            let memberships =
                "select count(*) from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = $1"
            #expect(try tx.value(memberships, role.rawValue, of: Int.self) == 0)
        }
    }

    @Test(arguments: roles)
    func aServingRoleMakesNothing(role: Training.Database.Role) async throws {
        try await TestDatabase.undone { (tx) throws in
            try tx.become(role)
            for text in [
                "create table leak (id int)", "create view leak as select 1",
                "create function leak() returns int return 1",
                "create schema leak", "create role leak", "alter role current_user bypassrls",
                "alter table participant no force row level security", "drop table participant",
                "drop policy relay_sees_its_own on participant",
                "alter table enrolment disable trigger all", "copy (select 1) to program 'true'",
                "copy migration to '/tmp/leak'",
                "create extension dblink", "select pg_read_file('/etc/passwd')",
                "insert into migration values ('x', 1, '')",
            ] {
                let error = try tx.failure { try $0.script("leak", text) }
                #expect(
                    ["42501", "0A000"].contains(error?.sqlState), "\(text): \(error?.description ?? "done")")
            }
        }
    }

    @Test func onlyTheCoordinatorStagesFiles() async throws {
        try await TestDatabase.undone { (tx) throws in
            try tx.become(.relay)
            #expect(
                try tx.failure { try $0.script("temp", "create temporary table leak (id int)") }?.sqlState
                    == "42501")
            try tx.become(.admin)
            #expect(
                try tx.failure {
                    try $0.script("temp", "create temporary table stage (id int) on commit drop")
                } == nil)
        }
    }

    @Test func everyTableOfAProgrammeForcesRowSecurityAndTheOthersAreKnown() async throws {
        try await TestDatabase.undone { (tx) throws in
            let protected = """
                select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                    and c.relrowsecurity and c.relforcerowsecurity = $1
                """
            let tables = Set(try tx.relations().filter { !$0.isView }.map(\.name))
            #expect(
                Set(try tx.column(protected, true, of: String.self))
                    == tables.subtracting(PolicyTests.reference))
            #expect(try tx.column(protected, false, of: String.self) == [])
        }
    }

    @Test func nobodyHasWhatEverybodyHas() async throws {
        try await TestDatabase.undone { (tx) throws in
            let grants = """
                select table_name::text from information_schema.role_table_grants
                where table_schema = 'public' and grantee = 'PUBLIC'
                """
            #expect(try tx.column(grants, of: String.self) == [])
            let definers = """
                select proname::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
                    and prorettype = 'trigger'::regtype and 'search_path=pg_catalog, public' = any(proconfig)
                """
            #expect(
                try tx.column(definers, of: String.self).sorted()
                    == [
                        "attendance_keeps_its_corrections", "enrolments_keep_their_beginnings",
                        "enrolments_keep_their_history", "observation_keeps_its_corrections",
                        "observations_follow_their_provider", "participant_merge_is_carried_out",
                        "participant_transfer_is_carried_out", "support_keeps_its_corrections",
                        "temporary_access_names_the_owner",
                    ])
            let others = "select count(*) from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"
            #expect(try tx.value(others, of: Int.self) == 9)
        }
    }

    /// A database that the policies closed opens for the two roles and for no other.
    @Test func aStrangerDoesNotMakeTemporaryTables() async throws {
        try await TestDatabase.undone { (tx) throws in
            try tx.script(
                "stranger",
                "create role stranger_of_the_tests nologin; set local role stranger_of_the_tests")
            for relation in ["participant", "programme", "category", "answer"] {
                #expect(
                    try tx.failure { try $0.script("read", "select * from \(relation)") }?.sqlState == "42501"
                )
            }
            #expect(
                try tx.failure { try $0.script("temp", "create temporary table leak (id int)") }?.sqlState
                    == "42501")
        }
    }
}
