import Postgres
import Testing

@testable import Training

/// Assiduity so far, over all that is planned, and whether the minimum can still be reached.
struct OutlookTests {
    @Test func fiveOfFiveHeldAreFiveOfTenPlanned() async throws {
        try await Self.ofTen { tx, programme in
            for number in 1...5 { try tx.attend([.mark("s\(number)", "p1", .present)], in: programme) }
            let line = try #require(try tx.outlook(on: Self.day(5), in: programme).first)
            #expect(line.words.french == "5 sur 5 tenues, 5 sur 10 prévues")
            #expect(line.words.english == "5 of 5 held, 5 of 10 planned")
            #expect(line.assiduity == 1 && line.bestPossible == 1)
            #expect(line.spareMinutes == 360 && line.prospect == .withinReach)
        }
    }

    @Test func whatIsNotMarkedIsSeenAndMayStillHaveBeenAttended() async throws {
        try await Self.ofTen { tx, programme in
            try tx.attend([.mark("s1", "p1", .present)], in: programme)
            let line = try #require(try tx.outlook(on: Self.day(3), in: programme).first)
            #expect(line.words.french == "1 sur 3 tenues, 1 sur 10 prévues, 2 non renseignées")
            #expect(line.assiduity == 180.0 / 540 && line.bestPossible == 1)
            #expect(line.unmarked == 2 && line.prospect == .withinReach)
        }
    }

    /// Of ten half-days at 80 %, two may be missed; an absence announced counts as missed before its day.
    @Test(arguments: [
        (1, 0, 180, Attendance.Prospect.withinReach), (2, 0, 0, .withinReach), (3, 0, -180, .outOfReach),
        (2, 1, -180, .outOfReach), (0, 2, 0, .withinReach), (0, 3, -180, .outOfReach),
    ])
    func theMinimumGoesOutOfReachOneHalfDayTooLate(
        absent: Int, announced: Int, spare: Int, prospect: Attendance.Prospect
    ) async throws {
        try await Self.ofTen { tx, programme in
            let marks = (1..<(1 + absent)).map { Attendance.Request.mark("s\($0)", "p1", .absent) }
            let ahead = (5..<(5 + announced)).map { Attendance.Request.mark("s\($0)", "p1", .excused) }
            try tx.attend(marks + ahead, in: programme, on: Self.day(4))
            let line = try #require(try tx.outlook(on: Self.day(4), in: programme).first)
            #expect(line.spareMinutes == spare && line.prospect == prospect)
            #expect(line.bestPossible == Double(10 - absent - announced) / 10)
        }
    }

    @Test func eightOfTenAreReachedWhateverComes() async throws {
        try await Self.ofTen { tx, programme in
            for number in 1...8 { try tx.attend([.mark("s\(number)", "p1", .present)], in: programme) }
            #expect(try tx.outlook(on: Self.day(7), in: programme).first?.prospect == .withinReach)
            #expect(try tx.outlook(on: Self.day(8), in: programme).first?.prospect == .reached)
        }
    }

    /// A minute more or less decides: 1440 of 1800 minutes are 80 %.
    @Test(arguments: [(179, Attendance.Prospect.outOfReach, -1), (1, .outOfReach, -179)])
    func oneMinuteDecides(minutes: Int, prospect: Attendance.Prospect, spare: Int) async throws {
        try await Self.ofTen { tx, programme in
            try tx.attend(
                [.mark("s1", "p1", .absent), .mark("s2", "p1", .absent), .mark("s3", "p1", .late, minutes)],
                in: programme)
            let line = try #require(try tx.outlook(on: Self.day(3), in: programme).first)
            #expect(line.prospect == prospect && line.spareMinutes == spare)
        }
    }

    @Test func exemptHalfDaysLeaveBothSides() async throws {
        try await Self.ofTen { tx, programme in
            try tx.attend([.mark("s1", "p1", .exempt), .mark("s2", "p1", .present)], in: programme)
            let line = try #require(try tx.outlook(on: Self.day(2), in: programme).first)
            #expect(line.words.french == "1 sur 1 tenue, 1 sur 9 prévues")
            #expect(line.plannedMinutes == 1620 && line.assiduity == 1)
        }
    }

    @Test func onlyHalfDaysWhileEnrolledCount() async throws {
        try await Self.ofTen { tx, programme in
            try tx.enrol([Example.person("tard", on: Self.day(4).description)], in: programme)
            let line = try #require(try tx.outlook(on: Self.day(5), in: programme).last)
            #expect(line.familyName == "tard" && line.held == 2 && line.planned == 7)
        }
    }

    @Test func withoutAHalfDayNothingIsPlanned() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            let line = try #require(try tx.outlook(on: "2021-09-01", in: programme).first)
            #expect(line.prospect == .nothingPlanned && line.assiduity == nil && line.held == 0)
        }
    }

    static func day(_ number: Int) -> Day { Example.day("2021-10-\(number < 10 ? "0" : "")\(number)") }

    /// One person in a cohort with ten half-days of 180 minutes, from the 1st to the 10th of October.
    static func ofTen(_ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void) async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            let sessions = (1...10).map {
                Transaction.session(.init(rawValue: "s\($0)"), on: day($0), from: 9, to: 12)
            }
            _ = try tx.schedule(Lines(sessions), in: "pilote", of: programme)
            try body(tx, programme)
        }
    }
}
