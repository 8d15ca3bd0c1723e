import Statistics
import Training

/// Whether everybody progressed: one line and one dot a person, and their mean with its interval.
struct ProgressSection {
    struct Charts {
        let paired: Markup
        let changes: Markup
        let legend: [Legend]
        let caption: String
        let rows: [Row]
    }

    struct Row {
        let name: String
        let provider: String
        let before: String
        let after: String
        let change: String
    }

    let answer: String
    let charts: Charts?
    let unpaired: String?

    init(_ evaluation: Evaluation, _ cast: Cast) {
        let figures = evaluation.figures.overall
        let people = evaluation.people
        let paired = people.compactMap { person in person.pair.map { (person.pseudonym, $0) } }
        answer = French.words(Self.answer(figures))
        charts = paired.isEmpty ? nil : Self.charts(paired, figures, cast)
        let others = people.filter { $0.pair == nil }.map { cast.name($0.pseudonym) }
        unpaired = others.isEmpty ? nil : French.words(Self.absent(others))
    }

    private static func answer(_ figures: PairedFigures) -> String {
        guard figures.n > 0 else {
            return "Personne n’a encore été évalué à la fois avant et après : il n’y a pas de progression à montrer."
        }
        var isFirst = true
        func part(_ number: Int, _ one: String, _ many: String) -> String? {
            guard number > 0 else { return nil }
            defer { isFirst = false }
            let who = isFirst ? French.people(number) : number == 1 ? "une" : NumberStyle.french.integer(number)
            return "\(who) \(number == 1 ? one : many)"
        }
        let parts = [
            part(figures.improved, "progresse", "progressent"),
            part(figures.unchanged, "reste au même score", "restent au même score"),
            part(figures.declined, "recule", "reculent"),
        ].compactMap(\.self)
        let ending = figures.declined == 0 && figures.n > 1 ? ", aucune ne recule." : "."
        return French.list(parts).capitalised + ending
    }

    private static func absent(_ names: [String]) -> String {
        let verb = names.count == 1 ? "n’apparaît pas, faute d’évaluation" : "n’apparaissent pas, faute d’évaluations"
        let who = names.count > 12 ? French.people(names.count).capitalised : French.list(names)
        return "\(who) \(verb) aux deux moments avec le même questionnaire."
    }

    private static func charts(_ paired: [(String, Pair)], _ figures: PairedFigures, _ cast: Cast) -> Charts {
        let pairs = paired.map(\.1)
        let summary = French.words(describe(figures))
        return Charts(
            paired: PairedChart(
                pairs: paired.map { (cast.name($0.0), $0.1) }, figures: figures,
                summary: summary + " Les scores de chaque personne sont dans le tableau qui suit."
            ).drawing,
            changes: ChangeChart(pairs: pairs, figures: figures, summary: summary).drawing,
            legend: Legend.changes, caption: French.words(caption(figures)),
            rows: paired.map { pseudonym, pair in
                Row(
                    name: cast.name(pseudonym), provider: cast.provider(pseudonym), before: French.score(pair.before),
                    after: French.score(pair.after), change: French.change(pair.after - pair.before))
            })
    }

    private static func describe(_ figures: PairedFigures) -> String {
        guard let before = figures.meanBefore.value, let after = figures.meanAfter.value,
            let change = figures.meanChange.value
        else { return "Scores non calculables." }
        let interval = figures.ci95.value.map { ", intervalle de confiance à 95 % \(French.range($0.lower, $0.upper))" }
        return "\(answer(figures)) Score moyen : \(French.score(before)) avant, \(French.score(after)) après, "
            + "évolution moyenne \(French.points(change))\(interval ?? ", sans intervalle calculable")."
    }

    private static func caption(_ figures: PairedFigures) -> String {
        let interval =
            figures.ci95.value == nil
            ? "l’intervalle n’est pas calculable (\(figures.ci95.reason?.sentence(french: true) ?? "données insuffisantes"))"
            : "les barres en donnent l’intervalle de confiance à 95 %"
        return
            "Score global sur 100, n = \(figures.n). À gauche, une ligne par personne, de son score avant à son score "
            + "après ; le trait épais relie les moyennes. À droite, un point par personne ; le losange est l’évolution "
            + "moyenne, \(interval)."
    }
}
