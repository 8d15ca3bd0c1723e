import Foundation
import Postgres
import Testing

struct ReadTests {
    @Test func aReadGivesItsRows() async throws {
        #expect(try await server.read(values("select generate_series(1, 5)::int8", of: Int.self)) == [1, 2, 3, 4, 5])
    }

    @Test func manyReadsOfManyScopesGetTheirOwn() async throws {
        let database = Database(Login(conninfo: "", role: nil), shared: 2)
        let scopes = (0..<7).map { _ in UUID() }
        try await withThrowingTaskGroup { group in
            for round in 0..<2_000 {
                group.addTask {
                    let id = scopes[round % scopes.count]
                    let query = values(
                        "select current_setting('test.who') || ' ' || $1::int8", round, of: String.self)
                    let rows = try await database.read(query, scope: Scope([("test.who", id)]))
                    #expect(rows == ["\(id.uuidString.lowercased()) \(round)"])
                }
            }
            try await group.waitForAll()
        }
        await database.close()
    }

    @Test func anErrorIsItsCallersOwn() async throws {
        let database = Database(Login(conninfo: "", role: nil), shared: 2)
        try await withThrowingTaskGroup { group in
            for round in 0..<2_000 {
                group.addTask { () async throws in
                    let query = values("select 100 / ($1::int8 % 5)", round, of: Int.self)
                    if round % 5 == 0 {
                        #expect(try await refusal { _ = try await database.read(query) }?.sqlState == "22012")
                    } else {
                        #expect(try await database.read(query) == [100 / (round % 5)])
                    }
                }
            }
            try await group.waitForAll()
        }
        await database.close()
    }

    @Test func aReadCannotWrite() async throws {
        let query = values("select Set_Config('a.b', 'c', false)", of: String.self)
        #expect(try await refusal { _ = try await server.read(query) }?.sqlState == "42809")
        let create = Query(name: "create", text: "select 1::int8 as y into never", arguments: [], as: { (a: Int) in a })
        #expect(try await refusal { _ = try await server.read(create) }?.sqlState == "25006")
    }

    @Test func aSlowReadGivesWayAtItsDeadline() async throws {
        let database = Database(Login(conninfo: "", role: nil), shared: 1)
        let slow = values("select pg_sleep(600)::text", of: String.self)
        async let late = refusal { _ = try await database.read(slow, within: .milliseconds(300)) }
        try await Task.sleep(for: .milliseconds(50))
        async let after = database.read(values("select 7::int8", of: Int.self))
        #expect(try await late?.sqlState == "57014")
        #expect(try await after == [7])
        await database.close()
    }

    @Test(
        arguments: [
            "begin read write", "commit", " /* a /* b */ c */ rollback", "-- select\nset x.y = '1'", "((discard all))",
            "savepoint x", "prepare x as select 1", "select set_config('x.y', 'z', true)", "do $$ begin end $$", "",
            "reset all", "listen x", "declare c cursor for select 1", "copy (select 1) to stdout", "call f()",
            "lock table t",
        ])
    func whatCouldChangeItsNeighboursIsNotShared(text: String) async throws {
        #expect(try await refusal { _ = try await server.read(values(text, of: Int.self)) }?.sqlState == "42809")
    }

    @Test(arguments: [
        "/* a */ (select 1::int8)", "-- a\nwith x as (select 1::int8 as y) select y from x", "VALUES (1::int8)",
    ])
    func aQuestionIsShared(text: String) async throws {
        #expect(try await server.read(values(text, of: Int.self)) == [1])
    }
}
