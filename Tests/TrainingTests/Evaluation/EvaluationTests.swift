import Postgres
import Statistics
import Testing

@testable import Training

/// The bilan: what it counts, what keeps it from being final, and that the same facts give the same bytes.
struct EvaluationTests {
    @Test func theFlowLosesNobodyWithoutSayingWhy() async throws {
        try await Self.told { tx, programme in
            let flow = try tx.evaluated(in: programme).evaluation.flow
            #expect(flow.applied == 15 && flow.enrolled == 10 && flow.entered == 10 && flow.completed == 10)
            #expect(flow.assessedBefore == 10 && flow.assessedAfter == 5 && flow.pairs == 5 && flow.waitlisted == 5)
            #expect(
                flow.losses.map { "\($0.step.rawValue) \($0.reason) \($0.count)" } == [
                    "before_enrolling waitlisted 5", "after_assessment unreachable 5",
                ])
        }
    }

    /// Each way out of the training is lost at its own step, with its own reason.
    @Test func everyWayOutIsCountedAtItsStep() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 8, in: programme)
            try tx.enrol(Example.people(1..<10), in: programme)
            try tx.move("p1", to: .withdrawn, on: "2021-07-01", reason: .health, in: programme)
            try tx.move("p9", to: .withdrawn, on: "2021-07-02", reason: .other, in: programme)
            for number in 2...7 { try tx.move("p\(number)", to: .active, on: "2021-09-13", in: programme) }
            try tx.move("p2", to: .droppedOut, on: "2021-10-01", reason: .workload, in: programme)
            try tx.move("p3", to: .excluded, on: "2021-10-01", in: programme)
            try tx.move("p4", to: .suspended, on: "2021-10-01", in: programme)
            let flow = try tx.evaluated(in: programme).evaluation.flow
            #expect([flow.applied, flow.enrolled, flow.entered, flow.completed] == [9, 8, 6, 0])
            for (from, to, step) in [
                (flow.applied, flow.enrolled, "before_enrolling"), (flow.enrolled, flow.entered, "before_entering"),
                (flow.entered, flow.completed, "before_completing"),
                (flow.entered, flow.assessedBefore, "before_assessment"),
                (flow.entered, flow.assessedAfter, "after_assessment"),
            ] {
                #expect(
                    flow.losses.filter { $0.step.rawValue == step }.map(\.count).reduce(0, +) == from - to, "\(step)")
            }
            #expect(
                flow.losses.filter { $0.step == .beforeEntering }.map(\.reason) == ["enrolled", "withdrawn:health"])
            #expect(flow.losses.allSatisfy { !$0.sentence.french.isEmpty && !$0.sentence.english.isEmpty })
        }
    }

    @Test func aFinalOneIsRefusedWithEverythingMissingAndWhoMustAct() async throws {
        try await Self.told(until: .beforeExplaining) { tx, programme in
            let made = try tx.evaluated(in: programme)
            let missing = made.evaluation.missing
            let unexplained = Example.offices.map { "assessment_missing after \($0)" }
            #expect(
                missing.map { "\($0.code) \($0.detail ?? "") \($0.actor)" }
                    == ["attendance_unmarked s3 coordinator"] + unexplained + ["cohort_open  coordinator"])
            let refusal = try tx.refusal { try $0.evaluated(isFinal: true, in: programme) }
            #expect(refusal?.rule == "final_evaluation_misses_nothing")
            for line in missing {
                #expect(refusal?.sentence.french.contains(line.sentence(naming: made.names).french) == true)
            }
            #expect(made.names.allSatisfy { !$0.familyName.isEmpty })
            #expect(try tx.evaluations(of: programme).map(\.status) == ["draft"])
            #expect(try tx.cohort(in: programme).status == .running)
        }
    }

    @Test func aDraftThenAFinalAndALaterFinalSupersedesIt() async throws {
        try await Self.told { tx, programme in
            #expect(try tx.evaluated(in: programme).stored.status == .draft)
            let final = try tx.evaluated(isFinal: true, in: programme)
            #expect(final.stored.number == 2 && final.evaluation.missing.isEmpty)
            #expect(try tx.cohort(in: programme).status == .evaluated)
            try tx.attend([.mark("s1", "albi2", .present, reason: "Retrouvé")], in: programme)
            let later = try tx.evaluated(isFinal: true, in: programme)
            #expect(later.stored.number == 3 && later.stored.inputsSHA256 != final.stored.inputsSHA256)
            #expect(try tx.evaluations(of: programme).map(\.status) == ["draft", "superseded", "final"])
            #expect(try tx.evaluation(of: "pilote", in: programme).number == 3)
            #expect(try tx.evaluation(of: "pilote", number: 2, in: programme).body == final.stored.body)
        }
    }

    @Test func anEmptyCohortHasAnEvaluationToo() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            let made = try tx.evaluated(in: programme)
            #expect(made.evaluation.flow.applied == 0 && made.evaluation.figures.overall.n == 0)
            #expect(made.evaluation.missing.map(\.code) == ["nobody_entered", "cohort_open"])
            #expect(made.stored.body.contains("\"instrument\": null"))
            #expect(try tx.verify("pilote", of: programme).isSame)
        }
    }

    @Test func thePrimaryOutcomeIsTheMeanChangeOfTheOverallScores() async throws {
        try await Self.told { tx, programme in
            let overall = try tx.evaluated(in: programme).evaluation.figures.overall
            // Before 1 7 2 3 4 is 1+1+2+3+4 = 11 of 40; after 3 6 2 5 x is 3+2+2+5+x of 40, x from 0 to 4.
            let changes = (0..<5).map { 100.0 * (12 + Double($0) - 11) / 40 }
            let mean = changes.reduce(0, +) / 5
            let variance = changes.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 4
            #expect(overall.n == 5)
            #expect(abs((overall.meanChange.value ?? 0) - mean) < 1e-9)
            #expect(abs((overall.sdChange.value ?? 0) - variance.squareRoot()) < 1e-9)
            #expect(abs((overall.meanBefore.value ?? 0) - 27.5) < 1e-9)
        }
    }

    /// What came after the day is not there, what stood then stands.
    @Test func asOfAnEarlierDayLaterFactsDoNotCount() async throws {
        try await Self.told { tx, programme in
            let early = try tx.evaluated(on: "2021-10-11", in: programme).evaluation
            #expect(early.flow.assessedAfter == 0 && early.flow.completed == 0 && early.flow.entered == 10)
            #expect(early.attendance.sessions.map(\.code) == ["s1", "s2"] && early.attendance.planned == 3)
            let before = try tx.evaluated(on: "2021-06-30", in: programme).evaluation
            #expect(before.flow.applied == 15 && before.flow.entered == 0 && before.flow.assessedBefore == 0)
            #expect(try tx.evaluations(of: programme).count == 2)
        }
    }

    @Test func theAssiduityCountsMinutesOfThoseExpected() async throws {
        try await Self.told { tx, programme in
            let attendance = try tx.evaluated(in: programme).evaluation.attendance
            #expect(attendance.figures.plannedMinutes == 10 * 540)
            #expect(attendance.figures.attendedMinutes == 5 * 540 + 5 * (170 + 170 + 180))
            #expect(attendance.sessions.map(\.expected) == [10, 10, 10])
            #expect(attendance.sessions.map(\.attendedMinutes) == [5 * 350, 5 * 350, 1800])
            #expect(abs(attendance.figures.traineeHours - Double(5 * 540 + 5 * 520) / 60) < 1e-9)
        }
    }

    /// Satisfaction is another instrument than skills: who answered it alone is still missing, and can be explained.
    @Test func answeringAnotherQuestionnaireIsNoAnswerToThisOne() async throws {
        try await Self.told(until: .beforeExplaining) { tx, programme in
            let item = Instrument.Request(
                item: "s1", competence: "1.1", textFr: "Satisfait ?", textEn: "Satisfied?", minimum: 0, maximum: 10,
                isReversed: false)
            _ = try tx.publish(
                "satisfaction", title: "Satisfaction", framework: Example.framework, Lines([item]), to: programme)
            let line = Assessment.Request(
                participant: "albi2@example.org", takenOn: "2022-01-20", answers: ["s1": .number(9)])
            _ = try tx.assess(
                Lines([line]), columns: ["s1"], in: "pilote", of: programme, with: "satisfaction", at: .after,
                on: "2022-01-20")
            let missing = try tx.evaluated(in: programme).evaluation.missing.filter { $0.actor == "albi" }
            #expect(missing.map(\.code) == ["assessment_missing"])
            let listed = try tx.notAssessed(in: tx.cohort(in: programme), at: .after).map(\.familyName)
            #expect(listed.contains("albi2"))
            let rule = try tx.rule { tx in
                try tx.explain("albi2@example.org", in: "pilote", of: programme, at: .after, .other, note: nil)
            }
            #expect(rule == nil)
        }
    }

    enum Moment: Sendable { case beforeExplaining, closed }

    static func told(
        until moment: Moment = .closed, _ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void
    ) async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.tellStory(in: programme, isUnfinished: moment == .beforeExplaining)
            try body(tx, programme)
        }
    }
}

extension Transaction {
    /// Evaluates the cohort `pilote`.
    @discardableResult
    func evaluated(isFinal: Bool = false, on day: Day? = nil, program: String = "essai", in programme: Programme.ID)
        throws
        -> Evaluation.Made
    {
        try evaluate("pilote", of: programme, isFinal: isFinal, on: day, program: program)
    }

    func refusal<Value>(_ body: (borrowing Transaction) throws -> Value) throws -> Refusal? {
        do {
            _ = try attempt(body)
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }
}
