import Postgres
import Testing

/// What the other tests believe of the rig.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct RigTests {
    @Test func aClusterIsKilledAndComesBackWithItsRows() async throws {
        try await TestCluster.lend(["max_connections": "17"]) { cluster async throws in
            try await cluster.script("create table t as select 7 as x")
            try await cluster.kill()
            await #expect(throws: (any Error).self) { try await cluster.ask("select x from t") }
            try await cluster.start(["max_connections": "18"])
            #expect(try await cluster.ask("select x from t") == "7")
            #expect(try await cluster.ask("select current_setting('max_connections')") == "18")
        }
    }

    @Test func aStandbyFollowsAndIsPromoted() async throws {
        try await TestCluster.lend { primary async throws in
            try await primary.lendStandby { standby async throws in
                #expect(try await standby.ask("select pg_is_in_recovery()") == "true")
                try await standby.promote()
                #expect(try await standby.ask("select pg_is_in_recovery()") == "false")
            }
        }
    }

    @Test(arguments: [FaultProxy.Fault.none, .delay(milliseconds: 5), .slices])
    func aFaultThatHarmsNothingIsNotSeen(fault: FaultProxy.Fault) async throws {
        try await TestCluster.lend { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                proxy.fault = fault
                let database = Database(Login(conninfo: proxy.conninfo(), role: nil), connections: 1)
                let many = values("select repeat('é', 1000) || n from generate_series(1, 50) n", of: String.self)
                let rows = try await database.transaction { try $0.all(many) }
                #expect(rows.count == 50 && rows.last?.hasSuffix("é50") == true)
                #expect(proxy.accepted == 1)
                await database.close()
            }
        }
    }
}
