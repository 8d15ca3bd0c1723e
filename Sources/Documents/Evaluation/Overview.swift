import Statistics
import Training

/// The title and the edition of a bilan, and the few numbers seen first.
struct Overview {
    struct Card {
        let value: String
        let label: String
        let note: String
    }

    let title: String
    let programme: String
    let period: String
    let edition: String
    let cards: [Card]

    init(_ edition: Edition, supersedes: Int?, _ say: Tongue) {
        let cohort = edition.cohort
        title = Self.title(cohort.title, say)
        programme = say.words(cohort.programme)
        let dates = say.period(cohort.startsOn, cohort.endsOn)
        period = say("Session tenue \(dates)", "Session held \(dates)")
        let status =
            edition.status == .draft
            ? say("Bilan provisoire", "Draft evaluation") : say("Bilan définitif", "Final evaluation")
        let day = say.date(edition.asOf)
        self.edition =
            say("\(status), données arrêtées au \(day). ", "\(status), data as of \(day). ")
            + (supersedes.map {
                say("Il remplace le bilan définitif n° \($0). ", "It supersedes final evaluation no. \($0). ")
            } ?? "")
            + Self.audience(edition, say)
        cards = Self.cards(edition, say)
    }

    /// `Bilan de la session pilote 2021-2022`, whatever the cohort is called.
    private static func title(_ name: String, _ say: Tongue) -> String {
        let name = say.words(name)
        guard say.language == .french else { return "Evaluation of “\(name)”" }
        return name.lowercased().hasPrefix("session")
            ? "Bilan de la s" + name.dropFirst() : say.words("Bilan de la session « \(name) »")
    }

    private static func cards(_ edition: Edition, _ say: Tongue) -> [Card] {
        let (flow, figures, attendance) = (edition.flow, edition.overall, edition.attendance)
        let places = say.count(edition.cohort.places, "place", "places", "place", "places")
        let asked = flow.applied.map {
            ", " + say.count($0, "candidature", "candidatures", "application", "applications")
        }
        let share = flow.entered.flatMap { entered in
            entered > 0 ? figures.n.value.map { Double($0) / Double(entered) } : nil
        }
        let entered = flow.entered ?? 0
        return [
            Card(
                value: flow.entered.map { say.integer($0) } ?? NumberStyle.missing,
                label: say.noun(entered, "entrée en formation", "entrées en formation", "entered", "entered"),
                note: places + (asked ?? "")),
            Card(
                value: say.integer(figures.n),
                label: say.noun(
                    figures.n.value ?? 0, "évaluée avant et après", "évaluées avant et après",
                    "assessed before and after", "assessed before and after"),
                note: share.map {
                    say(
                        "\(say.share($0)) des personnes entrées en formation", "\(say.share($0)) of those who entered")
                } ?? ""),
            progress(figures, edition.minimumGroup, say),
        ] + self.attendance(attendance, say)
    }

    private static func progress(_ figures: ToldFigures, _ k: Int, _ say: Tongue) -> Card {
        let improved = figures.improved.value ?? 2
        return Card(
            value: figures.n.value == 0 ? NumberStyle.missing : say.integer(figures.improved),
            label: say.noun(improved, "progresse", "progressent", "has risen", "have risen"),
            note: figures.improved.silence.map { say.withheld($0, fewerThan: k) } ?? others(figures, say))
    }

    private static func attendance(_ attendance: Edition.Attendance, _ say: Tongue) -> [Card] {
        let held = say.count(
            attendance.sessions.count, "séance tenue", "séances tenues", "session held", "sessions held")
        let planned = hours(attendance.plannedMinutes, say)
        return [
            Card(
                value: say.share(attendance.assiduity), label: say("d’assiduité", "of attendance"),
                note: say("sur \(held)", "over \(held)")),
            Card(
                value: attendance.attendedMinutes.map { hours($0, say) } ?? NumberStyle.missing,
                label: say("de formation suivie", "of training attended"),
                note: say("sur \(planned), toutes personnes réunies", "of \(planned), everybody together")),
        ]
    }

    /// For whom this edition is.
    private static func audience(_ edition: Edition, _ say: Tongue) -> String {
        switch edition.reader {
        case .coordinator:
            say("Version nominative, réservée à la coordination.", "Named version, for the coordinator’s eyes only.")
        case .relay(let office):
            say(
                "Version de l’office relais \(office) : ses participants sont nommés, les autres comptés ensemble.",
                "Version of the relay office \(office): its participants are named, all others are counted together.")
        case .shared:
            say(
                "Version partagée : personne n’y est nommé, les petits groupes n’y figurent pas.",
                "Shared version: nobody is named, small groups are left out.")
        }
    }

    private static func hours(_ minutes: Int, _ say: Tongue) -> String {
        say.numbers.fixed(Double(minutes) / 60, decimals: 0) + "\u{A0}h"
    }

    private static func others(_ figures: ToldFigures, _ say: Tongue) -> String {
        if figures.n.value == 0 { return say("non mesuré", "not measured") }
        if figures.n.value == 1 { return say("seule personne mesurée", "the only person measured") }
        let (unchanged, down) = (figures.unchanged.value ?? 0, figures.declined.value ?? 0)
        let stable =
            unchanged == 0
            ? say("aucune stable", "none unchanged")
            : say.count(unchanged, "stable", "stables", "unchanged", "unchanged")
        let declined =
            down == 0
            ? say("aucune ne recule", "none has fallen")
            : say.count(down, "recule", "reculent", "has fallen", "have fallen")
        return "\(stable), \(declined)"
    }
}
