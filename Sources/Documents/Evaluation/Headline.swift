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

    init(_ evaluation: Evaluation) {
        let figures = evaluation.figures.overall
        let subject = Self.subject(entered: evaluation.flow.entered, pairs: figures.n)
        runs = (subject + Self.verb(figures)).map { Run(words: French.words($0.words), strong: $0.strong) }
        cautions = [Self.reversal(evaluation), Self.reading(figures)].compactMap { $0.map(French.words) }
    }

    /// The sentence without its emphasis.
    var text: String { runs.map(\.words).joined() }

    private static func plain(_ words: String) -> Run { Run(words: words, strong: false) }
    private static func strong(_ words: String) -> Run { Run(words: words, strong: true) }

    private static func subject(entered: Int, pairs: Int) -> [Run] {
        let trained =
            entered == 1 ? "la seule personne formée" : "les \(NumberStyle.french.integer(entered)) personnes formées"
        switch (entered, pairs) {
        case (0, 0): return [plain("Personne n’est encore entré en formation")]
        case (1, 0): return [plain("La seule personne formée n’a pas encore été évaluée à la fois avant et après")]
        case (_, 0):
            return [
                plain("Sur \(trained), "), strong("aucune"), plain(" n’a encore été évaluée à la fois avant et après"),
            ]
        case (1, 1): return [plain("La seule personne formée a été évaluée avant et après : ")]
        case (2..., 1):
            return [plain("Sur \(trained), "), strong("une seule"), plain(" a été évaluée avant et après : ")]
        case (pairs, _): return [strong(trained.capitalised), plain(" ont toutes été évaluées avant et après : ")]
        case (0..<pairs, _): return [strong(French.people(pairs)), plain(" ont été évaluées avant et après : ")]
        default:
            let number = NumberStyle.french.integer(pairs)
            return [plain("Sur \(trained), "), strong(number), plain(" ont été évaluées avant et après : ")]
        }
    }

    private static func verb(_ figures: PairedFigures) -> [Run] {
        guard figures.n > 0 else { return [plain(" : l’évolution n’est pas mesurée.")] }
        guard let before = figures.meanBefore.value, let after = figures.meanAfter.value,
            let change = figures.meanChange.value
        else {
            let why = figures.meanChange.reason?.sentence(french: true) ?? "scores illisibles"
            return [plain("leur évolution n’est pas calculable (\(why)).")]
        }
        let score = figures.n == 1 ? "son score" : "leur score moyen"
        if figures.improved == 0, figures.declined == 0 {
            return [plain("\(score) reste à "), strong(French.score(before)), plain(" sur 100, aucun changement.")]
        }
        let isStill = French.score(before) == French.score(after)
        let moves = isStill ? "bouge à peine," : change < 0 ? "recule" : "passe"
        return [
            plain("\(score) \(moves) de "), strong(French.score(before)), plain(" à "), strong(French.score(after)),
            plain(" sur 100, soit "), strong(French.points(change)), plain(spread(figures) + "."),
        ]
    }

    /// The interval in brackets, or nothing where there is none; `reading` then says why.
    private static func spread(_ figures: PairedFigures) -> String {
        guard let interval = figures.ci95.value, !isConstant(figures) else { return "" }
        return " (intervalle de confiance à 95 % : \(French.range(interval.lower, interval.upper)))"
    }

    private static func isConstant(_ figures: PairedFigures) -> Bool {
        figures.t.reason == .constantChange || figures.t.reason == .noChange
    }

    /// What the interval, or its absence, means.
    private static func reading(_ figures: PairedFigures) -> String? {
        if figures.n == 0 { return nil }
        if figures.n == 1 {
            return
                "Avec une seule personne, ni intervalle de confiance ni test n’est calculable : ce résultat ne dit rien du groupe."
        }
        if figures.meanIndividualGain.reason == .allAtMaximum || figures.classGain.reason == .allAtMaximum {
            return "Tous les scores étaient déjà au maximum avant la formation : aucun progrès ne pouvait être mesuré."
        }
        if figures.t.reason == .noChange {
            return "Aucun score n’a changé : il n’y a ni intervalle ni test à calculer."
        }
        if figures.t.reason == .constantChange {
            return
                "Toutes les personnes ont évolué d’autant : sans dispersion, il n’y a ni intervalle ni test à calculer."
        }
        guard let interval = figures.ci95.value else {
            return figures.ci95.reason.map {
                "L’intervalle de confiance n’est pas calculable : \($0.sentence(french: true))."
            }
        }
        return reading(interval)
    }

    /// Where zero stands, in plain words.
    private static func reading(_ interval: Interval) -> String {
        if interval.lower > 0 || interval.upper < 0 {
            let side = interval.lower > 0 ? "au-dessus" : "au-dessous"
            return
                "L’intervalle est tout entier \(side) de zéro : une évolution moyenne nulle s’accorde mal avec ces mesures. "
                + "Sans groupe témoin, cela ne dit pas que la formation en est la cause."
        }
        return
            "L’intervalle contient zéro : ces mesures s’accordent aussi bien avec un léger progrès qu’avec un léger recul, "
            + "ou avec aucun changement. On ne peut pas dire si le groupe a évolué."
    }

    /// R5: said beside the sentence when another treatment of the missing scores turns its sign.
    private static func reversal(_ evaluation: Evaluation) -> String? {
        guard let change = evaluation.figures.overall.meanChange.value,
            let turned = evaluation.sensitivity.first(where: { ($0.meanChange ?? 0) * change < 0 })
        else { return nil }
        return
            "Attention : le sens de ce résultat dépend des personnes qui n’ont pas été réévaluées. Selon l’hypothèse "
            + "« \(turned.title.french) », l’évolution serait de \(French.points(turned.meanChange ?? 0))."
    }
}
