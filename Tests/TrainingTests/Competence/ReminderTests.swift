import Postgres
import Testing

@testable import Training

/// Reminders of assessments: who was reminded, how often and when last.
struct ReminderTests {
    @Test func whoHasNotAnsweredIsCountedWithTheirReminders() async throws {
        try await Self.unfinished { tx, programme in
            #expect(try tx.remind([], of: programme, on: "2022-01-26") == [5, 0])
            #expect(try tx.remind(["albi2@example.org"], of: programme, by: .phone, on: "2022-01-27") == [1, 0])
            let missing = try tx.notAssessed(in: tx.cohort(in: programme), at: .after)
            #expect(missing.map(\.reminders) == [3, 2, 2, 2, 2])
            #expect(missing.first?.lastRemindedOn == "2022-01-27" && missing.last?.lastRemindedOn == "2022-01-26")
            let list = try tx.reminders(in: tx.cohort(in: programme), at: .after)
            #expect(list.count == 11 && list.last?.channel == .phone && list.last?.actor == "cohorte_admin")
        }
    }

    @Test func theSameDayByTheSameChannelIsOneReminder() async throws {
        try await Self.unfinished { tx, programme in
            #expect(try tx.remind([], of: programme, on: "2022-01-26") == [5, 0])
            let before = try tx.digest(of: programme)
            #expect(try tx.remind([], of: programme, on: "2022-01-26") == [0, 5])
            #expect(try tx.digest(of: programme) == before)
        }
    }

    /// Before the first half-day nobody has entered, and those who are enrolled are asked.
    @Test func whoIsEnrolledIsAwaitedBefore() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 2, in: programme)
            try tx.enrol(Example.people(1..<4), in: programme)
            let cohort = try tx.cohort(in: programme)
            #expect(try tx.notAssessed(in: cohort, at: .before).map(\.familyName) == ["p1", "p2"])
            #expect(try tx.notAssessed(in: cohort, at: .after).isEmpty)
            #expect(try tx.remind([], of: programme, at: .before, on: "2021-09-01") == [2, 0])
            let early = try tx.rules { try $0.remind([], of: programme, at: .before, on: "2021-05-31") }
            #expect(early == ["reminder_follows_the_application", "reminder_follows_the_application"])
        }
    }

    @Test func whoWasExplainedIsRemindedByNameOnly() async throws {
        try await Self.unfinished { tx, programme in
            let name = "albi2@example.org"
            _ = try tx.explain(name, in: "pilote", of: programme, at: .after, .unreachable, note: nil)
            #expect(try tx.remind([], of: programme, on: "2022-01-26") == [4, 0])
            #expect(try tx.remind([name], of: programme, on: "2022-01-26") == [1, 0])
        }
    }

    @Test func everybodyWhoHasNothingToAnswerIsRefusedAndNothingLogged() async throws {
        try await Self.unfinished { tx, programme in
            let before = try tx.digest(of: programme)
            let rules = try tx.rules { tx in
                try tx.remind(
                    ["albi2@example.org", "albi1@example.org", "albi3@example.org"], of: programme, on: "2022-01-26")
            }
            #expect(rules == ["reminder_is_for_a_missing_assessment", "reminder_is_for_who_entered"])
            #expect(
                try tx.rule { try $0.remind([], of: programme, on: "2022-02-01") } == "reminder_was_sent")
            #expect(
                try tx.rule { try $0.remind(["personne"], of: programme, on: "2022-01-26") }
                    == "participant_has_a_place")
            #expect(try tx.digest(of: programme) == before)
        }
    }

    @Test func aLaterWaveIsAskedForByName() async throws {
        try await Self.unfinished { tx, programme in
            let cohort = try tx.cohort(in: programme)
            #expect(try tx.notAssessed(in: cohort).allSatisfy { $0.wave == .after })
            #expect(try tx.notAssessed(in: cohort, at: .followUp).count == 10)
            #expect(try tx.remind([], of: programme, at: .followUp, on: "2022-01-26") == [10, 0])
        }
    }

    /// The story up to the assessments after, which five have not answered; a reminder went to each on 25 January.
    static func unfinished(_ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void)
        async throws
    {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.tellStory(in: programme, isUnfinished: true)
            try body(tx, programme)
        }
    }
}

extension Transaction {
    /// How many reminders were logged, and how many had been.
    fileprivate func remind(
        _ names: [String], of programme: Programme.ID, at wave: Assessment.Wave = .after,
        by channel: Reminder.Channel = .email, on day: Day
    ) throws -> [Int] {
        let (logged, unchanged) = try remind(
            names, in: "pilote", of: programme, of: wave, by: channel, on: day, today: "2022-01-31")
        return [logged, unchanged]
    }
}
