import Postgres
import Testing

@testable import Training

/// A half-day cancelled for all leaves the planned minutes, and says why.
struct CancellationTests {
    @Test func aCancelledHalfDayLeavesEverybodysPlannedMinutes() async throws {
        try await AttendanceTests.scheduled { tx, programme in
            try tx.attend([.mark("s1", "p1", .present), .mark("s1", "p2", .present)], in: programme)
            #expect(try tx.outlook(on: "2022-01-31", in: programme).map(\.plannedMinutes) == [540, 540])
            #expect(try tx.cancel("s2", because: "Neige", in: programme) == .added)
            #expect(try tx.outlook(on: "2022-01-31", in: programme).map(\.plannedMinutes) == [360, 360])
            let missing = try tx.unmarked(in: tx.cohort(in: programme), on: "2022-01-31")
            #expect(missing.map(\.session) == ["s3", "s3"])
            let session = try tx.session("s2", of: tx.cohort(in: programme))
            #expect(session.isCancelled && session.cancelledBecause == "Neige")
        }
    }

    @Test func theSameTwiceIsUnchangedAndAnotherReasonIsRefused() async throws {
        try await AttendanceTests.scheduled { tx, programme in
            #expect(try tx.cancel("s2", because: "Neige", in: programme) == .added)
            let before = try tx.digest(of: programme)
            #expect(try tx.cancel("s2", because: "Neige", in: programme) == .unchanged)
            #expect(try tx.rule { try $0.cancel("s2", because: "Grève", in: programme) } == "session_is_cancelled_once")
            #expect(try tx.rule { try $0.cancel("s9", because: "Grève", in: programme) } == "session_is_known")
            #expect(
                try tx.rule { try $0.cancel("s3", because: " ", in: programme) } == "session_cancellation_has_a_reason")
            #expect(try tx.digest(of: programme) == before)
        }
    }

    /// Whoever was there had their half-day; announced absences do not keep it from being cancelled.
    @Test func aHalfDayThatWasHeldIsNotCancelled() async throws {
        try await AttendanceTests.scheduled { tx, programme in
            try tx.attend([.mark("s1", "p1", .late, 1), .mark("s2", "p2", .excused, reason: "Marché")], in: programme)
            let rule = try tx.rule { try $0.cancel("s1", because: "Neige", in: programme) }
            #expect(rule == "attended_session_is_not_cancelled")
            #expect(try tx.cancel("s2", because: "Neige", in: programme) == .added)
            #expect(try tx.outlook(on: "2022-01-31", in: programme).map(\.plannedMinutes) == [360, 360])
        }
    }

    @Test func aCancelledHalfDayTakesNoMarkAndHasNoSheetAndFreesItsHour() async throws {
        try await AttendanceTests.scheduled { tx, programme in
            _ = try tx.cancel("s2", because: "Neige", in: programme)
            let bad = try tx.refusedLines { try $0.attend([.mark("s2", "p1", .present)], in: programme) }
            #expect(bad.map(\.column) == ["session"])
            for attempt in [
                try tx.rule { _ = try $0.sheet(of: "s2", in: "pilote", of: programme) },
                try tx.rule { _ = try $0.call(.init(session: "s2", status: .present), in: programme) },
            ] { #expect(attempt == "cancelled_session_has_no_sheet") }
            let again = Transaction.session("s2-bis", on: "2021-10-11", from: 9, to: 12)
            #expect(try tx.schedule(Lines([again]), in: "pilote", of: programme) == (1, 0, []))
            #expect(try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme) == (0, 3, ["s2"]))
            #expect(try tx.session("s2", of: tx.cohort(in: programme)).isCancelled)
        }
    }

    @Test func nobodySignsACancellationForAnother() async throws {
        try await AttendanceTests.scheduled { tx, programme in
            _ = try tx.cancel("s2", because: "Neige", in: programme)
            #expect(try tx.value("select actor from session_cancellation") == "cohorte_admin")
            for change in [
                "update session_cancellation set reason = 'Autre'", "delete from session_cancellation",
                "insert into session_cancellation select programme_id, session_id, 'x', 'un autre', now() from session",
            ] {
                #expect(try tx.failure { try $0.script("forged", change) }?.sqlState == "42501", "\(change)")
            }
        }
    }
}

extension Transaction {
    @discardableResult
    func cancel(_ session: Session.Code, because reason: String, in programme: Programme.ID) throws -> Made {
        try cancel(session, in: "pilote", of: programme, because: reason)
    }

    func outlook(on day: Day, in programme: Programme.ID) throws -> [Attendance.Outlook] {
        try outlook(in: cohort(in: programme), on: day)
    }

    @discardableResult
    func call(_ roll: Attendance.RollCall, in programme: Programme.ID, on day: Day = "2022-01-31") throws
        -> Attendance.Called
    {
        try call(roll, in: "pilote", of: programme, on: day)
    }
}
