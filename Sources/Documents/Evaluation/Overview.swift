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

    init(_ evaluation: Evaluation, supersedes: Int?) {
        let cohort = evaluation.cohort
        title = Self.title(cohort.title)
        programme = French.words(cohort.programme)
        period = "Session tenue \(French.period(cohort.startsOn, cohort.endsOn))"
        let status = evaluation.status == .draft ? "Bilan provisoire" : "Bilan définitif"
        edition =
            "\(status), données arrêtées au \(French.date(evaluation.asOf)). "
            + (supersedes.map { "Il remplace le bilan définitif n° \($0). " } ?? "")
            + "Version nominative, réservée à la coordination."
        cards = Self.cards(evaluation)
    }

    /// `Bilan de la session pilote 2021-2022`, whatever the cohort is called.
    private static func title(_ name: String) -> String {
        let name = French.words(name)
        return name.lowercased().hasPrefix("session")
            ? "Bilan de la s" + name.dropFirst() : French.words("Bilan de la session « \(name) »")
    }

    private static func cards(_ evaluation: Evaluation) -> [Card] {
        let (flow, figures) = (evaluation.flow, evaluation.figures.overall)
        let attendance = evaluation.attendance.figures
        let noun: (Int, String, String) -> String = NumberStyle.french.noun
        let places = French.count(evaluation.cohort.places, "place", "places")
        let asked = French.count(flow.applied, "candidature", "candidatures")
        let share = flow.entered > 0 ? Double(figures.n) / Double(flow.entered) : nil
        let planned = hours(attendance.plannedMinutes)
        return [
            Card(
                value: NumberStyle.french.integer(flow.entered),
                label: noun(flow.entered, "personne formée", "personnes formées"), note: "\(places), \(asked)"),
            Card(
                value: NumberStyle.french.integer(figures.n),
                label: noun(figures.n, "évaluée avant et après", "évaluées avant et après"),
                note: share.map { "\(French.share($0)) des personnes formées" } ?? ""),
            Card(
                value: figures.n == 0 ? NumberStyle.missing : NumberStyle.french.integer(figures.improved),
                label: noun(figures.improved, "progresse", "progressent"), note: others(figures)),
            Card(
                value: French.share(attendance.assiduity.value), label: "d’assiduité",
                note: "sur " + French.count(evaluation.attendance.sessions.count, "séance tenue", "séances tenues")),
            Card(
                value: hours(attendance.attendedMinutes),
                label: "de formation suivie", note: "sur \(planned), toutes personnes réunies"),
        ]
    }

    private static func hours(_ minutes: Int) -> String {
        NumberStyle.french.fixed(Double(minutes) / 60, decimals: 0) + "\u{A0}h"
    }

    private static func others(_ figures: PairedFigures) -> String {
        if figures.n < 2 { return figures.n == 0 ? "non mesuré" : "seule personne mesurée" }
        let stable = figures.unchanged == 0 ? "aucune stable" : French.count(figures.unchanged, "stable", "stables")
        let declined = figures.declined == 0 ? "aucune ne recule" : French.count(figures.declined, "recule", "reculent")
        return "\(stable), \(declined)"
    }
}
