import FoundationEssentials
import Postgres
import Synchronization
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)))
struct NotificationTests {
    /// Listens until `stop` came, and tells what came before it.
    private func listen(_ database: Database, on channel: String, until stop: String) -> Task<[String], any Error> {
        Task {
            var heard: [String] = []
            for try await notification in database.notifications(on: channel) {
                #expect(notification.channel == channel)
                if notification.payload == stop { break }
                heard.append(notification.payload)
            }
            return heard
        }
    }

    private func listeners(_ cluster: TestCluster) async throws -> Int {
        let text = "select count(*) from pg_stat_activity where usename = 'reader' and query ilike 'listen %'"
        return Int(try await cluster.ask(text) ?? "") ?? 0
    }

    private func tell(_ database: Database, _ channel: String, _ payloads: [String]) async throws {
        try await database.transaction { transaction in
            for payload in payloads {
                let text = "select pg_notify($1, $2)::text"
                _ = try transaction.all(values(text, channel, payload, of: String?.self))
            }
        }
    }

    @Test(arguments: ["bell", "Bell \"of\" the; -- tower", "cloche_é"])
    func notificationsArriveInOrder(channel: String) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(connections: 2)
            let listening = listen(database, on: channel, until: "the end")
            #expect(try await eventually { try await listeners(cluster) == 1 })
            var all: [String] = []
            for round in 0..<40 {
                let payloads = (0..<25).map { "\(round * 25 + $0) é" }
                all += payloads
                try await tell(database, "another", ["not for you"])
                try await tell(database, channel, payloads)
            }
            try await tell(database, channel, ["the end"])
            #expect(try await listening.value == all)
            await database.close()
        }
    }

    @Test func whoStopsListeningGivesTheConnectionBack() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1)
            let teller = cluster.database(connections: 1)
            for round in 0..<4 {
                let listening = listen(single, on: "bell", until: "the end")
                #expect(try await eventually { try await listeners(cluster) == 1 })
                if round.isMultiple(of: 2) {
                    try await tell(teller, "bell", ["the end"])
                    #expect(try await listening.value == [])
                } else {
                    listening.cancel()
                    await #expect(throws: CancellationError.self) { try await listening.value }
                }
                let channels = values("select count(*) from pg_listening_channels()", of: Int.self)
                #expect(try await single.lent(channels) == [0])
                try await single.keep()
            }
            await single.close()
            await teller.close()
        }
    }

    @Test(arguments: [true, false])
    func aListenerWhoseConnectionIsLostHearsSo(isKilled: Bool) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                let single = proxy.database(connections: 1)
                let listening = listen(single, on: "bell", until: "the end")
                #expect(try await eventually { try await listeners(cluster) == 1 })
                if isKilled {
                    let users = "from pg_stat_activity where usename = 'reader'"
                    try await cluster.ask("select count(pg_terminate_backend(pid)) \(users)")
                } else {
                    proxy.fault = .reset
                }
                let error = try await refusal { _ = try await listening.value }
                #expect(error?.isConnectionLost == true, "\(String(describing: error))")
                proxy.fault = .none
                try await single.keep(retry: .keyed(UUID()))
                await single.close()
            }
        }
    }

    @Test func closingEndsWhoListens() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let single = cluster.database(connections: 1)
            let listening = listen(single, on: "bell", until: "the end")
            #expect(try await eventually { try await listeners(cluster) == 1 })
            let time = await elapsed { await single.close() }
            #expect(time < ample)
            let error = try await refusal { _ = try await listening.value }
            #expect(error?.sqlState == "08003", "\(String(describing: error))")
        }
    }

    @Test func whatTheServerRemarksReachesTheCaller() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let heard = Mutex<[Notice]>([])
            let login = Login(conninfo: cluster.conninfo(user: "reader"), role: nil)
            let database = Database(login, connections: 1, shared: 1, limits: Limits()) { notice in
                heard.withLock { $0.append(notice) }
            }
            try await database.transaction { transaction in
                try transaction.script("remark", "do $$ begin raise warning 'la cloche'; raise notice 'encore'; end $$")
            }
            #expect(heard.withLock { $0.map(\.message) } == ["la cloche", "encore"])
            #expect(heard.withLock { $0.map(\.severity) } == ["WARNING", "NOTICE"])
            #expect(heard.withLock { $0.first?.sqlState } == "01000")
            await database.close()
        }
    }
}
