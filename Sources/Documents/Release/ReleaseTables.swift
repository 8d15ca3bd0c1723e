import Statistics
import Training

/// The figures as tables: the whole, areas and competences, groups, other treatments of missing scores.
struct ReleaseTables {
    private let release: Evaluation.Release
    private let voice: ReleaseVoice

    init(_ release: Evaluation.Release, _ voice: ReleaseVoice) { (self.release, self.voice) = (release, voice) }

    var scores: Markup {
        let table = Markup.table(
            voice("Scores moyens", "Mean scores"),
            [voice("Score", "Score")] + heads + [voice("IC à 95 %", "95% CI"), voice("p ajusté", "adjusted p")],
            ([release.overall] + release.areas + release.competences).map(score))
        let rest = release.overall.rows?.filter { $0.value != nil } ?? []
        return .section(
            "competences", voice("Quels scores, avant et après ?", "Which scores, before and after?"),
            voice(
                "Scores moyens sur 100 des personnes évaluées deux fois ; aucun ne compare des personnes.",
                "Mean scores out of 100 of the people assessed twice; none compares people."),
            [table] + (rest.isEmpty ? [] : [details(rest)]))
    }

    private func score(_ table: Evaluation.Release.Table) -> [String] {
        let name = table.code == "overall" ? voice(table.title) : "\(table.code) \(voice(table.title))"
        let p = figure(table, "holm_p") { $0 < 0.001 ? "<\u{A0}\(voice.fixed(0.001, 3))" : voice.fixed($0, 3) }
        return [name] + means(table) + [range(table, "ci95"), p]
    }

    private func details(_ rows: [Evaluation.Release.Row]) -> Markup {
        let table = Markup.table(
            voice("Score global", "Overall score"), [voice("Figure", "Figure"), voice("Valeur", "Value")],
            rows.map { [label($0.name), written($0.value)] })
        return .element(
            "details", nil, [:],
            [.words("summary", voice("Toutes les figures du score global", "Every overall figure")), table])
    }

    var groups: Markup {
        func table(_ caption: String, _ tables: [Evaluation.Release.Table]) -> Markup {
            let rows = tables.map { table -> [String] in
                let entered = figure(table, "entered") { voice.integer(Int($0)) }
                return [voice(table.title), entered] + means(table) + [figure(table, "assiduity", voice.share)]
            }
            return .table(
                caption,
                [voice("Groupe", "Group"), voice("Entrés", "Entered")] + heads + [voice("Assiduité", "Attendance")],
                rows)
        }
        return .section(
            "offices", voice("Par office et par catégorie", "By office and category"),
            voice(
                "Un groupe est masqué quand il compte moins de \(release.minimumGroup) personnes, ou quand le montrer permettrait d’en calculer un autre.",
                "A group is suppressed when it counts fewer than \(release.minimumGroup) people, or when showing it would let another be computed."
            ),
            [
                table(voice("Par office de tourisme", "By tourist office"), release.offices),
                table(voice("Par catégorie de prestataire", "By category of provider"), release.categories),
            ])
    }

    var sensitivity: Markup {
        let rows = release.sensitivity.map { line in
            [
                voice(line.title), voice.integer(line.n),
                line.isSuppressed ? voice.suppressed : line.meanChange.map(voice.change) ?? NumberStyle.missing,
            ]
        }
        return .section(
            "robustesse", voice("Et si l’on comptait autrement ?", "And counted otherwise?"),
            rows.isEmpty ? voice.suppressed : nil,
            rows.isEmpty
                ? []
                : [
                    .table(
                        voice("Évolution moyenne selon l’hypothèse", "Mean change by assumption"),
                        [voice("Hypothèse", "Assumption"), "n", voice("Évolution", "Change")], rows)
                ])
    }

    private var heads: [String] {
        ["n", voice("Avant", "Before"), voice("Après", "After"), voice("Évolution", "Change")]
    }

    private func means(_ table: Evaluation.Release.Table) -> [String] {
        [figure(table, "n") { voice.integer(Int($0)) }]
            + ["mean_before", "mean_after"].map { figure(table, $0) { voice.fixed($0, 1) } }
            + [figure(table, "mean_change", voice.change)]
    }

    /// The figure as words, "suppressed", or a dash where there is none.
    private func figure(_ table: Evaluation.Release.Table, _ name: String, _ words: (Double) -> String) -> String {
        if let number = table.number(name) { return words(number) }
        guard let rows = table.rows else { return voice.suppressed }
        guard let row = rows.first(where: { $0.name == name }) else { return NumberStyle.missing }
        return row.value == nil ? voice.suppressed : NumberStyle.missing
    }

    private func range(_ table: Evaluation.Release.Table, _ name: String) -> String {
        if let interval = table.interval(name) {
            return "\(voice.change(interval.lower)) ; \(voice.change(interval.upper))"
        }
        return figure(table, name) { voice.change($0) }
    }

    private func label(_ name: String) -> String {
        FigureDefinition.named(name).map { voice($0.french, $0.english) } ?? name
    }

    private func written(_ value: Entry.Value?) -> String {
        switch value {
        case .integer(let number): voice.integer(number)
        case .number(let number): voice.fixed(number, 3)
        case .interval(let interval): "\(voice.fixed(interval.lower, 3)) ; \(voice.fixed(interval.upper, 3))"
        case .text(let text): text
        case .unavailable(let reason): voice.words(reason.sentence(french: voice.language == .french))
        case nil: voice.suppressed
        }
    }
}
