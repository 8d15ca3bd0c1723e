import Postgres
import Testing

@testable import Training

/// Whoever leaves after the third half-day was at the first three, on every sheet and in every sum.
struct LeaverTests {
    @Test(arguments: [Enrolment.Status.droppedOut, .excluded])
    func whoLeavesAfterTheThirdChangesNothingOfTheFirstThree(status: Enrolment.Status) async throws {
        try await OutlookTests.ofTen { tx, programme in
            try tx.enrol(Example.people(2..<5), in: programme)
            for number in 1...3 {
                try tx.call(.init(session: .init(rawValue: "s\(number)"), status: .present), in: programme)
            }
            let before = try tx.firstThree(in: programme)
            let reason: Enrolment.LeavingReason? = status == .droppedOut ? .workload : nil
            try tx.move("p2", to: status, on: "2021-10-04", reason: reason, in: programme)
            #expect(try tx.firstThree(in: programme) == before)
            #expect(try tx.sheet(of: "s3", in: "pilote", of: programme).expected.map(\.familyName).contains("p2"))
            #expect(try !tx.sheet(of: "s4", in: "pilote", of: programme).expected.map(\.familyName).contains("p2"))
            try tx.call(.init(session: "s4", status: .present), in: programme)
            #expect(try tx.firstThree(in: programme) == before)
            let refused = try tx.rules { tx in
                try tx.call(
                    .init(session: "s4", status: .present, exceptions: [.init("p2@example.org", .absent)]),
                    in: programme)
            }
            #expect(refused == ["roll_call_names_who_is_expected"])
        }
    }

    /// Reopened, the application waits again: it was expected at the half-days before the withdrawal and is at none since.
    @Test func whoWithdrewAndWaitsAgainIsExpectedNowhereSince() async throws {
        try await OutlookTests.ofTen { tx, programme in
            try tx.enrol(Example.people(2..<30), in: programme)
            let before = try tx.sheet(of: "s1", in: "pilote", of: programme).expected.map(\.familyName)
            let withdrawn = try tx.sheet(of: "s2", in: "pilote", of: programme).session.date
            try tx.move("p2", to: .withdrawn, on: withdrawn, reason: .health, in: programme)
            _ = try tx.reopen("p2@example.org", in: "pilote", of: programme, on: withdrawn, note: "Erreur")
            #expect(try tx.enrolment(of: "p2@example.org", in: tx.cohort(in: programme)).status == .waitlisted)
            #expect(try tx.sheet(of: "s1", in: "pilote", of: programme).expected.map(\.familyName) == before)
            for session in ["s2", "s3", "s4"] as [Session.Code] {
                let names = try tx.sheet(of: session, in: "pilote", of: programme).expected.map(\.familyName)
                #expect(names.contains("p3") && !names.contains("p2"))
            }
            let refused = try tx.refusedLines { tx in try tx.attend([.mark("s3", "p2", .present)], in: programme) }
            #expect(refused.map(\.column) == ["session"])
            try tx.move("p2", to: .withdrawn, on: "2021-12-01", reason: .other, in: programme)
            #expect(try !tx.sheet(of: "s3", in: "pilote", of: programme).expected.map(\.familyName).contains("p2"))
        }
    }

    @Test func whoArrivesAfterTheThirdIsOnNoneOfTheirSheets() async throws {
        try await OutlookTests.ofTen { tx, programme in
            for number in 1...3 {
                try tx.call(.init(session: .init(rawValue: "s\(number)"), status: .present), in: programme)
            }
            let before = try tx.firstThree(in: programme)
            try tx.enrol([Example.person("tard", on: "2021-10-04")], in: programme)
            #expect(try tx.firstThree(in: programme) == before)
            #expect(try tx.sheet(of: "s4", in: "pilote", of: programme).expected.map(\.familyName) == ["p1", "tard"])
        }
    }

    @Test func aSheetIsInTheOrderOfNamesWhateverTheirAccents() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            _ = try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme)
            let names = ["Zola", "Éluard", "eco", "Œuvrard", "Ozanam", "d’Arc"]
            let people = names.enumerated().map { number, name in
                Example.person(name, email: "p\(number)@example.org")
            }
            try tx.enrol(people, in: programme)
            let sheet = try tx.sheet(of: "s1", in: "pilote", of: programme)
            #expect(sheet.expected.map(\.familyName) == ["d’Arc", "eco", "Éluard", "Œuvrard", "Ozanam", "Zola"])
            #expect(sheet.programme == "Programme d’essai" && sheet.session.plannedMinutes == 180)
        }
    }
}

extension Transaction {
    /// Sheets, sums and hours of the half-days `s1`, `s2` and `s3`, in one text.
    fileprivate func firstThree(in programme: Programme.ID) throws -> String {
        let sheets = try ["s1", "s2", "s3"].map { code in
            try sheet(of: .init(rawValue: code), in: "pilote", of: programme).expected
                .map { "\($0.familyName) \($0.status)" }.joined(separator: ", ")
        }
        let sessions = try sessions(of: cohort(in: programme)).prefix(3).map { "\($0.marked)/\($0.present)" }
        let minutes = try column(
            """
            select concat_ws(' ', s.code, count(*), sum(x.planned_minutes), sum(x.minutes))
            from expected_attendance x join session s using (programme_id, session_id)
            where s.code in ('s1', 's2', 's3') group by s.code order by s.code
            """, of: String.self)
        let hours = try column(
            """
            select sum(t.minutes) from attendance t join session s using (programme_id, session_id)
            where s.code in ('s1', 's2', 's3')
            """, of: Int.self)
        return "\(sheets) \(sessions) \(minutes) \(hours)"
    }
}
