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
        let (figures, people) = (evaluation.figures.overall, evaluation.people)
        let paired = people.compactMap { person in person.pair.map { (person.pseudonym, $0) } }
        answer = Self.answer(figures, cast.say)
        charts = paired.isEmpty ? nil : Self.charts(paired, figures, cast)
        let others = people.filter { $0.pair == nil }.map { cast.name($0.pseudonym) }
        unpaired = others.isEmpty ? nil : Self.absent(others, cast.say)
    }

    private static func answer(_ figures: PairedFigures, _ say: Tongue) -> String {
        guard figures.n > 0 else {
            return say(
                "Personne n’a encore été évalué à la fois avant et après : il n’y a pas de progression à montrer.",
                "Nobody has been assessed both before and after yet: there is no progress to show.")
        }
        let counts = [
            (figures.improved, say.noun(figures.improved, "progresse", "progressent", "has risen", "have risen")),
            (
                figures.unchanged,
                say.noun(
                    figures.unchanged, "reste au même score", "restent au même score", "has the same score",
                    "have the same score")
            ),
            (figures.declined, say.noun(figures.declined, "recule", "reculent", "has fallen", "have fallen")),
        ].filter { $0.0 > 0 }
        let parts = counts.enumerated().map { index, part in
            let who = part.0 == 1 ? say("une", "one") : say.integer(part.0)
            return "\(index == 0 ? say.people(part.0) : who) \(part.1)"
        }
        let ending = figures.declined == 0 && figures.n > 1 ? say(", aucune ne recule.", ", none has fallen.") : "."
        return say.list(parts).capitalised + ending
    }

    private static func absent(_ names: [String], _ say: Tongue) -> String {
        let who = names.count > 12 ? say.people(names.count).capitalised : say.list(names)
        return say(
            "\(who) \(names.count == 1 ? "n’apparaît pas, faute d’évaluation" : "n’apparaissent pas, faute d’évaluations") "
                + "aux deux moments avec le même questionnaire.",
            "\(who) \(names.count == 1 ? "does" : "do") not appear, for want of assessments both times with the same "
                + "questionnaire.")
    }

    private static func charts(_ paired: [(String, Pair)], _ figures: PairedFigures, _ cast: Cast) -> Charts {
        let (pairs, say) = (paired.map(\.1), cast.say)
        let summary = describe(figures, say)
        return Charts(
            paired: PairedChart(
                pairs: paired.map { (cast.name($0.0), $0.1) }, figures: figures, summary: summary, say: say
            ).drawing,
            changes: ChangeChart(pairs: pairs, figures: figures, summary: summary, say: say).drawing,
            legend: Legend.changes(say), caption: caption(figures, say),
            rows: paired.map { pseudonym, pair in
                Row(
                    name: cast.name(pseudonym), provider: cast.provider(pseudonym), before: say.score(pair.before),
                    after: say.score(pair.after), change: say.change(pair.after - pair.before))
            })
    }

    private static func describe(_ figures: PairedFigures, _ say: Tongue) -> String {
        guard let before = figures.meanBefore.value, let after = figures.meanAfter.value,
            let change = figures.meanChange.value
        else { return say("Scores non calculables.", "Scores that cannot be computed.") }
        let interval = figures.ci95.value.map { interval -> String in
            let range = say.range(interval.lower, interval.upper)
            return say("intervalle de confiance à 95 % \(range)", "95% confidence interval \(range)")
        }
        let numbers = say(
            "Score moyen : \(say.score(before)) avant, \(say.score(after)) après, évolution moyenne \(say.points(change))",
            "Mean score: \(say.score(before)) before, \(say.score(after)) after, mean change \(say.points(change))")
        let end = interval ?? say("sans intervalle calculable", "no interval can be computed")
        return "\(answer(figures, say)) \(numbers), \(end)."
    }

    private static func caption(_ figures: PairedFigures, _ say: Tongue) -> String {
        let why = say.why(figures.ci95.reason)
        let interval =
            figures.ci95.value == nil
            ? say("l’intervalle n’est pas calculable (\(why))", "its interval cannot be computed (\(why))")
            : say("les barres en donnent l’intervalle de confiance à 95 %", "the bars are its 95% confidence interval")
        return say(
            "Score global sur 100, n = \(figures.n). À gauche, une ligne par personne, de son score avant à son score "
                + "après ; le trait épais relie les moyennes. À droite, un point par personne ; le losange est l’évolution "
                + "moyenne, \(interval).",
            "Overall score out of 100, n = \(figures.n). Left, one line a person, from the score before to the score "
                + "after; the thick line joins the means. Right, one dot a person; the diamond is the mean change, \(interval)."
        )
    }
}
