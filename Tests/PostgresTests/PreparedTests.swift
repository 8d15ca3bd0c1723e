import FoundationEssentials
import Postgres
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)))
struct PreparedTests {
    private let all = values("select x from changing", of: String.self)

    @Test func aTableWhoseColumnChangesItsTypeIsReadOn() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await cluster.script("create table changing as select 1 as x; grant select on changing to reader")
            let database = cluster.database(connections: 1, shared: 2)
            for type in ["int8", "text", "varchar(9)", "int4", "numeric"] {
                for _ in 0..<6 {
                    #expect(try await database.read(all) == ["1"])
                    #expect(try await database.lent(all) == ["1"])
                }
                try await cluster.script("alter table changing alter x type \(type) using x::\(type)")
                async let reads = withThrowingTaskGroup(of: [String].self) { [all] group in
                    for _ in 0..<20 { group.addTask { try await database.read(all) } }
                    return try await group.reduce(into: Set<[String]>()) { $0.insert($1) }
                }
                #expect(try await reads == [["1"]])
                #expect(try await database.lent(all, retry: .whenUndone()) == ["1"])
            }
            await database.close()
        }
    }

    @Test func statementsForgottenByTheServerArePreparedAnew() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(connections: 1, shared: 1)
            for _ in 0..<5 {
                for _ in 0..<4 {
                    #expect(try await database.read(scopedRows(tag: 1)).isEmpty)
                    #expect(try await database.lent(scopedRows(tag: 1)).isEmpty)
                }
                _ = try? await database.read(values("deallocate all", of: Int.self))
                _ = try? await database.read(values("discard all", of: Int.self))
                #expect(try await database.read(scopedRows(tag: 1)).isEmpty)
                _ = try await database.transaction { try $0.script("forget", "deallocate all") }
                #expect(try await database.lent(scopedRows(tag: 1), retry: .whenUndone()).isEmpty)
            }
            await database.close()
        }
    }

    @Test func fewAreKeptAlsoWhereOthersFailBesideThem() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(connections: 1, shared: 1)
            let scope = scope(of: owners[0])
            let division = values("select 1 / (x - x) from generate_series(1, 1) x", of: Int32.self)
            try await withThrowingTaskGroup { group in
                for task in 0..<12 {
                    group.addTask {
                        var numbers = Numbers(seed: UInt64(task))
                        for number in task * 500..<(task + 1) * 500 {
                            let query = values("select \(number)::int8 /* \(number) */", of: Int.self)
                            for _ in 0..<2 { #expect(try await database.read(query, scope: scope) == [number]) }
                            guard Bool.random(using: &numbers) else { continue }
                            let error = try await refusal { _ = try await database.read(division, scope: scope) }
                            #expect(error?.sqlState == "22012", "\(String(describing: error))")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let count = values("select count(*) from pg_prepared_statements", of: Int.self)
            for _ in 0..<3 { _ = try await database.read(count, scope: scope) }
            let kept = try await database.read(count, scope: scope)[0]
            #expect(kept <= 1_024, "\(kept)")
            await database.close()
        }
    }

    @Test func anyNumberOfStatementsIsServedAndFewAreKept() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(connections: 1, shared: 1)
            var numbers = Numbers(seed: 9)
            let texts = (0..<2_000).map { ($0, "select \($0)::int8 /* \($0) */") }
            for _ in 0..<2 {
                for (number, text) in texts.shuffled(using: &numbers) {
                    #expect(try await database.read(values(text, of: Int.self)) == [number])
                }
            }
            try await database.transaction { transaction throws in
                for (number, text) in texts {
                    #expect(try transaction.all(values(text, of: Int.self)) == [number])
                    #expect(try transaction.first(values(text, of: Int.self)) == number)
                }
            }
            let count = values("select count(*) from pg_prepared_statements", of: Int.self)
            let kept = try await database.read(count) + database.lent(count)
            #expect(kept.allSatisfy { $0 <= 1_000 }, "\(kept)")
            await database.close()
        }
    }

    @Test func behindABouncerReadsAndTransactionsKeepTheirScopes() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await Bouncer.lend(before: cluster, user: "reader", connections: 2) { bouncer async throws in
                let login = Login(conninfo: bouncer.conninfo(user: "reader"), role: nil, isPooled: true)
                let database = Database(login, connections: 10, shared: 4)
                try await withThrowingTaskGroup { group in
                    for task in 0..<50 {
                        group.addTask { try await Self.mix(task, on: database) }
                    }
                    try await group.waitForAll()
                }
                #expect(try await cluster.numberOfKept() == 50 * 7)
                let sessions = "select count(*) from pg_stat_activity where usename = 'reader'"
                #expect(try await cluster.ask(sessions) == "2")
                await database.close()
            }
        }
    }

    /// Twenty reads and transactions of one task, of which seven write.
    private static func mix(_ task: Int, on database: Database) async throws {
        for round in 0..<20 {
            let tag = task * 100 + round
            let owner = owners[tag % owners.count]
            if round.isMultiple(of: 3) {
                let seen = try await database.transaction(scope: scope(of: owner)) { transaction throws in
                    try transaction.run(keeping(UUID()))
                    return try transaction.all(scopedRows(tag: tag))
                }
                #expect(seen == rows(of: owner, tag: tag))
            } else if round.isMultiple(of: 2) {
                #expect(try await database.read(scopedRows(tag: tag)).isEmpty)
            } else {
                let seen = try await database.read(scopedRows(tag: tag), scope: scope(of: owner))
                #expect(seen == rows(of: owner, tag: tag))
            }
        }
    }
}
