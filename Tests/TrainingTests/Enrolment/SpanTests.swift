import Postgres
import Testing

@testable import Training

/// Who was enrolled when, whatever is typed, on whatever days.
struct SpanTests {
    /// A withdrawal, a place given again, and both times at half-days: each is judged by the span it lies in.
    @Test func twoSpansOfOneEnrolmentBothCount() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try Self.cameBack(tx, programme)
            let span =
                "select concat(enrolled_on, ' ', left_on) from enrolled_span s join enrolment e using (programme_id, enrolment_id) where e.arrival = 1 order by 1"
            #expect(try tx.column(span, of: String.self) == ["2021-06-01 2021-10-01", "2021-11-01 "])
            #expect(try tx.onSheets("p1") == ["s1", "s2", "s5", "s6", "s7", "s8"])
            let line = try #require(try tx.outlook(in: tx.cohort(in: programme), on: "2022-01-31").first)
            #expect(line.held == 6 && line.attended == 1 && line.attendedMinutes == 180)
            #expect(try tx.refusedLines { try $0.attend([.mark("s3", "p1", .present)], in: programme) }.count == 1)
            let corrected = try tx.attend([.mark("s1", "p1", .excused, reason: "Certificat")], in: programme)
            #expect(corrected.map(\.outcome) == [.corrected])
            let facts = try tx.facts(of: tx.cohort(in: programme), on: "2022-01-31")
            #expect(facts.enrolments[0].spansFrom == ["2021-06-01", "2021-11-01"])
            let evaluation = Evaluation(
                facts, status: .draft, versions: .init(program: "", schema: 1), inputsSHA256: "")
            #expect(evaluation.people[0].marks.compactMap { $0 }.count == 6)
            #expect(evaluation.people[0].plannedMinutes == line.heldMinutes)
            #expect(facts.canonical().contains("enrolled_during"))
        }
    }

    /// One span says nothing that the days of enrolling and leaving do not.
    @Test func oneSpanLeavesTheInputsOfAnEvaluationAsTheyWere() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 2, in: programme)
            try tx.enrol(Example.people(1..<5), in: programme)
            try tx.move("p1", to: .withdrawn, on: "2021-07-01", reason: .other, in: programme)
            for day in ["2021-06-15", "2021-07-01", "2022-01-31"] {
                #expect(
                    !(try tx.facts(of: tx.cohort(in: programme), on: Example.day(day)).canonical().contains(
                        "enrolled_during")))
            }
        }
    }

    /// Reopened with a place free, somebody who never had one is enrolled from that day, and on no sheet before it.
    @Test(arguments: [Enrolment.Status.rejected, .withdrawn])
    func whoHadNoPlaceIsEnrolledFromTheReopening(end: Enrolment.Status) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 1, in: programme)
            _ = try tx.schedule(Lines(Transaction.fortnightly), in: "pilote", of: programme)
            try tx.enrol(Example.people(1..<3), in: programme)
            try tx.move("p2", to: end, on: "2021-07-01", reason: .other, in: programme)
            try tx.move("p1", to: .withdrawn, on: "2021-10-20", reason: .other, in: programme)
            let moved = try tx.reopen("p2@example.org", in: "pilote", of: programme, on: "2021-10-22", note: "Erreur")
            #expect(moved.status == .enrolled)
            #expect(try tx.onSheets("p2").first == "s4")
            #expect(try tx.onSheets("p1").last == "s3")
        }
    }

    /// A half-day that was marked meanwhile is not entered by whoever was not on its sheet; the day after is free.
    @Test func aReopeningDatedBeforeAMarkedHalfDayIsRefused() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 3, in: programme)
            _ = try tx.schedule(Lines(Transaction.fortnightly), in: "pilote", of: programme)
            try tx.enrol(Example.people(1..<3), in: programme)
            try tx.move("p2", to: .withdrawn, on: "2021-09-01", reason: .other, in: programme)
            try tx.attend([.mark("s2", "p1", .present)], in: programme)
            let early = try tx.rule {
                try $0.reopen("p2@example.org", in: "pilote", of: programme, on: "2021-09-02", note: "Retour")
            }
            #expect(early == "sheet_keeps_who_is_on_it")
            let undone = try tx.rule { tx in
                _ = try tx.reopen("p2@example.org", in: "pilote", of: programme, on: "2021-09-01", note: "Erreur")
                #expect(try tx.onSheets("p2").count == 8)
                throw Refusal(rule: "undone", "", "")
            }
            #expect(undone == "undone")
            _ = try tx.reopen("p2@example.org", in: "pilote", of: programme, on: "2021-09-28", note: "Retour")
            #expect(try tx.onSheets("p2").first == "s3")
        }
    }

    /// Leaving is after every mark, an absence too; a mark taken back lets go.
    @Test(arguments: [Enrolment.Status.withdrawn, .droppedOut], [Presence.absent, .excused, .exempt])
    func nobodyLeavesBeforeTheirLastMark(status: Enrolment.Status, mark: Presence) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            _ = try tx.schedule(Lines(Transaction.fortnightly), in: "pilote", of: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            if status == .droppedOut { try tx.attend([.mark("s1", "p1", .present)], in: programme) }
            try tx.attend([.mark("s4", "p1", mark, reason: "Salon")], in: programme)
            func leave(_ tx: borrowing Transaction, _ day: Day) throws -> String? {
                try tx.rule { try $0.move("p1", to: status, on: day, reason: .other, in: programme) }
            }
            #expect(try leave(tx, "2021-10-25") == "leaving_follows_the_last_attendance")
            try tx.attend([.mark("s4", "p1", .unmarked, reason: "Retiré")], in: programme)
            #expect(try leave(tx, "2021-10-25") == nil)
        }
    }

    @Test(arguments: [("2021-11-15", "2021-11-08"), ("2021-11-08", "2021-11-15")])
    func aWrongDayOfLeavingIsPutRight(typed: String, right: String) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 2, in: programme)
            _ = try tx.schedule(Lines(Transaction.fortnightly), in: "pilote", of: programme)
            try tx.enrol(Example.people(1..<3), in: programme)
            try tx.attend([.mark("s1", "p1", .present), .mark("s1", "p2", .present)], in: programme)
            let (typed, right) = (Example.day(typed), Example.day(right))
            try tx.move("p1", to: .droppedOut, on: typed, reason: .other, in: programme)
            try tx.attend([.mark("s6", "p2", .present)], in: programme)
            let again = try tx.rule { try $0.move("p1", to: .droppedOut, on: right, reason: .other, in: programme) }
            #expect(again == "step_is_dated_once")
            let tooEarly = try tx.rule {
                try $0.reopen("p1@example.org", in: "pilote", of: programme, on: "2021-09-01", note: "Erreur")
            }
            #expect(tooEarly == "step_follows_the_one_before")
            _ = try tx.reopen("p1@example.org", in: "pilote", of: programme, on: typed, note: "Date mal saisie")
            try tx.move("p1", to: .droppedOut, on: right, reason: .other, in: programme)
            #expect(try tx.column("select left_on from enrolled_span order by 1 limit 1", of: Day.self) == [right])
        }
    }

    @Test(arguments: [
        (Enrolment.Status.suspended, "2022-02-01"), (.suspended, "2099-12-31"), (.droppedOut, "2022-02-02"),
        (.excluded, "2030-01-01"),
    ])
    func noStepIsDatedAfterTheCohort(status: Enrolment.Status, day: String) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            try tx.move("p1", to: .active, on: "2021-09-13", in: programme)
            let rule = try tx.rule { tx in
                try tx.move("p1", to: status, on: Example.day(day), reason: .other, in: programme)
            }
            #expect(rule == "step_is_within_the_cohort")
            let last: Day = status == .suspended ? "2022-01-31" : "2022-02-01"
            #expect(try tx.rule { try $0.move("p1", to: status, on: last, reason: .other, in: programme) } == nil)
        }
    }

    /// Enrolled, absent twice, withdrawn, waiting, offered a place and enrolled again, there once.
    private static func cameBack(_ tx: borrowing Transaction, _ programme: Programme.ID) throws {
        try tx.openCohort(places: 1, in: programme)
        _ = try tx.schedule(Lines(Transaction.fortnightly), in: "pilote", of: programme)
        try tx.enrol(Example.people(1..<3), in: programme)
        try tx.attend([.mark("s1", "p1", .absent), .mark("s2", "p1", .absent)], in: programme)
        try tx.move("p1", to: .withdrawn, on: "2021-10-01", reason: .health, in: programme)
        _ = try tx.reopen("p1@example.org", in: "pilote", of: programme, on: "2021-10-05", note: "Revient")
        try tx.move("p2", to: .withdrawn, on: "2021-10-30", reason: .health, in: programme)
        try tx.move("p1", to: .enrolled, on: "2021-11-01", in: programme)
        try tx.attend([.mark("s5", "p1", .present)], in: programme)
    }
}
