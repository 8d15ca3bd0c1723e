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

    init(_ edition: Edition, _ say: Tongue) {
        rows = edition.sensitivity.map { sensitivity in
            let change = edition.overall.n.value == 0 ? nil : sensitivity.meanChange
            return Row(
                title: say(sensitivity.title).capitalised, n: say.integer(sensitivity.n),
                change: change.map(say.points)
                    ?? (sensitivity.isWithheld ? say("non communiqué", "not disclosed") : say.why(nil)))
        }
        answer = Self.answer(edition, say)
    }

    /// What may be said of assumptions whose figures are not.
    private static func turn(_ changesSign: Told<Bool>, _ say: Tongue) -> String {
        switch changesSign.value {
        case true?:
            say(
                " L’une au moins de celles qui ne le sont pas en change le sens : le résultat n’est pas solide.",
                " At least one of those that are not turns its direction: the result is not sound.")
        case false?: say(" Aucune n’en change le sens.", " None of them turns its direction.")
        case nil: ""
        }
    }

    private static func answer(_ edition: Edition, _ say: Tongue) -> String {
        let changes = edition.sensitivity.compactMap(\.meanChange)
        guard let least = changes.min(), let most = changes.max(), (edition.overall.n.value ?? 0) > 0 else {
            if edition.overall.isWithheld { return say("Non communiqué.", "Not disclosed.") }
            return say(
                "Sans personne évaluée deux fois, il n’y a pas de résultat à éprouver.",
                "Without anybody assessed twice, there is no result to try.")
        }
        let missing = (edition.sensitivity.map(\.n).max() ?? 0) - (edition.overall.n.value ?? 0)
        if missing <= 0 {
            return say(
                "Toute personne évaluée avant l’a été après : le résultat ne dépend d’aucune hypothèse.",
                "Everybody assessed before was assessed after: the result depends on no assumption.")
        }
        let who = say(
            missing == 1
                ? "la personne non réévaluée" : "les \(missing == 2 ? "deux" : "\(missing)") personnes non réévaluées",
            missing == 1 ? "the person not assessed again" : "the \(missing) people not assessed again")
        let range = (say.change(least), say.points(most))
        if edition.sensitivity.contains(where: \.isWithheld) {
            return say(
                "Certaines hypothèses sur \(who) ne sont pas communiquées ; selon les autres, l’évolution moyenne irait de "
                    + "\(range.0) à \(range.1).",
                "Some assumptions about \(who) are not disclosed; by the others, the mean change would run from "
                    + "\(range.0) to \(range.1).") + turn(edition.changesSign, say)
        }
        let end =
            least * most < 0
            ? say("son sens change, le résultat n’est pas solide.", "its direction changes, the result is not sound.")
            : say("son sens ne change pas.", "its direction does not change.")
        return say(
            "Selon ce que l’on suppose pour \(who), l’évolution moyenne irait de \(range.0) à \(range.1) : \(end)",
            "Depending on what one assumes of \(who), the mean change would run from \(range.0) to \(range.1): \(end)")
    }
}
