import Statistics
import Training

/// One figure of the overall score as it stands in the table for those who check.
struct TestRow {
    let title: Markup
    let value: String
    let meaning: Markup
    let isAbsent: Bool

    /// Every figure in the order of the contract.
    static func all(_ figures: PairedFigures) -> [TestRow] { figures.entries.map(TestRow.init) }

    private init(_ entry: Entry) {
        let name = Self.titles[entry.name] ?? entry.name
        title = .formula(name)
        let definition = FigureDefinition.named(entry.name)
        let source = definition.map { $0.source == "—" ? "" : " (\($0.source.replacingAnd))" } ?? ""
        let words = definition.map { $0.french == name.lowercased() ? "" : $0.french } ?? ""
        meaning = .formula(French.words(words + source))
        (value, isAbsent) = Self.written(entry)
    }

    private static func written(_ entry: Entry) -> (words: String, isAbsent: Bool) {
        let style = NumberStyle.french
        switch entry.value {
        case .integer(let number): return (style.integer(number), false)
        case .number(let number): return (written(number, name: entry.name), false)
        case .interval(let interval):
            let ends = [interval.lower, interval.upper].map { written($0, name: entry.name) }
            return ("de \(ends[0]) à \(ends[1])", false)
        case .text(let text): return (text == "exact" ? "exact" : text == "normal" ? "loi normale" : text, false)
        case .unavailable(let reason): return (French.words(reason.sentence(french: true)), true)
        }
    }

    private static func written(_ number: Double, name: String) -> String {
        let style = NumberStyle.french
        switch name {
        case _ where name.hasSuffix("_p"): return French.p(number)
        case "improved_ci95", "hodges_lehmann_ci_level": return style.percent(number * 100, decimals: 1)
        case "mean_change", "ci95", "hodges_lehmann", "hodges_lehmann_ci95": return style.change(number, decimals: 2)
        case "wilcoxon_w_plus": return style.fixed(number, decimals: 1)
        default: return style.fixed(number, decimals: 2)
        }
    }

    private static let titles: [String: String] = [
        "n": "Paires", "mean_before": "Moyenne avant", "mean_after": "Moyenne après",
        "mean_change": "Évolution moyenne", "sd_change": "Écart-type des évolutions", "t": "t apparié",
        "t_p": "p du t apparié", "ci95": "Intervalle à 95 % de l’évolution".unbreakablePercent,
        "d_z": "Taille standardisée d_z",
        "d_z_ci95": "Intervalle à 95 % de d_z".unbreakablePercent, "d_av": "Taille standardisée d_av",
        "g_z": "d_z corrigé (Hedges)", "g_av": "d_av corrigé (Hedges)", "improved": "En progrès",
        "unchanged": "Sans changement", "declined": "En recul", "sign_p": "p du test des signes",
        "improved_ci95": "Part en progrès, intervalle à 95 %".unbreakablePercent,
        "wilcoxon_n": "Évolutions non nulles", "wilcoxon_w_plus": "W+ de Wilcoxon", "wilcoxon_p": "p de Wilcoxon",
        "wilcoxon_method": "Calcul du p de Wilcoxon", "pratt_p": "p de Pratt", "pratt_method": "Calcul du p de Pratt",
        "hodges_lehmann": "Évolution typique (Hodges-Lehmann)",
        "hodges_lehmann_ci95": "Intervalle de l’évolution typique",
        "hodges_lehmann_ci_level": "Niveau vrai de cet intervalle", "rank_biserial": "Corrélation bisériale des rangs",
        "class_gain": "Gain normalisé du groupe", "mean_individual_gain": "Moyenne des gains individuels",
        "mean_individual_gain_n": "Personnes ayant un gain individuel", "rci_s_diff": "Erreur type d’une différence",
        "rci_threshold": "Seuil de variation fiable", "rci_improved": "En progrès fiable",
        "rci_declined": "En recul fiable",
    ]
}

extension String {
    /// The same words, the space before `%` narrow and unbreakable.
    fileprivate var unbreakablePercent: String { French.words(self) }

    /// Authors joined in French.
    fileprivate var replacingAnd: String {
        split(separator: " ").map { $0 == "and" ? "et" : String($0) }.joined(separator: " ")
    }
}
