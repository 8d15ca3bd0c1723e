import FoundationEssentials
import Postgres
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)))
struct CancellationTests {
    /// What a transaction may be at when its task is cancelled.
    enum Occupation: CaseIterable {
        case statement, each, copyIn, copyOut, attempt, retried

        func last(in transaction: borrowing Transaction) throws {
            let endless = "select generate_series(1, 1000000000000) /* occupation */"
            switch self {
            case .statement, .retried: _ = try transaction.all(sleep(60, mark: "occupation"))
            case .each: try transaction.each(values(endless, of: Int.self)) { _ in }
            case .copyIn:
                let copy = Command(name: "copy", text: "copy kept from stdin (format binary) /* occupation */")
                _ = try transaction.copyIn(copy, of: UUID.self, Int.self) { rows in
                    while true { try rows.row(UUID(), 1) }
                }
            case .copyOut:
                try transaction.copyOut(Command(name: "copy", text: "copy (\(endless)) to stdout"), columns: 1) { _ in }
            case .attempt: try transaction.attempt { _ = try $0.all(sleep(60, mark: "occupation")) }
            }
        }
    }

    @Test(arguments: Occupation.allCases)
    func aCancelledTransactionEndsOnTheServerAndLeavesNothing(occupation: Occupation) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1)
            let pid = values("select pg_backend_pid()", of: Int.self)
            let before = try await single.lent(pid)
            let runs = Tally()
            let task = Task {
                try await single.transaction(retry: occupation == .retried ? .keyed(UUID()) : .never) { transaction in
                    runs.add()
                    try transaction.run(keeping(UUID()))
                    try occupation.last(in: transaction)
                }
            }
            #expect(try await eventually { try await cluster.running("occupation") == 1 })
            let time = await elapsed {
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
            }
            #expect(time < ample)
            #expect(try await eventually(within: .seconds(1)) { try await cluster.running("occupation") == 0 })
            #expect(try await single.lent(pid) == before)
            #expect(try await cluster.numberOfKept() == 0)
            #expect(runs.count == 1)
            await single.close()
        }
    }

    @Test func aTransactionCancelledBetweenStatementsSendsNoOther() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1)
            let gate = Gate()
            let task = Task {
                try await single.transaction { transaction in
                    try transaction.run(keeping(UUID()))
                    gate.pass()
                    try transaction.script("never", "select setval('never', 1)")
                }
            }
            #expect(try await gate.isReached())
            task.cancel()
            gate.open()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await cluster.numberOfKept() == 0)
            #expect(try await single.lent(scopedRows(tag: 1)).isEmpty)
            await single.close()
        }
    }

    @Test func aCancelledWaiterIsGoneAndHarmsNobody() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1)
            let gate = Gate()
            let holder = Task { try await single.transaction { _ in gate.pass() } }
            #expect(try await gate.isReached())
            let waiters = (0..<50).map { _ in Task { try await single.keep() } }
            await pause(.milliseconds(20))
            for waiter in waiters { waiter.cancel() }
            for waiter in waiters { await #expect(throws: CancellationError.self) { try await waiter.value } }
            gate.open()
            try await holder.value
            #expect(try await cluster.numberOfKept() == 0)
            await single.close()
        }
    }

    @Test func rowsThatNobodyWantsAnyMoreAreStoppedOnTheServer() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(connections: 2)
            let endless = values("select generate_series(1, 1000000000000) /* endless */", of: Int.self)
            for stop in [1, 2, 5_000] {
                var seen = 0
                for try await number in database.rows(endless) {
                    seen += 1
                    #expect(number == seen)
                    if seen == stop { break }
                }
                #expect(try await eventually(within: .seconds(2)) { try await cluster.running("endless") == 0 })
            }
            for _ in 0..<3 { _ = try await database.lent(scopedRows(tag: 1)) }
            await database.close()
        }
    }

    @Test(arguments: ["select generate_series(1, 1000000000000)", "select 1::int8 from pg_sleep(60)"])
    func aTaskCancelledWhileRowsComeStopsThemOnTheServer(text: String) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1)
            let task = Task {
                for try await _ in single.rows(values("\(text) /* flow */", of: Int.self)) {}
            }
            #expect(try await eventually { try await cluster.running("flow") == 1 })
            await pause(.milliseconds(50))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await eventually(within: .seconds(2)) { try await cluster.running("flow") == 0 })
            #expect(try await single.lent(scopedRows(tag: 1)).isEmpty)
            await single.close()
        }
    }

    @Test func rowsWaitForWhoReadsThemSlowly() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1)
            let text = "select n, repeat('x', 10000) from generate_series(1, 1000000) n /* wide */"
            let wide = Query(name: "wide", text: text, arguments: [], as: { (number: Int, _: String) in number })
            var seen = 0
            let before = try residentBytes()
            for try await number in single.rows(wide) {
                seen += 1
                #expect(number == seen)
                if seen == 1 { await pause(.seconds(1)) }
                if seen == 3_000 { break }
            }
            #expect(try isSanitized || residentBytes() - before < 100_000_000)
            await single.close()
        }
    }

    @Test func aRowThatHasComeIsNotHeldBack() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1)
            // The server itself holds back what does not fill its buffer of 8 kB.
            let text =
                "select repeat('x', 9000) from generate_series(1, 100) n, lateral (select pg_sleep(0.3), n as same) s"
            let time = try await elapsed {
                for try await _ in single.rows(values(text, of: String.self)) { break }
            }
            #expect(time < ample, "\(time)")
            await single.close()
        }
    }

    @Test func anErrorAmongTheRowsComesAfterThoseBeforeIt() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1)
            for _ in 0..<3 {
                var seen: [Int] = []
                let error = try await refusal {
                    let text = "select 6 / (4 - n) from generate_series(1, 9) n"
                    for try await number in single.rows(values(text, of: Int.self)) { seen.append(number) }
                }
                #expect(error?.sqlState == "22012" && seen == [2, 3, 6])
                #expect(try await single.lent(scopedRows(tag: 1)).isEmpty)
            }
            await single.close()
        }
    }
}
