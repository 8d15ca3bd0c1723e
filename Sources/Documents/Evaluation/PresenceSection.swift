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

    let answer: String
    /// `whole` where it fits on one printed page, `long` where it starts one.
    let pace: String
    let chart: Chart?

    init(_ evaluation: Evaluation, _ cast: Cast) {
        let (attendance, say) = (evaluation.attendance, cast.say)
        answer = Self.answer(evaluation, say)
        pace = evaluation.people.count > 28 ? "long" : "whole"
        let strip = AttendanceStrip(sessions: attendance.sessions, say: say)
        guard !attendance.sessions.isEmpty, !evaluation.people.isEmpty else {
            chart = nil
            return
        }
        chart = Chart(
            legend: Legend.attendance(say), dates: strip.dates, width: strip.width, isMany: strip.sessions.count > 18,
            offices: Self.offices(evaluation, strip, cast), sums: strip.sums,
            assiduity: say.share(attendance.figures.assiduity.value), caption: Self.caption(evaluation, say),
            sessions: attendance.sessions.map { Self.session($0, say) },
            columns: attendance.sessions.map { say.shortDate($0.date) })
    }

    private static func answer(_ evaluation: Evaluation, _ say: Tongue) -> String {
        let attendance = evaluation.attendance
        guard let share = attendance.figures.assiduity.value, !attendance.sessions.isEmpty else {
            return say("Aucune séance n’a encore été tenue.", "No session has been held yet.")
        }
        let held = say.count(
            attendance.sessions.count, "séance tenue", "séances tenues", "session held", "sessions held")
        let (planned, open) = (attendance.planned, attendance.figures.unmarked)
        let of =
            planned > attendance.sessions.count
            ? say(" sur \(planned) programmées", " of \(planned) scheduled") : ""
        let left = say.count(
            open, "émargement reste à renseigner", "émargements restent à renseigner", "mark is left to make",
            "marks are left to make")
        let who = say(
            evaluation.people.count == 1 ? "La personne formée a" : "Les personnes formées ont",
            evaluation.people.count == 1 ? "The person trained" : "The people trained")
        return say(
            "\(who) suivi \(say.share(share)) des heures prévues, en \(held)\(of).",
            "\(who) attended \(say.share(share)) of the hours planned, over \(held)\(of).")
            + (open == 0 ? "" : " \(left).")
    }

    private static func caption(_ evaluation: Evaluation, _ say: Tongue) -> String {
        let (first, last) = (evaluation.attendance.sessions.first?.date, evaluation.attendance.sessions.last?.date)
        let days = first.flatMap { first in last.map { say.period(first, $0) } }
        let period = days.map { say("Séances \($0). ", "Sessions \($0). ") } ?? ""
        let minimum = say.numbers.percent(Double(evaluation.cohort.minimumAssiduity))
        return period
            + say(
                "L’assiduité rapporte les minutes suivies aux minutes prévues ; une absence excusée compte comme une "
                    + "absence, une dispense ne compte pas. Un retard ou un départ est rempli à proportion du temps suivi. "
                    + "En gras et souligné : moins de \(minimum), le minimum de la session.",
                "Attendance is the minutes attended over the minutes planned; an excused absence counts as an absence, an "
                    + "exemption does not count. Late and early marks are filled in proportion to the time attended. Bold "
                    + "and underlined: below \(minimum), the session’s minimum.")
    }

    private static func offices(_ evaluation: Evaluation, _ strip: AttendanceStrip, _ cast: Cast) -> [Office] {
        let known = evaluation.groups.offices.map { ($0.code, cast.say($0.name)) }
        let codes = Set(known.map(\.0))
        let others = Set(evaluation.people.map(\.office)).subtracting(codes).sorted().map { ($0, $0) }
        return (known + others).compactMap { code, name in
            let people = evaluation.people.filter { $0.office == code }.map { person in
                row(person, strip, cast, minimum: evaluation.cohort.minimumAssiduity)
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

    private static func session(_ session: Evaluation.Session, _ say: Tongue) -> Session {
        let share = session.expected > 0 ? Double(session.present) / Double(session.expected) : nil
        return Session(
            date: say.shortDate(session.date), theme: say.words(session.theme), place: say.words(session.place),
            length: say.dates.duration(minutes: session.plannedMinutes), expected: say.integer(session.expected),
            present: say.integer(session.present), share: say.share(share))
    }
}
