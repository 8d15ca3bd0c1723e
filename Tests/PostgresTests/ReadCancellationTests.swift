import FoundationEssentials
import Postgres
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)))
struct ReadCancellationTests {
    @Test func aSlowReadStopsTheOthersNoLongerThanItsDeadline() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(shared: 1)
            _ = try await single.read(scopedRows(tag: 0))
            let time = try await elapsed {
                try await withThrowingTaskGroup { group in
                    group.addTask {
                        let error = try await refusal {
                            _ = try await single.read(sleep(30), within: .milliseconds(300))
                        }
                        #expect(error?.sqlState == "57014")
                    }
                    for tag in 0..<40 {
                        group.addTask {
                            let seen = try await single.read(scopedRows(tag: tag), scope: scope(of: owners[tag % 20]))
                            #expect(seen == rows(of: owners[tag % 20], tag: tag))
                        }
                    }
                    try await group.waitForAll()
                }
            }
            #expect(time < ample)
            await single.close()
        }
    }

    @Test(arguments: [true, false])
    func aReadGivenUpEndsOnTheServer(byDeadline: Bool) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(shared: 1)
            let task = Task {
                try await database.read(sleep(60, mark: "given up"), within: byDeadline ? .seconds(3) : nil)
            }
            #expect(try await eventually { try await cluster.running("given up") == 1 })
            if !byDeadline { task.cancel() }
            let result = await task.result
            #expect(throws: (any Error).self) { try result.get() }
            if !byDeadline { #expect(throws: CancellationError.self) { try result.get() } }
            #expect(try await eventually(within: .seconds(2)) { try await cluster.running("given up") == 0 })
            await database.close()
        }
    }

    @Test func aReadCancelledBeforeItIsSentIsNeverSent() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(shared: 1)
            for round in 0..<50 {
                let task = Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    return try await database.read(values("select nextval('never')", of: Int.self))
                }
                await #expect(throws: CancellationError.self, "\(round)") { try await task.value }
            }
            #expect(try await database.read(scopedRows(tag: 1)).isEmpty)
            await database.close()
        }
    }

    /// Reads about as long as the wait before their cancellation, so that it falls before, upon and after their end.
    @Test(arguments: [true, false])
    func aLateCancellationNeverEndsAnothersRead(byDeadline: Bool) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(shared: 1)
            var numbers = Numbers(seed: 3)
            var ends = 0
            // Deadlines are kept to some hundredths of a second, cancellations at once.
            let (rounds, length) = byDeadline ? (100, 30_000) : (400, 2_000)
            for round in 0..<rounds {
                let wait = Duration.microseconds(Int.random(in: 0...2 * length, using: &numbers))
                let reading = sleep(Double(length) / 1e6)
                let task = Task { try await single.read(reading, within: byDeadline ? wait : nil) }
                let other = Task { try await single.read(scopedRows(tag: round), scope: scope(of: owners[0])) }
                if !byDeadline {
                    try await Task.sleep(for: wait)
                    task.cancel()
                }
                let next = Task { try await single.read(scopedRows(tag: -round), scope: scope(of: owners[1])) }
                if case .success = await task.result { ends += 1 }
                #expect(try await other.value == rows(of: owners[0], tag: round))
                #expect(try await next.value == rows(of: owners[1], tag: -round))
            }
            #expect((1..<rounds).contains(ends), "the rounds must fall on both sides")
            await single.close()
        }
    }

    @Test func theSameHoldsOfTransactions() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1)
            var numbers = Numbers(seed: 4)
            for round in 0..<300 {
                let wait = Duration.microseconds(Int.random(in: 0...4_000, using: &numbers))
                let task = Task { try await single.transaction { try $0.all(sleep(0.002)) } }
                try await Task.sleep(for: wait)
                task.cancel()
                let next = try await single.transaction(scope: scope(of: owners[1])) {
                    try $0.all(scopedRows(tag: round))
                }
                #expect(next == rows(of: owners[1], tag: round))
                if case .failure(let error) = await task.result { #expect(error is CancellationError) }
            }
            await single.close()
        }
    }
}
