import Postgres
import Testing

@testable import Training

/// Completing needs the cohort's minimum assiduity over the half-days held while enrolled, all of them marked.
struct CompletionTests {
    /// Three half-days of 180 minutes: 80 % of 540 are 432.
    @Test(arguments: [
        ([180, 180, 72], true), ([180, 180, 71], false), ([180, 180, 180], true), ([180, 180, 0], false),
        ([179, 179, 74], true),
        ([179, 179, 73], false), ([0, 0, 0], false),
    ])
    func theMinimumIsReachedToTheMinute(minutes: [Int], isEnough: Bool) async throws {
        try await Self.attended(minutes.map { ($0 == 180 ? .present : $0 == 0 ? .absent : .late, $0) }) {
            tx, programme in
            let (done, refused) = try tx.complete(nil, in: "pilote", of: programme, on: "2022-01-31")
            #expect(done.map(\.isNew) == (isEnough ? [true] : []))
            #expect(refused.map(\.rule) == (isEnough ? [] : ["completing_needs_the_minimum_assiduity"]))
        }
    }

    /// Exempt leaves both minutes planned and attended; excused and absent stay in what was planned.
    @Test(
        arguments: [
            ([(.present, 180), (.exempt, 0), (.present, 180)], true),
            ([(.present, 180), (.exempt, 0), (.late, 107)], false),
            ([(.present, 180), (.exempt, 0), (.leftEarly, 108)], true),
            ([(.present, 180), (.excused, 0), (.present, 180)], false),
            ([(.exempt, 0), (.exempt, 0), (.exempt, 0)], false),
        ] as [([(Presence, Int)], Bool)])
    func exemptLeavesTheDenominatorAndExcusedStays(marks: [(Presence, Int)], isEnough: Bool) async throws {
        try await Self.attended(marks) { tx, programme in
            let (done, _) = try tx.complete("p1@example.org", in: "pilote", of: programme, on: "2022-01-31")
            #expect(done.map(\.status) == (isEnough ? [.completed] : []))
        }
    }

    @Test func anUnmarkedHalfDayKeepsFromCompleting() async throws {
        try await Self.attended([(.present, 180), (.present, 180)]) { tx, programme in
            let (_, refused) = try tx.complete(nil, in: "pilote", of: programme, on: "2022-01-31")
            #expect(refused.map(\.rule) == ["completing_needs_every_mark"])
            try tx.attend([.mark("s3", "p1", .unmarked)], in: programme)
            #expect(try tx.complete(nil, in: "pilote", of: programme, on: "2022-01-31").refused.count == 1)
            try tx.script("cancelled", "update session set is_cancelled = true where code = 's3'")
            #expect(try tx.complete(nil, in: "pilote", of: programme, on: "2022-01-31").done.map(\.isNew) == [true])
        }
    }

    @Test func completingAgainIsUnchangedAndOnlyTheActiveComplete() async throws {
        try await Self.attended([(.present, 180), (.present, 180), (.present, 180)]) { tx, programme in
            try tx.enrol([Example.person("tard", on: "2021-12-31")], in: programme)
            let (done, refused) = try tx.complete(nil, in: "pilote", of: programme, on: "2022-03-01")
            #expect(done.map(\.participant) == ["p1@example.org"] && refused.isEmpty)
            let before = try tx.digest(of: programme)
            #expect(
                try tx.complete("p1@example.org", in: "pilote", of: programme, on: "2022-03-01").done.map(\.isNew) == [
                    false
                ])
            #expect(
                try tx.complete("tard@example.org", in: "pilote", of: programme, on: "2022-03-01").refused.count == 1)
            #expect(try tx.digest(of: programme) == before)
            #expect(try tx.enrolments(in: tx.cohort(in: programme)).first?.effectiveOn == "2022-01-31")
        }
    }

    @Test func aStepToCompletedNeedsTheAssiduityToo() async throws {
        try await Self.attended([(.late, 1), (.absent, 0), (.absent, 0)]) { (tx, programme) throws in
            #expect(try tx.rule { try $0.move("p1", to: .completed, on: "2022-01-31", in: programme) } != nil)
        }
    }

    /// A half-day still to come keeps from completing and is named; a cancelled one does not.
    @Test func nobodyCompletesBeforeTheLastHalfDay() async throws {
        try await Self.attended([(.present, 180), (.present, 180)]) { (tx, programme) throws in
            let early = try tx.complete(nil, in: "pilote", of: programme, on: "2021-10-11")
            #expect(early.done.isEmpty && early.refused.map(\.rule) == ["completing_follows_the_last_half_day"])
            #expect(early.refused.first?.sentence.french.contains("s3 du 06/12/2021") == true)
            _ = try tx.cancel("s3", in: "pilote", of: programme, because: "Neige")
            #expect(try tx.complete(nil, in: "pilote", of: programme, on: "2021-10-11").done.map(\.isNew) == [true])
        }
    }

    /// A correction that takes somebody who was completed below the minimum is told, and neither certificate nor final
    /// evaluation takes it for a completion.
    @Test func aCompletionThatACorrectionUndercutsIsNoneForAnybody() async throws {
        try await Self.attended([(.present, 180), (.present, 180), (.present, 180)]) { (tx, programme) throws in
            _ = try tx.complete(nil, in: "pilote", of: programme, on: "2022-01-31")
            try tx.attend([.mark("s2", "p1", .absent, reason: "Relu")], in: programme)
            let cohort = try tx.cohort(in: programme)
            let told = try tx.outlook(in: cohort, on: "2022-01-31", justMarked: true)
            #expect(told.map(\.prospect) == [.outOfReach] && told.map(\.status) == [.completed])
            let certificates = try tx.certificates(in: "pilote", of: programme, on: "2022-01-31")
            #expect(certificates.refused.map(\.rule) == ["certificate_needs_the_minimum_assiduity"])
            let evaluation = Evaluation(
                try tx.facts(of: cohort, on: "2022-01-31"), status: .draft, versions: .init(program: "", schema: 1),
                inputsSHA256: "")
            #expect(evaluation.missing.contains { $0.code == "completed_below_minimum" && $0.person == "P01" })
        }
    }

    @Test func aCohortClosesOnceEverybodyIsSettled() async throws {
        try await Self.attended([(.present, 180), (.present, 180), (.present, 180)]) { (tx, programme) throws in
            #expect(try tx.rule { try $0.close("pilote", of: programme) } == "cohort_closes_when_settled")
            _ = try tx.complete(nil, in: "pilote", of: programme, on: "2022-01-31")
            #expect(try tx.close("pilote", of: programme) == .added)
            #expect(try tx.close("pilote", of: programme) == .unchanged)
            #expect(try tx.cohort(in: programme).status == .closed)
        }
    }

    /// One person with these marks at the half-days s1, s2, …
    static func attended(
        _ marks: [(Presence, Int)], _ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void
    ) async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            _ = try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme)
            try tx.move("p1", to: .active, on: "2021-09-13", in: programme)
            try tx.attend(
                marks.enumerated().map { .mark("s\($0.offset + 1)", "p1", $0.element.0, $0.element.1) }, in: programme)
            try body(tx, programme)
        }
    }
}
