import FoundationEssentials
import Glibc
import Postgres
import Testing

/// What a database leaves behind, measured in a process where nothing else runs.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct EnduranceTests {
    /// How many cycles: 300, or as many as the variable CYCLES says.
    private static var cycles: Int { getenv("CYCLES").flatMap { Int(String(cString: $0)) } ?? 300 }

    @Test func connectingAndDyingThousandsOfTimesLeavesNothing() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let address = cluster.conninfo(user: "reader")
            let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
                [address = address as String] in
                print(await Self.report(on: address, cycles: Self.cycles))
            }
            let report = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
            print(report)
            #expect(report.contains("nothing is left"), "\(report)")
        }
    }

    /// What the cycles left, in words.
    private static func report(on address: String, cycles: Int) async -> String {
        do {
            try await endure(address, cycles: cycles)
            return "endurance: nothing is left"
        } catch {
            return "endurance: \(error)"
        }
    }

    /// Warms up, measures, goes through the cycles and measures again.
    private static func endure(_ address: String, cycles: Int) async throws {
        for _ in 0..<30 { try await cycle(address) }
        let before = try Residue()
        for number in 1...cycles {
            try await cycle(address)
            if number.isMultiple(of: 1_000) { print("endurance: \(number) cycles, \(try Residue())") }
        }
        // Threads that have ended are gone a moment later.
        let isClean = try await eventually {
            let after = try Residue()
            return after.descriptors <= before.descriptors && after.threads <= before.threads + 2
        }
        let after = try Residue()
        print("endurance: \(cycles) cycles, before \(before), after \(after)")
        guard isClean else { throw RigFailure("descriptors or threads are left") }
        guard isSanitized || after.bytes - before.bytes < 8_000_000 + cycles * 200 else {
            throw RigFailure("memory is left")
        }
    }

    /// Connects in every way, dies in every way, and sees that the database itself is gone.
    private static func cycle(_ address: String) async throws {
        weak var remains: Database?
        do {
            let database = Database(Login(conninfo: address, role: nil), connections: 2, shared: 1)
            remains = database
            let killing = values("select pg_terminate_backend(pg_backend_pid())", of: Bool.self)
            let slow = Task { try await database.read(sleep(5)) }
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...4)))
            slow.cancel()
            _ = await slow.result
            _ = try await database.read(scopedRows(tag: 1), scope: scope(of: owners[1]))
            for try await _ in database.rows(values("select generate_series(1, 100000)", of: Int.self)) { break }
            _ = try? await database.lent(killing)
            try await database.keep()
            _ = try? await database.lent(values("select 1 / 0", of: Int.self))
            let listening = Task { for try await _ in database.notifications(on: "bell") {} }
            listening.cancel()
            _ = await listening.result
            if Bool.random() { await database.close() }
        }
        guard try await eventually(within: .seconds(10), { remains == nil }) else {
            throw RigFailure("a database outlives its last user")
        }
    }
}

/// What this process holds.
private struct Residue: CustomStringConvertible {
    let descriptors: Int
    let threads: Int
    let bytes: Int

    init() throws {
        (descriptors, threads, bytes) = (try count(of: "fd"), try count(of: "task"), try residentBytes())
    }

    var description: String { "\(descriptors) descriptors, \(threads) threads, \(bytes / 1_000_000) MB" }
}
