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

    init(_ evaluation: Evaluation, supersedes: Int?, _ say: Tongue) {
        let cohort = evaluation.cohort
        title = Self.title(cohort.title, say)
        programme = say.words(cohort.programme)
        let dates = say.period(cohort.startsOn, cohort.endsOn)
        period = say("Session tenue \(dates)", "Session held \(dates)")
        let status =
            evaluation.status == .draft
            ? say("Bilan provisoire", "Draft evaluation") : say("Bilan définitif", "Final evaluation")
        let day = say.date(evaluation.asOf)
        edition =
            say("\(status), données arrêtées au \(day). ", "\(status), data as of \(day). ")
            + (supersedes.map {
                say("Il remplace le bilan définitif n° \($0). ", "It supersedes final evaluation no. \($0). ")
            } ?? "")
            + say(
                "Version nominative, réservée à la coordination.", "Named version, for the coordinator’s eyes only.")
        cards = Self.cards(evaluation, say)
    }

    /// `Bilan de la session pilote 2021-2022`, whatever the cohort is called.
    private static func title(_ name: String, _ say: Tongue) -> String {
        let name = say.words(name)
        guard say.language == .french else { return "Evaluation of “\(name)”" }
        return name.lowercased().hasPrefix("session")
            ? "Bilan de la s" + name.dropFirst() : say.words("Bilan de la session « \(name) »")
    }

    private static func cards(_ evaluation: Evaluation, _ say: Tongue) -> [Card] {
        let (flow, figures) = (evaluation.flow, evaluation.figures.overall)
        let attendance = evaluation.attendance.figures
        let places = say.count(evaluation.cohort.places, "place", "places", "place", "places")
        let asked = say.count(flow.applied, "candidature", "candidatures", "application", "applications")
        let share = flow.entered > 0 ? Double(figures.n) / Double(flow.entered) : nil
        let held = say.count(
            evaluation.attendance.sessions.count, "séance tenue", "séances tenues", "session held", "sessions held")
        let planned = hours(attendance.plannedMinutes, say)
        return [
            Card(
                value: say.integer(flow.entered),
                label: say.noun(
                    flow.entered, "personne formée", "personnes formées", "person trained", "people trained"),
                note: "\(places), \(asked)"),
            Card(
                value: say.integer(figures.n),
                label: say.noun(
                    figures.n, "évaluée avant et après", "évaluées avant et après", "assessed before and after",
                    "assessed before and after"),
                note: share.map {
                    say("\(say.share($0)) des personnes formées", "\(say.share($0)) of the people trained")
                } ?? ""),
            Card(
                value: figures.n == 0 ? NumberStyle.missing : say.integer(figures.improved),
                label: say.noun(figures.improved, "progresse", "progressent", "has risen", "have risen"),
                note: others(figures, say)),
            Card(
                value: say.share(attendance.assiduity.value), label: say("d’assiduité", "of attendance"),
                note: say("sur \(held)", "over \(held)")),
            Card(
                value: hours(attendance.attendedMinutes, say),
                label: say("de formation suivie", "of training attended"),
                note: say("sur \(planned), toutes personnes réunies", "of \(planned), everybody together")),
        ]
    }

    private static func hours(_ minutes: Int, _ say: Tongue) -> String {
        say.numbers.fixed(Double(minutes) / 60, decimals: 0) + "\u{A0}h"
    }

    private static func others(_ figures: PairedFigures, _ say: Tongue) -> String {
        if figures.n == 0 { return say("non mesuré", "not measured") }
        if figures.n == 1 { return say("seule personne mesurée", "the only person measured") }
        let stable =
            figures.unchanged == 0
            ? say("aucune stable", "none unchanged")
            : say.count(figures.unchanged, "stable", "stables", "unchanged", "unchanged")
        let declined =
            figures.declined == 0
            ? say("aucune ne recule", "none has fallen")
            : say.count(figures.declined, "recule", "reculent", "has fallen", "have fallen")
        return "\(stable), \(declined)"
    }
}
