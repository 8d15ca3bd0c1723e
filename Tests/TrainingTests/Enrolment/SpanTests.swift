import Postgres
import Testing

@testable import Training

/// Who was enrolled when, whatever is typed, on whatever days.
struct SpanTests {
    @Test(arguments: 0..<24)
    func noSequenceOfStepsOnAnyDaysRewritesWhatWasSigned(seed: UInt64) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            var typist = Typist(seed, programme)
            try tx.openCohort(places: 4, minimum: 0, in: programme)
            _ = try tx.schedule(Lines(Transaction.fortnightly), in: "pilote", of: programme)
            try tx.enrol(Example.people(0..<4, on: "2021-08-20") + Example.people(4..<8, on: "2021-09-01"), in: programme)
            for step in 0..<50 {
                let before = try tx.signedSheets()
                let said = try typist.step(tx)
                try tx.expectSoundSpans("step \(step): \(said)")
                for (session, sheet) in try tx.signedSheets() {
                    guard let was = before[session] else { continue }
                    let gained = sheet.keys.filter { was[$0] == nil && !said.hasPrefix("undo \($0) ") }
                    let lost = was.filter { sheet[$0.key] == nil && $0.value != "unmarked" }.keys
                    #expect(gained.isEmpty && lost.isEmpty, "\(session): +\(gained) -\(lost), step \(step): \(said)")
                }
            }
            try tx.expectSoundSeats(in: programme, on: "2022-01-31")
            #expect(typist.done > 12, "most was refused")
        }
    }

    /// A withdrawal, a place given again, and both times at half-days: each is judged by the span it lies in.
    @Test func twoSpansOfOneEnrolmentBothCount() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try Self.cameBack(tx, programme)
            let span = "select concat(enrolled_on, ' ', left_on) from enrolled_span s join enrolment e using (programme_id, enrolment_id) where e.arrival = 1 order by 1"
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
                #expect(!(try tx.facts(of: tx.cohort(in: programme), on: Example.day(day)).canonical().contains("enrolled_during")))
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

extension Transaction {
    /// Eight half-days of three hours: s1 on 13 September 2021, then every second Monday.
    static var fortnightly: [Session.Request] {
        ["2021-09-13", "2021-09-27", "2021-10-11", "2021-10-25", "2021-11-08", "2021-11-22", "2021-12-06", "2021-12-20"]
            .enumerated().map { session(.init(rawValue: "s\($0.offset + 1)"), on: Example.day($0.element), from: 9, to: 12) }
    }

    /// The half-days on whose sheet somebody is.
    func onSheets(_ name: String) throws -> [String] {
        try column(
            """
            select s.code from expected_attendance x join session s using (programme_id, session_id)
            join enrolment e using (programme_id, enrolment_id) join participant a using (programme_id, participant_id)
            where a.family_name = $1 order by s.date
            """, name, of: String.self)
    }

    /// Who is on the sheet of every half-day that was held and marked, and with which mark.
    func signedSheets() throws -> [String: [String: String]] {
        let lines = try column(
            """
            select concat_ws(' ', s.code, a.family_name, x.status)
            from expected_attendance x join session s using (programme_id, session_id)
            join enrolment e using (programme_id, enrolment_id) join participant a using (programme_id, participant_id)
            where exists (select from attendance t where t.session_id = s.session_id and t.status not in ('unmarked', 'excused'))
            """, of: String.self)
        return lines.map { $0.split(separator: " ").map(String.init) }
            .reduce(into: [:]) { $0[$1[0], default: [:]][$1[1]] = $1[2] }
    }

    func expectSoundSpans(_ said: String) throws {
        for (what, text) in Self.unsoundSpans {
            #expect(try column(text, of: String.self) == [], "\(what) after \(said)")
        }
    }

    private static var unsoundSpans: [(String, String)] {
        [
            (
                "marks outside",
                """
                select s.code from attendance t join session s using (programme_id, session_id)
                where t.status <> 'unmarked' and not s.is_cancelled and not exists (
                    select from expected_attendance x where x.session_id = t.session_id and x.enrolment_id = t.enrolment_id)
                """
            ),
            (
                "days that the history does not tell",
                """
                select e.arrival || ' on ' || d::date from enrolment e
                cross join generate_series(date '2021-08-18', date '2022-02-05', interval '1 day') d
                where e.enrolled_during @> d::date is distinct from coalesce((
                    select h.to_status in ('enrolled', 'active', 'suspended', 'completed') from enrolment_history h
                    where h.enrolment_id = e.enrolment_id and h.effective_on <= d::date order by h.step desc limit 1), false)
                """
            ),
            (
                "steps that go back",
                """
                select h.to_status from enrolment_history h
                join enrolment_history p on p.enrolment_id = h.enrolment_id and p.step = h.step - 1
                where h.effective_on < p.effective_on and not h.is_correction and not p.is_correction
                """
            ),
            (
                "entries that the marks do not tell",
                """
                select a.family_name from enrolment e
                join participant a using (programme_id, participant_id)
                join enrolment_history p on p.enrolment_id = e.enrolment_id and p.step = e.step - 1 and p.to_status = 'enrolled'
                where e.status = 'active' and e.effective_on <> greatest(p.effective_on, (
                    select min(s.date) from attendance t join session s using (programme_id, session_id)
                    where t.enrolment_id = e.enrolment_id and t.minutes > 0))
                """
            ),
            (
                "people who attended and never entered",
                """
                select a.family_name from enrolment e join participant a using (programme_id, participant_id)
                where e.status in ('applied', 'enrolled', 'waitlisted', 'offered', 'rejected', 'withdrawn') and exists (
                    select from attendance t where t.enrolment_id = e.enrolment_id and t.minutes > 0)
                """
            ),
        ]
    }
}

/// Somebody who types what happened, in any order and on any days of the autumn.
private struct Typist {
    private var random: SeededGenerator
    private let programme: Programme.ID
    private(set) var done = 0

    init(_ seed: UInt64, _ programme: Programme.ID) {
        (random, self.programme) = (SeededGenerator(seed + 1234), programme)
    }

    private enum Verb: CaseIterable {
        case accept, withdraw, reject, dropOut, exclude, suspend, resume, complete, reopen, undo, expire, offer
        case attend, miss, correct, cancel
    }

    /// Takes one step, which may be refused, and says which.
    mutating func step(_ tx: borrowing Transaction) throws -> String {
        var verb = Verb.allCases.randomElement(using: &random) ?? .attend
        let name = "p\(Int.random(in: 0..<8, using: &random))"
        let session = "s\(Int.random(in: 1...8, using: &random))"
        var day: Day = try tx.value("select date '2021-08-20' + \(Int.random(in: 0...165, using: &random))")
        let since: Day = try tx.value(
            "select effective_on from enrolment e join participant a using (programme_id, participant_id) where a.family_name = $1",
            name)
        if verb == .undo { day = since }
        if verb == .reopen, day <= since { verb = .undo }
        do {
            try tx.attempt { tx in try self.carryOut(verb, name, session, day, tx) }
            done += 1
        } catch let refusal as Refusal {
            return "\(verb) \(name) \(session) on \(day): \(refusal.rule)"
        } catch is LinesRefused {
            return "\(verb) \(name) \(session) on \(day): lines refused"
        }
        return "\(verb) \(name) \(session) on \(day)"
    }

    private func carryOut(
        _ verb: Verb, _ name: String, _ session: String, _ day: Day, _ tx: borrowing Transaction
    ) throws {
        func move(_ status: Enrolment.Status, from: Set<Enrolment.Status>? = nil) throws {
            let move = Enrolment.Move(to: status, from: from, on: day, reason: .other, note: "Essai")
            _ = try tx.move("\(name)@example.org", in: "pilote", of: programme, by: move)
        }
        switch verb {
        case .accept: try move(.enrolled, from: [.offered])
        case .withdraw: try move(.withdrawn)
        case .reject: try move(.rejected)
        case .dropOut: try move(.droppedOut)
        case .exclude: try move(.excluded)
        case .suspend: try move(.suspended)
        case .resume: try move(.active, from: [.suspended])
        case .complete: _ = try tx.complete("\(name)@example.org", in: "pilote", of: programme, on: day)
        case .reopen, .undo:
            _ = try tx.reopen("\(name)@example.org", in: "pilote", of: programme, on: day, note: "Erreur de saisie")
        case .expire: try tx.expire(on: day, in: programme)
        case .offer: _ = try tx.offerNext(in: tx.lockedCohort("pilote", of: programme), on: day)
        case .attend: try tx.attend([.mark(session, name, .present, reason: "Feuille")], in: programme)
        case .miss: try tx.attend([.mark(session, name, .absent, reason: "Feuille")], in: programme)
        case .correct: try tx.attend([.mark(session, name, .unmarked, reason: "Relu")], in: programme)
        case .cancel: _ = try tx.cancel(.init(rawValue: session), in: "pilote", of: programme, because: "Essai")
        }
    }
}
