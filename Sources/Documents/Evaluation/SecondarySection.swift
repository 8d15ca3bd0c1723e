import Statistics
import Training

/// What is said besides the primary outcome: whom it leaves out, how it fares by resampling, how reliable the questionnaire
/// is, what attendance and a second baseline tell.
struct SecondarySection {
    /// One check and what it says, in a sentence or two.
    struct Finding {
        let title: String
        let words: String
        let isAbsent: Bool
    }

    let answer: String
    let findings: [Finding]
    let items: ItemTable?

    init(_ secondary: Evaluation.Secondary, _ say: Tongue) {
        findings =
            [
                Self.attrition(secondary.attrition, say), Self.bootstrap(secondary.bootstrap, say),
                Self.dose(secondary.dose, say),
                Self.reliability(secondary.reliability, say),
            ] + Self.shift(secondary.responseShift, say)
        items = ItemTable(secondary.reliability, say)
        answer = say(
            "Aucun ne tranche : ils disent jusqu’où se fier au résultat principal.",
            "None of them decides: they say how far to trust the main result.")
    }

    private static func attrition(_ attrition: Attrition, _ say: Tongue) -> Finding {
        let title = say("Les personnes non réévaluées", "The people not assessed again")
        guard let stayed = attrition.meanAssessedAgain.value, let left = attrition.meanNotAssessedAgain.value else {
            let isComplete = attrition.notAssessedAgain == 0 && attrition.assessedAgain > 0
            return Finding(
                title: title,
                words: isComplete
                    ? say(
                        "Toute personne évaluée avant l’a été après : il n’y a personne à comparer.",
                        "Everybody assessed before was assessed after: there is nobody to compare.")
                    : say.why(attrition.p.reason).capitalised + ".", isAbsent: true)
        }
        let counts = (say.integer(attrition.assessedAgain), say.integer(attrition.notAssessedAgain))
        let means = (say.score(stayed), say.score(left))
        let sizes = Self.sizes(attrition, say)
        return Finding(
            title: title,
            words: say(
                "Score moyen avant : \(means.0) pour les personnes réévaluées (n = \(counts.0)), \(means.1) pour les autres "
                    + "(n = \(counts.1)) ; \(sizes).",
                "Mean score before: \(means.0) for those assessed again (n = \(counts.0)), \(means.1) for the others "
                    + "(n = \(counts.1)); \(sizes)."), isAbsent: false)
    }

    private static func bootstrap(_ bootstrap: Bootstrap, _ say: Tongue) -> Finding {
        let title = say("Intervalle par rééchantillonnage (bootstrap BCa)", "Interval by resampling (BCa bootstrap)")
        guard let interval = bootstrap.interval.value else { return absent(title, bootstrap.interval.reason, say) }
        let range = say.range(interval.lower, interval.upper)
        let how = "\(say.integer(bootstrap.draws)) \(say("tirages", "draws")), \(Chance.generator)"
        return Finding(
            title: title,
            words: say(
                "L’évolution moyenne irait \(range) (\(how), graine \(bootstrap.seed)). À titre de contrôle seulement : "
                    + "avec peu de personnes, cet intervalle est trop étroit.",
                "The mean change would run from \(range) (\(how), seed \(bootstrap.seed)). A check only: with few people "
                    + "this interval is too narrow."), isAbsent: false)
    }

    private static func dose(_ dose: Association, _ say: Tongue) -> Finding {
        let title = say("Minutes suivies et évolution", "Minutes attended and change")
        guard let rho = dose.rho.value else { return absent(title, dose.rho.reason, say) }
        let number = say.numbers.change(rho, decimals: 2)
        return Finding(
            title: title,
            words: say(
                "Corrélation des rangs de Spearman : \(number) (n = \(dose.n), p = \(p(dose.p, say))\(method(dose.method, say))). "
                    + "C’est une association : elle ne dit pas ce qui cause quoi.",
                "Spearman’s rank correlation: \(number) (n = \(dose.n), p = \(p(dose.p, say))\(method(dose.method, say))). "
                    + "It is an association: it does not say what causes what."), isAbsent: false)
    }

    private static func reliability(_ waves: [Evaluation.WaveReliability], _ say: Tongue) -> Finding {
        let told = waves.map { wave in
            let when = say(wave.wave.label)
            return say("\(when) : \(alpha(wave.figures, say))", "\(when): \(alpha(wave.figures, say))")
        }
        let isIndicative = waves.contains { $0.figures.alpha.value != nil && $0.figures.isIndicative }
        let caution = say(" À titre indicatif : moins de 30 personnes.", " Indicative: fewer than 30 people.")
        return Finding(
            title: say("Fidélité du questionnaire (alpha de Cronbach)", "Reliability (Cronbach’s alpha)"),
            words: told.joined(separator: say(" ; ", "; ")).capitalised + "." + (isIndicative ? caution : ""),
            isAbsent: waves.allSatisfy { $0.figures.alpha.value == nil })
    }

    private static func alpha(_ figures: Reliability, _ say: Tongue) -> String {
        guard let alpha = figures.alpha.value else { return say.why(figures.alpha.reason) }
        let interval = figures.interval.value.map { interval in
            let ends = [interval.lower, interval.upper].map { say.numbers.fixed($0, decimals: 2) }
            return say(" (de \(ends[0]) à \(ends[1]))", " (\(ends[0]) to \(ends[1]))")
        }
        return say.numbers.fixed(alpha, decimals: 2) + (interval ?? "") + ", n = \(say.integer(figures.n))"
    }

    private static func shift(_ shift: Evaluation.ResponseShift?, _ say: Tongue) -> [Finding] {
        guard let shift else { return [] }
        let title = say("Niveau de départ, revu après coup", "The starting level, looked back on")
        guard let gap = shift.gap.meanChange.value else { return [absent(title, shift.gap.meanChange.reason, say)] }
        let interval = shift.gap.ci95.value.map {
            say(" (IC à 95 % : ", " (95% CI: ") + say.range($0.lower, $0.upper) + ")"
        }
        let change = shift.change.meanChange.value.map(say.points) ?? say.why(shift.change.meanChange.reason)
        let number = say.points(gap) + (interval ?? "")
        return [
            Finding(
                title: title,
                words: say(
                    "Après coup, les personnes situent leur départ à \(number) de ce qu’elles disaient alors "
                        + "(n = \(shift.gap.n)). Depuis ce second départ, l’évolution serait de \(change) ; elle n’est jamais "
                        + "mêlée à la première.",
                    "Looking back, people put their start \(number) from what they said then (n = \(shift.gap.n)). From this "
                        + "second start the change would be \(change); it is never mixed with the first."),
                isAbsent: false)
        ]
    }

    private static func absent(_ title: String, _ reason: NotComputable?, _ say: Tongue) -> Finding {
        Finding(title: title, words: say.why(reason).capitalised + ".", isAbsent: true)
    }

    /// The size of the difference and its p, or why there is none, once.
    private static func sizes(_ attrition: Attrition, _ say: Tongue) -> String {
        let g = attrition.g.value.map { "g\u{A0}=\u{A0}" + say.numbers.change($0, decimals: 2) }
        let p = attrition.p.value.map { "p\u{A0}=\u{A0}" + say.p($0) + method(attrition.method, say) }
        let why = say.why(attrition.g.reason ?? attrition.p.reason)
        switch (g, p) {
        case (let g?, let p?): return "\(g), \(p)"
        case (nil, let p?): return "\(p) ; " + say("g n’est pas calculable (\(why))", "g cannot be computed (\(why))")
        case (let g?, nil): return "\(g) ; " + say("p n’est pas calculable (\(why))", "p cannot be computed (\(why))")
        case (nil, nil):
            return say("ni g ni p ne sont calculables (\(why))", "neither g nor p can be computed (\(why))")
        }
    }

    private static func p(_ figure: Figure<Double>, _ say: Tongue) -> String {
        figure.value.map(say.p) ?? say.why(figure.reason)
    }

    private static func method(_ method: Figure<PermutationMethod>, _ say: Tongue) -> String {
        switch method.value {
        case .exact: say(", permutations, calcul exact", ", permutations, exact")
        case .drawn:
            say(
                ", \(say.integer(Chance.draws)) permutations tirées, graine \(Chance.seed)",
                ", \(say.integer(Chance.draws)) permutations drawn, seed \(Chance.seed)")
        case nil: ""
        }
    }
}
