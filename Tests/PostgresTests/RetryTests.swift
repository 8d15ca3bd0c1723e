import FoundationEssentials
import Postgres
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)))
struct RetryTests {
    @Test func writersThatDisturbEachOtherAllGetThrough() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await cluster.script(
                "create table sum (x int8); insert into sum values (0); grant all on sum to reader")
            let database = cluster.database(connections: 8)
            let runs = Tally()
            try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<20 {
                            try await database.transaction(isolation: .snapshot, retry: .whenUndone()) { transaction in
                                runs.add()
                                let sum = try transaction.first(values("select x from sum", of: Int.self)) ?? 0
                                try transaction.run(
                                    Command(name: "add", text: "update sum set x = $1", arguments: [sum + 1]))
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await cluster.ask("select x from sum") == "160")
            #expect(runs.count > 160, "nobody was disturbed")
            await database.close()
        }
    }

    @Test func whoWaitForEachOtherAreSetFree() async throws {
        try await TestCluster.lendScoped(["deadlock_timeout": "50ms"]) { cluster async throws in
            try await cluster.script("insert into kept select gen_random_uuid(), n from generate_series(1, 2) n")
            let database = cluster.database(connections: 2)
            try await withThrowingTaskGroup { group in
                for first in [1, 2] {
                    group.addTask {
                        for _ in 0..<10 {
                            try await database.transaction(retry: .whenUndone()) { transaction in
                                for number in [first, 3 - first] {
                                    try transaction.run(
                                        Command(
                                            name: "touch", text: "update kept set number = number where number = $1",
                                            arguments: [number]))
                                    try transaction.script("wait", "select pg_sleep(0.01)")
                                }
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            await database.close()
        }
    }

    @Test(arguments: [true, false])
    func theBodysOwnErrorIsNeverTriedAgain(isKeyed: Bool) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(connections: 1)
            let runs = Tally()
            await #expect(throws: Undone.self) {
                try await database.transaction(retry: isKeyed ? .keyed(UUID()) : .whenUndone()) { transaction in
                    runs.add()
                    try transaction.run(keeping(UUID()))
                    throw Undone()
                }
            }
            #expect(runs.count == 1)
            #expect(try await cluster.numberOfKept() == 0)
            await database.close()
        }
    }

    @Test(arguments: ["40001", "40P01", "55P03", "23505", "22012", "P0001", "57014"])
    func onlyWhatIsSaidToBeTriedAgainIsAndNotForEver(sqlState: String) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(connections: 1)
            for (retry, mayTryAgain) in [(Retry.never, false), (.whenUndone(), true), (.keyed(UUID()), true)] {
                let runs = Tally()
                let time = try await elapsed {
                    let error = try await refusal {
                        try await database.transaction(retry: retry) { transaction in
                            runs.add()
                            try transaction.script("raise", "do $$ begin raise sqlstate '\(sqlState)'; end $$")
                        }
                    }
                    #expect(error?.sqlState == sqlState)
                }
                let isTriedAgain = mayTryAgain && ["4", "55"].contains { sqlState.hasPrefix($0) }
                #expect(isTriedAgain ? (2...20).contains(runs.count) : runs.count == 1, "\(runs.count)")
                #expect(time < ample)
            }
            await database.close()
        }
    }

    @Test func aRetryThatWaitsIsCancelled() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(connections: 1)
            let runs = Tally()
            let task = Task {
                try await database.transaction(retry: .whenUndone()) { transaction in
                    runs.add()
                    try transaction.script("raise", "do $$ begin raise sqlstate '40001'; end $$")
                }
            }
            #expect(try await eventually { runs.count >= 2 })
            task.cancel()
            let time = await elapsed { _ = await task.result }
            #expect(time < ample)
            let error = await #expect(throws: (any Error).self) { try await task.value }
            #expect(error is CancellationError || (error as? PostgresError)?.sqlState == "40001")
            await database.close()
        }
    }
}
