public import Postgres
import TrainingSQL

/// That somebody was reminded of an assessment: when, and how.
public struct Reminder: Sendable {
    public enum Channel: String, CaseIterable, PostgresValue, Labelled {
        case email, phone, sms, post, visit
        public var label: Sentence {
            switch self {
            case .email: Sentence("courriel", "e-mail")
            case .phone: Sentence("téléphone", "phone")
            case .sms: Sentence("SMS", "text message")
            case .post: Sentence("courrier", "post")
            case .visit: Sentence("visite", "visit")
            }
        }
    }

    public let sentOn: Day
    public let participant: String
    public let familyName: String
    public let givenName: String
    public let office: Office.Code
    public let wave: Assessment.Wave
    public let channel: Channel
    public let note: String?
    public let actor: String
}

extension Query<Reminder> {
    /// The reminders of a cohort, by day and person.
    public static func reminders(in cohort: Cohort, at wave: Assessment.Wave?) -> Self {
        Query(SQL.`queries/reminder/list`, cohort.programmeID, cohort.cohortID, wave, as: Reminder.init)
    }
}

extension Command {
    static func remind(
        _ found: Enrolment.Found, of wave: Assessment.Wave, by channel: Reminder.Channel, on day: Day, note: String?,
        in cohort: Cohort
    ) -> Command {
        Command(
            SQL.`queries/reminder/log`, cohort.programmeID, found.enrolmentID, cohort.cohortID, found.officeID, wave,
            channel, day, note)
    }
}

extension Transaction {
    /// The reminders of a cohort, by day and person.
    public func reminders(in cohort: Cohort, at wave: Assessment.Wave? = nil) throws -> [Reminder] {
        try ask(.reminders(in: cohort, at: wave))
    }

    /// Logs that these people, or without names all whose missing answers nobody has explained, were reminded on a day.
    ///
    /// The same day by the same channel is logged once. Who has answered, or never entered (before, never enrolled), is refused with all the
    /// others that are: nothing is logged then. Gives how many were logged, and how many were before.
    public func remind(
        _ participants: [String], in code: Cohort.Code, of programme: Programme.ID, of wave: Assessment.Wave,
        by channel: Reminder.Channel, on day: Day, today: Day, note: String? = nil
    ) throws -> (logged: Int, unchanged: Int) {
        guard day <= today else {
            throw Refusal(
                rule: "reminder_was_sent", "Une relance du \(day.french) n’est pas encore partie.",
                "A reminder of \(day) has not been sent yet.")
        }
        let cohort = try lockedCohort(code, of: programme)
        let missing = try notAssessed(in: cohort, at: wave)
        let awaited = Set(missing.map(\.participant))
        let names = participants.isEmpty ? missing.filter { $0.reason == nil }.map(\.participant) : participants
        let found = try names.map { try enrolment(of: $0, in: cohort) }
        let refused = found.filter { !awaited.contains($0.participant) }.map { Refusal.notAwaited($0, wave) }
        if let refused = Refusals(
            refused + found.filter { day < $0.appliedOn }.map { Refusal.remindedTooEarly($0, day) })
        {
            throw refused
        }
        let logged = try found.reduce(0) { count, found in
            count + (try change(.remind(found, of: wave, by: channel, on: day, note: note, in: cohort)))
        }
        return (logged, found.count - logged)
    }
}

extension Refusal {
    fileprivate static func remindedTooEarly(_ found: Enrolment.Found, _ day: Day) -> Refusal {
        Refusal(
            rule: "reminder_follows_the_application",
            "\(found.participant) : une relance du \(day.french) précède la candidature (\(found.appliedOn.french)).",
            "\(found.participant): a reminder of \(day) precedes the application (\(found.appliedOn)).")
    }

    fileprivate static func notAwaited(_ found: Enrolment.Found, _ wave: Assessment.Wave) -> Refusal {
        let isAsked =
            [.active, .suspended, .completed, .droppedOut, .excluded].contains(found.status)
            || found.status == .enrolled && wave == .before
        return isAsked
            ? Refusal(
                rule: "reminder_is_for_a_missing_assessment",
                "\(found.participant) a répondu à la vague « \(wave.label.french) » : rien à relancer.",
                "\(found.participant) was assessed at wave \"\(wave.label.english)\": nothing to remind of.")
            : Refusal(
                rule: "reminder_is_for_who_entered",
                "\(found.participant) n’est pas entré en formation (\(found.status.label.french)) : rien à relancer.",
                "\(found.participant) has not entered (\(found.status.label.english)): nothing to remind of.")
    }
}
