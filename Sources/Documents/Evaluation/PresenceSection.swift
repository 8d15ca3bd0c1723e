import Statistics
import Training

/// Who was there: a row a person and a column a session, grouped by office.
struct PresenceSection {
    struct Chart {
        let legend: [Legend]
        let dates: Markup
        /// Of the sessions, in pixels.
        let width: Int
        /// Whether so many that nothing but names fits beside them.
        let isMany: Bool
        /// Whether anybody is shown by name.
        let hasPeople: Bool
        let offices: [Office]
        let sums: Markup
        let assiduity: String
        let caption: String
        let sessions: [Session]
        let columns: [String]
    }

    struct Office {
        let office: String
        let people: [Person]
    }

    struct Person {
        let name: String
        let provider: String
        let left: String?
        let marks: Markup
        let words: [String]
        let assiduity: String
        let isLow: Bool
    }

    struct Session {
        let date: String
        let theme: String
        let place: String
        let length: String
        let expected: String
        let present: String
        let share: String
    }

    /// Where nobody stands by name it asks for numbers.
    let heading: String
    let answer: String
    /// `whole` where it fits on one printed page, `long` where it starts one.
    let pace: String
    let chart: Chart?

    init(_ edition: Edition, _ cast: Cast) {
        let (attendance, say) = (edition.attendance, cast.say)
        heading =
            edition.people.isEmpty
            ? say("Combien étaient là ?", "How many were there?") : say("Qui était là ?", "Who was there?")
        answer = Self.answer(edition, say)
        pace = edition.people.count > 28 ? "long" : "whole"
        let strip = AttendanceStrip(sessions: attendance.sessions, say: say)
        guard !attendance.sessions.isEmpty else {
            chart = nil
            return
        }
        chart = Chart(
            legend: Legend.attendance(say), dates: strip.dates, width: strip.width, isMany: strip.sessions.count > 18,
            hasPeople: !edition.people.isEmpty, offices: Self.offices(edition, strip, cast), sums: strip.sums,
            assiduity: say.share(attendance.assiduity), caption: Self.caption(edition, say),
            sessions: attendance.sessions.map { Self.session($0, say) },
            columns: attendance.sessions.map { say.shortDate($0.session.date) })
    }

    private static func answer(_ edition: Edition, _ say: Tongue) -> String {
        let attendance = edition.attendance
        guard !attendance.sessions.isEmpty, attendance.plannedMinutes > 0 else {
            return say("Aucune séance n’a encore été tenue.", "No session has been held yet.")
        }
        guard let share = attendance.assiduity else {
            return say("L’assiduité n’est pas communiquée.", "Attendance is not disclosed.")
        }
        let held = say.count(
            attendance.sessions.count, "séance tenue", "séances tenues", "session held", "sessions held")
        let (planned, open) = (attendance.planned, attendance.unmarked)
        let of =
            planned > attendance.sessions.count
            ? say(" sur \(planned) programmées", " of \(planned) scheduled") : ""
        let left = say.count(
            open, "émargement reste à renseigner", "émargements restent à renseigner", "mark is left to make",
            "marks are left to make")
        let who = say(
            edition.flow.entered == 1
                ? "La personne entrée en formation a" : "Les personnes entrées en formation ont",
            edition.flow.entered == 1 ? "The person who entered" : "Those who entered")
        return say(
            "\(who) suivi \(say.share(share)) des heures prévues, en \(held)\(of).",
            "\(who) attended \(say.share(share)) of the hours planned, over \(held)\(of).")
            + (open == 0 ? "" : " \(left).")
    }

    private static func caption(_ edition: Edition, _ say: Tongue) -> String {
        let (first, last) = (
            edition.attendance.sessions.first?.session.date, edition.attendance.sessions.last?.session.date
        )
        let days = first.flatMap { first in last.map { say.period(first, $0) } }
        let period = days.map { say("Séances \($0). ", "Sessions \($0). ") } ?? ""
        let minimum = say.numbers.percent(Double(edition.cohort.minimumAssiduity))
        let definition = say(
            "L’assiduité rapporte les minutes suivies aux minutes prévues ; une absence excusée compte comme une absence, "
                + "une dispense ne compte pas.",
            "Attendance is the minutes attended over the minutes planned; an excused absence counts as an absence, an "
                + "exemption does not count.")
        let marks = say(
            " Un retard ou un départ est rempli à proportion du temps suivi. En gras et souligné : moins de \(minimum), le "
                + "minimum de la session.",
            " Late and early marks are filled in proportion to the time attended. Bold and underlined: below \(minimum), "
                + "the session’s minimum.")
        return period + definition + (edition.people.isEmpty ? "" : marks)
    }

    private static func offices(_ edition: Edition, _ strip: AttendanceStrip, _ cast: Cast) -> [Office] {
        let known = edition.offices.map { ($0.code, cast.say($0.name)) }
        let codes = Set(known.map(\.0))
        let others = Set(edition.people.map(\.office)).subtracting(codes).sorted().map { ($0, $0) }
        return (known + others).compactMap { code, name in
            let people = edition.people.filter { $0.office == code }.map { person in
                row(person, strip, cast, minimum: edition.cohort.minimumAssiduity)
            }
            return people.isEmpty ? nil : Office(office: name, people: people)
        }
    }

    private static func row(
        _ person: Evaluation.Person, _ strip: AttendanceStrip, _ cast: Cast, minimum: Int
    ) -> Person {
        let name = cast.name(person.pseudonym)
        let share = person.plannedMinutes > 0 ? Double(person.attendedMinutes) / Double(person.plannedMinutes) : nil
        let hasLeft = [.droppedOut, .excluded, .withdrawn, .suspended].contains(person.status)
        return Person(
            name: name, provider: cast.provider(person.pseudonym),
            left: hasLeft ? cast.say(person.status.label) : nil, marks: strip.marks(of: person, named: name),
            words: strip.sessions.indices.map { index in
                PresenceMark(person.marks.indices.contains(index) ? person.marks[index] : nil).words(cast.say)
            },
            assiduity: cast.say.share(share), isLow: (share ?? 1) * 100 < Double(minimum))
    }

    private static func session(_ line: Edition.Session, _ say: Tongue) -> Session {
        let (session, presence) = (line.session, line.presence)
        let share = presence.flatMap { $0.expected > 0 ? Double($0.present) / Double($0.expected) : nil }
        return Session(
            date: say.shortDate(session.date), theme: say.words(session.theme), place: say.words(session.place),
            length: say.dates.duration(minutes: session.plannedMinutes),
            expected: presence.map { say.integer($0.expected) } ?? NumberStyle.missing,
            present: presence.map { say.integer($0.present) } ?? NumberStyle.missing, share: say.share(share))
    }
}
