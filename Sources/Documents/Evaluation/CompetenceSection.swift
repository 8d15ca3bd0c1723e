import Statistics
import Training

/// The secondary outcomes: each area with its competences, their change and Holm's adjusted p.
struct CompetenceSection {
    struct Chart {
        let axis: Markup
        let areas: [Area]
        let legend: [Legend]
        let caption: String
        let data: [Row]
    }

    struct Area {
        let title: String
        let rows: [Row]
    }

    struct Row {
        let code: String?
        let title: String
        let isArea: Bool
        let isMeasured: Bool
        /// Why nothing is drawn.
        let absence: String
        let plot: Markup
        let n: String
        /// As the table of the data names it, by itself.
        let fullTitle: String
        let before: String
        let after: String
        let change: String
        let interval: String
        let raw: String
        let p: String
    }

    let answer: String
    let chart: Chart?

    init(_ edition: Edition, _ say: Tongue) {
        let family = edition.competences.filter { $0.holmP != nil }
        let untold = edition.competences.count { $0.hidesP || $0.figures.isWithheld }
        answer = Self.answer(edition.competences, family, untold: untold, say)
        let areas = Self.areas(edition, say)
        let isMeasured = (edition.areas + edition.competences).contains { ($0.figures.n.value ?? 0) > 0 }
        chart =
            areas.isEmpty || !isMeasured
            ? nil
            : Chart(
                axis: Dumbbell.axis(say), areas: areas, legend: Legend.dumbbell(say),
                caption: Self.caption(family.count, untold: untold, say),
                data: areas.flatMap(\.rows))
    }

    private static func answer(
        _ competences: [Edition.Part], _ family: [Edition.Part], untold: Int, _ say: Tongue
    ) -> String {
        let measured = competences.count { $0.figures.isWithheld || ($0.figures.n.value ?? 0) > 0 }
        guard competences.isEmpty || competences.contains(where: { !$0.figures.isWithheld }) else {
            return say("Les compétences ne sont pas communiquées.", "The competences are not disclosed.")
        }
        guard measured > 0 else {
            return say(
                "Aucune compétence n’a été mesurée à la fois avant et après.",
                "No competence was measured both before and after.")
        }
        let known = say(
            measured == 1
                ? "Une compétence est mesurée avant et après" : "\(measured) compétences sont mesurées avant et après",
            measured == 1
                ? "One competence is measured before and after"
                : "\(measured) competences are measured before and after")
        guard !family.isEmpty else {
            if untold > 0 { return known + say(" ; aucun test n’est communiqué.", "; no test is disclosed.") }
            return known
                + say(
                    " ; aucune ne se prête à un test (il faut au moins six personnes dont le score a changé).",
                    "; none of them can be tested (at least six people’s scores must have changed).")
        }
        let isWhole = untold == 0 && family.count == measured
        return known + say(" : ", ": ") + conclusion(family, untold: untold, isWhole: isWhole, say) + "."
    }

    /// `isWhole`: all that are measured were tested, and each test is told.
    private static func conclusion(
        _ family: [Edition.Part], untold: Int, isWhole: Bool, _ say: Tongue
    ) -> String {
        let distinct = family.filter { ($0.holmP ?? 1) < 0.05 }
        let (clear, doubt) = (distinct.count, family.count - distinct.count)
        let declines = distinct.count { ($0.figures.meanChange.value ?? 0) < 0 }
        let silent =
            untold == 0
            ? ""
            : say(
                " ; pour \(untold), le test n’est pas communiqué", "; for \(untold), the test is not disclosed")
        guard clear > 0 else {
            let which = untold == 0 ? "" : say(" dont le test est communiqué", " whose test is disclosed")
            return say(
                "aucune évolution\(which) ne se distingue du hasard une fois les tests ajustés entre eux",
                "no change\(which) stands out from chance once the tests are adjusted for each other") + silent
        }
        let falling =
            declines == 0
            ? ""
            : clear == 1
                ? say(" (un recul)", " (a fall)") : say(" (dont \(declines) en recul)", " (\(declines) falling)")
        let which = isWhole && doubt == 0 ? all(clear, say) : say("pour \(clear)", "for \(clear)")
        let sure =
            which + falling
            + say(
                ", l’évolution se distingue du hasard au seuil de 5 % après ajustement (Holm)",
                ", the change stands out from chance at the 5% level after adjustment (Holm)")
        let others =
            untold > 0
            ? say(doubt == 1 ? "une autre" : "\(doubt) autres", doubt == 1 ? "another" : "\(doubt) others")
            : say(
                doubt == 1 ? "l’autre" : doubt == 2 ? "les deux autres" : "les \(doubt) autres",
                doubt == 1 ? "the other" : "the \(doubt) others")
        let rest = say(
            " ; pour \(others), ces données ne permettent pas de conclure",
            "; for \(others), these data do not allow a conclusion")
        return sure + (doubt == 0 ? "" : rest) + silent
    }

    /// All of so many.
    private static func all(_ count: Int, _ say: Tongue) -> String {
        switch count {
        case 1: say("pour elle", "for it")
        case 2: say("pour les deux", "for both")
        default: say("pour toutes", "for all of them")
        }
    }

    private static func caption(_ count: Int, untold: Int, _ say: Tongue) -> String {
        let tested =
            untold > 0
            ? say("toutes les compétences testées", "all tested competences")
            : say.count(count, "compétence testée", "compétences testées", "tested competence", "tested competences")
        let family =
            count == 0
            ? untold > 0
                ? say("Aucun test n’est communiqué.", "No test is disclosed.")
                : say("Aucun test n’est calculable.", "No test can be computed.")
            : say(
                "p ajusté : p de Wilcoxon, ajusté par Holm sur \(tested).",
                "Adjusted p: Wilcoxon’s p, adjusted by Holm over \(tested).")
        return say(
            "Scores moyens sur 100 des personnes évaluées deux fois, n pour chaque ligne. \(family) Un p élevé ne dit pas "
                + "qu’il ne s’est rien passé ; un p faible ne dit ni que l’évolution est grande, ni que la formation en est la cause.",
            "Mean scores out of 100 of the people assessed twice, with n for each line. \(family) A high p does not say "
                + "that nothing happened; a low p says neither that the change is large, nor that the training is its cause."
        )
    }

    private static func areas(_ scores: Edition, _ say: Tongue) -> [Area] {
        var left = scores.competences
        var areas = scores.areas.map { area in
            let inside = left.filter { $0.code.hasPrefix(area.code + ".") }
            left.removeAll { $0.code.hasPrefix(area.code + ".") }
            return Area(
                title: say.words("\(area.code). \(area.title.text(say.language))"),
                rows: [row(area, isArea: true, say)]
                    + inside.map { row($0, isArea: false, say) })
        }
        if !left.isEmpty {
            areas.append(
                Area(
                    title: say("Hors domaine", "Outside any area"),
                    rows: left.map { row($0, isArea: false, say) }))
        }
        return areas
    }

    private static func absence(_ figures: ToldFigures, _ say: Tongue) -> String {
        figures.meanBefore.silence == nil ? say("non mesuré", "not measured") : say("non communiqué", "not disclosed")
    }

    /// The reason in few words; the table of the data gives it in full.
    private static func short(_ reason: NotComputable?, _ say: Tongue) -> String {
        switch reason {
        case .belowSix, .noChange, .allAtMaximum: say.why(reason)
        default: say.why(nil)
        }
    }

    private static func row(_ part: Edition.Part, isArea: Bool, _ say: Tongue) -> Row {
        let figures = part.figures
        let title = say(part.title)
        let (before, after) = (figures.meanBefore.value, figures.meanAfter.value)
        let plot = before.flatMap { before in after.map { Dumbbell(before: before, after: $0).drawing(say) } }
        return Row(
            code: isArea ? nil : part.code, title: isArea ? say("Ensemble du domaine", "The whole area") : title,
            isArea: isArea, isMeasured: plot != nil, absence: Self.absence(figures, say),
            plot: plot ?? Markup(source: ""),
            n: say.integer(figures.n),
            fullTitle: isArea
                ? say("Domaine \(part.code). \(title)", "Area \(part.code). \(title)") : "\(part.code) \(title)",
            before: say.score(before), after: say.score(after), change: say.change(figures.meanChange.value),
            interval: figures.ci95.value.map { say.range($0.lower, $0.upper) } ?? say.why(figures.ci95),
            raw: figures.wilcoxonP.value.map(say.p) ?? say.why(figures.wilcoxonP),
            p: isArea
                ? NumberStyle.missing
                : part.holmP.map(say.p)
                    ?? (part.hidesP || figures.isWithheld ? say("n. c.", "n/d") : short(figures.wilcoxonP.reason, say)))
    }
}
