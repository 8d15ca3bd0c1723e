import FoundationEssentials
import Postgres
import Testing

/// A statement asked again is answered in binary where its columns are of the types that they are read as.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct BinaryAnswerTests {
    private struct Line: Equatable, Sendable {
        let truth: Bool, small: Int32, large: Int, number: Double, text: String, id: UUID
        let numbers: [Double?], words: [String], nothing: Double?, wide: Int
    }

    /// The column `wide` is read as another type than it is of when `isExact` is false, so that all comes as text.
    private static func lines(isExact: Bool) -> Query<Line> {
        Query(
            name: "lines",
            text: """
                select i % 2 = 0, i, i::int8 * -4000000000, i / 7.0::float8, repeat('é', i) || chr(i + 40), md5(i::text)::uuid,
                    array[i, null, 'nan', i / 3.0]::float8[], array['a,b', '', 'NULL', i::text], null::float8,
                    i::\(isExact ? "int8" : "int4")
                from generate_series(0, 40) i
                """, arguments: [], as: Line.init)
    }

    @Test func inBinaryIsReadWhatIsReadInText() async throws {
        let database = Database(Login(conninfo: "", role: nil), connections: 1, shared: 1)
        let (asText, asBinary) = (Self.lines(isExact: false), Self.lines(isExact: true))
        var all: [[String]] = []
        for _ in 0..<4 {
            for query in [asText, asBinary] {
                all.append(try await database.read(query).map { "\($0)" })
                let lent = try await database.transaction { transaction throws in
                    var each: [String] = []
                    try transaction.each(query) { each.append("\($0)") }
                    return [try transaction.all(query).map { "\($0)" }, each]
                }
                all += lent
            }
        }
        #expect(all.count == 24 && all[0].count == 41)
        for answer in all { #expect(answer == all[0]) }
        await database.close()
    }

    @Test func eightBytesOfAnotherTypeAreNotTakenForTheOldOne() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await cluster.script("create table changing as select 1::int8 as x; grant select on changing to reader")
            let database = cluster.database(connections: 1, shared: 1)
            let query = values("select x from changing", of: Int.self)
            for _ in 0..<5 {
                #expect(try await database.read(query) == [1])
                #expect(try await database.lent(query) == [1])
            }
            try await cluster.script("alter table changing alter x type float8 using x + 0.5")
            for _ in 0..<5 {
                let shared = try await refusal { _ = try await database.read(query) }
                #expect(shared?.sqlState == "22P02", "\(String(describing: shared))")
                let lent = try await refusal { _ = try await database.lent(query, retry: .whenUndone()) }
                #expect(lent?.sqlState == "22P02", "\(String(describing: lent))")
            }
            await database.close()
        }
    }
}
