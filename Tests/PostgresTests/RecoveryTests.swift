import FoundationEssentials
import Postgres
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)))
struct RecoveryTests {
    private let limits = Limits(
        connect: .seconds(2), acquire: .seconds(20), statement: .seconds(10), commit: .seconds(5))

    @Test func backendsKilledUnderLoadAreNotNoticed() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(connections: 3, shared: 2, limits: limits)
            let written = Tally()
            try await withThrowingTaskGroup { group in
                let isOver = Tally()
                group.addTask {
                    for _ in 0..<12 {
                        try await Task.sleep(for: .milliseconds(150))
                        let users = "from pg_stat_activity where usename = 'reader'"
                        try await cluster.ask("select count(pg_terminate_backend(pid)) \(users)")
                    }
                    isOver.add()
                }
                for task in 0..<16 {
                    group.addTask {
                        var round = 0
                        while isOver.count == 0 {
                            round += 1
                            let owner = owners[(task + round) % owners.count]
                            if task.isMultiple(of: 4) {
                                try await database.keep(retry: .keyed(UUID()))
                                written.add()
                            } else {
                                let seen = try await database.read(scopedRows(tag: round), scope: scope(of: owner))
                                #expect(seen == rows(of: owner, tag: round))
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(written.count > 0)
            #expect(try await cluster.numberOfKept() == written.count)
            await database.close()
        }
    }

    @Test func aReadThatKillsItsOwnBackendHarmsOnlyItself() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(shared: 1, limits: limits)
            let suicide = values("select pg_terminate_backend(pg_backend_pid())", of: Bool.self)
            try await withThrowingTaskGroup { group in
                group.addTask {
                    let error = try await refusal { _ = try await database.read(suicide) }
                    #expect(error?.isConnectionLost == true, "\(String(describing: error))")
                }
                for tag in 0..<50 {
                    group.addTask {
                        let seen = try await database.read(scopedRows(tag: tag), scope: scope(of: owners[0]))
                        #expect(seen == rows(of: owners[0], tag: tag))
                    }
                }
                try await group.waitForAll()
            }
            await database.close()
        }
    }

    @Test func aTransactionWithoutAKeyIsNotRunAgainOnACutConnection() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(limits: limits)
            let runs = Tally()
            let error = try await refusal {
                try await database.transaction(retry: .whenUndone()) { transaction in
                    runs.add()
                    try transaction.run(keeping(UUID()))
                    _ = try transaction.all(values("select pg_terminate_backend(pg_backend_pid())", of: Bool.self))
                }
            }
            #expect(error?.isConnectionLost == true && error?.isOutcomeUnknown == false)
            #expect(runs.count == 1)
            #expect(try await database.lent(scopedRows(tag: 1)).isEmpty, "the next finds a new connection")
            await database.close()
        }
    }

    @Test func aServerThatDiesAndComesBackIsFoundAgain() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let impatient = Limits(connect: .seconds(5), acquire: .seconds(5), statement: .seconds(20))
            let database = cluster.database(connections: 3, shared: 2, limits: impatient)
            for tag in 0..<8 { _ = try await database.read(scopedRows(tag: tag)) }
            try await database.keep()
            for isCrash in [true, false] {
                if isCrash { try await cluster.kill() } else { try await cluster.stop() }
                let time = await elapsed {
                    await withTaskGroup { group in
                        for number in 0..<16 {
                            group.addTask {
                                let error = await #expect(throws: PostgresError.self) {
                                    if number.isMultiple(of: 2) {
                                        _ = try await database.read(scopedRows(tag: 1))
                                    } else {
                                        try await database.keep(retry: number % 4 == 1 ? .keyed(UUID()) : .never)
                                    }
                                }
                                #expect(error?.isRetriable == true, "\(String(describing: error))")
                            }
                        }
                    }
                }
                #expect(time < ample, "\(time)")
                try await cluster.start()
                #expect(try await database.heals())
                try await database.keep()
                let seen = try await database.read(scopedRows(tag: 5), scope: scope(of: owners[2]))
                #expect(seen == rows(of: owners[2], tag: 5))
            }
            await database.close()
        }
    }

    @Test func whatIsAskedWhileTheServerRestartsIsAnsweredAfterwards() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(connections: 3, shared: 2, limits: limits)
            _ = try await database.read(scopedRows(tag: 1))
            try await cluster.kill()
            let asked = (0..<12).map { tag in
                Task {
                    if tag.isMultiple(of: 3) { try await database.keep(retry: .keyed(UUID())) }
                    return try await database.read(scopedRows(tag: tag), scope: scope(of: owners[tag]))
                }
            }
            try await Task.sleep(for: .milliseconds(300))
            try await cluster.start()
            for (tag, task) in asked.enumerated() {
                #expect(try await task.value == rows(of: owners[tag], tag: tag))
            }
            #expect(try await cluster.numberOfKept() == 4)
            await database.close()
        }
    }

    @Test func aServerThatRefusesIsNotStormed() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                let database = proxy.database(connections: 8, shared: 2, limits: limits)
                proxy.fault = .reset
                let tasks = (0..<40).map { number in
                    Task {
                        if number.isMultiple(of: 2) { return try await database.keep(retry: .keyed(UUID())) }
                        _ = try await database.read(scopedRows(tag: number))
                    }
                }
                try await Task.sleep(for: .seconds(2))
                #expect(proxy.accepted < 400, "\(proxy.accepted) connections in two seconds")
                let moments = proxy.moments.dropFirst(10)
                let gaps = zip(moments, moments.dropFirst()).filter { $1 - $0 < .milliseconds(1) }.count
                #expect(gaps < moments.count / 2 + 5, "\(gaps) of \(moments.count) come together: there is no jitter")
                for task in tasks { task.cancel() }
                for task in tasks { _ = await task.result }
                await database.close()
            }
        }
    }

    /// A full server is waited for as long as a connection is, and then said to be busy rather than away.
    @Test func aFullServerIsWaitedForAndThenBusy() async throws {
        let settings = ["max_connections": "4", "superuser_reserved_connections": "3"]
        try await TestCluster.lendScoped(settings) { cluster async throws in
            let holder = cluster.database(connections: 1)
            let gate = Gate()
            let held = Task { try await holder.transaction { _ in gate.pass() } }
            #expect(try await gate.isReached())
            let short = cluster.database(connections: 1, limits: Limits(acquire: .milliseconds(300)))
            let time = try await elapsed {
                let error = try await refusal { try await short.transaction { _ in } }
                #expect(error?.sqlState == "53300", "\(String(describing: error))")
                #expect(error?.message.contains("53300") == false && error?.message.contains("LOCATION") == false)
            }
            #expect(time > .milliseconds(250) && time < ample)
            await short.close()
            let patient = cluster.database(connections: 1, limits: Limits(acquire: .seconds(60)))
            let waiting = Task { try await patient.transaction { _ in } }
            try await Task.sleep(for: .milliseconds(200))
            gate.open()
            try await held.value
            await holder.close()
            try await waiting.value
            await patient.close()
        }
    }

    @Test func tooManyConnectionsAreWaitedFor() async throws {
        let settings = ["max_connections": "8", "superuser_reserved_connections": "3"]
        try await TestCluster.lendScoped(settings) { cluster async throws in
            let crowds = (0..<3).map { _ in cluster.database(connections: 4, shared: 1, limits: limits) }
            let done = Tally()
            try await withThrowingTaskGroup { group in
                for crowd in crowds {
                    group.addTask {
                        try await withThrowingTaskGroup { group in
                            for _ in 0..<12 {
                                group.addTask {
                                    do {
                                        try await crowd.keep(retry: .whenUndone())
                                        done.add()
                                    } catch let error as PostgresError {
                                        #expect(error.isRetriable, "\(error)")
                                    }
                                }
                            }
                            try await group.waitForAll()
                        }
                        await crowd.close()
                    }
                }
                try await group.waitForAll()
            }
            #expect(done.count > 12)
            #expect(try await cluster.numberOfKept() == done.count)
        }
    }
}
