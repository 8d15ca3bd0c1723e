import FoundationEssentials
import Postgres
import Testing

@testable import Training

/// Marks: which minutes go with which status, who may be marked where, and what becomes of a correction.
struct AttendanceTests {
    /// Of 180 planned minutes: what is kept, or nil when the line is refused.
    static let minutes: [(status: Presence, given: Int?, kept: Int32?)] = [
        (.present, nil, 180), (.present, 180, 180), (.present, 179, nil), (.present, 0, nil), (.present, 181, nil),
        (.late, nil, nil), (.late, 0, nil), (.late, 1, 1), (.late, 179, 179), (.late, 180, nil), (.late, -1, nil),
        (.leftEarly, nil, nil), (.leftEarly, 0, nil), (.leftEarly, 90, 90), (.leftEarly, 180, nil),
        (.leftEarly, 1_000_000, nil),
        (.excused, nil, 0), (.excused, 0, 0), (.excused, 1, nil), (.absent, nil, 0), (.absent, 180, nil),
        (.absent, -5, nil),
        (.exempt, nil, 0), (.exempt, 0, 0), (.exempt, 60, nil), (.unmarked, nil, 0), (.unmarked, 1, nil),
    ]

    @Test(arguments: minutes)
    func minutesGoWithTheirStatus(status: Presence, given: Int?, kept: Int32?) async throws {
        try await Self.scheduled { tx, programme in
            let bad = try tx.refusedLines { try $0.attend([.mark("s1", "p1", status, given)], in: programme) }
            #expect(bad.isEmpty == (kept != nil), "\(bad)")
            #expect(bad.allSatisfy { $0.column == "minutes" && $0.line == 2 })
            let marks = try tx.attendance(in: tx.cohort(in: programme))
            #expect(marks.map(\.minutes) == (kept.map { [$0] } ?? []))
            #expect(marks.map(\.status) == (kept == nil ? [] : [status]))
        }
    }

    @Test func theFirstAttendedHalfDayMakesActiveAndTheCohortRunning() async throws {
        try await Self.scheduled { tx, programme in
            try tx.attend([.mark("s1", "p1", .absent), .mark("s1", "p2", .excused)], in: programme)
            #expect(try tx.statuses(in: programme) == [.enrolled, .enrolled])
            #expect(try tx.cohort(in: programme).status == .open)
            try tx.attend([.mark("s2", "p1", .late, 10), .mark("s3", "p1", .present)], in: programme)
            #expect(try tx.statuses(in: programme) == [.active, .enrolled])
            #expect(try tx.cohort(in: programme).status == .running)
            #expect(
                try tx.history(of: "p1@example.org", in: tx.cohort(in: programme)).last?.effectiveOn == "2021-10-11")
        }
    }

    @Test func theSameFileTwiceChangesNothing() async throws {
        try await Self.scheduled { tx, programme in
            let file: [Attendance.Request] = [
                .mark("s1", "p1", .present), .mark("s1", "p2", .late, 100, mode: .remote, reason: "Train"),
                .mark("s2", "p1", .absent),
            ]
            #expect(try tx.attend(file, in: programme).map(\.outcome) == [.marked, .marked, .marked])
            let before = try tx.digest(of: programme)
            #expect(try tx.attend(file, in: programme).map(\.outcome) == [.unchanged, .unchanged, .unchanged])
            #expect(try tx.digest(of: programme) == before)
        }
    }

    @Test func aCorrectionSaysWhyAndKeepsWhatWas() async throws {
        try await Self.scheduled { tx, programme in
            try tx.attend([.mark("s1", "p1", .absent)], in: programme)
            let mute = try tx.refusedLines { try $0.attend([.mark("s1", "p1", .present)], in: programme) }
            #expect(mute.map(\.column) == ["reason"])
            let outcome = try tx.attend([.mark("s1", "p1", .late, 120, reason: "Feuille mal lue")], in: programme)
            #expect(outcome.map(\.outcome) == [.corrected])
            try tx.attend([.mark("s1", "p1", .present, mode: .remote, reason: "À distance")], in: programme)
            let kept =
                "select concat_ws(' ', step, old_status, old_minutes, new_status, new_minutes, reason) from attendance_correction order by step"
            #expect(
                try tx.column(kept, of: String.self) == [
                    "2 absent 0 late 120 Feuille mal lue", "3 late 120 present 180 À distance",
                ])
            #expect(try tx.attendance(in: tx.cohort(in: programme)).map(\.corrections) == [2])
        }
    }

    /// A file that was corrected since is old news, not a correction back.
    @Test func theFirstFileAgainDoesNotUndoACorrection() async throws {
        try await Self.scheduled { tx, programme in
            let file: [Attendance.Request] = [.mark("s1", "p1", .absent), .mark("s1", "p2", .present)]
            try tx.attend(file, in: programme)
            try tx.attend([.mark("s1", "p1", .present, reason: "Erreur")], in: programme)
            let before = try tx.digest(of: programme)
            #expect(try tx.attend(file, in: programme).map(\.outcome) == [.correctedSince, .unchanged])
            #expect(try tx.digest(of: programme) == before)
        }
    }

    @Test func aMarkCorrectedAwayMakesNobodyAnEntrant() async throws {
        try await Self.scheduled { tx, programme in
            try tx.attend([.mark("s1", "p1", .present), .mark("s1", "p2", .present)], in: programme)
            #expect(try tx.statuses(in: programme).prefix(2) == [.active, .active])
            try tx.attend([.mark("s1", "p1", .absent, reason: "Ligne voisine")], in: programme)
            #expect(try tx.statuses(in: programme).prefix(2) == [.enrolled, .active])
            let moved = try tx.move("p1", to: .withdrawn, on: "2021-12-01", reason: .health, in: programme)
            #expect(moved.isNew)
        }
    }

    @Test func everyBadLineIsListedAndNothingIsMarked() async throws {
        try await Self.scheduled { tx, programme in
            try tx.move("p2", to: .withdrawn, on: "2021-10-11", reason: .health, in: programme)
            try tx.enrol([Example.person("tard", on: "2021-10-01")], in: programme)
            try tx.script("cancelled", "update session set is_cancelled = true where code = 's3'")
            let before = try tx.digest(of: programme)
            let bad = try tx.refusedLines { tx in
                try tx.attend(
                    [
                        .mark("s1", "p1", .present), .mark("s9", "p1", .present), .mark("s1", "personne", .present),
                        .mark("s1", "tard", .present), .mark("s2", "p2", .absent), .mark("s3", "p1", .present),
                        .mark("S1", "P1", .present), .mark("s2", "p1", .late),
                    ], in: programme)
            }
            #expect(bad.map(\.line) == [3, 4, 5, 6, 7, 8, 9])
            #expect(
                bad.map(\.column) == [
                    "session", "participant", "session", "session", "session", "participant", "minutes",
                ])
            #expect(try tx.digest(of: programme) == before)
        }
    }

    /// Enrolled from the day of the half-day itself, until the day before the first one no longer enrolled.
    @Test(arguments: [
        ("2021-10-11", "2021-10-12", true), ("2021-10-12", "2021-12-01", false), ("2021-10-01", "2021-10-11", false),
    ])
    func whoIsMarkedIsEnrolledThatDay(enrolled: String, left: String, isExpected: Bool) async throws {
        try await Self.scheduled { tx, programme in
            try tx.enrol([Example.person("tard", on: enrolled)], in: programme)
            try tx.move("tard", to: .withdrawn, on: Example.day(left), reason: .other, in: programme)
            let bad = try tx.refusedLines { try $0.attend([.mark("s2", "tard", .excused)], in: programme) }
            #expect(bad.isEmpty == isExpected)
            let missing = try tx.missing(on: "2021-10-11", in: programme)
            #expect(!missing.contains("s2 tard"))
        }
    }

    @Test func whoWaitsIsNotMarked() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 1, in: programme)
            try tx.enrol(Example.people(1..<3), in: programme)
            _ = try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme)
            let bad = try tx.refusedLines { try $0.attend([.mark("s1", "p2", .absent)], in: programme) }
            #expect(bad.map(\.column) == ["participant"])
            #expect(bad.first?.reason.french.contains("liste d’attente") == true)
        }
    }

    @Test func aHalfDayToComeIsNotAttendedYet() async throws {
        try await Self.scheduled { tx, programme in
            for status in [Presence.present, .absent, .exempt] {
                let bad = try tx.refusedLines {
                    try $0.attend([.mark("s2", "p1", status)], in: programme, on: "2021-10-10")
                }
                #expect(bad.map(\.column) == ["session"])
            }
            #expect(try tx.attend([.mark("s2", "p1", .excused)], in: programme, on: "2021-10-10").count == 1)
            #expect(try tx.attend([.mark("s2", "p2", .present)], in: programme, on: "2021-10-11").count == 1)
        }
    }

    @Test func aPersonIsNamedByAddressInAnySpellingOrById() async throws {
        try await Self.scheduled { tx, programme in
            let id =
                try tx.participants(of: programme).first { $0.familyName == "p1" }?.participantID.rawValue.uuidString
                ?? ""
            for name in ["P1@EXAMPLE.org", id, id.lowercased()] {
                let line = Attendance.Request(
                    session: "s1", participant: name, status: .present, minutes: nil, mode: nil, reason: nil)
                try tx.attend([line], in: programme)
            }
            #expect(try tx.attendance(in: tx.cohort(in: programme)).map(\.corrections) == [0])
        }
    }

    @Test func whoWasExpectedAndIsNotMarkedIsListed() async throws {
        try await Self.scheduled { tx, programme in
            try tx.attend([.mark("s1", "p1", .present), .mark("s2", "p2", .unmarked)], in: programme)
            #expect(try tx.missing(on: "2021-09-12", in: programme) == [])
            #expect(try tx.missing(on: "2021-10-11", in: programme) == ["s1 p2", "s2 p1", "s2 p2"])
            try tx.move("p2", to: .withdrawn, on: "2021-10-11", reason: .other, in: programme)
            #expect(try tx.missing(on: "2021-12-31", in: programme) == ["s1 p2", "s2 p1", "s3 p1"])
        }
    }

    /// Two people enrolled since June in a cohort with three half-days of 180 minutes.
    static func scheduled(_ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void) async throws
    {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol(Example.people(1..<3), in: programme)
            _ = try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme)
            try body(tx, programme)
        }
    }
}

extension Transaction {
    fileprivate func missing(on day: Day, in programme: Programme.ID) throws -> [String] {
        try unmarked(in: cohort(in: programme), on: day).map { "\($0.session) \($0.familyName)" }
    }
}
