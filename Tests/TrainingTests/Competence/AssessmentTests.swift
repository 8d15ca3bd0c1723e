import Postgres
import Testing

@testable import Training

/// Assessments: what a file may hold, in which version of an instrument, and what explains a missing one.
struct AssessmentTests {
    @Test(arguments: [
        (Answer.number(8), true), (.number(0), true), (.number(8.5), false), (.number(-1), false),
        (.number(.infinity), false),
        (.number(.nan), false), (.number(3.25), true), (.skipped, true), (.refused, true), (.notApplicable, true),
        (.notAsked, true),
    ])
    func anAnswerIsOnTheScaleOrOneOfFourKindsOfMissing(answer: Answer, isKept: Bool) async throws {
        try await Self.entered { tx, programme in
            let bad = try tx.refusedLines {
                try $0.assess([("p1", ["q1": answer])], at: .before, on: "2021-09-10", in: programme)
            }
            #expect(bad.isEmpty == isKept)
            #expect(bad.allSatisfy { $0.line == 2 && $0.column == "q1" })
            let missing = "select coalesce(value::text, missing) from answer where item = 'q1'"
            let stored: String? = isKept ? try tx.value(missing, of: String.self) : nil
            switch answer {
            case .skipped: #expect(stored == "skipped")
            case .refused: #expect(stored == "refused")
            case .notApplicable: #expect(stored == "not_applicable")
            case .notAsked: #expect(stored == "not_asked")
            case .number(let number): #expect(stored.flatMap(Double.init) == (isKept ? number : nil))
            }
        }
    }

    @Test func everyBadLineIsListedAndNothingIsKept() async throws {
        try await Self.entered { tx, programme in
            let before = try tx.digest(of: programme)
            let bad = try tx.refusedLines { tx in
                try tx.assess(
                    [
                        ("p1", .numbers([1, 2, 3, 4, 5])), ("personne", .numbers([1, 2, 3, 4, 5])),
                        ("P1", .numbers([1, 2, 3, 4, 5])),
                        ("p3", .numbers([1, 2, 3, 4, 5])), ("p2", .numbers([1, 9, 3, -4, 5])),
                    ], at: .before, on: "2021-09-10", in: programme)
            }
            #expect(bad.map(\.line) == [3, 4, 5, 6, 6])
            #expect(bad.map(\.column) == ["participant", "participant", "participant", "q2", "q4"])
            #expect(try tx.digest(of: programme) == before)
        }
    }

    @Test func anUnknownItemIsRefusedByItsColumn() async throws {
        try await Self.entered { tx, programme in
            let line = Assessment.Request(
                participant: "p1@example.org", takenOn: "2021-09-10", answers: ["q9": .number(1)])
            let bad = try tx.refusedLines { tx in
                try tx.assess(
                    Lines([line]), columns: ["q1", "q9"], in: "pilote", of: programme, with: "essai", at: .before,
                    on: "2021-09-10")
            }
            #expect(bad.map(\.column) == ["q9"])
            #expect(bad.first?.reason.french.contains("q1, q2, q3, q4, q5") == true)
        }
    }

    @Test func theSameFileTwiceIsUnchangedAndOtherAnswersAreRefused() async throws {
        try await Self.entered { tx, programme in
            let file: [(String, [String: Answer])] = [
                ("p1", ["q1": .number(0), "q2": .skipped, "q3": .notApplicable, "q4": .refused]),
                ("p2", .numbers([1, 2, 3, 4, 5])),
            ]
            #expect(try tx.assess(file, at: .before, on: "2021-09-10", in: programme).added == 2)
            let before = try tx.digest(of: programme)
            #expect(try tx.assess(file, at: .before, on: "2021-09-10", in: programme).unchanged == 2)
            let others: [[String: Answer]] = [
                ["q1": .number(0)], ["q1": .notAsked, "q2": .skipped, "q3": .notApplicable, "q4": .refused],
                ["q1": .number(0), "q2": .refused, "q3": .notApplicable, "q4": .skipped],
            ]
            for other in others {
                let bad = try tx.refusedLines {
                    try $0.assess([("p1", other)], at: .before, on: "2021-09-10", in: programme)
                }
                #expect(bad.map(\.line) == [2])
            }
            #expect(try tx.digest(of: programme) == before)
            #expect(try tx.assess(file, at: .after, on: "2022-01-20", in: programme).added == 2)
        }
    }

    /// A new version published between the waves does not part a cohort's two waves.
    @Test func aCohortAnswersOneVersionInBothWaves() async throws {
        try await Self.entered { tx, programme in
            try tx.assess([("p1", .numbers([1, 2, 3, 4, 5]))], at: .before, on: "2021-09-10", in: programme)
            let other = Instrument.Request(
                item: "q1", competence: "1.1", textFr: "Autre", textEn: "Other", minimum: 0, maximum: 4,
                isReversed: false)
            let made = try tx.publish(
                "essai", title: "Essai", framework: Example.framework, Lines([other]), to: programme)
            #expect(made.instrument.version == 2 && made.made == .added)
            let after = try tx.assess([("p1", .numbers([8, 2, 3, 4, 5]))], at: .after, on: "2022-01-20", in: programme)
            #expect(after.instrument.version == 1)
            let chosen = try tx.refusedLines { tx in
                let line = Assessment.Request(
                    participant: "p2@example.org", takenOn: "2022-01-20", answers: ["q1": .number(5)])
                return try tx.assess(
                    Lines([line]), columns: ["q1"], in: "pilote", of: programme, with: "essai", version: 2, at: .after,
                    on: "2022-01-20")
            }
            #expect(chosen.map(\.column) == ["q1"])
        }
    }

    @Test func theSameQuestionsAreTheSameVersion() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            #expect(try tx.publishTrial(to: programme).version == 1)
            #expect(try tx.publishTrial(to: programme).version == 1)
            #expect(try tx.instruments(of: programme).map(\.items) == [5])
        }
    }

    private static func item(_ code: String, _ competence: String, to maximum: Double = 8) -> Instrument.Request {
        Instrument.Request(
            item: code, competence: competence, textFr: "T", textEn: "T", minimum: 0, maximum: maximum,
            isReversed: false)
    }

    @Test func aQuestionnaireKeepsToItsFrameworkAndItsCodes() async throws {
        let lines = Lines([Self.item("q1", "1.1"), Self.item("q2", "9.9"), Self.item("q1", "1.2")])
        try await TestDatabase.inProgramme { (tx, programme) throws in
            let bad = try tx.refusedLines {
                try $0.publish("essai", title: "E", framework: Example.framework, lines, to: programme)
            }
            #expect(bad.map(\.line) == [3, 4] && bad.map(\.column) == ["competence", "item"])
            let flat = Lines([Self.item("q1", "1.1", to: 0)])
            #expect(
                try tx.rule { try $0.publish("essai", title: "E", framework: Example.framework, flat, to: programme) }
                    == "item_scale_rises")
            let none = Lines<Instrument.Request>([])
            #expect(
                try tx.rule { try $0.publish("essai", title: "E", framework: Example.framework, none, to: programme) }
                    == "instrument_has_items")
            let unknown = Framework.Code(rawValue: "inconnu")
            #expect(
                try tx.rule { try $0.publish("essai", title: "E", framework: unknown, none, to: programme) }
                    == "name_is_known")
        }
    }

    @Test func aMissingAssessmentIsExplainedOnceAndOnlyIfItIsMissing() async throws {
        try await Self.entered { (tx, programme) throws in
            let cohort = try tx.cohort(in: programme)
            try tx.assess([("p1", .numbers([1, 2, 3, 4, 5]))], at: .before, on: "2021-09-10", in: programme)
            #expect(
                try tx.notAssessed(in: cohort).map { "\($0.familyName) \($0.wave)" } == [
                    "p2 before", "p1 after", "p2 after",
                ])
            func explain(_ tx: borrowing Transaction, _ name: String, _ reason: Assessment.MissingReason) throws -> Made
            {
                try tx.explain("\(name)@example.org", in: "pilote", of: programme, at: .before, reason, note: nil)
            }
            #expect(try tx.rule { try explain($0, "p1", .health) } == "missing_assessment_is_missing")
            #expect(try explain(tx, "p2", .health) == .added)
            #expect(try explain(tx, "p2", .health) == .unchanged)
            #expect(try tx.rule { try explain($0, "p2", .workload) } == "missing_assessment_is_explained_once")
            #expect(try tx.notAssessed(in: cohort, at: .before).map(\.reason) == [.health])
        }
    }

    /// Every scope of every assessment has a line, and a score that is not there is not a zero.
    @Test func scoresAreListedByScope() async throws {
        try await Self.entered { tx, programme in
            try tx.assess([("p1", ["q1": .number(8), "q2": .number(8)])], at: .before, on: "2021-09-10", in: programme)
            let scores = try tx.scores(in: tx.cohort(in: programme))
            #expect(
                scores.map(\.scope) == [
                    "overall", "area:1", "area:2", "area:3", "competence:1.1", "competence:1.2", "competence:2.1",
                    "competence:3.1",
                ])
            #expect(scores.map(\.score) == [nil, 50, nil, nil, 50, nil, nil, nil])
        }
    }

    /// Two people who entered, a third who waits, and a questionnaire.
    static func entered(_ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void) async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 2, in: programme)
            try tx.enrol(Example.people(1..<4), in: programme)
            for person in ["p1", "p2"] { try tx.move(person, to: .active, on: "2021-09-13", in: programme) }
            try tx.publishTrial(to: programme)
            try body(tx, programme)
        }
    }
}
