import Postgres
import Statistics
import Testing

@testable import Training

/// What follows from observations: summaries, before and after, agreement, mystery mails, and what to do first.
struct DiagnosticTests {
    /// Each provider's criteria at a wave, by the value that `value` gives the criterion's place.
    private static func all(_ name: String, _ wave: Observation.Wave, _ value: (Int) -> Int?) -> [Observation.Request] {
        Example.providerCriteria.enumerated().map { place, criterion in
            let value = value(place)
            return .seen(
                "Gîte de \(name)", criterion, value, wave, on: wave == .before ? "2021-09-01" : "2022-01-20",
                missing: value == nil ? .notApplicable : nil)
        }
    }

    @Test func theIndexIsOfFifteenCriteriaThatApplyAndLeavesTheMailOut() async throws {
        try await ObservationTests.told { tx, programme in
            try tx.observe(Self.all("a", .before) { $0 < 15 ? 2 : nil }, in: programme)
            try tx.observe(Self.all("b", .before) { $0 < 14 ? 3 : nil }, in: programme)
            try tx.observe([.mail("Gîte de a", .complete, hours: 1)], in: programme)
            let lines = Diagnostic.summary(
                try tx.observations(in: programme), by: .provider, try tx.criteria(), in: .french)
            #expect(lines.map(\.group) == ["Gîte de a", "Gîte de b"] && lines.map(\.values) == [15, 14])
            #expect(lines[0].meanIndex.map { abs($0 - 200.0 / 3) < 1e-9 } == true && lines[1].meanIndex == nil)
            #expect(lines.map(\.notApplicable) == [8, 9] && lines.map(\.indexed) == [1, 0])
        }
    }

    @Test func aSummaryIsByCriterionThemeOfficeCommuneOrCategoryAndWave() async throws {
        try await ObservationTests.told { tx, programme in
            try tx.observe(
                [
                    .seen("Gîte de a", "P05", 2), .seen("Gîte de b", "P05", 1), .seen("Gîte de c", "P05", 3),
                    .seen("Gîte de c", "P05", 0, by: "Second"), .seen("Gîte de a", "P05", 3, .after, on: "2022-01-20"),
                    .seen("Albi", "C01", 1), .seen("Gîte de a", "P01", nil, missing: .notObserved),
                ], in: programme)
            let (seen, criteria) = (try tx.observations(in: programme), try tx.criteria())
            func told(_ grouping: Diagnostic.Grouping) -> [String] {
                Diagnostic.summary(seen, by: grouping, criteria, in: .french).map {
                    "\($0.group) \($0.wave.rawValue) \($0.values) \($0.yes)"
                }
            }
            #expect(told(.criterion) == ["P01 before 0 0", "P05 before 3 2", "P05 after 1 1", "C01 before 1 0"])
            #expect(
                told(.theme) == [
                    "joignabilite before 0 0", "site_web before 3 2", "site_web after 1 1", "commune before 1 0",
                ])
            #expect(
                told(.office) == ["albi before 2 1", "albi after 1 1", "centre-tarn before 1 1", "albi before 1 0"])
            #expect(told(.category) == ["gite_meuble before 3 2", "gite_meuble after 1 1"])
            #expect(told(.commune) == ["Albi before 2 1", "Albi after 1 1", "Réalmont before 1 1", "Albi before 1 0"])
            let interval = try #require(
                Diagnostic.summary(seen, by: .criterion, criteria, in: .french).first { $0.values == 3 })
            #expect(interval.yesLower.map { abs($0 - 0.207_659_6) < 1e-6 } == true, "Wilson of 2 of 3")
        }
    }

    @Test func listsAreLimitedByEachName() async throws {
        try await ObservationTests.told { tx, programme in
            try tx.observe(
                [.seen("Gîte de a", "P05", 2), .seen("Gîte de c", "P06", 1, .after), .seen("Albi", "C01", 1)],
                in: programme)
            let limits: [(Int, @Sendable (inout Observation.Filter) -> Void)] = [
                (1, { $0.wave = .after }), (2, { $0.office = "albi" }), (2, { $0.commune = "ALBI" }),
                (2, { $0.category = "gite_meuble" }), (1, { $0.criterion = .init(rawValue: "P06") }),
                (1, { $0.unit = "gite de a" }), (3, { _ in }),
            ]
            for (index, (count, limit)) in limits.enumerated() {
                var filter = Observation.Filter()
                limit(&filter)
                let found = try tx.observations(filter, of: programme, on: "2022-01-31")
                #expect(found.count == count, "\(index)")
            }
            var unknown = Observation.Filter()
            unknown.criterion = .init(rawValue: "P99")
            let filter = unknown
            let rule = try tx.rule { _ = try $0.observations(filter, of: programme, on: "2022-01-31") }
            #expect(rule == "name_is_known")
            #expect(try tx.observations(in: programme, on: "2021-08-31").isEmpty)
        }
    }

    /// Ten providers, of whom eight gain a criterion and one loses it: R's binom.test(8, 9) says .0390625.
    @Test func beforeAndAfterAreOfTheSameUnits() throws {
        let code = Criterion.Code(rawValue: "P05")
        func seen(_ unit: Int, _ wave: Observation.Wave, _ value: Int?, rank: Int = 1) -> Diagnostic.Seen {
            .init(
                unit: "u\(unit)", criterion: code, wave: wave, rank: rank, value: value,
                missing: value == nil ? .notApplicable : nil, mail: nil)
        }
        var all = (0..<8).flatMap { [seen($0, .before, 1), seen($0, .after, 2)] }
        all += [seen(8, .before, 3), seen(8, .after, 0), seen(9, .before, 2), seen(9, .after, 2)]
        all += [seen(10, .before, 0), seen(11, .after, 3), seen(12, .before, nil), seen(12, .after, 3)]
        all += [seen(0, .before, 3, rank: 2), seen(0, .after, 0, rank: 2)]
        let change = Diagnostic.change(of: code, all)
        #expect([change.n, change.kept, change.gained, change.lost, change.never] == [10, 1, 8, 1, 0])
        #expect(change.p == .value(0.0390625) && change.yesBefore == 2 && change.yesAfter == 9)
    }

    @Test func twoObserversAgreeOnWhatBothSaw() throws {
        func seen(_ unit: String, _ rank: Int, _ value: Int?, _ missing: Observation.Missing? = nil) -> Diagnostic.Seen
        {
            .init(
                unit: unit, criterion: .init(rawValue: "P05"), wave: .before, rank: rank, value: value,
                missing: missing, mail: nil)
        }
        let both = [
            seen("a", 1, 2), seen("a", 2, 2), seen("b", 1, 1), seen("b", 2, 3), seen("c", 1, nil, .notApplicable),
            seen("c", 2, nil, .notApplicable), seen("d", 1, 3), seen("d", 2, nil, .notObserved), seen("e", 1, 0),
            seen("f", 2, 0),
        ]
        let agreement = Diagnostic.agreement(both)
        #expect(agreement.n == 3 && agreement.observed.value.map { abs($0 - 2.0 / 3) < 1e-12 } == true)
        #expect(agreement.kappa.value.map { abs($0 - (2.0 / 3 - 2.0 / 9) / (7.0 / 9)) < 1e-12 } == true)
        #expect(Diagnostic.agreement([seen("a", 1, 2), seen("a", 2, 2)]).kappa == .unavailable(.oneValueOnly))
        #expect(Diagnostic.agreement([seen("a", 1, 2)]).kappa == .unavailable(.noPairs))
    }

    @Test func mailsAreFollowedToTheDayThatCounts() async throws {
        try await ObservationTests.told { tx, programme in
            try tx.observe(
                [
                    .mail("Gîte de a", .complete, hours: 30), .mail("Gîte de b", .automatic, hours: 1),
                    .mail("Gîte de c", Observation.Reply.none),
                ], in: programme)
            let criteria = try tx.criteria()
            let last = try #require(Diagnostic.mails(try tx.observations(in: programme), criteria).first)
            #expect(last.sent == 3 && last.replied == 1 && last.within24h == 0 && last.medianHours == nil)
            #expect(last.within48h.map { abs($0 - 1.0 / 3) < 1e-11 } == true)
            #expect(last.medianHoursWhy == "median_not_reached")
            let that = try tx.observations(in: programme, on: "2021-09-01")
            let early = try #require(Diagnostic.mails(that, criteria).first)
            #expect(early.replied == 0 && early.within24h == nil, "followed for fifteen hours only")
        }
    }

    @Test func firstComesWhatLacksMostByTheWeightOfItsTheme() async throws {
        try await ObservationTests.told { tx, programme in
            try tx.observe(
                [
                    .seen("Gîte de a", "P01", 2), .seen("Gîte de a", "P05", 0), .seen("Gîte de a", "P06", 1),
                    .seen("Gîte de a", "P22", 0), .seen("Gîte de a", "P23", 3), .seen("Gîte de a", "P02", 0),
                    .seen("Gîte de a", "P24", nil, missing: .notApplicable), .mail("Gîte de a", .partial, hours: 3),
                    .seen("Gîte de a", "P05", 3, by: "Second"),
                ], in: programme)
            let sheet = try tx.firstSteps(
                for: "gite de a", in: nil, of: programme, at: nil, on: "2022-01-31", atMost: 4)
            #expect(sheet.steps.map(\.criterion.criterion.rawValue) == ["P02", "P05", "P22", "P01"])
            #expect(sheet.steps.map(\.priority) == [9, 3, 3, 3] && sheet.index.index.reason == .belowFifteenCriteria)
            #expect(sheet.mail?.hours == 3 && sheet.criteria.count == 23 && sheet.observedOn == "2021-09-01")
            try tx.observe([.seen("Gîte de a", "P01", 3, .after, on: "2022-01-20")], in: programme)
            let after = try tx.firstSteps(
                for: "Gîte de a", in: "Albi", of: programme, at: nil, on: "2022-01-31", atMost: 4)
            #expect(after.wave == .after && after.steps.isEmpty)
            for (name, rule) in [("Gîte de b", "provider_was_observed"), ("Personne", "name_is_known")] {
                let refused = try tx.rule {
                    try $0.firstSteps(for: name, in: nil, of: programme, at: nil, on: "2022-01-31", atMost: 4)
                }
                #expect(refused == rule)
            }
        }
    }

    /// No step passes one that lacks more by its weight, and nothing that is good, missing or a mail is a step.
    @Test(arguments: 0..<60) func stepsAreInTheOrderOfTheirPriorities(seed: UInt64) {
        var random = SeededGenerator(seed)
        let judged = Example.criteria.map { criterion in
            let value = Int.random(in: -1...3, using: &random)
            return Diagnostic.Judged(
                criterion: criterion, value: value < 0 ? nil : value, missing: value < 0 ? .notApplicable : nil,
                evidence: nil)
        }
        let all = Diagnostic.steps(judged, atMost: 99)
        #expect(all.count == judged.count { ($0.value ?? 3) < 3 && !$0.criterion.isMail })
        #expect(zip(all, all.dropFirst()).allSatisfy { ($0.priority, -$0.value) >= ($1.priority, -$1.value) })
        #expect(Diagnostic.steps(judged, atMost: 5).map(\.criterion) == all.prefix(5).map(\.criterion))
    }
}
