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

    init(_ scores: Evaluation.Scores) {
        let family = scores.competences.filter { $0.holmP != nil }
        answer = French.words(Self.answer(scores.competences, family))
        let areas = Self.areas(scores)
        chart =
            areas.isEmpty
            ? nil
            : Chart(
                axis: Dumbbell.axis, areas: areas, legend: Legend.dumbbell,
                caption: French.words(Self.caption(family.count)),
                data: areas.flatMap(\.rows))
    }

    private static func answer(_ competences: [Evaluation.Part], _ family: [Evaluation.Part]) -> String {
        let measured = competences.count { $0.figures.n > 0 }
        guard measured > 0 else { return "Aucune compétence n’a été mesurée à la fois avant et après." }
        let known =
            measured == 1
            ? "Une compétence est mesurée avant et après" : "\(measured) compétences sont mesurées avant et après"
        guard !family.isEmpty else {
            return "\(known) ; aucune ne se prête à un test (il faut au moins six personnes dont le score a changé)."
        }
        let distinct = family.filter { ($0.holmP ?? 1) < 0.05 }
        let clear = distinct.count
        let declines = distinct.count { ($0.figures.meanChange.value ?? 0) < 0 }
        let falling = declines == 0 ? "" : clear == 1 ? " (un recul)" : " (dont \(declines) en recul)"
        let doubt = family.count - clear
        let sure =
            clear == 0
            ? "aucune évolution ne se distingue du hasard une fois les tests ajustés entre eux"
            : "pour \(clear)\(falling), l’évolution se distingue du hasard au seuil de 5 % après ajustement (Holm)"
        let rest =
            doubt == 0 || clear == 0
            ? ""
            : " ; pour \(doubt == 1 ? "l’autre" : "les \(doubt) autres"), ces données ne permettent pas de conclure"
        return "\(known) : \(sure)\(rest)."
    }

    private static func caption(_ count: Int) -> String {
        let family =
            count == 0
            ? "Aucun test n’est calculable."
            : "p ajusté : p de Wilcoxon, ajusté par Holm sur \(French.count(count, "compétence testée", "compétences testées"))."
        return
            "Scores moyens sur 100 des personnes évaluées deux fois, n pour chaque ligne. \(family) Un p élevé ne dit pas "
            + "qu’il ne s’est rien passé ; un p faible ne dit ni que l’évolution est grande, ni que la formation en est la cause."
    }

    private static func areas(_ scores: Evaluation.Scores) -> [Area] {
        var left = scores.competences
        var areas = scores.areas.map { area in
            let inside = left.filter { $0.code.hasPrefix(area.code + ".") }
            left.removeAll { $0.code.hasPrefix(area.code + ".") }
            return Area(
                title: French.words("\(area.code). \(area.title.french)"),
                rows: [row(area, isArea: true)] + inside.map { row($0, isArea: false) })
        }
        if !left.isEmpty { areas.append(Area(title: "Hors domaine", rows: left.map { row($0, isArea: false) })) }
        return areas
    }

    /// The reason in few words; the table of the data gives it in full.
    private static func short(_ reason: NotComputable?) -> String {
        switch reason {
        case .belowSix, .noChange, .allAtMaximum: French.words(reason?.sentence(french: true) ?? "")
        default: "non calculable"
        }
    }

    private static func row(_ part: Evaluation.Part, isArea: Bool) -> Row {
        let figures = part.figures
        let title = French.words(part.title.french)
        let (before, after) = (figures.meanBefore.value, figures.meanAfter.value)
        let plot = before.flatMap { before in after.map { Dumbbell(before: before, after: $0).drawing } }
        func why(_ reason: NotComputable?) -> String {
            French.words(reason?.sentence(french: true) ?? "non calculable")
        }
        return Row(
            code: isArea ? nil : part.code, title: isArea ? "Ensemble du domaine" : title, isArea: isArea,
            isMeasured: plot != nil, plot: plot ?? Markup(source: ""), n: NumberStyle.french.integer(figures.n),
            fullTitle: isArea ? French.words("Domaine \(part.code). \(part.title.french)") : "\(part.code) \(title)",
            before: French.score(before), after: French.score(after), change: French.change(figures.meanChange.value),
            interval: figures.ci95.value.map { French.range($0.lower, $0.upper) } ?? why(figures.ci95.reason),
            raw: figures.wilcoxonP.value.map(French.p) ?? why(figures.wilcoxonP.reason),
            p: isArea ? NumberStyle.missing : part.holmP.map(French.p) ?? short(figures.wilcoxonP.reason))
    }
}
