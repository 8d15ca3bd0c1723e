import FoundationEssentials
import Postgres
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)))
struct DeadlineTests {
    /// What may be asked of a database that cannot be reached.
    enum Demand: CaseIterable {
        case read, transaction, rows, notifications

        func make(of database: Database) async throws {
            switch self {
            case .read: _ = try await database.read(scopedRows(tag: 1))
            case .transaction: try await database.keep()
            case .rows: for try await _ in database.rows(scopedRows(tag: 1)) {}
            case .notifications: for try await _ in database.notifications(on: "bell") {}
            }
        }
    }

    @Test(arguments: [true, false], Demand.allCases)
    func aServerThatNeverAnswersIsGivenUpInTime(isBlackHole: Bool, demand: Demand) async throws {
        let deaf = try DeafPort(isFull: isBlackHole)
        let address = "host=127.0.0.1 port=\(deaf.port) user=reader dbname=postgres sslmode=disable gssencmode=disable"
        let limits = Limits(connect: .milliseconds(300), acquire: .seconds(1))
        let database = Database(Login(conninfo: address, role: nil), connections: 2, limits: limits)
        let time = try await elapsed {
            let error = try await refusal { try await demand.make(of: database) }
            #expect(error?.sqlState == "08001" || error?.sqlState == "53300", "\(String(describing: error))")
            #expect(error?.isRetriable == true && error?.isOutcomeUnknown == false)
        }
        #expect(time > .milliseconds(250) && time < ample)
        let closing = await elapsed { await database.close() }
        #expect(closing < ample)
        withExtendedLifetime(deaf) {}
    }

    @Test func whoWaitsForAConnectionWaitsNoLongerThanItsLimit() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1, limits: Limits(acquire: .milliseconds(200)))
            let gate = Gate()
            let holder = Task { try await single.transaction { _ in gate.pass() } }
            #expect(try await gate.isReached())
            for _ in 0..<3 {
                let time = try await elapsed {
                    let error = try await refusal { try await single.transaction { _ in } }
                    #expect(error?.sqlState == "53300" && error?.isRetriable == true)
                }
                #expect(time > .milliseconds(150) && time < ample)
            }
            gate.open()
            try await holder.value
            try await single.transaction { _ in }
            await single.close()
        }
    }

    /// Ways for one statement to last longer than its limit.
    enum Slowness: CaseIterable {
        case all, first, each, run, script, copyOut, copyInBlocked, lock

        func happen(in transaction: borrowing Transaction) throws {
            let text = "select pg_sleep(60) /* slowness */"
            switch self {
            case .all: _ = try transaction.all(sleep(60, mark: "slowness"))
            case .first: _ = try transaction.first(sleep(60, mark: "slowness"))
            case .each: try transaction.each(sleep(60, mark: "slowness")) { _ in }
            case .run: try transaction.run(Command(name: "slow", text: text))
            case .script: try transaction.script("slow", text)
            case .copyOut:
                try transaction.copyOut(Command(name: "slow", text: "copy (\(text)) to stdout"), columns: 1) { _ in }
            case .copyInBlocked:
                let copy = Command(name: "slow", text: "copy held from stdin (format binary) /* slowness */")
                _ = try transaction.copyIn(copy, of: Int32.self) { rows in
                    for number in Int32(1)...2 { try rows.row(number) }
                }
            case .lock: try transaction.run(Command(name: "slow", text: "update held set x = 2 /* slowness */"))
            }
        }
    }

    @Test(arguments: Slowness.allCases)
    func aStatementIsStoppedAtItsDeadlineAndTheConnectionServesOn(slowness: Slowness) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await cluster.script(
                "create table held (x int); insert into held values (1); grant all on held to reader")
            let gate = Gate()
            let admin = Database(Login(conninfo: cluster.conninfo(), role: nil), connections: 1)
            let holder = Task {
                try await admin.transaction { transaction in
                    try transaction.script("hold", "lock table held in access exclusive mode")
                    gate.pass()
                }
            }
            #expect(try await gate.isReached())
            let single = cluster.database(connections: 1, limits: Limits(statement: .milliseconds(300)))
            let pid = values("select pg_backend_pid()", of: Int.self)
            let before = try await single.lent(pid)
            let time = try await elapsed {
                let error = try await refusal {
                    try await single.transaction { try slowness.happen(in: $0) }
                }
                #expect(error?.sqlState == "57014", "\(String(describing: error))")
            }
            #expect(time > .milliseconds(250) && time < ample)
            #expect(try await eventually(within: .seconds(1)) { try await cluster.running("slowness") == 0 })
            #expect(try await single.lent(pid) == before)
            gate.open()
            try await holder.value
            await admin.close()
            await single.close()
        }
    }

    @Test func aStatementThatGoesOnGivingRowsMayTakeItsTime() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1, limits: Limits(statement: .milliseconds(500)))
            let text = """
                select repeat('x', 9000) from generate_series(1, 12) n, lateral (select pg_sleep(0.1), n as same) s
                """
            var seen = 0
            for try await _ in single.rows(values(text, of: String.self)) { seen += 1 }
            #expect(seen == 12)
            await single.close()
        }
    }

    @Test func aWireThatFallsSilentIsGivenUpAndTheDatabaseHeals() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                let limits = Limits(
                    connect: .milliseconds(500), acquire: .seconds(2), statement: .milliseconds(500),
                    commit: .milliseconds(500))
                let database = proxy.database(connections: 3, shared: 2, limits: limits)
                for tag in 0..<10 {
                    _ = try await database.read(scopedRows(tag: tag))
                    _ = try await database.lent(scopedRows(tag: tag))
                }
                proxy.fault = .blackHole
                let time = await elapsed {
                    await withTaskGroup { group in
                        for number in 0..<20 {
                            group.addTask {
                                await #expect(throws: PostgresError.self) {
                                    if number.isMultiple(of: 2) {
                                        _ = try await database.read(scopedRows(tag: number), within: .milliseconds(400))
                                    } else {
                                        _ = try await database.lent(scopedRows(tag: number))
                                    }
                                }
                            }
                        }
                    }
                }
                #expect(time < ample, "\(time)")
                proxy.fault = .none
                #expect(try await database.heals())
                for tag in 0..<10 {
                    let seen = try await database.read(scopedRows(tag: tag), scope: scope(of: owners[3]))
                    #expect(seen == rows(of: owners[3], tag: tag))
                    #expect(try await database.lent(scopedRows(tag: tag)).isEmpty)
                }
                await database.close()
            }
        }
    }

    @Test func whatWaitsForASilentServerKeepsNoOtherTaskWaiting() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                let limits = Limits(connect: .seconds(3), statement: .milliseconds(300), commit: .seconds(1))
                let databases = (0..<4).map { _ in proxy.database(connections: 2, shared: 1, limits: limits) }
                for database in databases { _ = try await database.read(scopedRows(tag: 1)) }
                proxy.fault = .blackHole
                let asked = databases.flatMap { database in
                    [
                        Task { _ = try await database.read(scopedRows(tag: 2)) },
                        Task { _ = try await database.lent(scopedRows(tag: 3)) },
                        Task { _ = try await database.lent(scopedRows(tag: 4)) },
                    ]
                }
                var longest = Duration.zero
                let end = ContinuousClock.now + .seconds(4)
                while ContinuousClock.now < end {
                    let time = try await elapsed { try await Task.sleep(for: .milliseconds(10)) }
                    longest = max(longest, time)
                }
                #expect(longest < .milliseconds(700), "a timer of 10 ms took \(longest)")
                proxy.fault = .reset
                for task in asked { _ = await task.result }
                for database in databases { await database.close() }
            }
        }
    }

    @Test func closingDoesNotWaitForAWireThatFellSilent() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                let limits = Limits(connect: .seconds(1), statement: .seconds(1), commit: .seconds(1))
                let database = proxy.database(connections: 2, shared: 2, limits: limits)
                _ = try await database.read(scopedRows(tag: 1))
                proxy.fault = .blackHole
                let reading = Task { try await database.read(scopedRows(tag: 2)) }
                let lent = Task { try await database.lent(scopedRows(tag: 3)) }
                try await Task.sleep(for: .milliseconds(100))
                let time = await elapsed { await database.close() }
                #expect(time < ample, "\(time)")
                let results = (await reading.result, await lent.result)
                #expect(throws: PostgresError.self) { try results.0.get() }
                #expect(throws: PostgresError.self) { try results.1.get() }
            }
        }
    }
}
