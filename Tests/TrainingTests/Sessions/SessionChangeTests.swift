import Postgres
import Testing

@testable import Training

/// What of a planned half-day may still change, and the memory of what it was.
struct SessionChangeTests {
    @Test func aPlannedHalfDayMovesAndWhatItWasIsKept() async throws {
        try await Self.planned { (tx, programme) throws in
            let change = Session.Change(
                date: "2021-10-12", starts: .at(14), ends: .at(17, 30), place: "Ailleurs", reason: "Salle prise")
            #expect(try tx.change("s2", in: "pilote", of: programme, by: change) == .added)
            #expect(try tx.change("s2", in: "pilote", of: programme, by: change) == .unchanged)
            let line = try tx.session("s2", of: tx.cohort(in: programme))
            #expect(line.date == "2021-10-12" && line.plannedMinutes == 210 && line.place == "Ailleurs")
            let was = try tx.sessionChanges(in: tx.cohort(in: programme))
            #expect(was.map(\.oldDate) == ["2021-10-11"] && was.map(\.oldStarts) == [.at(9)])
            #expect(was.map(\.reason) == ["Salle prise"] && was.map(\.actor) == ["cohorte_admin"])
        }
    }

    /// A mark, an announced absence too, holds the day and the times; the room may still change.
    @Test(arguments: [Presence.present, .excused])
    func aMarkedHalfDayKeepsItsTimes(mark: Presence) async throws {
        try await Self.planned { (tx, programme) throws in
            try tx.attend([.mark("s2", "p1", mark)], in: programme)
            for change in [Session.Change(date: "2021-10-12"), .init(ends: .at(13)), .init(halfDay: .evening)] {
                let rule = try tx.rule { try $0.change("s2", in: "pilote", of: programme, by: change) }
                #expect(rule == "marked_session_keeps_its_time")
            }
            let room = Session.Change(place: "Ailleurs", trainer: "Autre formateur fictif")
            #expect(try tx.change("s2", in: "pilote", of: programme, by: room) == .added)
        }
    }

    @Test(arguments: [
        (Session.Change(date: "2022-03-01"), "session_is_within_the_cohort"),
        (.init(starts: .at(13)), "session_ends_after_it_starts"),
        (.init(date: "2021-09-13", starts: .at(15), ends: .at(18)), "session_does_not_overlap"),
        (.init(date: "2021-10-31", starts: .at(2, 30), ends: .at(5)), "local_time_is_one"),
        (.init(place: "  "), "session_has_a_place"),
        (.init(place: "Ailleurs", reason: " "), "session_change_reason_is_short"),
    ])
    func whatCannotBeIsRefused(change: Session.Change, rule: String) async throws {
        try await Self.planned { (tx, programme) throws in
            #expect(try tx.rule { try $0.change("s2", in: "pilote", of: programme, by: change) } == rule)
            #expect(try tx.sessionChanges(in: tx.cohort(in: programme)).isEmpty)
        }
    }

    /// What is said can be done with the options that there are, and names what stands in the way.
    @Test(arguments: [
        (Session.Change(date: "2021-09-13", starts: .at(15), ends: .at(18)), "chevaucherait la séance s1 du 13"),
        (.init(date: "2021-10-31", starts: .at(2, 30), ends: .at(5)), "choisissez une autre heure"),
    ])
    func aRefusedChangeNamesWhatStandsInTheWay(change: Session.Change, words: String) async throws {
        try await Self.planned { (tx, programme) throws in
            let refusal = try tx.refusal { try $0.change("s2", in: "pilote", of: programme, by: change) }
            #expect(refusal?.sentence.french.contains(words) == true, "\(refusal?.sentence.french ?? "taken")")
        }
    }

    @Test func aCancelledHalfDayStaysAsItWas() async throws {
        try await Self.planned { (tx, programme) throws in
            _ = try tx.cancel("s2", in: "pilote", of: programme, because: "Neige")
            let rule = try tx.rule { try $0.change("s2", in: "pilote", of: programme, by: .init(place: "Ailleurs")) }
            #expect(rule == "cancelled_session_stays_as_it_was")
            #expect(try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme) == (0, 3, ["s2"]))
        }
    }

    /// The sheet of a half-day names the office that followed somebody that day, whoever follows them since.
    @Test func aTransferChangesNoPastSheet() async throws {
        try await Self.planned { (tx, programme) throws in
            let before = try tx.sheet(of: "s1", in: "pilote", of: programme).expected.map(\.office)
            _ = try tx.transfer("p1@example.org", to: "centre-tarn", of: programme, reason: "Déménagement")
            #expect(try tx.sheet(of: "s1", in: "pilote", of: programme).expected.map(\.office) == before)
        }
    }

    private static func planned(_ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void)
        async throws
    {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            _ = try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            try body(tx, programme)
        }
    }
}
