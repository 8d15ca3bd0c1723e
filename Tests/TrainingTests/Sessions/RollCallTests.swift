import Postgres
import Testing

@testable import Training

/// A signed sheet entered at once, absences announced before it, and the first mark of somebody unmarked.
struct RollCallTests {
    @Test func everybodyExpectedIsMarkedAtOnceWithThoseWhoDiffer() async throws {
        try await Self.four { tx, programme in
            let called = try tx.call(
                .init(
                    session: "s1", status: .present, mode: .remote, reason: "Signalé",
                    exceptions: [.init("P2@example.org", .late, minutes: 150), .init("p3@example.org", .absent)],
                    leftOut: ["p4@example.org"]), in: programme)
            #expect(called.outcome == [.marked, .marked, .marked])
            #expect(
                try tx.marks(in: programme) == [
                    "s1 p1 present 180 remote -", "s1 p2 late 150 remote Signalé", "s1 p3 absent 0 on_site Signalé",
                ])
            let missing = try tx.unmarked(in: tx.cohort(in: programme), on: "2021-09-13")
            #expect(missing.map(\.familyName) == ["p4"])
        }
    }

    @Test func theSameSheetTwiceKeepsEveryMark() async throws {
        try await Self.four { tx, programme in
            let sheet = Attendance.RollCall(
                session: "s1", status: .present, exceptions: [.init("p2@example.org", .late, minutes: 150)])
            try tx.call(sheet, in: programme)
            let before = try tx.digest(of: programme)
            let again = try tx.call(sheet, in: programme)
            #expect(again.outcome == [.unchanged])
            #expect(again.kept.count == 3)
            #expect(try tx.digest(of: programme) == before)
        }
    }

    @Test func anAnnouncedAbsenceStaysUnlessThePersonIsNamed() async throws {
        try await Self.four { tx, programme in
            try tx.attend(
                [.mark("s2", "p1", .excused, reason: "Marché"), .mark("s2", "p2", .excused, reason: "Salon")],
                in: programme, on: "2021-09-01")
            let came = Attendance.RollCall(
                session: "s2", status: .present, reason: "Venue finalement",
                exceptions: [.init("p2@example.org", .present)])
            let called = try tx.call(came, in: programme)
            #expect(called.kept.map(\.familyName) == ["p1"])
            #expect(called.kept.map(\.reason) == ["Marché"])
            #expect(called.outcome.filter { $0 == .corrected }.count == 1)
            #expect(
                try tx.marks(in: programme).prefix(2) == [
                    "s2 p1 excused 0 on_site Marché", "s2 p2 present 180 on_site Venue finalement",
                ])
        }
    }

    /// A sheet sent as a file has a line for everybody, also for whoever has no signature.
    @Test func anUnmarkedLineOfAFileLeavesTheMarkThereIs() async throws {
        try await Self.four { tx, programme in
            try tx.attend([.mark("s2", "p1", .excused, reason: "Marché")], in: programme, on: "2021-09-01")
            let file: [Attendance.Request] = [.mark("s2", "p1", .unmarked), .mark("s2", "p2", .present)]
            #expect(try tx.attend(file, in: programme).map(\.outcome) == [.unchanged, .marked])
            #expect(
                try tx.marks(in: programme) == ["s2 p1 excused 0 on_site Marché", "s2 p2 present 180 on_site -"])
            let said = try tx.refusedLines { tx in
                try tx.attend(
                    Lines([.mark("s2", "p1", .unmarked)]), in: "pilote", of: programme, on: "2022-01-31", isFile: false)
            }
            #expect(said.map(\.column) == ["reason"])
            try tx.attend([.mark("s2", "p1", .unmarked, reason: "Erreur de personne")], in: programme)
            #expect(try tx.marks(in: programme).first == "s2 p1 unmarked 0 on_site Erreur de personne")
        }
    }

    @Test func theFirstMarkOfSomebodyUnmarkedNeedsNoReasonAndIsKeptAsAStep() async throws {
        try await Self.four { tx, programme in
            try tx.attend([.mark("s1", "p1", .unmarked)], in: programme)
            #expect(try tx.attend([.mark("s1", "p1", .present)], in: programme).map(\.outcome) == [.marked])
            let steps = try tx.corrections(in: tx.cohort(in: programme))
            #expect(steps.map(\.oldStatus) == [.unmarked] && steps.map(\.newStatus) == [.present])
            #expect(steps.map(\.reason) == [nil] && steps.map(\.actor) == ["cohorte_admin"])
        }
    }

    /// Whoever's mark was taken back with a reason is not marked again by the old file.
    @Test func anOldFileDoesNotMarkAgainWhoWasTakenBackToUnmarked() async throws {
        try await Self.four { tx, programme in
            try tx.attend([.mark("s1", "p1", .present)], in: programme)
            try tx.attend([.mark("s1", "p1", .unmarked, reason: "Signature d’une autre")], in: programme)
            let again = try tx.attend([.mark("s1", "p1", .present)], in: programme)
            #expect(again.map(\.outcome) == [.correctedSince])
            #expect(try tx.marks(in: programme) == ["s1 p1 unmarked 0 on_site Signature d’une autre"])
        }
    }

    @Test func everybodyNamedWronglyIsToldAndNobodyIsMarked() async throws {
        try await Self.four { tx, programme in
            try tx.move("p4", to: .withdrawn, on: "2021-09-13", reason: .other, in: programme)
            let before = try tx.digest(of: programme)
            let wrong = Attendance.RollCall(
                session: "s1", status: .present,
                exceptions: [
                    .init("p4@example.org", .absent), .init("personne@example.org", .absent),
                    .init("p1@example.org", .absent), .init("p1@example.org", .late, minutes: 10),
                ])
            let rules = try tx.rules { try $0.call(wrong, in: programme) }
            #expect(
                rules == [
                    "roll_call_names_who_is_expected", "roll_call_names_who_is_expected", "roll_call_names_people_once",
                ])
            let late = Attendance.RollCall(
                session: "s1", status: .present,
                exceptions: [
                    .init("p1@example.org", .late, minutes: 181), .init("p2@example.org", .leftEarly, minutes: 180),
                ])
            #expect(try tx.rules { try $0.call(late, in: programme) } == ["roll_call_is_right", "roll_call_is_right"])
            #expect(
                try tx.rule { try $0.call(.init(session: "s3", status: .present), in: programme, on: "2021-10-12") }
                    == "sheet_is_entered_after_its_half_day")
            #expect(try tx.digest(of: programme) == before)
        }
    }

    /// Whoever turned out to be another is found on the sheet by either name, and twice by both.
    @Test func somebodyMergedIsNamedByEitherAddress() async throws {
        try await Self.four { tx, programme in
            try tx.openCohort("suite", in: programme)
            _ = try tx.enrol(Lines([Example.person("vraie")]), in: "suite", of: programme, on: "2021-06-30")
            _ = try tx.merge("p1@example.org", into: "vraie@example.org", of: programme, reason: "Même personne")
            let both = Attendance.RollCall(
                session: "s1", status: .present,
                exceptions: [.init("p1@example.org", .absent), .init("vraie@example.org", .excused)])
            #expect(try tx.rules { try $0.call(both, in: programme) } == ["roll_call_names_people_once"])
            try tx.call(
                .init(session: "s1", status: .present, exceptions: [.init("p1@example.org", .absent)]), in: programme)
            #expect(try tx.marks(in: programme).first == "s1 vraie absent 0 on_site -")
            let sheet = try tx.sheet(of: "s1", in: "pilote", of: programme)
            #expect(sheet.expected.first { $0.familyName == "vraie" }?.provider == "Gîte de p1")
        }
    }

    /// Four people enrolled since June in a cohort with three half-days of 180 minutes.
    static func four(_ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void) async throws {
        try await AttendanceTests.scheduled { tx, programme in
            try tx.enrol(Example.people(3..<5), in: programme)
            try body(tx, programme)
        }
    }
}

extension Transaction {
    /// The marks of the cohort, each in short.
    func marks(in programme: Programme.ID) throws -> [String] {
        try attendance(in: cohort(in: programme)).map {
            "\($0.session) \($0.familyName) \($0.status.rawValue) \($0.minutes) \($0.mode?.rawValue ?? "-") \($0.reason ?? "-")"
        }
    }

    /// The names of all the rules that refuse `body`; none when it was done.
    func rules<Value>(_ body: (borrowing Transaction) throws -> Value) throws -> [String] {
        do {
            _ = try attempt(body)
            return []
        } catch let refusals as Refusals {
            return refusals.all.map(\.rule)
        }
    }
}
