import FoundationEssentials
import Postgres

@testable import Training

/// Invented sheets and certificates.
enum ExamplePaper {
    static func session(
        _ code: String = "s03", theme: String = "Se faire trouver : fiches, cartes et avis", isCancelled: Bool = false,
        on day: String = "2021-10-11", place: String = "Salle des fêtes, Cordes-sur-Ciel"
    ) -> Session.Line {
        Session.Line(
            session: .init(rawValue: code), date: Self.day(day), halfDay: .morning, starts: time(9), ends: time(12, 30),
            plannedMinutes: 210, place: place, mode: .onSite, trainer: "Dominique Formateur-Fictif", theme: theme,
            isCancelled: isCancelled, cancelledBecause: isCancelled ? "Neige" : nil, marked: 0, present: 0)
    }

    static func person(_ name: String, _ status: Presence = .unmarked) -> Session.Expected {
        Session.Expected(
            participant: "\(name)@example.org", familyName: name,
            givenName: "Camille", provider: "Gîte de \(name)", office: "Albi", status: status,
            reason: status == .excused ? "Opération du genou" : nil)
    }

    static func sheet(_ people: [Session.Expected], theme: String? = nil) -> Session.Sheet {
        Session.Sheet(
            programme: "PETR imaginaire", cohort: .init(rawValue: "pilote-2021"), title: "Formation « pilote »",
            session: theme.map { session(theme: $0) } ?? session(), expected: people)
    }

    static func certificate(
        name: String = "Exemple", attended: Int = 630, planned: Int = 840, remote: Int = 0
    ) -> Certificate {
        let held = (0..<3).map { index in
            Certificate.Attended(
                arrival: 1, date: day("2021-10-1\(index)"), halfDay: .morning, theme: "Thème de \(name)",
                minutes: Int32(attended / 3), mode: index < remote ? .remote : .onSite)
        }
        return Certificate(
            programme: "PETR imaginaire", cohort: .init(rawValue: "pilote-2021"), title: "Formation de \(name)",
            minimumAssiduity: 75,
            person: .init(
                arrival: 3, participant: "a@example.org", familyName: name, givenName: "Anne",
                provider: "Gîte de \(name)", commune: "Albi", office: "Albi", status: .completed,
                plannedMinutes: planned, attendedMinutes: attended,
                unmarked: "", toCome: ""),
            attended: held)
    }

    static func cohort(_ title: String = "Formation pilote") -> Cohort {
        Cohort(
            programmeID: .init(rawValue: UUID()), cohortID: .init(rawValue: UUID()),
            code: .init(rawValue: "pilote-2021"), title: title, places: 20, startsOn: day("2021-09-13"),
            endsOn: day("2022-01-21"), minimumAssiduity: 80, quotaUntil: nil, status: .open)
    }

    static let programme = Programme(
        id: .init(rawValue: UUID()), code: .init(rawValue: "petr-imaginaire"), name: "PETR imaginaire")

    static func day(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("no day: \(text)") }
        return day
    }

    static func time(_ hour: Int, _ minute: Int = 0) -> TimeOfDay {
        guard let time = TimeOfDay(hour: hour, minute: minute) else { preconditionFailure("no time") }
        return time
    }
}
