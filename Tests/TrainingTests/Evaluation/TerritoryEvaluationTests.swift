import Postgres
import Statistics
import Testing

@testable import Training

/// The diagnostic and the offices' skills in an evaluation and in what is published of it.
struct TerritoryEvaluationTests {
    private static let people = Example.offices.flatMap { ["\($0)1", "\($0)2"] }

    /// Every criterion of every provider of the story, before and after: the first `gaining` providers gain P22.
    private static func seen(gaining: Int) -> [Observation.Request] {
        people.enumerated().flatMap { place, name in
            Example.providerCriteria.flatMap { criterion in
                let before = criterion == "P22" ? 0 : (place + criterion.hashed) % 3
                let after = criterion == "P22" && place < gaining ? 3 : before
                return [
                    Observation.Request.seen("Gîte de \(name)", criterion, before, .before, on: "2021-09-02"),
                    .seen("Gîte de \(name)", criterion, after, .after, on: "2022-01-20"),
                ]
            }
        }
    }

    private static func told(
        gaining: Int = 7, _ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void
    ) async throws {
        try await EvaluationTests.told { tx, programme in
            try tx.observe(seen(gaining: gaining), in: programme)
            try body(tx, programme)
        }
    }

    @Test func theObjectivesAreAnsweredFromObservationsAndSkills() async throws {
        try await Self.told { tx, programme in
            try tx.observe(
                [
                    .seen("Gîte de albi1", "P05", 3, by: "Second", on: "2021-09-03"), .seen("Albi", "C01", 1),
                    .seen("Albi", "C01", 2, .after, on: "2022-01-20"), .mail("Gîte de albi1", .complete, hours: 20),
                    .mail("Albi", to: "C08", Observation.Reply.none),
                ], in: programme)
            try tx.setSkills(
                [
                    .init(
                        office: "albi", theme: "site_web", level: 3, hours: 4, validFrom: "2021-09-01", validUntil: nil,
                        note: nil)
                ], in: programme)
            let made = try tx.evaluated(isFinal: true, in: programme)
            let secondary = made.evaluation.secondary
            #expect(secondary.unmeasured.map(\.code) == ["response_shift", "satisfaction", "network", "support"])
            let diagnosis = try #require(secondary.diagnosis)
            #expect(diagnosis.providers == .init(before: 10, after: 10, both: 10))
            #expect(diagnosis.communes == .init(before: 1, after: 1, both: 1) && diagnosis.seconded == 1)
            let change = try #require(diagnosis.change("P22")?.figures)
            #expect(change.gained == 7 && change.never == 3 && change.p == .value(0.015625))
            #expect(
                diagnosis.index.n == 10
                    && diagnosis.index.meanChange.value.map { abs($0 - 7 * 300.0 / 69 / 10) < 1e-9 } == true)
            #expect(
                secondary.mysteryMail.map { "\($0.unit.rawValue) \($0.figures.sent) \($0.figures.replied)" } == [
                    "provider 1 1", "commune 1 0",
                ])
            let answers = Dictionary(
                uniqueKeysWithValues: made.evaluation.objectives.map { ($0.code, $0.answer?.french ?? "") })
            #expect(answers["skills"]?.contains("indice moyen des prestataires en ligne : ") == true)
            #expect(answers["destination"]?.hasPrefix("nomment la destination : 0 → 7 prestataires sur 10 ; ") == true)
            #expect(
                answers["relays"]?.hasPrefix(
                    "matrice de compétences remplie par 1 offices sur 5 ; sans office : Thème joignabilite") == true)
            #expect(try tx.verify("pilote", of: programme).isSame)
        }
    }

    /// Hours a month by theme beside what nobody answered yet; to others only what the offices say in all.
    @Test func anotherSessionIsAnsweredByNeedsAndByWhatTheOfficesCanGive() async throws {
        try await EvaluationTests.told { tx, programme in
            try tx.setSkills(
                [
                    ("albi", "site_web", 6.5), ("albi", "outils", 3), ("centre-tarn", "site_web", 2),
                    ("pays-cordais", "outils", nil),
                ]
                .map { office, theme, hours in
                    .init(
                        office: office, theme: theme, level: 3, hours: hours, validFrom: "2021-09-01",
                        validUntil: nil, note: nil)
                }, in: programme)
            for (name, theme) in [("albi1", "site_web"), ("albi2", "site_web"), ("centre-tarn1", "destination")] {
                _ = try tx.help(
                    name, on: "2022-01-10", theme: theme, outcome: .toFollow, next: "Rappeler", in: programme)
            }
            let made = try tx.evaluated(isFinal: true, in: programme)
            let told = made.evaluation.objectives.first { $0.code == "another_session" }?.answer?.french ?? ""
            #expect(
                told.contains(
                    "Thème site_web (2 personnes, 8,5 h par mois dans 2 offices), Thème destination (1 personne, aucun office ne peut aider)"
                ), "\(told)")
            #expect(
                told.contains("capacité annoncée par les offices : au moins 11,5 h par mois, de 2 h à 9,5 h"), "\(told)"
            )
            for reader in [Evaluation.Release.Reader.shared, .relay("albi")] {
                let release = try tx.publish(made, to: reader, minimumGroup: 5).release
                let answer = release.objectives.first { $0.code == "another_session" }?.answer?.french ?? ""
                #expect(answer.hasSuffix("capacité annoncée par les offices : au moins 11,5 h par mois"), "\(answer)")
            }
        }
    }

    @Test func answersOfOtherDaysThanTheirWavesAreSaidToTheCoordinatorOnly() async throws {
        try await EvaluationTests.told { tx, programme in
            let usual = try tx.evaluated(in: programme)
            #expect(
                usual.evaluation.secondary.outOfWindow.isEmpty && usual.stored.body.contains("\"out_of_window\": []"))
            try tx.open(.after, of: "pilote", in: programme, from: "2022-01-25", to: "2022-01-31")
            let made = try tx.evaluated(isFinal: true, in: programme)
            #expect(made.stored.inputsSHA256 != usual.stored.inputsSHA256)
            let strays = made.evaluation.secondary.outOfWindow
            #expect(
                strays.map(\.pseudonym) == ["P01", "P04", "P07", "P10", "P13"]
                    && strays.allSatisfy { $0.wave == .after })
            #expect(strays.allSatisfy { $0.takenOn == "2022-01-20" && $0.opensOn == "2022-01-25" })
            let release = try tx.publish(made, to: .shared, minimumGroup: 5).release
            #expect(release.suppressed.contains { $0.what == "out_of_window" && $0.reason == .coordinatorOnly })
            #expect(!release.body().contains("2022-01-20") && made.stored.body.contains("2022-01-20"))
            #expect(try tx.verify("pilote", of: programme).isSame)
        }
    }

    /// What was observed after the day that counts, of somebody who never entered, or of another commune, counts nowhere.
    @Test func onlyWhatConcernsTheCohortByItsDayCounts() async throws {
        try await EvaluationTests.told { tx, programme in
            let alone = try tx.evaluated(in: programme)
            try tx.observe(
                [
                    .seen("Gîte de albi3", "P05", 3), .seen("Vaour", "C01", 3),
                    .seen("Gîte de albi1", "P06", 2, .after, on: "2022-02-01"),
                    .seen("Gîte de albi1", "P07", 2, .followUp, on: "2022-01-20"),
                ], in: programme, on: "2022-02-28")
            let same = try tx.evaluated(in: programme)
            #expect(same.stored.inputsSHA256 == alone.stored.inputsSHA256 && !same.isNew)
            try tx.observe([.seen("Gîte de albi1", "P05", 3)], in: programme)
            let other = try tx.evaluated(in: programme)
            #expect(other.stored.inputsSHA256 != alone.stored.inputsSHA256)
            #expect(other.evaluation.secondary.diagnosis?.providers == .init(before: 1, after: 0, both: 0))
        }
    }

    @Test func aReplyAfterTheDayThatCountsIsNoReplyYet() async throws {
        try await EvaluationTests.told { tx, programme in
            try tx.observe([.mail("Gîte de albi1", .complete, hours: 30, .after, sent: "2022-01-25")], in: programme)
            for (day, replied) in [("2022-01-24", nil), ("2022-01-25", 0), ("2022-01-26", 1)] as [(Day, Int?)] {
                let made = try tx.evaluate("pilote", of: programme, .draft, on: day, program: "essai")
                #expect(made.evaluation.secondary.mysteryMail.first?.figures.replied == replied)
            }
        }
    }

    /// The order of recording is no fact: any order of the same files gives the same bytes.
    @Test func theSameObservationsInAnotherOrderGiveTheSameBytes() async throws {
        try await TestDatabase.undone { tx in
            try tx.become(.admin)
            let bodies = try [false, true].map { isTurned in
                let programme = try tx.makeProgramme()
                try tx.tellStory(in: programme)
                let all = Self.seen(gaining: 4)
                try tx.observe(isTurned ? all.reversed() : all, in: programme)
                return try tx.evaluated(in: programme).stored.body
            }
            #expect(bodies[0] == bodies[1] && bodies[0].contains("\"providers_by_index\""))
        }
    }

    @Test func aReaderIsToldItsOwnProvidersAndCountsThatGiveNobodyAway() async throws {
        try await Self.told(gaining: 5) { tx, programme in
            try tx.observe([.seen("Albi", "C01", 1), .seen("Albi", "C01", 2, .after, on: "2022-01-20")], in: programme)
            try tx.observe([.mail("Gîte de albi1", .complete, hours: 20)], in: programme)
            let made = try tx.evaluated(isFinal: true, in: programme)
            for reader in [Evaluation.Release.Reader.shared, .relay("albi")] {
                let release = try tx.publish(made, to: reader, minimumGroup: 5).release
                let territory = try #require(release.territory)
                #expect(territory.own.map(\.pseudonym) == (reader == .shared ? [] : ["P01", "P02"]))
                let told = Dictionary(
                    uniqueKeysWithValues: territory.criteria.map { ($0.criterion.criterion.rawValue, $0.rows != nil) })
                #expect(told["P22"] == false, "nobody had it before")
                #expect(told["C01"] == true && told.values.contains(true))
                for table in territory.criteria where table.criterion.unit == .provider {
                    guard let rows = table.rows else { continue }
                    let values = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0.value) })
                    for name in ["gained", "lost", "kept", "never", "mcnemar_p"] { #expect(values[name] == .some(nil)) }
                    guard case .integer(let yes)? = values["yes_before"] ?? nil else { continue }
                    #expect((2...8).contains(yes))
                }
                let answers = Dictionary(uniqueKeysWithValues: release.objectives.map { ($0.code, $0) })
                #expect(answers["destination"]?.isSuppressed == true && answers["destination"]?.answer == nil)
                #expect(release.body().contains("\"mystery_mail_why\": \"suppressed\""))
                #expect(
                    release.suppressed.contains { $0.what == "diagnostic.agreement" && $0.reason == .coordinatorOnly })
                #expect(try tx.verify("pilote", for: reader, of: programme).isSame)
            }
        }
    }

    /// The difference of two versions would tell the value that was corrected.
    @Test func whatACorrectionChangedIsNotToldAgain() async throws {
        try await Self.told { tx, programme in
            let first = try tx.toldCriteria(in: programme)
            let criterion = try #require(first.filter { $0.hasPrefix("P") }.min())
            let value = try #require(
                try tx.observations(in: programme).first { $0.criterion.rawValue == criterion && $0.wave == .after }?
                    .value)
            try tx.observe(
                [.seen("Gîte de albi1", criterion, value == 0 ? 1 : 0, .after, on: "2022-01-20", reason: "Relu")],
                in: programme)
            let second = try tx.toldCriteria(in: programme)
            #expect(second == first.subtracting([criterion]))
        }
    }

    /// Whatever was observed: a count that is told has two within and two without, for everybody and beside each office.
    @Test(arguments: 0..<12) func aCountThatIsToldLeavesOpenWhoItCounts(seed: UInt64) async throws {
        try await EvaluationTests.told { tx, programme in
            var random = SeededGenerator(seed)
            var values: [String: [String: (Int, Int)]] = [:]
            for name in Self.people {
                for criterion in Example.providerCriteria where Int.random(in: 0..<9, using: &random) > 0 {
                    let share = Example.providerCriteria.firstIndex(of: criterion).map { $0 % 4 } ?? 0
                    let pair = (
                        Int.random(in: 0...3, using: &random) >= share ? 3 : 1, Int.random(in: 0...3, using: &random)
                    )
                    values[criterion, default: [:]][name] = pair
                }
            }
            let lines = values.flatMap { criterion, people in
                people.flatMap { name, pair in
                    [
                        Observation.Request.seen("Gîte de \(name)", criterion, pair.0),
                        .seen("Gîte de \(name)", criterion, pair.1, .after, on: "2022-01-20"),
                    ]
                }
            }
            try tx.observe(lines, in: programme)
            let release = try tx.publish(tx.evaluated(isFinal: true, in: programme), to: .shared, minimumGroup: 5)
                .release
            for table in release.territory?.criteria ?? [] where table.rows != nil && table.criterion.unit == .provider
            {
                let people = values[table.criterion.criterion.rawValue] ?? [:]
                for office in [""] + Example.offices {
                    let others = people.filter { office.isEmpty || !$0.key.hasPrefix(office) }.values
                    for count in [others.count { $0.0 >= 2 }, others.count { $0.1 >= 2 }] {
                        #expect(count >= 2 && others.count - count >= 2)
                    }
                    #expect(others.count >= 5)
                }
            }
        }
    }
}

extension Transaction {
    /// The criteria of which a shared version of today's final evaluation tells something.
    fileprivate func toldCriteria(in programme: Programme.ID) throws -> Set<String> {
        let release = try publish(evaluated(isFinal: true, in: programme), to: .shared, minimumGroup: 5).release
        return Set((release.territory?.criteria ?? []).filter { $0.rows != nil }.map(\.criterion.criterion.rawValue))
    }
}

extension String {
    /// A small number that is always the same for a text.
    fileprivate var hashed: Int { utf8.reduce(0) { $0 + Int($1) } }
}
