import Postgres
import Testing

@testable import Training

/// Half-days at local times of Europe/Paris, where one hour does not exist in spring and one exists twice in autumn.
struct SessionTests {
    @Test(arguments: [
        (
            "2022-03-27", 2, 30, 5, "starts",
            "02:30 n’existe pas ce jour-là, on passe à l’heure d’été : écrivez 01:30 (heure d’hiver) ou 03:30 (heure d’été)",
            "write 01:30 (winter time) or 03:30 (summer time)"
        ),
        ("2022-03-27", 1, 30, 2, "ends", "02:30 n’existe pas", "does not exist"),
        (
            "2021-10-31", 2, 30, 5, "starts",
            "02:30 existe deux fois ce jour-là, à l’heure d’été (UTC+2) puis à l’heure d’hiver (UTC+1)",
            "in summer time (UTC+2) then in winter time (UTC+1)"
        ),
        ("2021-10-31", 1, 30, 2, "ends", "02:30 existe deux fois", "happens twice"),
    ])
    func anHourThatDoesNotExistOrExistsTwiceIsRefusedWithWhatItCouldBe(
        day: String, starts: Int, minute: Int, ends: Int, column: String, french: String, english: String
    ) async throws {
        try await Self.inCohort { tx, programme in
            let request = Transaction.session(
                "s1", on: Example.day(day), .evening, from: starts, to: ends, minute: minute)
            let bad = try tx.refusedLines { try $0.schedule(Lines([request]), in: "pilote", of: programme) }
            #expect(bad.map(\.column) == [column])
            #expect(bad.first?.reason.french.contains(french) == true)
            #expect(bad.first?.reason.english.contains(english) == true)
            #expect(try tx.sessions(of: tx.cohort(in: programme)).isEmpty)
        }
    }

    /// The clock reads 3 hours later and 4 hours have passed, or 2.
    @Test(arguments: [
        ("2021-10-31", 1, 4, 240), ("2021-10-31", 0, 3, 240), ("2021-10-31", 3, 6, 180), ("2021-10-30", 1, 4, 180),
        ("2022-03-27", 1, 4, 120), ("2022-03-27", 0, 3, 120), ("2022-03-27", 3, 6, 180), ("2022-03-26", 1, 4, 180),
        ("2021-12-24", 9, 12, 180),
    ])
    func plannedMinutesAreThoseThatPass(day: String, starts: Int, ends: Int, minutes: Int32) async throws {
        try await Self.inCohort { tx, programme in
            let request = Transaction.session("s1", on: Example.day(day), .evening, from: starts, to: ends)
            _ = try tx.schedule(Lines([request]), in: "pilote", of: programme)
            #expect(try tx.sessions(of: tx.cohort(in: programme)).map(\.plannedMinutes) == [minutes])
        }
    }

    @Test(arguments: [
        (9, 0, 9, 0, "la fin n’est pas après le début"), (12, 0, 9, 0, "la fin n’est pas après le début"),
        (8, 0, 20, 1, "12 heures"),
        (0, 0, 23, 59, "12 heures"),
    ])
    func aHalfDayLastsSomeMinutesAndTwelveHoursAtMost(from: Int, fromMinute: Int, to: Int, toMinute: Int, words: String)
        async throws
    {
        try await Self.inCohort { tx, programme in
            let request = Session.Request(
                code: "s1", date: "2021-09-13", halfDay: .morning, starts: .at(from, fromMinute),
                ends: .at(to, toMinute),
                place: "Salle", mode: .onSite, trainer: "Formatrice", theme: "Thème")
            let bad = try tx.refusedLines { try $0.schedule(Lines([request]), in: "pilote", of: programme) }
            #expect(bad.count == 1)
            #expect(bad.first?.reason.french.contains(words) == true)
        }
    }

    @Test func halfDaysOfACohortDoNotOverlapInAFileNorWithWhatIsScheduled() async throws {
        try await Self.inCohort { tx, programme in
            let morning = Transaction.session("s1", on: "2021-09-13", from: 9, to: 12)
            let noon = Transaction.session("s2", on: "2021-09-13", from: 11, to: 13)
            let touching = Transaction.session("s3", on: "2021-09-13", .afternoon, from: 12, to: 15)
            let both = try tx.refusedLines { try $0.schedule(Lines([morning, noon]), in: "pilote", of: programme) }
            #expect(both.map(\.line) == [3])
            #expect(both.first?.reason.french.contains("s1") == true)
            #expect(try tx.schedule(Lines([morning, touching]), in: "pilote", of: programme) == (2, 0, []))
            let late = try tx.refusedLines { try $0.schedule(Lines([noon]), in: "pilote", of: programme) }
            #expect(late.map(\.line) == [2, 2])
            try tx.openCohort("suite", in: programme)
            #expect(try tx.schedule(Lines([noon]), in: "suite", of: programme) == (1, 0, []))
        }
    }

    @Test func theSameFileTwiceIsUnchangedAndAnythingElseUnderACodeIsRefused() async throws {
        try await Self.inCohort { tx, programme in
            let sessions = Lines(Transaction.sessions)
            #expect(try tx.schedule(sessions, in: "pilote", of: programme) == (3, 0, []))
            let before = try tx.digest(of: programme)
            #expect(try tx.schedule(sessions, in: "pilote", of: programme) == (0, 3, []))
            let moved = Transaction.session("s1", on: "2021-09-13", .afternoon, from: 14, to: 17, place: "Ailleurs")
            #expect(
                try tx.refusedLines { try $0.schedule(Lines([moved]), in: "pilote", of: programme) }.map(\.column) == [
                    "session"
                ])
            #expect(try tx.digest(of: programme) == before)
        }
    }

    @Test func everyBadLineIsListedAndNothingIsScheduled() async throws {
        try await Self.inCohort { tx, programme in
            let bad = try tx.refusedLines { tx in
                try tx.schedule(
                    Lines([
                        Transaction.session("s1", on: "2021-09-13", from: 9, to: 12),
                        Transaction.session("s2", on: "2022-08-15", from: 9, to: 12),
                        Transaction.session("s1", on: "2021-09-14", from: 9, to: 12),
                        Transaction.session("s3", on: "2021-09-15", from: 12, to: 9),
                        Transaction.session("s4", on: "2021-08-31", from: 9, to: 12),
                    ]), in: "pilote", of: programme)
            }
            #expect(bad.map(\.line) == [3, 4, 5, 6])
            #expect(bad.map(\.column) == ["date", "session", "ends", "date"])
            #expect(try tx.sessions(of: tx.cohort(in: programme)).isEmpty)
        }
    }

    /// Every hour of the two days on which the clocks change, beside the rule of the European Union: at 01:00 UTC.
    @Test(arguments: [("2022-03-27", 120...179), ("2021-10-31", 120...179)])
    func onlyTheHourOfTheChangeIsRefused(day: String, changed: ClosedRange<Int>) async throws {
        try await Self.inCohort { tx, programme in
            for start in stride(from: 0, through: 23 * 60, by: 15) {
                let request = Session.Request(
                    code: "s1", date: Example.day(day), halfDay: .morning, starts: .at(start / 60, start % 60),
                    ends: .at(start / 60, start % 60 + 14), place: "Salle", mode: .remote, trainer: "Formatrice",
                    theme: "Thème")
                let bad = try tx.refusedLines { tx in
                    let made = try tx.schedule(Lines([request]), in: "pilote", of: programme)
                    #expect(made == (1, 0, []))
                    throw try LinesRefused([Misread(line: 0, column: "undo", reason: Sentence("", ""))]) ?? Undone()
                }
                let isRefused = bad.first?.column != "undo"
                #expect(isRefused == changed.contains(start), "\(day) \(start)")
            }
        }
    }

    private struct Undone: Error {}

    static func inCohort(_ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void) async throws
    {
        try await TestDatabase.inProgramme { tx, programme in
            _ = try tx.open(
                .init(
                    code: "pilote", title: "Formation pilote", places: 20, startsOn: "2021-09-01", endsOn: "2022-03-31",
                    minimumAssiduity: 80, quotas: [], quotaUntil: nil), in: programme)
            try body(tx, programme)
        }
    }
}
