import Postgres
import Testing

@testable import Training

/// What no sequence of commands breaks, whoever types them in whatever order and on whatever days.
struct SpanWalkTests {
    @Test(arguments: 0..<24)
    func noSequenceOfStepsOnAnyDaysRewritesWhatWasSigned(seed: UInt64) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            var typist = Typist(seed, programme)
            try tx.openCohort(places: 4, minimum: 0, in: programme)
            _ = try tx.schedule(Lines(Transaction.fortnightly), in: "pilote", of: programme)
            try tx.enrol(
                Example.people(0..<4, on: "2021-08-20") + Example.people(4..<8, on: "2021-09-01"), in: programme)
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
}

extension Transaction {
    /// Eight half-days of three hours: s1 on 13 September 2021, then every second Monday.
    static var fortnightly: [Session.Request] {
        [
            "2021-09-13", "2021-09-27", "2021-10-11", "2021-10-25", "2021-11-08", "2021-11-22", "2021-12-06",
            "2021-12-20",
        ]
        .enumerated().map {
            session(.init(rawValue: "s\($0.offset + 1)"), on: Example.day($0.element), from: 9, to: 12)
        }
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
