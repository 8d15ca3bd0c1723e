import Glibc
import Testing

@testable import LocalPostgres

@Suite(.serialized)
struct AdmissionTests {
    @Test(.enabled(if: geteuid() == 0)) func anotherUserIsRefusedEvenWithTheFoldersOpen() async throws {
        try await TemporaryHome.lend { home async throws in
            let address = try await home.postgres.start()
            let admin = address.conninfo(role: "cohorte_admin")
            await #expect(processExitsWith: .success) { [admin = admin as String] in
                guard becomeNobody() else { exit(2) }
                exit(TemporaryHome.ask(admin, "select 1").contains("Permission denied") ? 0 : 1)
            }
            #expect(chmod(address.socketFolder, 0o755) == 0)
            #expect(chmod(address.socketFolder + "/.s.PGSQL.5432", 0o777) == 0)
            for role in Configuration.roles + ["postgres", "nobody"] {
                let conninfo = address.conninfo(role: role)
                await #expect(processExitsWith: .success) { [conninfo = conninfo as String] in
                    guard becomeNobody() else { exit(2) }
                    exit(TemporaryHome.ask(conninfo, "select 1").contains("FATAL:") ? 0 : 1)
                }
            }
        }
    }

    @Test(.enabled(if: geteuid() == 0)) func theServersOwnAccountSharesTheClusterOfRoot() async throws {
        try await TemporaryHome.lend { home async throws in
            let admin = try await home.postgres.start().conninfo(role: "cohorte_admin")
            let path = home.path
            let account = try Account.serving()
            let (user, group) = (account.user, account.group)
            await #expect(processExitsWith: .success) {
                [
                    admin = admin as String, path = path as String, user = user as uid_t, group = group as gid_t
                ] in
                guard setgroups(0, nil) == 0, setgid(group) == 0, setuid(user) == 0 else { exit(2) }
                let address = try await LocalPostgres(home: path).start()
                exit(
                    address.conninfo(role: "cohorte_admin") == admin && TemporaryHome.ask(admin, "select 1") == "1"
                        ? 0 : 1)
            }
        }
    }

    @Test(.enabled(if: geteuid() == 0)) func anOrdinaryUserHasAServerToo() async throws {
        try await TemporaryHome.lend(to: 65_534) { home async throws in
            let path = home.path
            await #expect(processExitsWith: .success) { [path = path as String] in
                guard becomeNobody() else { exit(2) }
                let home = TemporaryHome(base: path, path: path)
                guard try await home.ask("create table t as select 7 as x; select x from t") == "7" else { exit(3) }
                guard let pid = try await home.pid(), kill(pid, SIGKILL) == 0 else { exit(4) }
                guard try await home.ask("select x from t", as: "cohorte_owner") == "7" else { exit(5) }
                guard try await home.ask("select current_user", as: "cohorte_relay") == "cohorte_relay" else { exit(6) }
                guard try await home.postgres.stop() else { exit(7) }
                guard try await home.postgres.status().dataFolder == path + "/postgres-15" else { exit(8) }
            }
            let owner = LocalPostgresError(.belongsToAnother(folder: path + "/postgres-15", owner: "nobody"))
            await #expect(throws: owner) { try await home.postgres.start() }
        }
    }

    @Test func theRolesOfProgramsOwnNothingAndMayMakeNothing() async throws {
        try await TemporaryHome.lend { home async throws in
            let forbidden = [
                "create table x ()", "create schema x", "create role x", "create database x",
                "create extension pg_trgm",
                "set role cohorte_owner", "alter role cohorte_admin bypassrls", "alter system set jit = on",
                "copy (select 1) to '/tmp/x'", "create table pg_temp.x ()",
            ]
            for role in ["cohorte_admin", "cohorte_relay", "cohorte_guest", "cohorte_door"] {
                for sql in forbidden where role != "cohorte_admin" || !sql.contains("pg_temp") {
                    let answer = try await home.ask(sql, as: role)
                    #expect(answer.hasPrefix("error: "), "\(role): \(sql)")
                }
            }
            let powers = "select count(*) from pg_roles where rolname ~ '^cohorte_(admin|relay|guest|door)$' and not"
            #expect(try await home.ask(powers + " (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)") == "4")
            #expect(
                try await home.ask("select datdba::regrole from pg_database where datname = 'cohorte'")
                    == "cohorte_owner")
        }
    }

    @Test func rowSecurityHoldsForTheRolesOfPrograms() async throws {
        try await TemporaryHome.lend { home async throws in
            let sql = """
                create table t as select 1 as x; alter table t enable row level security, force row level security;
                grant select on t to cohorte_admin, cohorte_relay
                """
            #expect(try await home.ask(sql) == "")
            #expect(try await home.ask("select count(*) from t", as: "cohorte_admin") == "0")
            let answer = try await home.ask("set row_security = off; select count(*) from t", as: "cohorte_relay")
            #expect(answer.hasPrefix("error: "))
        }
    }

    @Test func nothingTrustsAndNothingListensOnTheNetwork() async throws {
        try await TemporaryHome.lend { home async throws in
            #expect(try await home.ask("show listen_addresses") == "")
            #expect(try await home.ask("select string_agg(distinct auth_method, ' ') from pg_hba_file_rules") == "peer")
            #expect(try await home.ask("select count(*) from pg_hba_file_rules where error is not null") == "0")
            for setting in ["fsync", "full_page_writes", "data_checksums"] {
                #expect(try await home.ask("show \(setting)") == "on")
            }
            #expect(try await home.ask("show timezone") == "UTC")
            #expect(
                try await home.ask("select pg_encoding_to_char(encoding) from pg_database where datname = 'cohorte'")
                    == "UTF8")
            let data = try await home.postgres.status().dataFolder
            #expect(try #require(FileSystem.state(data)).st_mode & 0o777 == 0o700)
        }
    }

    @Test func theLogNeverHoldsWhatPeopleTyped() async throws {
        try await TemporaryHome.lend { home async throws in
            let failing =
                "create table t (mail text unique); insert into t values ('zoe@exemple.fr'), ('zoe@exemple.fr')"
            let answer = try await home.ask(failing)
            #expect(answer.contains("zoe@exemple.fr"))
            let logs = try await home.postgres.status().logFolder
            let text = FileSystem.names(in: logs).compactMap { FileSystem.read(logs + "/" + $0) }.joined()
            #expect(text.contains("duplicate key value"))
            #expect(!text.contains("zoe"))
        }
    }
}
