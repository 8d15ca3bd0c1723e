import Postgres
import Testing

private struct Participant: Sendable {
    let id: Int
    let inputsSHA256: String
    let firstWaveScore: Double?
}

struct QueryTests {
    @Test func aRowIsReadByItsMemberwiseInitialiser() async throws {
        let query = Query(
            name: "participants", text: "select 7::int8, 'x', null::float8", arguments: [], as: Participant.init)
        try await server.undone { transaction in
            let row = try #require(try transaction.first(query))
            #expect(row.id == 7 && row.inputsSHA256 == "x" && row.firstWaveScore == nil)
        }
        #expect(query.columnNames == ["id", "inputs_sha256", "first_wave_score"])
        #expect(query.columns == [20, 25, 701])
    }

    private struct Abbreviations: Sendable {
        let cohortID: Int, participantIDs: Int, htmlURL: Int, pathOfURLs: Int, sha256Hash: Int, isDueAt: Int, x: Int
    }

    @Test func labelsBecomeSnakeCase() {
        let query = Query(name: "q", text: "", arguments: [], as: Abbreviations.init)
        let names = ["cohort_id", "participant_ids", "html_url", "path_of_urls", "sha256_hash", "is_due_at", "x"]
        #expect(query.columnNames == names)
    }

    @Test func aRowThatIsNoStructOfItsColumnsHasNoNames() {
        #expect(values("", of: Int.self).columnNames == [])
        #expect(values("", of: Code.self).columnNames == [])
        let pair = Query(name: "q", text: "", arguments: []) { (a: Int, b: String) in (a, b) }
        #expect(pair.columnNames == [])
        let less = Query(name: "q", text: "", arguments: []) { (a: Int) in
            Participant(id: a, inputsSHA256: "", firstWaveScore: nil)
        }
        #expect(less.columnNames == [])
    }

    @Test func aWrongColumnIsNamedWithItsStatementAndNotItsValue() async throws {
        let wrong = [("select 1, 2", "42804"), ("select 'secret'", "22P02"), ("select null::int8", "22004")]
        try await server.undone { transaction in
            for (text, state) in wrong {
                let all = try refused { _ = try transaction.all(values(text, of: Int.self)) }
                #expect(all?.statement == "values" && all?.sqlState == state)
                #expect(all?.message.contains("secret") == false)
                let first = try refused { _ = try transaction.first(values(text, of: Int.self)) }
                #expect(first == all)
            }
            for (text, state) in wrong {
                let each = try refused {
                    try transaction.attempt { try $0.each(values(text, of: Int.self)) { _ in } }
                }
                #expect(each?.statement == "values" && each?.sqlState == state)
            }
            #expect(try transaction.first(values("select 1", of: Int.self)) == 1)
        }
    }

    @Test func firstRefusesMoreThanOneRow() async throws {
        try await server.undone { transaction in
            #expect(try transaction.first(values("select 1 where false", of: Int.self)) == nil)
            let error = try refused { _ = try transaction.first(values("select generate_series(1, 2)", of: Int.self)) }
            #expect(error?.sqlState == "21000")
        }
    }

    @Test func aServersErrorQuotesNoValue() async throws {
        let refused: [(String, any PostgresValue, String)] = [
            ("select $1::text::int8", "sec\"ret", "22P02"), ("select $1::text::date", "secret", "22007"),
            ("select ($1::text || repeat('9', 30))::int4", "1", "22003"), ("select $1::text::uuid", "secret", "22P02"),
        ]
        for (text, value, state) in refused {
            let error = try await refusal {
                _ = try await server.transaction { try $0.all(values(text, value, of: String?.self)) }
            }
            #expect(error?.sqlState == state)
            #expect(error?.description.contains("secret") == false && error?.description.contains("999") == false)
        }
    }

    @Test func aNULIsRefusedBeforeItIsSent() async throws {
        try await server.undone { transaction in
            for value in ["a\0b", "\0"] as [any PostgresValue] + [["x", "\0"]] {
                let error = try refused {
                    _ = try transaction.all(
                        Query(name: "nul", text: "select 1", arguments: [value]) { (one: Int) in one })
                }
                #expect(error?.sqlState == "22021" && error?.statement == "nul")
            }
            #expect(try refused { try transaction.script("nul", "select 1\0; drop") }?.sqlState == "22021")
            #expect(try transaction.first(values("select 1", of: Int.self)) == 1)
        }
    }

    @Test func describeTellsTypesAndNames() async throws {
        try await server.undone { transaction in
            let told = try transaction.describe(
                "select $1::int8 as cohort_id, $2::text[] as names, 1.5::float8 as score")
            #expect(told.parameters == [20, 1009])
            #expect(told.columns.map(\.name) == ["cohort_id", "names", "score"])
            #expect(told.columns.map { $0.oid } == [20, 1009, 701])
            #expect(try transaction.describe("set local x.y = 'z'").columns.isEmpty)
        }
        let error = try await refusal { try await server.transaction { _ = try $0.describe("select nothing_here") } }
        #expect(error?.sqlState == "42703" && error?.statement == "describe")
    }
}
