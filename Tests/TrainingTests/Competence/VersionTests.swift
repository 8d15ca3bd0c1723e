import Postgres
import Statistics
import Testing

@testable import Training

/// What a questionnaire may become: versions that answer each other or do not, natures that stay, windows, ceilings.
struct VersionTests {
    static func items(_ competences: KeyValuePairs<String, String>, maximum: Double = 8, reversed: Set<String> = [])
        -> Lines<Instrument.Request>
    {
        Lines(
            competences.map { item, competence in
                .init(
                    item: item, competence: competence, textFr: item, textEn: item, minimum: 0, maximum: maximum,
                    isReversed: reversed.contains(item))
            })
    }

    /// The five questions of the story: on 1.1, 1.1 (reversed), 1.2, 2.1 and 3.1.
    private static let trial: KeyValuePairs = ["a": "1.1", "b": "1.1", "c": "1.2", "d": "2.1", "e": "3.1"]

    @Test func aMappingThatLosesACompetenceIsRefused() async throws {
        try await Self.twoVersions { tx, programme in
            let pairs = ["q1": "a", "q3": "c", "q4": "d"].map { Instrument.MappedItem(from: $0, to: $1) }
            let rule = try tx.refusal { try $0.map("essai", from: 1, to: 2, Lines(pairs), of: programme) }
            #expect(rule?.rule == "mapping_loses_no_competence" && rule?.sentence.french.contains("(3.1)") == true)
            #expect(try tx.mappings(of: programme).isEmpty)
        }
    }

    @Test func everyBadLineOfAMappingIsRefused() async throws {
        try await Self.twoVersions { tx, programme in
            _ = try tx.publish(
                "essai", title: nil, framework: Example.framework, Self.items(Self.trial, maximum: 10), to: programme)
            let pairs = [("q1", "b"), ("q2", "a"), ("q3", "d"), ("nul", "c"), ("q4", "nul"), ("q1", "e")]
            let lines = Lines(pairs.map { Instrument.MappedItem(from: $0, to: $1) })
            let refused = try tx.refusedLines { try $0.map("essai", from: 1, to: 2, lines, of: programme) }
            #expect(Set(refused.map(\.line)) == [2, 3, 4, 5, 6, 7])
            #expect(refused.first { $0.line == 2 }?.reason.french.contains("inversée") == true)
            let ceilings = try tx.refusedLines {
                try $0.map("essai", from: 1, to: 3, Lines([.init(from: "q1", to: "a")]), of: programme)
            }
            #expect(ceilings.map(\.line) == [2] && ceilings[0].reason.french.contains("deux plafonds"))
        }
    }

    @Test func versionsPairOnlyThroughADeclaredMapping() async throws {
        try await Self.twoVersions { tx, programme in
            let late = Assessment.Request(
                participant: "albi2@example.org", takenOn: "2022-01-22",
                answers: ["a": .number(8), "b": .number(0), "c": .number(8), "d": .number(8), "e": .number(8)])
            func assess(_ tx: borrowing Transaction) throws -> Int {
                try tx.assess(
                    Lines([late]), columns: [], in: "pilote", of: programme, with: "essai", version: 2, at: .after,
                    on: "2022-01-31"
                ).added
            }
            #expect(try tx.rule { try assess($0) } == "versions_pair_by_a_mapping")
            let before = try tx.evaluate("pilote", of: programme, isFinal: false, on: nil, program: "essai").evaluation
            let pairs = [("q1", "a"), ("q2", "b"), ("q3", "c"), ("q4", "d"), ("q5", "e")]
            let lines = Lines(pairs.map { Instrument.MappedItem(from: $0, to: $1) })
            #expect(try tx.map("essai", from: 1, to: 2, lines, of: programme) == .added)
            #expect(try tx.map("essai", from: 1, to: 2, lines, of: programme) == .unchanged)
            let other = Lines(lines.read.dropLast().map(\.request) + [.init(from: "q5", to: "f")])
            #expect(
                try tx.rule { try $0.map("essai", from: 1, to: 2, other, of: programme) } == "mapping_is_declared_once")
            #expect(try assess(tx) == 1)
            let after = try tx.evaluate("pilote", of: programme, isFinal: false, on: nil, program: "essai").evaluation
            #expect((before.flow.pairs, after.flow.pairs) == (5, 6))
            let person = after.people.first { $0.pair != nil && $0.after == 100 }
            #expect(person?.office == "albi")
            let counted = try tx.countPairs(in: programme, cohort: "pilote").figures
            #expect(counted.map(\.instrument) == ["essai@1"])
            #expect(counted.first?.scores.overall == after.figures.overall)
            #expect(counted.first?.scores.competences.map(\.figures) == after.figures.competences.map(\.figures))
            let gaps = try tx.gaps(in: tx.cohort(in: programme), on: "2022-01-31")
            #expect(gaps.allSatisfy { $0.participant != "albi2@example.org" })
        }
    }

    /// Versions 2 and 3 both lead to 1: who answered both is one person, by the last; an answer that is not yet given hides
    /// none that is.
    @Test func whoAnsweredTwoOtherVersionsIsCountedOnce() async throws {
        try await Self.twoVersions { tx, programme in
            let pairs = [("q1", "a"), ("q2", "b"), ("q3", "c"), ("q4", "d"), ("q5", "e")]
            let lines = Lines(pairs.map { Instrument.MappedItem(from: $0, to: $1) })
            _ = try tx.map("essai", from: 1, to: 2, lines, of: programme)
            func assess(_ tx: borrowing Transaction, version: Int, _ score: Double, on day: Day) throws {
                let items = version == 1 ? pairs.map(\.0) : pairs.map(\.1)
                let answers = Dictionary(uniqueKeysWithValues: items.map { ($0, Answer.number(score)) })
                _ = try tx.assess(
                    Lines([.init(participant: "albi2@example.org", takenOn: day, answers: answers)]), columns: [],
                    in: "pilote", of: programme, with: "essai", version: version, at: .after, on: "2022-01-31")
            }
            try assess(tx, version: 2, 8, on: "2022-01-20")
            _ = try tx.publish(
                "essai", title: "Encore", framework: Example.framework, Self.items(Self.trial, reversed: ["b"]),
                to: programme)
            let third = Lines(pairs.map { Instrument.MappedItem(from: $0, to: $1) })
            _ = try tx.map("essai", from: 1, to: 3, third, of: programme)
            try assess(tx, version: 3, 0, on: "2022-01-21")
            try assess(tx, version: 1, 4, on: "2022-01-25")
            func told(_ tx: borrowing Transaction, on day: Day) throws -> [Double?] {
                let made = try tx.evaluate("pilote", of: programme, isFinal: false, on: day, program: "essai")
                #expect(made.evaluation.flow.pairs == 6)
                return made.evaluation.people.filter { $0.pseudonym == "P02" }.map(\.after)
            }
            let (second, both, own) = (
                try told(tx, on: "2022-01-20"), try told(tx, on: "2022-01-22"), try told(tx, on: "2022-01-31")
            )
            #expect(second.count == 1 && both.count == 1 && own == [50] && second != both && both != own)
        }
    }

    @Test func anOldVersionIsNoLongerAnsweredButByThoseWhoUseIt() async throws {
        try await Self.twoVersions { tx, programme in
            try tx.openCohort("suite", in: programme)
            _ = try tx.enrol(Lines([Example.person("neuf")]), in: "suite", of: programme, on: "2021-06-30")
            func rule(_ tx: borrowing Transaction, cohort: Cohort.Code, _ name: String) throws -> String? {
                let line = Assessment.Request(
                    participant: "\(name)@example.org", takenOn: "2022-01-22", answers: ["q1": .number(1)])
                return try tx.rule {
                    try $0.assess(
                        Lines([line]), columns: [], in: cohort, of: programme, with: "essai", version: 1, at: .after,
                        on: "2022-01-31")
                }
            }
            #expect(try rule(tx, cohort: "suite", "neuf") == "instrument_version_is_in_use")
            #expect(try rule(tx, cohort: "pilote", "albi2") == nil)
        }
    }

    @Test func aLineThatAnswersAnotherVersionIsRefused() async throws {
        try await Self.twoVersions { tx, programme in
            let lines = ["essai@1", "essai@2", "ESSAI@1", nil].enumerated().map { index, version in
                Assessment.Request(
                    participant: "\(Example.offices[index])2@example.org", takenOn: "2022-01-22",
                    answers: ["q1": .number(1)], version: version)
            }
            let refused = try tx.refusedLines {
                try $0.assess(
                    Lines(lines), columns: [], in: "pilote", of: programme, with: "essai", at: .after, on: "2022-01-31")
            }
            #expect(refused.map(\.line) == [3] && refused[0].column == "version")
            #expect(refused[0].reason.french.contains("figée"))
        }
    }

    @Test func aQuestionnaireIsWithNamesOrAnonymousNeverBoth() async throws {
        try await NetworkTests.told { tx, programme in
            let (named, anonymous) = (
                Instrument.Nature(kind: .satisfactionHot, isAnonymous: false),
                Instrument.Nature(kind: .satisfactionHot, isAnonymous: true)
            )
            func publish(
                _ tx: borrowing Transaction, _ code: Instrument.Code, _ item: String, _ nature: Instrument.Nature?
            ) throws {
                _ = try tx.publish(
                    code, title: nil, framework: Example.framework, Self.items([item: "1.1"]), as: nature, to: programme
                )
            }
            try publish(tx, "chaud", "q1", anonymous)
            try publish(tx, "chaud", "q2", nil)
            #expect(try tx.rule { try publish($0, "chaud", "q3", named) } == "instrument_keeps_its_nature")
            let bare = Instrument.Nature(kind: .skills, isAnonymous: true)
            #expect(try tx.rule { try publish($0, "nu", "q1", bare) } == "instrument_of_skills_bears_names")
            let line = Assessment.Request(
                participant: "albi1@example.org", takenOn: "2022-01-20", answers: ["q2": .number(1)])
            let byName = try tx.rule {
                try $0.assess(
                    Lines([line]), columns: [], in: "pilote", of: programme, with: "chaud", at: .after, on: "2022-01-31"
                )
            }
            #expect(byName == "instrument_is_anonymous")
            let bySheet = try tx.rule {
                try $0.assessAnonymously(
                    Lines([line]), columns: [], in: "pilote", of: programme, with: "essai", at: .after, on: "2022-01-31"
                )
            }
            #expect(bySheet == "instrument_bears_names")
        }
    }

    @Test func sheetsWithoutNamesAreCountedAndTiedToNobody() async throws {
        try await NetworkTests.told { tx, programme in
            let hot = Instrument.Nature(kind: .satisfactionHot, isAnonymous: true)
            _ = try tx.publish(
                "chaud", title: nil, framework: Example.framework, Self.items(["q1": "1.1"], maximum: 10), as: hot,
                to: programme)
            func sheets(_ tx: borrowing Transaction, _ numbers: [(String, Double)]) throws -> [Int] {
                let lines = numbers.map {
                    Assessment.Request(participant: $0, takenOn: "2022-01-20", answers: ["q1": .number($1)])
                }
                let done = try tx.assessAnonymously(
                    Lines(lines), columns: [], in: "pilote", of: programme, with: "chaud", at: .after, on: "2022-01-31")
                return [done.added, done.unchanged]
            }
            #expect(try sheets(tx, [("1", 7), ("2", 9)]) == [2, 0])
            #expect(try sheets(tx, [("1", 7), ("2", 9), ("3", 8)]) == [1, 2])
            let refused = try tx.refusedLines { try sheets($0, [("1", 8), ("4", 8), ("4", 8), ("5", 11)]) }
            #expect(refused.map(\.line) == [2, 4, 5])
            let made = try tx.evaluate("pilote", of: programme, isFinal: false, on: nil, program: "essai")
            let question = try #require(made.evaluation.secondary.satisfaction.first)
            #expect(question.figures.answered == 3 && question.figures.asked == 10 && question.figures.mean.value == 8)
        }
    }

    @Test func answersOutsideTheirWindowAreTakenAndFlagged() async throws {
        try await NetworkTests.told { tx, programme in
            let cohort = try tx.cohort(in: programme)
            #expect(try tx.windows(of: cohort).map(\.outOfWindow) == [0, 0, 0, 0])
            #expect(try tx.windows(of: cohort).map(\.isChosen) == [false, false, false, false])
            #expect(try tx.windows(of: cohort).last?.opensOn == "2022-06-30")
            try tx.open(.after, of: "pilote", in: programme, from: "2022-01-25", to: "2022-02-10")
            let window = try #require(try tx.windows(of: cohort).first { $0.wave == .after })
            #expect(window.isChosen && window.assessments == 5 && window.outOfWindow == 5)
            #expect(try tx.datedAssessments(in: cohort, at: .after).allSatisfy(\.isOutOfWindow))
            try tx.open(.after, of: "pilote", in: programme, from: "2022-01-01", to: "2022-02-10")
            #expect(try tx.datedAssessments(in: cohort).allSatisfy { !$0.isOutOfWindow })
            let rule = try tx.rule {
                try $0.open(.after, of: "pilote", in: programme, from: "2022-02-01", to: "2022-01-01")
            }
            #expect(rule == "cohort_window_closes_after_it_opens")
        }
    }

    /// The story, and a second version of its questionnaire whose second question is not reversed but for `b`.
    static func twoVersions(_ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void)
        async throws
    {
        try await NetworkTests.told { tx, programme in
            let items: KeyValuePairs = ["a": "1.1", "b": "1.1", "c": "1.2", "d": "2.1", "e": "3.1", "f": "3.1"]
            let made = try tx.publish(
                "essai", title: "Essai", framework: Example.framework, Self.items(items, reversed: ["b"]), to: programme
            )
            #expect(made.instrument.version == 2)
            try body(tx, programme)
        }
    }
}
