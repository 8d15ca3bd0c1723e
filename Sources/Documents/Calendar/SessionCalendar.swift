public import Training

/// The half-days of a cohort as a calendar file (`.ics`, RFC 5545), at the local times of Europe/Paris.
///
/// Local times are what was agreed, so they are what is written; the time zone comes with them. Nothing depends on the
/// clock: a half-day keeps its identifier, and one that is cancelled is so by its status and sequence.
public struct SessionCalendar: Sendable {
    private let programme: Programme
    private let cohort: Cohort
    private let sessions: [Session.Line]
    private let language: Language

    public init(_ sessions: [Session.Line], of cohort: Cohort, in programme: Programme, _ language: Language) {
        (self.sessions, self.cohort, self.programme, self.language) = (sessions, cohort, programme, language)
    }

    /// The file in UTF-8; the same bytes for the same half-days.
    public func ics() -> [UInt8] {
        var lines = [
            ContentLine("BEGIN", "VCALENDAR"), ContentLine("VERSION", "2.0"),
            ContentLine("PRODID", "-//cohorte//cohorte//FR"), ContentLine("CALSCALE", "GREGORIAN"),
            ContentLine("NAME", words: cohort.title), ContentLine("X-WR-CALNAME", words: cohort.title),
            ContentLine("X-WR-TIMEZONE", Self.zone),
        ]
        lines += Self.timeZone
        for session in sessions { lines += event(session) }
        lines.append(ContentLine("END", "VCALENDAR"))
        return Array(lines.map(\.folded).joined().utf8)
    }

    private func event(_ session: Session.Line) -> [ContentLine] {
        func text(_ sentence: Sentence) -> String { sentence.text(language) }
        let trainer = Sentence("Formateur ou formatrice : \(session.trainer)", "Trainer: \(session.trainer)")
        let title = Sentence(
            "\(cohort.title), séance \(session.session) (\(session.halfDay.label.french), \(session.mode.label.french))",
            "\(cohort.title), session \(session.session) (\(session.halfDay.label.english), \(session.mode.label.english))"
        )
        let cancelled = Sentence("ANNULÉE : ", "CANCELLED: ")
        return [
            ContentLine("BEGIN", "VEVENT"),
            ContentLine("UID", "\(session.session).\(cohort.code).\(programme.code)@cohorte"),
            ContentLine("DTSTAMP", Self.date(cohort.startsOn) + "T000000Z"),
            ContentLine("SEQUENCE", session.isCancelled ? "1" : "0"),
            ContentLine("STATUS", session.isCancelled ? "CANCELLED" : "CONFIRMED"),
            ContentLine("DTSTART;TZID=\(Self.zone)", Self.local(session.date, session.starts)),
            ContentLine("DTEND;TZID=\(Self.zone)", Self.local(session.date, session.ends)),
            ContentLine("SUMMARY", words: (session.isCancelled ? text(cancelled) : "") + session.theme),
            ContentLine("LOCATION", words: session.place),
            ContentLine("DESCRIPTION", words: text(title) + "\n" + text(trainer)),
            ContentLine("TRANSP", session.isCancelled ? "TRANSPARENT" : "OPAQUE"),
            ContentLine("END", "VEVENT"),
        ]
    }

    private static let zone = "Europe/Paris"

    /// The rule of the European Union since 1996: directive 2000/84/EC.
    private static let timeZone = [
        ("BEGIN", "VTIMEZONE"), ("TZID", zone),
        ("BEGIN", "DAYLIGHT"), ("TZNAME", "CEST"), ("TZOFFSETFROM", "+0100"), ("TZOFFSETTO", "+0200"),
        ("DTSTART", "19960331T020000"), ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"), ("END", "DAYLIGHT"),
        ("BEGIN", "STANDARD"), ("TZNAME", "CET"), ("TZOFFSETFROM", "+0200"), ("TZOFFSETTO", "+0100"),
        ("DTSTART", "19961027T030000"), ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"), ("END", "STANDARD"),
        ("END", "VTIMEZONE"),
    ].map { name, value in ContentLine(name, value) }

    private static func date(_ day: Day) -> String { day.description.replacing("-", with: "") }

    private static func local(_ day: Day, _ time: TimeOfDay) -> String {
        date(day) + "T" + time.description.replacing(":", with: "") + "00"
    }
}
