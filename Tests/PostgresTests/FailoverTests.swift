import FoundationEssentials
import Postgres
import Synchronization
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)))
struct FailoverTests {
    /// The keys of writes that were acknowledged, and the longest time without one.
    private final class Acknowledgements: Sendable {
        private let state = Mutex((keys: [UUID](), last: ContinuousClock.now, gap: Duration.zero))

        var keys: [UUID] { state.withLock { $0.keys } }
        var gap: Duration { state.withLock { $0.gap } }

        func add(_ key: UUID) {
            state.withLock { state in
                state.keys.append(key)
                state.gap = max(state.gap, ContinuousClock.now - state.last)
                state.last = .now
            }
        }
    }

    private static func address(of clusters: TestCluster...) -> Login {
        let ports = clusters.map { "\($0.port)" }.joined(separator: ",")
        let hosts = clusters.map { _ in "127.0.0.1" }.joined(separator: ",")
        return Login(
            conninfo: "host=\(hosts) port=\(ports) user=reader dbname=postgres sslmode=disable gssencmode=disable"
                + " target_session_attrs=read-write",
            role: nil)
    }

    @Test func nothingAcknowledgedIsLostWhenTheStandbyTakesOver() async throws {
        try await TestCluster.lendScoped { primary async throws in
            try await primary.lendStandby { standby async throws in
                try await primary.keepInStep()
                let limits = Limits(
                    connect: .seconds(1), acquire: .seconds(20), statement: .seconds(2), commit: .seconds(2))
                let database = Database(
                    Self.address(of: primary, standby), connections: 4, shared: 2, limits: limits)
                let acknowledged = Acknowledgements()
                let isOver = Tally()
                try await withThrowingTaskGroup { group in
                    for _ in 0..<6 {
                        group.addTask {
                            while isOver.count == 0 {
                                let key = UUID()
                                guard (try? await database.keep(retry: .keyed(key))) != nil else { continue }
                                acknowledged.add(key)
                            }
                        }
                    }
                    try await Task.sleep(for: .milliseconds(500))
                    let before = acknowledged.keys.count
                    try await primary.kill()
                    try await standby.promote()
                    let goesOn = try await eventually(within: .seconds(15)) {
                        acknowledged.keys.count > before + 100
                    }
                    isOver.add()
                    #expect(goesOn, "writing goes on at the new primary")
                    try await group.waitForAll()
                }
                let (keys, gap) = (acknowledged.keys, acknowledged.gap)
                let found = try await database.lent(values("select id from kept", of: UUID.self))
                #expect(Set(keys).subtracting(found).isEmpty, "acknowledged and lost")
                #expect(found.count == Set(found).count)
                #expect(gap < ample, "the gap was \(gap)")
                print("failover: \(keys.count) acknowledged writes, none lost, longest gap \(gap)")
                let seen = try await database.read(scopedRows(tag: 1), scope: scope(of: owners[1]))
                #expect(seen == rows(of: owners[1], tag: 1))
                await database.close()
            }
        }
    }

    @Test func aServerThatHasBecomeAStandbyIsLeft() async throws {
        try await TestCluster.lendScoped { primary async throws in
            try await primary.lendStandby { standby async throws in
                let database = Database(Self.address(of: standby, primary), connections: 2, shared: 1)
                try await database.keep()
                #expect(try await database.lent(values("show port", of: String.self)) == ["\(primary.port)"])
                let error = try await refusal {
                    try await database.transaction {
                        try $0.script("stale", "do $$ begin raise sqlstate '25006'; end $$")
                    }
                }
                #expect(error?.sqlState == "25006")
                try await primary.kill()
                try await standby.promote()
                try await database.keep(retry: .keyed(UUID()))
                #expect(try await database.lent(values("show port", of: String.self)) == ["\(standby.port)"])
                await database.close()
            }
        }
    }
}

extension TestCluster {
    /// From now on a commit waits for the standby.
    fileprivate func keepInStep() async throws {
        try await configure("synchronous_standby_names = 'standby'")
        let state = "select count(*) from pg_stat_replication where sync_state = 'sync'"
        guard try await eventually({ try await ask(state) == "1" }) else { throw RigFailure("no standby in step") }
    }
}
