import Glibc
import Testing

@testable import LocalPostgres

@Suite(.serialized)
struct MakingTests {
    @Test func eightProcessesAtOnceMakeOneClusterThatOutlivesThem() async throws {
        try await TemporaryHome.lend { home async throws in
            let path = home.path
            await withTaskGroup { group in
                for _ in 1...8 {
                    group.addTask {
                        await #expect(processExitsWith: .success) { [path = path as String] in
                            let address = try await LocalPostgres(home: path).start()
                            let owner = address.conninfo(role: "cohorte_owner")
                            let made = TemporaryHome.ask(
                                owner,
                                """
                                select pg_advisory_xact_lock(1); create table if not exists visit (x int);
                                insert into visit values (1) returning x
                                """)
                            guard made == "1" else { exit(1) }
                        }
                    }
                }
            }
            let pid = try #require(try await home.pid())
            #expect(getsid(pid) == pid)
            #expect(try await home.ask("select count(*) from visit") == "8")
            #expect(FileSystem.names(in: home.path).sorted() == ["postgres-15", "postgres.lock", "socket"])
        }
    }

    @Test func eightTasksAtOnceMakeOnceAndStartOnce() async throws {
        try await TemporaryHome.lend { home async throws in
            let notes = Notes<LocalPostgres.Progress>()
            try await withThrowingTaskGroup { group in
                for _ in 1...8 { group.addTask { _ = try await home.postgres.start { notes.add($0) } } }
                try await group.waitForAll()
            }
            #expect(notes.all == [.making, .starting])
        }
    }

    @Test func aStoppedServerHasStoppedAndKeepsItsRows() async throws {
        try await TemporaryHome.lend { home async throws in
            #expect(try await home.postgres.status().state == .neverMade)
            #expect(try await home.postgres.stop() == false)
            #expect(FileSystem.state(home.path) == nil)
            #expect(try await home.ask("create table t as select 7 as x; select x from t") == "7")
            #expect(try await home.postgres.stop())
            #expect(try await home.postgres.stop() == false)
            #expect(try await home.postgres.status().state == .stopped)
            #expect(try await home.ask("select x from t") == "7")
            #expect(try await home.postgres.status().version == 15)
        }
    }

    @Test(arguments: [
        "l'été \"chaud\", 100% = a\\b\\", "100% = l'été \"chaud\" a\\b\\", "$(touch /tmp/x) `id` ; #",
        String(repeating: "long ", count: 40),
    ])
    func anyPathServes(name: String) async throws {
        try await TemporaryHome.lend(named: name) { home async throws in
            let address = try await home.postgres.start()
            #expect(address.socketFolder.utf8.count <= Place.longestSocketFolder)
            #expect(
                TemporaryHome.ask(address.conninfo(role: "cohorte_admin"), "select current_user") == "cohorte_admin")
            let server = try await home.postgres.status().dataFolder
            #expect(try await home.ask("show data_directory") == server)
            #expect(try await home.postgres.start { _ in Issue.record("it runs already") } == address)
        }
    }

    @Test func aLineBreakInThePathIsRefused() async throws {
        await #expect(throws: LocalPostgresError.self) { try await LocalPostgres(home: "/tmp/a\nb").start() }
    }

    @Test func aHalfMadeClusterIsRemovedAndNeverServed() async throws {
        try await TemporaryHome.lend { home async throws in
            for draft in ["postgres-15.new", "postgres-15.x7.new", "postgres-99.new"] {
                try FileSystem.makeFolder("\(home.path)/\(draft)/base", mode: 0o700)
                #expect(symlink("/etc", "\(home.path)/\(draft)/base/link") == 0)
            }
            #expect(try await home.postgres.status().state == .neverMade)
            _ = try await home.postgres.start()
            #expect(!FileSystem.names(in: home.path).contains { $0.hasSuffix(".new") })
            #expect(FileSystem.state("/etc/passwd") != nil)
        }
    }

    @Test(.enabled(if: geteuid() == 0))
    func aHomeThatPostgresCannotReachIsServedFromElsewhereAndSaysSo() async throws {
        try await TemporaryHome.lend(mode: 0o700) { home async throws in
            #expect(try await home.ask("create table t as select 1 as x; select x from t") == "1")
            let status = try await home.postgres.status()
            #expect(status.isElsewhere)
            #expect(status.dataFolder == "/var/lib/cohorte/\(Place.hash(home.path))/postgres-15")
            let note = try #require(FileSystem.read(home.path + "/postgres-is-elsewhere.txt"))
            #expect(note.contains("/var/lib/cohorte/\(Place.hash(home.path))"))
            #expect(chmod(home.base, 0o755) == 0)
            #expect(try await home.ask("select x from t") == "1", "once elsewhere, always there")
        }
    }

    @Test func whatWasDroppedIsMadeAgain() async throws {
        try await TemporaryHome.lend { home async throws in
            let owner = try await home.postgres.start().conninfo(role: "cohorte_owner", database: "postgres")
            #expect(TemporaryHome.ask(owner, "drop database cohorte") == "")
            #expect(TemporaryHome.ask(owner, "drop role cohorte_relay") == "")
            #expect(TemporaryHome.ask(owner, "alter role cohorte_admin superuser") == "")
            #expect(try await home.ask("select rolsuper from pg_roles where rolname = 'cohorte_admin'") == "f")
            #expect(try await home.ask("select current_user", as: "cohorte_relay") == "cohorte_relay")
        }
    }
}
