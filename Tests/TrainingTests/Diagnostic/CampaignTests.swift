import Postgres
import Statistics
import Testing

@testable import Training

/// Two cohorts in the same communes: each has a before and an after of its own.
struct CampaignTests {
    /// The story's cohort, and « suite » a year later, in which somebody from the first one's commune and provider entered.
    private static func told(
        _ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void
    ) async throws {
        try await EvaluationTests.told { tx, programme in
            _ = try tx.open(
                .init(
                    code: "suite", title: "Suite", places: 5, startsOn: "2022-09-01", endsOn: "2023-01-31",
                    minimumAssiduity: 80, quotas: [], quotaUntil: nil), in: programme)
            _ = try tx.enrol(
                Lines([Example.person("neuf", on: "2022-06-01", provider: "Gîte de albi1")]), in: "suite",
                of: programme, on: "2022-06-02")
            let session = Transaction.session("n1", on: "2022-09-12", from: 9, to: 12)
            _ = try tx.schedule(Lines([session]), in: "suite", of: programme)
            _ = try tx.attend(Lines([.mark("n1", "neuf", .present)]), in: "suite", of: programme, on: "2022-09-30")
            try body(tx, programme)
        }
    }

    private static func looks(_ cohort: String?, _ value: Int, _ wave: Observation.Wave, on day: Day)
        -> [Observation.Request]
    {
        [
            .seen("Gîte de albi1", "P05", value, wave, on: day, cohort: cohort),
            .seen("Albi", "C01", value, wave, on: day, cohort: cohort),
        ]
    }

    /// How many said yes to P05 and C01 before and after, by the evaluation of a cohort; nil where it has no pair.
    private static func told(_ cohort: Cohort.Code, on day: Day, _ tx: borrowing Transaction, _ programme: Programme.ID)
        throws -> [[Int]?]
    {
        let made = try tx.evaluate(cohort, of: programme, isFinal: false, on: day, program: "essai").evaluation
        return ["P05", "C01"].map { code in
            guard let figures = made.secondary.diagnosis?.change(code)?.figures, figures.n > 0 else { return nil }
            return [figures.n, figures.yesBefore, figures.yesAfter]
        }
    }

    @Test func aSecondCohortOfTheSameCommuneHasABeforeAndAnAfterOfItsOwn() async throws {
        try await Self.told { tx, programme in
            try tx.observe(Self.looks(nil, 0, .before, on: "2021-09-02"), in: programme, on: "2023-02-28")
            try tx.observe(Self.looks(nil, 3, .after, on: "2022-01-20"), in: programme, on: "2023-02-28")
            let first = try tx.evaluate("pilote", of: programme, isFinal: false, on: nil, program: "essai").stored
            #expect(try Self.told("pilote", on: "2022-01-31", tx, programme) == [[1, 0, 1], [1, 0, 1]])
            #expect(try Self.told("suite", on: "2023-01-31", tx, programme) == [nil, nil])
            let second =
                Self.looks("suite", 3, .before, on: "2022-09-02") + Self.looks("suite", 1, .after, on: "2023-01-20")
            #expect(
                try tx.observe(second, in: programme, on: "2023-02-28")
                    == Array(repeating: .added, count: 4))
            #expect(try tx.observe(second, in: programme, on: "2023-02-28") == Array(repeating: .unchanged, count: 4))
            #expect(try Self.told("suite", on: "2023-01-31", tx, programme) == [[1, 1, 0], [1, 1, 0]])
            #expect(try Self.told("pilote", on: "2022-01-31", tx, programme) == [[1, 0, 1], [1, 0, 1]])
            let again = try tx.evaluate("pilote", of: programme, isFinal: false, on: nil, program: "essai").stored
            #expect(again.inputsSHA256 == first.inputsSHA256)
        }
    }

    @Test func theTerritorysOwnObservationsCountForEachCohortWhoseDatesTheySuitUnlessItHasItsOwn() async throws {
        try await Self.told { tx, programme in
            try tx.observe(Self.looks(nil, 3, .before, on: "2022-03-01"), in: programme, on: "2023-02-28")
            try tx.observe(Self.looks(nil, 0, .after, on: "2023-01-20"), in: programme, on: "2023-02-28")
            #expect(try Self.told("suite", on: "2023-01-31", tx, programme) == [[1, 1, 0], [1, 1, 0]])
            #expect(try Self.told("pilote", on: "2023-01-31", tx, programme) == [nil, nil])
            let own = Observation.Request.seen("Albi", "C01", 0, .before, on: "2022-09-01", cohort: "suite")
            try tx.observe([own], in: programme, on: "2023-02-28")
            #expect(try Self.told("suite", on: "2023-01-31", tx, programme) == [[1, 1, 0], [1, 0, 0]])
            #expect(try Self.told("suite", on: "2022-08-31", tx, programme) == [nil, nil])
        }
    }

    @Test func eachCampaignHasItsOwnTwoObservers() async throws {
        try await Self.told { tx, programme in
            func look(_ observer: String, _ cohort: String?) -> Observation.Request {
                .seen("Albi", "C01", 2, by: observer, on: "2022-09-01", cohort: cohort)
            }
            try tx.observe([look("Ali", nil), look("Zoé", nil)], in: programme, on: "2023-02-28")
            let refused = try tx.refusals([look("Max", nil)], in: programme, on: "2023-02-28")
            #expect(refused.count == 1 && refused[0].contains("(Ali, Zoé)") && refused[0].contains("--cohort"))
            try tx.observe([look("Max", "suite"), look("Ali", "suite")], in: programme, on: "2023-02-28")
            let lines = try tx.observations(in: programme, on: "2023-02-28")
            #expect(
                lines.map { "\($0.cohort?.rawValue ?? "-") \($0.rank) \($0.observer)" } == [
                    "suite 1 Max", "suite 2 Ali", "- 1 Ali", "- 2 Zoé",
                ])
            #expect(Diagnostic.agreements(lines).map(\.n) == [2])
            let unknown = try tx.refusals([look("Ali", "nulle")], in: programme, on: "2023-02-28")
            #expect(unknown.map { $0.prefix(16) } == ["2 cohort cohorte"] && unknown[0].contains("pilote, suite"))
        }
    }

    @Test func threeObserversInOneFileAreNamedToTheThird() async throws {
        try await Self.told { tx, programme in
            let refused = try tx.refusals(
                ["Ali", "Zoé", "Max"].map { .seen("Albi", "C01", 2, by: $0) }, in: programme)
            #expect(refused.count == 1 && refused[0].hasPrefix("4 observer") && refused[0].contains("(Ali, Zoé)"))
        }
    }

    @Test func whatTwoCampaignsSawIsNeverOnePair() async throws {
        try await Self.told { tx, programme in
            try tx.observe(Self.looks(nil, 0, .before, on: "2022-02-01"), in: programme, on: "2023-02-28")
            try tx.observe(Self.looks("suite", 3, .after, on: "2023-01-20"), in: programme, on: "2023-02-28")
            func counts(_ tx: borrowing Transaction, _ cohort: Cohort.Code?) throws -> [Int] {
                var filter = Observation.Filter()
                filter.cohort = cohort
                let lines = try tx.observations(filter, of: programme, on: "2023-02-28")
                return Diagnostic.changes(lines, try tx.criteria(), in: .french, isOneCampaign: cohort != nil).map(\.n)
            }
            #expect(try counts(tx, nil).reduce(0, +) == 0)
            #expect(try counts(tx, "suite").reduce(0, +) == 2, "what counts for one cohort is one campaign")
            #expect(try counts(tx, "pilote").reduce(0, +) == 0)
        }
    }

    @Test func theSheetOfAVisitIsOfTheLastCampaign() async throws {
        try await Self.told { tx, programme in
            try tx.observe(Self.looks(nil, 3, .after, on: "2022-01-20"), in: programme, on: "2023-02-28")
            try tx.observe(Self.looks("suite", 1, .before, on: "2022-09-02"), in: programme, on: "2023-02-28")
            let sheet = try tx.firstSteps(
                for: "Gîte de albi1", in: nil, of: programme, at: nil, on: "2023-02-28", atMost: 5)
            #expect(sheet.wave == .before && sheet.observedOn == "2022-09-02" && sheet.steps.map(\.value) == [1])
        }
    }
}
