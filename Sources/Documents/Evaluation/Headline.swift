import Statistics
import Training

/// The sentence a mayor can repeat, with its n and its interval, and what must be said right beside it.
struct Headline: Equatable {
    /// Words of the sentence, some to be seen from afar.
    struct Run: Equatable {
        let words: String
        let strong: Bool
    }

    let runs: [Run]
    /// Plain words about a result that another way of counting would turn round, and about the interval.
    let cautions: [String]

    init(_ edition: Edition, _ say: Tongue) {
        let figures = edition.overall
        guard let entered = edition.flow.entered, let pairs = figures.n.value else {
            (runs, cautions) = ([Self.plain(Self.untold(say))], [])
            return
        }
        runs =
            Self.subject(entered: entered, pairs: pairs, say) + Self.verb(figures, pairs, say)
            + Self.turning(edition, say)
        cautions = [Self.reversal(edition, say), Self.reading(figures, pairs, say)].compactMap(\.self)
    }

    /// The sentence without its emphasis.
    var text: String { runs.map(\.words).joined() }

    private static func untold(_ say: Tongue) -> String {
        say(
            "L’évolution n’est pas communiquée : elle porte sur trop peu de personnes, ou laisserait retrouver leurs scores.",
            "The change is not disclosed: it is of too few people, or would let their scores be worked out.")
    }

    private static func plain(_ words: String) -> Run { Run(words: words, strong: false) }
    private static func strong(_ words: String) -> Run { Run(words: words, strong: true) }

    private static func subject(entered: Int, pairs: Int, _ say: Tongue) -> [Run] {
        let assessed = plain(say(" ont été évaluées avant et après : ", " were assessed before and after: "))
        let trained =
            entered == 1
            ? say("la seule personne entrée en formation", "the only person who entered the training")
            : say(
                "les \(entered == 2 ? "deux" : say.integer(entered)) personnes entrées en formation",
                "the \(say.integer(entered)) people who entered the training")
        let among = plain(say("Sur \(trained), ", "Of \(trained), "))
        switch (entered, pairs) {
        case (_, 0): return unmeasured(entered: entered, among, say)
        case (1, 1):
            return [
                plain(
                    say(
                        "La seule personne entrée en formation a été évaluée avant et après : ",
                        "The only person who entered the training was assessed before and after: "))
            ]
        case (2..., 1):
            return [
                among, strong(say("une seule", "only one")),
                plain(say(" a été évaluée avant et après : ", " was assessed before and after: ")),
            ]
        case (pairs, _):
            return [
                strong(say(trained, "all \(trained)").capitalised),
                plain(
                    say(
                        " ont toutes \(entered == 2 ? "deux " : "")été évaluées avant et après : ",
                        " were assessed before and after: ")),
            ]
        case (0..<pairs, _): return [strong(say.people(pairs).capitalised), assessed]
        default: return [among, strong(say.integer(pairs)), assessed]
        }
    }

    private static func unmeasured(entered: Int, _ among: Run, _ say: Tongue) -> [Run] {
        let end = say(" : l’évolution n’est pas mesurée.", ": the change is not measured.")
        switch entered {
        case 0: return [plain(say("Personne n’est encore entré en formation", "Nobody has entered yet") + end)]
        case 1:
            return [
                plain(
                    say(
                        "La seule personne entrée en formation n’a pas encore été évaluée à la fois avant et après",
                        "The only person who entered the training has not been assessed both before and after yet")
                        + end)
            ]
        default:
            return [
                among, strong(say("aucune", "nobody")),
                plain(
                    say(
                        " n’a encore été évaluée à la fois avant et après",
                        " has been assessed both before and after yet") + end),
            ]
        }
    }

    private static func verb(_ figures: ToldFigures, _ n: Int, _ say: Tongue) -> [Run] {
        guard n > 0 else { return [] }
        guard let before = figures.meanBefore.value, let after = figures.meanAfter.value,
            let change = figures.meanChange.value
        else {
            let why = say.why(figures.meanChange.reason)
            return [
                plain(
                    say("leur évolution n’est pas calculable (\(why)).", "their change cannot be computed (\(why)).")
                )
            ]
        }
        let score = say(
            n == 1 ? "son score" : "leur score moyen", n == 1 ? "the score" : "their mean score")
        if figures.improved.value == 0, figures.declined.value == 0 {
            return [
                plain(say("\(score) reste à ", "\(score) stays at ")), strong(say.score(before)),
                plain(say(" sur 100, aucun changement.", " out of 100, no change.")),
            ]
        }
        let isStill = say.score(before) == say.score(after)
        let moves = say(
            isStill ? "bouge à peine," : change < 0 ? "recule" : "passe",
            isStill ? "hardly moves," : change < 0 ? "falls" : "rises")
        return [
            plain(say("\(score) \(moves) de ", "\(score) \(moves) from ")), strong(say.score(before)),
            plain(say(" à ", " to ")), strong(say.score(after)), plain(say(" sur 100, soit ", " out of 100, that is ")),
            strong(say.points(change)), plain(spread(figures, say) + "."),
        ]
    }

    /// The interval in brackets, or nothing where there is none; `reading` then says why.
    private static func spread(_ figures: ToldFigures, _ say: Tongue) -> String {
        guard let interval = figures.ci95.value, !isConstant(figures) else { return "" }
        let range = say.range(interval.lower, interval.upper)
        return say(" (intervalle de confiance à 95 % : \(range))", " (95% confidence interval: \(range))")
    }

    private static func isConstant(_ figures: ToldFigures) -> Bool {
        figures.t.reason == .constantChange || figures.t.reason == .noChange
    }

    /// R5: said in the first line when another treatment of the missing scores turns the sign.
    private static func turning(_ edition: Edition, _ say: Tongue) -> [Run] {
        guard edition.changesSign.value != false else { return [] }
        guard edition.changesSign.value == true else {
            return [
                plain(
                    say(
                        " Il n’est pas communiqué si le sens de ce résultat dépend des personnes qui n’ont pas été réévaluées.",
                        " Whether the direction of this result depends on the people who were not assessed again is not "
                            + "disclosed."))
            ]
        }
        return [
            strong(
                say(
                    " Attention : le sens de ce résultat dépend des personnes qui n’ont pas été réévaluées.",
                    " Beware: the direction of this result depends on the people who were not assessed again."))
        ]
    }

    /// R5: the treatment that turns it, right below.
    private static func reversal(_ edition: Edition, _ say: Tongue) -> String? {
        guard let turned = edition.turnedSensitivity else { return nil }
        let (title, points) = (say(turned.title), say.points(turned.meanChange ?? 0))
        return say(
            "Selon l’hypothèse « \(title) », l’évolution serait de \(points).",
            "Under the assumption “\(title)”, the change would be \(points).")
    }
}

/// What the interval, or its absence, means.
extension Headline {
    fileprivate static func reading(_ figures: ToldFigures, _ n: Int, _ say: Tongue) -> String? {
        if n == 0 { return nil }
        if let special = special(figures, n, say) { return special }
        guard let interval = figures.ci95.value else {
            return figures.ci95.reason.map { reason in
                say(
                    "L’intervalle de confiance n’est pas calculable : \(say.why(reason)).",
                    "The confidence interval cannot be computed: \(say.why(reason)).")
            }
        }
        return reading(interval, say)
    }

    private static func special(_ figures: ToldFigures, _ n: Int, _ say: Tongue) -> String? {
        if n == 1 {
            return say(
                "Avec une seule personne, ni intervalle de confiance ni test n’est calculable : ce résultat ne dit rien du groupe.",
                "With one person only, neither a confidence interval nor a test can be computed: this result says nothing about the group."
            )
        }
        if figures.meanIndividualGain.reason == .allAtMaximum || figures.classGain.reason == .allAtMaximum {
            return say(
                "Tous les scores étaient déjà au maximum avant la formation : aucun progrès ne pouvait être mesuré.",
                "All scores were at the maximum before the training already: no progress could be measured.")
        }
        if figures.t.reason == .noChange {
            return say(
                "Aucun score n’a changé : il n’y a ni intervalle ni test à calculer.",
                "No score has changed: there is neither an interval nor a test to compute.")
        }
        if figures.t.reason == .constantChange {
            return say(
                "Toutes les personnes ont évolué d’autant : sans dispersion, il n’y a ni intervalle ni test à calculer.",
                "Everybody changed by as much: without any spread there is neither an interval nor a test to compute.")
        }
        return nil
    }

    /// Where zero stands, in plain words.
    private static func reading(_ interval: Interval, _ say: Tongue) -> String {
        if interval.lower > 0 || interval.upper < 0 {
            let isAbove = interval.lower > 0
            return say(
                "L’intervalle est tout entier \(isAbove ? "au-dessus" : "au-dessous") de zéro : une évolution moyenne "
                    + "nulle s’accorde mal avec ces mesures. Sans groupe témoin, cela ne dit pas que la formation en est la cause.",
                "The whole interval lies \(isAbove ? "above" : "below") zero: these measures hardly fit a mean change of "
                    + "zero. Without a control group, this does not say that the training is the cause.")
        }
        return say(
            "L’intervalle contient zéro : ces mesures s’accordent aussi bien avec un léger progrès qu’avec un léger recul, "
                + "ou avec aucun changement. On ne peut pas dire si le groupe a évolué.",
            "The interval contains zero: these measures fit a slight rise as well as a slight fall, or no change. "
                + "Nobody can say whether the group has changed.")
    }
}
