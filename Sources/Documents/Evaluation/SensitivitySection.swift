import Statistics
import Training

/// R5: the mean change under other treatments of the missing after-scores.
struct SensitivitySection {
    struct Row {
        let title: String
        let n: String
        let change: String
    }

    let answer: String
    let rows: [Row]

    init(_ evaluation: Evaluation) {
        rows = evaluation.sensitivity.map { sensitivity in
            Row(
                title: French.words(sensitivity.title.french), n: NumberStyle.french.integer(sensitivity.n),
                change: evaluation.figures.overall.n == 0
                    ? "non calculable" : sensitivity.meanChange.map(French.points) ?? "non calculable")
        }
        answer = French.words(Self.answer(evaluation))
    }

    private static func answer(_ evaluation: Evaluation) -> String {
        let changes = evaluation.sensitivity.compactMap(\.meanChange)
        guard let least = changes.min(), let most = changes.max(), evaluation.figures.overall.n > 0 else {
            return "Sans personne évaluée deux fois, il n’y a pas de résultat à éprouver."
        }
        let missing = (evaluation.sensitivity.map(\.n).max() ?? 0) - evaluation.figures.overall.n
        if missing <= 0 {
            return "Toute personne évaluée avant l’a été après : le résultat ne dépend d’aucune hypothèse."
        }
        let who = missing == 1 ? "la personne non réévaluée" : "les \(missing) personnes non réévaluées"
        let start =
            "Selon ce que l’on suppose pour \(who), l’évolution moyenne irait de \(French.change(least)) à "
            + French.points(most)
        return least * most < 0
            ? "\(start) : son sens change, le résultat n’est pas solide." : "\(start) : son sens ne change pas."
    }
}
