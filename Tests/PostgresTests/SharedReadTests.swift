import FoundationEssentials
import Postgres
import Testing

/// What a caller of `read` may do to the others, and what must come of it.
private enum Prank: CaseIterable {
    case own, nobody, otherName, division, lateDivision, syntax, columns, decoding, nul, write, slow, cancelled
    case cancelledAtRandom, hurried, commit, rollback, begin, set, characteristics, copy, nothing

    var text: String {
        switch self {
        case .division: "select 1 / ($1::int8 - $1::int8)"
        case .lateDivision: "select 100 / (3 - n) from generate_series(1, 5) n where $1::int8 is not null"
        case .syntax: "select select $1"
        case .columns: "select $1::int8, 2"
        case .decoding: "select 'x' || $1::int8"
        case .write: "insert into kept values (gen_random_uuid(), $1::int8) returning 1"
        case .commit: "commit"
        case .rollback: "rollback"
        case .begin: "begin read write"
        case .set: "set test.who = '\(owners[0])'"
        case .characteristics: "set session characteristics as transaction read write"
        case .copy: "copy (select 1) to stdout"
        case .nothing: ""
        default: "select number from scoped where $1::int8 is not null"
        }
    }

    /// The SQLSTATEs of which one must come.
    var refusals: Set<String> {
        switch self {
        case .division, .lateDivision: ["22012"]
        case .syntax: ["42601"]
        case .columns: ["42804"]
        case .decoding: ["22P02"]
        case .nul: ["22021"]
        case .write: ["25006", "42809"]
        case .commit, .rollback, .begin, .set, .characteristics, .copy, .nothing: ["42809", "25001"]
        default: []
        }
    }
}

@Suite(.serialized, .timeLimit(.minutes(5)))
struct SharedReadTests {
    /// Plays one prank and tells what was wrong with the answer; nil when it was right.
    private static func play(_ prank: Prank, _ tag: Int, on database: Database) async throws -> String? {
        let owner = owners[tag % owners.count]
        switch prank {
        case .own:
            return try await database.read(scopedRows(tag: tag), scope: scope(of: owner)) == rows(of: owner, tag: tag)
                ? nil : "not its own rows"
        case .nobody:
            return try await database.read(scopedRows(tag: tag)).isEmpty ? nil : "rows without a scope"
        case .otherName:
            let scope = Scope([("test.other", owner)])
            return try await database.read(scopedRows(tag: tag), scope: scope).isEmpty ? nil : "rows of another's scope"
        case .hurried:
            return try await hurried(tag, owner, on: database)
        case .slow:
            let error = try await refusal { _ = try await database.read(sleep(5), within: .milliseconds(40)) }
            return ["57014", "53300"].contains(error?.sqlState) ? nil : "\(String(describing: error)), not late"
        case .cancelled, .cancelledAtRandom:
            return try await cancelled(prank, tag, owner, on: database)
        default:
            let argument: any PostgresValue = prank == .nul ? "a\0b" : tag
            let query = Query(
                name: "prank", text: prank.text, arguments: prank.text.contains("$1") ? [argument] : [],
                as: { (number: Int) in number })
            let error = try await refusal { _ = try await database.read(query, scope: scope(of: owner)) }
            return prank.refusals.contains(error?.sqlState ?? "") ? nil : "\(String(describing: error))"
        }
    }

    private static func hurried(_ tag: Int, _ owner: UUID, on database: Database) async throws -> String? {
        do {
            let limit = Duration.microseconds(tag * 37 % 4_000)
            let seen = try await database.read(scopedRows(tag: tag), scope: scope(of: owner), within: limit)
            return seen == rows(of: owner, tag: tag) ? nil : "not its own rows"
        } catch let error as PostgresError {
            return ["57014", "53300"].contains(error.sqlState) ? nil : "\(error)"
        }
    }

    private static func cancelled(
        _ prank: Prank, _ tag: Int, _ owner: UUID, on database: Database
    ) async throws -> String? {
        let task = Task {
            if prank == .cancelled {
                // Longer than any caller may be kept from stopping it.
                _ = try await database.read(sleep(100), scope: scope(of: owner))
                return [ScopedRow]()
            }
            return try await database.read(scopedRows(tag: tag), scope: scope(of: owner))
        }
        try await Task.sleep(for: .microseconds(tag * 53 % 6_000))
        task.cancel()
        do {
            return try await task.value == rows(of: owner, tag: tag) ? nil : "not its own rows"
        } catch is CancellationError {
            return nil
        }
    }

    @Test(arguments: [1, 2, 5])
    func whateverTheOthersDoEveryReaderGetsItsOwn(connections: Int) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(shared: connections)
            var numbers = Numbers(seed: UInt64(connections))
            for wave in 0..<6 {
                let pranks = (0..<120).map { tag in
                    (Prank.allCases.randomElement(using: &numbers) ?? .own, wave * 120 + tag)
                }
                let time = try await elapsed {
                    try await withThrowingTaskGroup { group in
                        for (prank, tag) in pranks {
                            group.addTask {
                                let fault = try await Self.play(prank, tag, on: database)
                                #expect(fault == nil, "\(prank) \(tag)")
                            }
                        }
                        try await group.waitForAll()
                    }
                }
                #expect(time < ample, "\(time)")
            }
            #expect(try await cluster.numberOfKept() == 0)
            #expect(try await eventually { try await cluster.running("sleeper") == 0 })
            await database.close()
        }
    }

    @Test func afterEachFailureTheNextReaderOfTheConnectionIsUnharmed() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(shared: 1)
            for (tag, prank) in Prank.allCases.enumerated() {
                #expect(try await Self.play(prank, tag, on: database) == nil, "\(prank)")
                #expect(try await database.read(scopedRows(tag: tag)).isEmpty, "no scope is left by \(prank)")
                #expect(try await Self.play(.own, tag + 1, on: database) == nil, "after \(prank)")
            }
            await database.close()
        }
    }

    @Test func anErrorCostsNeitherTheConnectionNorTheGroupBehindIt() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(shared: 1)
            let process = values("select pg_backend_pid()::int8", of: Int.self)
            let before = try await database.read(process)
            try await withThrowingTaskGroup { group in
                for tag in 0..<600 {
                    group.addTask {
                        let owner = owners[tag % owners.count]
                        if tag.isMultiple(of: 7) {
                            // One in two without a scope, and so without a BEGIN.
                            let scope = tag.isMultiple(of: 2) ? Scope.none : scope(of: owner)
                            let division = values("select 1 / (x - x) from generate_series(1, 1) x", of: Int32.self)
                            let error = try await refusal { _ = try await database.read(division, scope: scope) }
                            #expect(error?.sqlState == "22012", "\(String(describing: error))")
                        } else {
                            let seen = try await database.read(scopedRows(tag: tag), scope: scope(of: owner))
                            #expect(seen == rows(of: owner, tag: tag))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read(process) == before)
            await database.close()
        }
    }

    @Test func aFunctionThatPretendsToBeSomebodyDeceivesNoOtherScope() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await cluster.script(
                """
                create function pretend(owner uuid) returns int8 language sql
                    as $$ select count(set_config('test.who', owner::text, true)) $$;
                """)
            let database = cluster.database(shared: 1)
            try await withThrowingTaskGroup { group in
                for tag in 0..<400 {
                    group.addTask {
                        if tag.isMultiple(of: 3) {
                            _ = try await database.read(
                                values("select pretend('\(owners[1])')", of: Int.self), scope: scope(of: owners[0]))
                        } else {
                            let owner = owners[2 + tag % (owners.count - 2)]
                            let seen = try await database.read(scopedRows(tag: tag), scope: scope(of: owner))
                            #expect(seen == rows(of: owner, tag: tag))
                        }
                    }
                }
                try await group.waitForAll()
            }
            await database.close()
        }
    }

    @Test func aScopeThatTheServerRefusesHarmsOnlyThoseWhoAskUnderIt() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let known = owners.prefix(3).map { $0.uuidString.lowercased() }
            for name in known { try await cluster.script("create role \"\(name)\"; grant \"\(name)\" to reader") }
            let database = cluster.database(shared: 1)
            try await withThrowingTaskGroup { group in
                for tag in 0..<400 {
                    group.addTask {
                        let owner = owners[tag % 6]
                        let me = values("select current_user::text", of: String.self)
                        let scope = Scope([("role", owner)])
                        if tag % 6 < 3 {
                            #expect(try await database.read(me, scope: scope) == [owner.uuidString.lowercased()])
                        } else {
                            let error = try await refusal { _ = try await database.read(me, scope: scope) }
                            #expect(error?.sqlState == "22023", "\(String(describing: error))")
                        }
                    }
                }
                try await group.waitForAll()
            }
            await database.close()
        }
    }

    @Test func aReadCannotWrite() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database()
            for text in [
                "delete from kept returning 1",
                "with x as (insert into kept values ('\(UUID())') returning 1) select 1 from x",
            ] {
                let error = try await refusal { _ = try await database.read(values(text, of: Int.self)) }
                #expect(["25006", "42809"].contains(error?.sqlState), "\(String(describing: error))")
            }
            #expect(try await cluster.numberOfKept() == 0)
            await database.close()
        }
    }

    @Test func fewConnectionsServeManyReaders() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(shared: 2)
            let pids = try await withThrowingTaskGroup(of: Int?.self) { group in
                for _ in 0..<300 {
                    group.addTask { try await database.read(values("select pg_backend_pid()", of: Int.self)).first }
                }
                return try await group.reduce(into: Set<Int?>()) { $0.insert($1) }
            }
            #expect((1...2).contains(pids.count) && !pids.contains(nil))
            await database.close()
        }
    }

    @Test func aReadIsOneInstantAndSeesWhatWasCommittedBefore() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            let database = cluster.database(shared: 2)
            for round in 1...200 {
                try await database.keep(number: round)
                #expect(try await database.read(values("select count(*) from kept", of: Int.self)) == [round])
            }
            await database.close()
        }
    }
}
