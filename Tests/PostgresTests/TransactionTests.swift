import FoundationEssentials
import Postgres
import Testing

struct TransactionTests {
    private let table = Command(
        name: "table",
        text: "create temporary table score (id int8 constraint score_is_once primary key) on commit drop")

    private func insert(_ id: Int) -> Command {
        Command(name: "insert", text: "insert into score values ($1)", arguments: [id])
    }

    private let count = values("select count(*) from score", of: Int.self)

    @Test func runTellsHowManyRowsItTouched() async throws {
        try await server.undone { transaction in
            let none = try transaction.run(table)
            #expect(none == 0)
            #expect(
                try transaction.run(Command(name: "i", text: "insert into score select generate_series(1, 5)")) == 5)
            #expect(try transaction.run(Command(name: "u", text: "update score set id = -id where id > 3")) == 2)
        }
    }

    @Test func aThrownBodyLeavesNothing() async throws {
        let name = "left_\(Int.random(in: 0...Int.max))"
        await #expect(throws: Undone.self) {
            try await server.transaction { transaction in
                try transaction.script("table", "create table \(name) ()")
                throw Undone()
            }
        }
        let left = try await server.transaction {
            try $0.first(values("select to_regclass($1) is null", name, of: Bool.self))
        }
        #expect(left == true)
    }

    @Test func aFailedAttemptLeavesTheRest() async throws {
        try await server.undone { transaction in
            try transaction.run(table)
            try transaction.run(insert(1))
            let error = try refused {
                try transaction.attempt {
                    try $0.run(insert(2))
                    try $0.attempt { try $0.run(insert(3)) }
                    try $0.run(insert(1))
                }
            }
            #expect(error?.sqlState == "23505" && error?.constraint == "score_is_once" && error?.statement == "insert")
            #expect(error?.isRetriable == false && error?.message.contains("1") == false)
            #expect(try transaction.first(count) == 1)
            #expect(try transaction.attempt { try $0.run(insert(4)) } == 1)
            #expect(try transaction.first(count) == 2)
        }
    }

    @Test func aSwallowedErrorDoesNotCommit() async throws {
        let error = try await refusal {
            try await server.transaction { _ = try? $0.first(values("select 1 / 0", of: Int.self)) }
        }
        #expect(error?.sqlState == "25P02" && error?.statement == "commit")
    }

    @Test func aRefusedCommitIsThrown() async throws {
        let error = try await refusal {
            try await server.transaction {
                let late = "id int8 constraint late_is_once unique deferrable initially deferred"
                try $0.script("table", "create temporary table late (\(late)) on commit drop")
                try $0.script("rows", "insert into late values (1), (1)")
            }
        }
        #expect(error?.constraint == "late_is_once" && error?.statement == "commit")
    }

    @Test func nothingRunsOutsideTheTransaction() async throws {
        let name = "outside_\(Int.random(in: 0...Int.max))"
        let error = try await refusal {
            try await server.transaction {
                try $0.run(Command(name: "sneak", text: "commit"))
                try $0.script("table", "create table \(name) ()")
            }
        }
        #expect(error?.sqlState == "2D000" && error?.statement == "table")
        let ended = try await refusal { try await server.transaction { try $0.script("sneak", "rollback") } }
        #expect(ended?.sqlState == "2D000" && ended?.statement == "commit")
        let absent = try await server.transaction {
            try $0.first(values("select to_regclass($1) is null", name, of: Bool.self))
        }
        #expect(absent == true)
    }

    @Test func eachGivesEveryRowInOrder() async throws {
        try await server.undone { transaction in
            var sum = 0
            var last = 0
            try transaction.each(values("select generate_series(1, 100000)::int8", of: Int.self)) { number in
                #expect(number == last + 1)
                last = number
                sum += number
            }
            #expect(sum == 5_000_050_000)
        }
    }

    @Test func eachStopsWhenItsBodyThrows() async throws {
        let endless = values("select generate_series(1, 1000000000000)", of: Int.self)
        try await server.undone { transaction in
            for stop in [1, 5_000] {
                var seen = 0
                let isThrown = try isUndone {
                    try transaction.attempt {
                        try $0.each(endless) { _ in
                            seen += 1
                            if seen == stop { throw Undone() }
                        }
                    }
                }
                #expect(isThrown)
                #expect(seen == stop)
                #expect(try transaction.first(values("select 1", of: Int.self)) == 1)
            }
        }
        await #expect(throws: Undone.self) {
            try await server.transaction { try $0.each(endless) { _ in throw Undone() } }
        }
    }

    @Test func nothingElseRunsAmidAStatement() async throws {
        try await server.undone { transaction in
            let one = values("select 1", of: Int.self)
            var seen = 0
            try transaction.each(values("select generate_series(1, 3)", of: Int.self)) { _ in
                let error = try refused { _ = try transaction.first(one) }
                #expect(error?.sqlState == "55006")
                #expect(try refused { try transaction.each(one) { _ in } }?.sqlState == "55006")
                #expect(try refused { try transaction.attempt { _ in } }?.sqlState == "55006")
                seen += 1
            }
            #expect(seen == 3)
            try transaction.copyOut(Command(name: "out", text: "copy (select 1) to stdout"), columns: 1) { _ in
                let error = try refused { _ = try transaction.first(one) }
                #expect(error?.sqlState == "55006")
            }
            #expect(try transaction.first(one) == 1)
        }
    }

    @Test func anErrorAmongTheRowsOfEachIsThrown() async throws {
        try await server.undone { transaction in
            var seen = 0
            let error = try refused {
                try transaction.attempt {
                    try $0.each(values("select 1 / (3 - n) from generate_series(1, 5) n", of: Int.self)) { _ in
                        seen += 1
                    }
                }
            }
            #expect(error?.sqlState == "22012" && seen == 2)
            let copy = try refused {
                try transaction.attempt { try $0.each(values("copy (select 1) to stdout", of: Int.self)) { _ in } }
            }
            #expect(copy?.sqlState == "42809")
            #expect(try transaction.first(values("select 1", of: Int.self)) == 1)
        }
    }

    @Test func aSnapshotStaysAndAReadOnlyTransactionReads() async throws {
        let level = values(
            "select current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only')",
            of: String.self)
        let snapshot = try await server.transaction(isolation: .snapshot, readOnly: true) { try $0.first(level) }
        #expect(snapshot == "repeatable read on")
        #expect(try await server.transaction { try $0.first(level) } == "read committed off")
        let error = try await refusal {
            try await server.transaction(readOnly: true) { try $0.script("write", "create table never ()") }
        }
        #expect(error?.sqlState == "25006" && error?.isRetriable == true)
    }

    @Test func aScopeHoldsInsideAndIsGoneAfter() async throws {
        let single = Database(Login(conninfo: "", role: nil), connections: 1)
        let programme = UUID()
        let setting = values(
            "select current_setting('cohorte.programme', true) || ' ' || pg_backend_pid()", of: String?.self)
        let scope = Scope([("cohorte.programme", programme), ("cohorte.office", UUID())])
        let inside = try await single.transaction(scope: scope) { try $0.first(setting) } ?? nil
        let after = try await single.transaction { try $0.first(setting) } ?? nil
        #expect(inside?.hasPrefix(programme.uuidString.lowercased() + " ") == true)
        #expect(after?.hasPrefix(" ") == true)
        #expect(inside?.split(separator: " ").last == after?.split(separator: " ").last)
        await single.close()
    }

    @Test(arguments: ["", "a b", "x.y='';drop table t;--", "X.y", "é.a", "x\0"])
    func aScopeOfAnotherNameNeverReachesTheServer(name: String) async throws {
        let nowhere = Database(Login(conninfo: "host=/nonexistent", role: nil))
        let error = try await refusal { try await nowhere.transaction(scope: Scope([(name, UUID())])) { _ in } }
        #expect(error?.sqlState == "42602")
    }
}
