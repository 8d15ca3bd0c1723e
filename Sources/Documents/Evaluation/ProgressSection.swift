import Statistics
import Training

/// Whether everybody progressed: one line and one dot a person, and their mean with its interval.
struct ProgressSection {
    struct Charts {
        /// Nil where nobody is shown by name.
        let paired: Markup?
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
    /// Who was assessed on another day than those of the wave.
    let late: String?

    init(_ edition: Edition, _ cast: Cast) {
        let (figures, people) = (edition.overall, edition.people)
        let paired = people.compactMap { person in person.pair.map { (person.pseudonym, $0) } }
        answer = Self.answer(figures, cast.say)
        charts =
            paired.isEmpty && (figures.n.value ?? 0) < 2 ? nil : Self.charts(paired, figures, edition.reader, cast)
        let others = people.filter { $0.pair == nil }.map { cast.name($0.pseudonym) }
        unpaired = others.isEmpty ? nil : Self.absent(others, cast.say)
        let strays = edition.secondary?.outOfWindow ?? []
        late = strays.isEmpty ? nil : Self.late(strays, cast)
    }

    private static func answer(_ figures: ToldFigures, _ say: Tongue) -> String {
        guard let n = figures.n.value else {
            return say("La progression n’est pas communiquée.", "Progress is not disclosed.")
        }
        guard n > 0 else {
            return say(
                "Personne n’a encore été évalué à la fois avant et après : il n’y a pas de progression à montrer.",
                "Nobody has been assessed both before and after yet: there is no progress to show.")
        }
        guard let improved = figures.improved.value, let unchanged = figures.unchanged.value,
            let declined = figures.declined.value
        else {
            return say(
                "Le nombre de personnes qui progressent ou reculent n’est pas communiqué ; voici l’évolution moyenne.",
                "How many have risen or fallen is not disclosed; here is the mean change.")
        }
        let counts = [
            (improved, say.noun(improved, "progresse", "progressent", "has risen", "have risen")),
            (
                unchanged,
                say.noun(
                    unchanged, "reste au même score", "restent au même score", "has the same score",
                    "have the same score")
            ),
            (declined, say.noun(declined, "recule", "reculent", "has fallen", "have fallen")),
        ].filter { $0.0 > 0 }
        let parts = counts.enumerated().map { index, part in
            let who = part.0 == 1 ? say("une", "one") : say.integer(part.0)
            return "\(index == 0 ? say.people(part.0) : who) \(part.1)"
        }
        let ending = declined == 0 && n > 1 ? say(", aucune ne recule.", ", none has fallen.") : "."
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

    private static func late(_ lines: [Evaluation.OutOfWindow], _ cast: Cast) -> String {
        let say = cast.say
        let who = lines.prefix(12).map { line in
            let (day, from, to) = (say.date(line.takenOn), say.date(line.opensOn), say.date(line.closesOn))
            return say(
                "\(cast.name(line.pseudonym)) (\(line.wave.label.french), le \(day) ; ouvert du \(from) au \(to))",
                "\(cast.name(line.pseudonym)) (\(line.wave.label.english), on \(day); open from \(from) to \(to))")
        }
        let count = say.integer(lines.count)
        let words =
            lines.count == 1
            ? say(
                "Un positionnement a été fait hors des dates de sa vague et compte comme les autres : ",
                "One assessment was made outside the dates of its wave, and counts like the others: ")
            : say(
                "\(count) positionnements ont été faits hors des dates de leur vague et comptent comme les autres : ",
                "\(count) assessments were made outside the dates of their wave, and count like the others: ")
        return words + say.list(who) + (lines.count > who.count ? "…" : ".")
    }

    private static func charts(
        _ paired: [(String, Pair)], _ figures: ToldFigures, _ reader: Edition.Reader, _ cast: Cast
    ) -> Charts {
        let (pairs, say) = (paired.map(\.1), cast.say)
        let summary = describe(figures, say)
        return Charts(
            paired: paired.isEmpty
                ? nil
                : PairedChart(
                    pairs: paired.map { (cast.name($0.0), $0.1) }, figures: figures, summary: summary, say: say
                ).drawing,
            changes: ChangeChart(pairs: pairs, figures: figures, summary: summary, say: say).drawing,
            legend: paired.isEmpty ? [] : Legend.changes(say), caption: caption(figures, reader, say),
            rows: paired.map { pseudonym, pair in
                Row(
                    name: cast.name(pseudonym), provider: cast.provider(pseudonym), before: say.score(pair.before),
                    after: say.score(pair.after), change: say.change(pair.after - pair.before))
            })
    }

    private static func describe(_ figures: ToldFigures, _ say: Tongue) -> String {
        guard let before = figures.meanBefore.value, let after = figures.meanAfter.value,
            let change = figures.meanChange.value
        else {
            return figures.meanChange.silence == nil
                ? say("Scores non calculables.", "Scores that cannot be computed.")
                : say("Moyennes non communiquées.", "Means not disclosed.")
        }
        let interval = figures.ci95.value.map { interval -> String in
            let range = say.range(interval.lower, interval.upper)
            return say("intervalle de confiance à 95 % \(range)", "95% confidence interval \(range)")
        }
        let numbers = say(
            "Score moyen : \(say.score(before)) avant, \(say.score(after)) après, évolution moyenne \(say.points(change))",
            "Mean score: \(say.score(before)) before, \(say.score(after)) after, mean change \(say.points(change))")
        let end =
            interval ?? figures.ci95.silence.map { _ in say("intervalle non communiqué", "interval not disclosed") }
            ?? say("sans intervalle calculable", "no interval can be computed")
        return "\(answer(figures, say)) \(numbers), \(end)."
    }

    private static func caption(_ figures: ToldFigures, _ reader: Edition.Reader, _ say: Tongue) -> String {
        let why = say.why(figures.ci95.reason)
        let interval =
            figures.ci95.silence != nil
            ? say("l’intervalle n’est pas communiqué", "its interval is not disclosed")
            : figures.ci95.value == nil
                ? say("l’intervalle n’est pas calculable (\(why))", "its interval cannot be computed (\(why))")
                : say(
                    "les barres en donnent l’intervalle de confiance à 95 %",
                    "the bars are its 95% confidence interval")
        let n = say.integer(figures.n)
        let score = say("Score global sur 100, n = \(n). ", "Overall score out of 100, n = \(n). ")
        let mean = say(
            "le losange est l’évolution moyenne, \(interval).", "the diamond is the mean change, \(interval).")
        guard reader != .shared else { return score + mean.capitalised }
        let who =
            reader.seesEverybody
            ? say("une ligne par personne", "one line a person")
            : say("une ligne par personne suivie par l’office", "one line for each person the office follows")
        return score
            + say(
                "À gauche, \(who), de son score avant à son score après ; le trait épais relie les moyennes du groupe. À "
                    + "droite, un point par personne ; \(mean)",
                "Left, \(who), from the score before to the score after; the thick line joins the means of the group. "
                    + "Right, one dot a person; \(mean)")
    }
}
