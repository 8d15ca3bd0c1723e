import Dispatch
import Postgres
import Synchronization
import Testing

/// What several transactions write down at the same time.
private final class Notes<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) { state = Mutex(value) }

    var all: Value { state.withLock { $0 } }

    func change(_ body: (inout Value) -> Void) { state.withLock { body(&$0) } }
}

private struct Crowd {
    var now = 0
    var most = 0
    var pids: Set<Int> = []
}

struct PoolTests {
    private let pid = values("select pg_backend_pid()", of: Int.self)

    private func database(_ connections: Int) -> Database {
        Database(Login(conninfo: "", role: nil), connections: connections)
    }

    @Test func thePoolNeverOpensMoreThanItsCap() async throws {
        let three = database(3)
        let seen = Notes(Crowd())
        try await withThrowingTaskGroup { group in
            for _ in 0..<50 {
                group.addTask {
                    try await three.transaction { [pid] transaction in
                        let pid = try transaction.first(pid) ?? 0
                        seen.change {
                            $0.now += 1
                            $0.most = max($0.most, $0.now)
                            $0.pids.insert(pid)
                        }
                        try transaction.script("sleep", "select pg_sleep(0.005)")
                        seen.change { $0.now -= 1 }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(seen.all.most <= 3)
        #expect(seen.all.pids.count <= 3)
        await three.close()
    }

    /// A task that keeps the database's only connection until the gate is signalled.
    private func occupy(_ single: Database, until gate: DispatchSemaphore) async -> Task<String, any Error> {
        let (started, tell) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            try await single.transaction { _ in
                tell.yield()
                gate.wait()
                return "done"
            }
        }
        for await _ in started { break }
        return task
    }

    @Test func whoWaitsLongestIsNext() async throws {
        let single = database(1)
        let order = Notes<[Int]>([])
        let gate = DispatchSemaphore(value: 0)
        let first = await occupy(single, until: gate)
        let others = (0..<50).map { number in
            Task.immediate { try await single.transaction { _ in order.change { $0.append(number) } } }
        }
        gate.signal()
        for task in others { try await task.value }
        #expect(order.all == Array(0..<50))
        #expect(try await first.value == "done")
        await single.close()
    }

    @Test func aCancelledWaiterLeavesTheQueueAndTheOthersStay() async throws {
        let single = database(1)
        let gate = DispatchSemaphore(value: 0)
        let first = await occupy(single, until: gate)
        let cancelled = Task.immediate { try await single.transaction { _ in "never" } }
        let patient = Task.immediate { try await single.transaction { _ in "at last" } }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        gate.signal()
        #expect(try await first.value == "done")
        #expect(try await patient.value == "at last")
        await single.close()
    }

    @Test func cancellationsAtAnyMomentLoseNoConnection() async throws {
        let two = database(2)
        for round in 0..<40 {
            let tasks = (0..<20).map { _ in Task { try await two.transaction { [pid] in try $0.first(pid) } } }
            if round.isMultiple(of: 2) { await Task.yield() }
            for task in tasks.reversed() { task.cancel() }
            for task in tasks { _ = await task.result }
        }
        async let one: Void = two.transaction { try $0.script("sleep", "select pg_sleep(0.05)") }
        async let other: Void = two.transaction { try $0.script("sleep", "select pg_sleep(0.05)") }
        _ = try await (one, other)
        await two.close()
    }

    @Test func blockedTransactionsDoNotStallTimers() async throws {
        let eight = database(8)
        let gate = DispatchSemaphore(value: 0)
        let (started, tell) = AsyncStream.makeStream(of: Void.self)
        let gaveUp = Notes(0)
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    try await eight.transaction { _ in
                        tell.yield()
                        if gate.wait(timeout: .now() + 60) == .timedOut { gaveUp.change { $0 += 1 } }
                    }
                }
            }
            for await _ in started.prefix(8) {}
            for _ in 0..<10 { try await Task.sleep(for: .milliseconds(5)) }
            for _ in 0..<8 { gate.signal() }
            try await group.waitForAll()
        }
        #expect(gaveUp.all == 0)
        await eight.close()
    }

    @Test func closingLetsWhatRunsFinishAndRefusesTheRest() async throws {
        let single = database(1)
        let gate = DispatchSemaphore(value: 0)
        let running = await occupy(single, until: gate)
        let waiting = Task.immediate { try await refusal { try await single.transaction { _ in } } }
        async let closing: Void = single.close()
        #expect(try await waiting.value?.sqlState == "08003")
        gate.signal()
        await closing
        #expect(try await running.value == "done")
        #expect(try await refusal { try await single.transaction { _ in } }?.sqlState == "08003")
    }
}
