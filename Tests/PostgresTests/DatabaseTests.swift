import Postgres
import Testing

struct DatabaseTests {
    private let pid = values("select pg_backend_pid()", of: Int.self)

    private func database(_ connections: Int, role: String? = nil) -> Database {
        Database(Login(conninfo: "", role: role), connections: connections)
    }

    private func kill(_ pid: Int?) async throws {
        let kill = values("select pg_terminate_backend($1::int4, 5000)", pid, of: Bool.self)
        #expect(try await server.transaction { try $0.first(kill) } == true)
    }

    @Test func aBackendKilledInATransactionIsALostConnectionAndThePoolHeals() async throws {
        let single = database(1)
        let error = try await refusal {
            try await single.transaction { [pid] transaction in
                _ = try transaction.run(
                    Command(name: "suicide", text: "select pg_terminate_backend(pg_backend_pid(), 0)"))
                _ = try transaction.first(pid)
            }
        }
        #expect(error?.isConnectionLost == true && error?.isRetriable == true)
        let healed = try await single.transaction { [pid] in try $0.first(pid) } ?? nil
        #expect(healed != nil)
        await single.close()
    }

    @Test func aBackendKilledFromElsewhereIsNoticedInTheMiddle() async throws {
        let single = database(1)
        let (pids, told) = AsyncStream.makeStream(of: Int.self)
        async let failure = refusal {
            try await single.transaction { [pid] transaction in
                told.yield(try transaction.first(pid) ?? 0)
                try transaction.script("sleep", "select pg_sleep(20)")
            }
        }
        for await pid in pids {
            try await kill(pid)
            break
        }
        let error = try await failure
        #expect(error?.isConnectionLost == true && error?.statement == "sleep")
        await single.close()
    }

    @Test func aBackendKilledWhileIdleIsNotNoticed() async throws {
        let single = database(1)
        let before = try await single.transaction { [pid] in try $0.first(pid) } ?? nil
        try await kill(before)
        let after = try await single.transaction { [pid] in try $0.first(pid) } ?? nil
        #expect(after != nil && after != before)
        await single.close()
    }

    @Test func aConnectionThatIdledTooLongIsReplacedUnnoticed() async throws {
        let single = database(1)
        try await single.transaction { try $0.script("timeout", "set idle_session_timeout = '10ms'") }
        try await Task.sleep(for: .milliseconds(200))
        try await single.transaction { try $0.script("again", "select 1") }
        await single.close()
    }

    @Test func whatCannotConnectSaysWhy() async throws {
        let nowhere = Database(Login(conninfo: "host=/nonexistent", role: nil))
        let error = try await refusal { try await nowhere.transaction { _ in } }
        #expect(error?.sqlState == "08001" && error?.statement == "connect" && error?.isRetriable == true)
        #expect(error?.message.contains("/nonexistent") == true && error?.message.last?.isNewline == false)
        let cut = try await refusal { try await Database(Login(conninfo: "a\0", role: nil)).transaction { _ in } }
        #expect(cut?.sqlState == "22021")
    }

    @Test func aConnectionBearsTheProductsNameUnlessGivenAnother() async throws {
        let name = values("select current_setting('application_name')", of: String.self)
        #expect(try await server.transaction { try $0.first(name) } == "cohorte")
        let other = Database(Login(conninfo: "application_name='an other' client_encoding=LATIN1", role: nil))
        #expect(try await other.transaction { try $0.first(name) } == "an other")
        #expect(try await other.transaction { try $0.first(values("show client_encoding", of: String.self)) } == "UTF8")
        await other.close()
    }

    @Test func aRoleIsTakenOnceAndOnlyWhenItIsAnother() async throws {
        let name = "odd \"role\" \(Int.random(in: 0...Int.max))"
        let quoted = "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
        try await server.transaction { try $0.script("role", "create role \(quoted)") }
        let single = database(1, role: name)
        let users = values("select array[session_user::text, current_user::text]", of: [String].self)
        let first = try await single.transaction { try $0.first(users) }
        #expect(first?.last == name && first?.first != name)
        try await single.transaction { try $0.script("reset", "reset role") }
        let second = try await single.transaction { try $0.first(users) }
        #expect(second?.last == first?.first)
        await single.close()
        let same = database(1, role: first?.first)
        #expect(try await same.transaction { try $0.first(values("show role", of: String.self)) } == "none")
        await same.close()
        try await server.transaction { try $0.script("role", "drop role \(quoted)") }
    }

    @Test func aRoleThatDoesNotExistLeavesNoConnectionBehind() async throws {
        let name = "cohorte \(Int.random(in: 0...Int.max))"
        let wrong = Database(Login(conninfo: "application_name='\(name)'", role: "nobody at all"), connections: 1)
        for _ in 0..<5 {
            #expect(try await refusal { try await wrong.transaction { _ in } }?.statement == "session")
        }
        let left = values("select count(*) from pg_stat_activity where application_name = $1", name, of: Int.self)
        var remaining: Int? = -1
        for _ in 0..<50 where remaining != 0 {
            remaining = try await server.transaction { try $0.first(left) } ?? nil
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(remaining == 0)
    }
}
