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
        let attendance = evaluation.attendance
        answer = French.words(Self.answer(evaluation))
        pace = evaluation.people.count > 28 ? "long" : "whole"
        let strip = AttendanceStrip(sessions: attendance.sessions)
        guard !attendance.sessions.isEmpty, !evaluation.people.isEmpty else {
            chart = nil
            return
        }
        chart = Chart(
            legend: Legend.attendance, dates: strip.dates, width: strip.width, isMany: strip.sessions.count > 18,
            offices: Self.offices(evaluation, strip, cast), sums: strip.sums,
            assiduity: French.share(attendance.figures.assiduity.value), caption: Self.caption(evaluation),
            sessions: attendance.sessions.map(Self.session),
            columns: attendance.sessions.map { French.shortDate($0.date) })
    }

    private static func answer(_ evaluation: Evaluation) -> String {
        let attendance = evaluation.attendance
        guard let share = attendance.figures.assiduity.value, !attendance.sessions.isEmpty else {
            return "Aucune séance n’a encore été tenue."
        }
        let held = French.count(attendance.sessions.count, "séance tenue", "séances tenues")
        let planned = attendance.planned > attendance.sessions.count ? " sur \(attendance.planned) programmées" : ""
        let open = attendance.figures.unmarked
        let marks = open == 0 ? "" : " \(French.count(open, "émargement reste", "émargements restent")) à renseigner."
        let who = evaluation.people.count == 1 ? "La personne formée a" : "Les personnes formées ont"
        return "\(who) suivi \(French.share(share)) des heures prévues, en \(held)\(planned).\(marks)"
    }

    private static func caption(_ evaluation: Evaluation) -> String {
        let (first, last) = (evaluation.attendance.sessions.first?.date, evaluation.attendance.sessions.last?.date)
        let period = first.flatMap { first in last.map { "Séances \(French.period(first, $0)). " } } ?? ""
        return French.words(
            period
                + "L’assiduité rapporte les minutes suivies aux minutes prévues ; une absence excusée compte comme une "
                + "absence, une dispense ne compte pas. Un retard ou un départ est rempli à proportion du temps suivi. "
                + "En gras et souligné : moins de \(evaluation.cohort.minimumAssiduity) %, le minimum de la session.")
    }

    private static func offices(_ evaluation: Evaluation, _ strip: AttendanceStrip, _ cast: Cast) -> [Office] {
        let known = evaluation.groups.offices.map { ($0.code, $0.name.french) }
        let codes = Set(known.map(\.0))
        let others = Set(evaluation.people.map(\.office)).subtracting(codes).sorted().map { ($0, $0) }
        return (known + others).compactMap { code, name in
            let people = evaluation.people.filter { $0.office == code }.map { person in
                row(person, strip, cast, minimum: evaluation.cohort.minimumAssiduity)
            }
            return people.isEmpty ? nil : Office(office: French.words(name), people: people)
        }
    }

    private static func row(
        _ person: Evaluation.Person, _ strip: AttendanceStrip, _ cast: Cast, minimum: Int
    ) -> Person {
        let name = cast.name(person.pseudonym)
        let share = person.plannedMinutes > 0 ? Double(person.attendedMinutes) / Double(person.plannedMinutes) : nil
        let hasLeft = [.droppedOut, .excluded, .withdrawn, .suspended].contains(person.status)
        return Person(
            name: name, provider: cast.provider(person.pseudonym), left: hasLeft ? person.status.label.french : nil,
            marks: strip.marks(of: person, named: name),
            words: strip.sessions.indices.map { index in
                PresenceMark(person.marks.indices.contains(index) ? person.marks[index] : nil).words
            },
            assiduity: French.share(share), isLow: (share ?? 1) * 100 < Double(minimum))
    }

    private static func session(_ session: Evaluation.Session) -> Session {
        let share = session.expected > 0 ? Double(session.present) / Double(session.expected) : nil
        return Session(
            date: French.shortDate(session.date), theme: French.words(session.theme),
            place: French.words(session.place),
            length: DateStyle.french.duration(minutes: session.plannedMinutes),
            expected: NumberStyle.french.integer(session.expected),
            present: NumberStyle.french.integer(session.present),
            share: French.share(share))
    }
}
