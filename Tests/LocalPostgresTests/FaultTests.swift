import Glibc
import Testing

@testable import LocalPostgres

@Suite(.serialized)
struct FaultTests {
    @Test func everyCommittedRowSurvivesKilledServers() async throws {
        try await TemporaryHome.lend { home async throws in
            #expect(try await home.ask("create table t (x int)") == "")
            for row in 1...4 {
                #expect(try await home.ask("insert into t values (\(row)) returning x") == "\(row)")
                let pid = try #require(try await home.pid())
                #expect(kill(pid, SIGKILL) == 0)
                #expect(try await home.ask("select count(*) from t") == "\(row)")
            }
        }
    }

    @Test func aBusyBackendOfAKilledServerIsNotJoinedByASecondServer() async throws {
        try await TemporaryHome.lend { home async throws in
            let owner = try await home.postgres.start().conninfo(role: "cohorte_owner")
            let busy = Task.detached {
                await TemporaryHome.askAside(owner, "select sum(i) from generate_series(1, 1e9::bigint) i")
            }
            try await Task.sleep(for: .milliseconds(200))
            let pid = try #require(try await home.pid())
            #expect(kill(pid, SIGKILL) == 0)
            #expect(try await home.ask("select 1") == "1")
            #expect(await busy.value.hasPrefix("error: "))
        }
    }

    @Test func filesLeftByADeadServerWithALivingStrangersNumberDoNotKeepItFromStarting() async throws {
        try await TemporaryHome.lend { home async throws in
            _ = try await home.postgres.start()
            let place = try Place(home: home.path, runtime: nil)
            let file = try #require(FileSystem.read(home.path + "/postgres-15/postmaster.pid"))
            #expect(try await home.postgres.stop())
            let zombie = try zombie()
            defer { waitpid(zombie, nil, 0) }
            for stranger in [getpid(), zombie, 1] {
                let lines = "\(stranger)\n" + file.drop { $0 != "\n" }.dropFirst()
                try home.leave("postgres-15/postmaster.pid", lines, in: place)
                try home.leave("socket/.s.PGSQL.5432.lock", lines, in: place)
                try home.leave("socket/.s.PGSQL.5432", "", in: place)
                #expect(try await home.postgres.status().state == .stopped)
                #expect(try await home.postgres.stop() == false)
                #expect(try await home.ask("select 1") == "1")
                #expect(try await home.postgres.stop())
            }
        }
    }

    @Test func aServerWhoseSocketWasSweptAwayIsStartedAgain() async throws {
        try await TemporaryHome.lend { home async throws in
            #expect(try await home.ask("create table t as select 1 as x; select x from t") == "1")
            FileSystem.removeTree(home.path + "/socket")
            #expect(try await home.ask("select x from t") == "1")
        }
    }

    @Test func aMovedHomeIsServedAndACopyNeverTalksToItsOriginal() async throws {
        try await TemporaryHome.lend { home async throws in
            #expect(try await home.ask("create table t as select 1 as x; select x from t") == "1")
            let pid = try #require(try await home.pid())
            let moved = TemporaryHome(base: home.base, path: home.base + "/moved")
            #expect(rename(home.path, moved.path) == 0)
            #expect(try await moved.ask("insert into t values (2) returning x") == "2")
            #expect(try await moved.pid() == pid)
            #expect(try await moved.postgres.stop())
            #expect(rename(moved.path, home.path) == 0)
            _ = try await home.postgres.start()
            let copy = try await Command(
                ["cp", "-a", home.path, moved.path], as: Account(name: "", user: 0, group: 0, needsSwitch: false)
            ).output()
            #expect(copy.succeeded)
            #expect(try await moved.ask("insert into t values (3) returning x") == "3")
            #expect(try await home.ask("select count(*) from t") == "2")
            #expect(try await moved.postgres.stop())
            #expect(try await home.pid() != nil)
        }
    }

    @Test(.enabled(if: geteuid() == 0)) func aFullDiskIsSaidAndLeavesNothingHalfMade() async throws {
        try await TemporaryHome.lend { home async throws in
            try FileSystem.makeFolder(home.path, mode: 0o755)
            guard mount("tmpfs", home.path, "tmpfs", 0, "size=20m,mode=755") == 0 else { return }
            defer { umount(home.path) }
            await #expect(throws: LocalPostgresError(.diskFull(path: home.path))) { try await home.postgres.start() }
            #expect(FileSystem.names(in: home.path) == ["postgres.lock"])
            #expect(mount("tmpfs", home.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), "") == 0)
            await #expect(throws: LocalPostgresError.self) { try await home.postgres.start() }
        }
    }

    @Test func missingProgramsAreSaidBeforeAnythingIsMade() async throws {
        try await TemporaryHome.lend { home async throws in
            let none = LocalPostgres(home: home.path, programs: Programs(root: home.base), runtime: nil)
            await #expect(throws: LocalPostgresError(.serverMissing)) { try await none.start() }
            _ = try await home.postgres.start()
            #expect(try await none.start() == home.postgres.start(), "a running server needs no programs")
            #expect(try await home.postgres.stop())
            let gone = LocalPostgresError(.versionMissing(15, folder: home.path + "/postgres-15"))
            await #expect(throws: gone) { try await none.start() }
            #expect(gone.sentence(french: false).contains("apt-get install postgresql-15"))
        }
    }

    @Test func aServerThatCannotStartNamesItsLogAndItsReason() async throws {
        try await TemporaryHome.lend { home async throws in
            _ = try await home.postgres.start()
            #expect(try await home.postgres.stop())
            let place = try Place(home: home.path, runtime: nil)
            try home.leave("postgres-15/postgresql.auto.conf", "shared_buffers = 'much'\n", in: place)
            let error = try await #require(throws: LocalPostgresError.self) { try await home.postgres.start() }
            #expect(error.sentence(french: true).contains(home.path + "/postgres-15/log/start.log"))
            #expect(error.sentence(french: false).contains("FATAL:  configuration file"))
        }
    }

    private func zombie() throws -> pid_t {
        var pid: pid_t = 0
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
        defer { free(words[0]) }
        try #require(posix_spawn(&pid, "/bin/true", nil, nil, &words, nil) == 0)
        usleep(50_000)
        return pid
    }
}
