import Statistics
import Training

/// One figure of the overall score as it stands in the table for those who check.
struct TestRow {
    let title: Markup
    let value: String
    let meaning: Markup
    let isAbsent: Bool

    /// Every figure that is told, in the order of the contract.
    static func all(_ figures: ToldFigures, _ say: Tongue) -> [TestRow] {
        figures.rows.filter { $0.value.silence == nil }.map { TestRow($0, say) }
    }

    /// That others are not, nil when all are.
    static func silence(_ figures: ToldFigures, _ say: Tongue) -> String? {
        guard figures.isWithheld || figures.rows.contains(where: { $0.value.silence != nil }) else { return nil }
        return say(
            "Les autres chiffres ne sont pas communiqués : ils diraient les scores de quelques personnes.",
            "The other figures are not disclosed: they would tell the scores of a few people.")
    }

    private init(_ entry: ToldFigures.Row, _ say: Tongue) {
        let words = (say.language == .french ? Self.french : Self.english)[entry.name] ?? Words(entry.name, say)
        (title, meaning) = (words.title, words.meaning)
        (value, isAbsent) = Self.written(entry, say)
    }

    /// What is said of a figure whatever its value, made once for all pages.
    private struct Words {
        let title: Markup
        let meaning: Markup

        init(_ figure: String, _ say: Tongue) {
            let name = TestRow.titles[figure].map { say($0) } ?? figure
            title = .formula(name)
            let definition = FigureDefinition.named(figure)
            let source =
                definition.map { $0.source == "—" ? "" : " (\($0.source(french: say.language == .french)))" } ?? ""
            let words = TestRow.beyond(name, definition?.definition(french: say.language == .french) ?? "")
            meaning = .formula(words.isEmpty ? "" : say.words(words + source))
        }
    }

    private static let french = words(.french)
    private static let english = words(.english)

    private static func words(_ say: Tongue) -> [String: Words] {
        Dictionary(uniqueKeysWithValues: titles.keys.map { ($0, Words($0, say)) })
    }

    /// What a definition says that the title does not: nothing of `t apparié : …` stands there twice.
    private static func beyond(_ title: String, _ definition: String) -> String {
        guard definition.lowercased().hasPrefix(title.lowercased()) else { return definition }
        let rest = definition.dropFirst(title.count)
        guard let first = rest.first(where: { !$0.isWhitespace }) else { return "" }
        return ":;,".contains(first) ? rest.drop { " :;,\u{A0}\u{202F}".contains($0) }.description : definition
    }

    private static func written(_ entry: ToldFigures.Row, _ say: Tongue) -> (words: String, isAbsent: Bool) {
        guard let value = entry.value.value else { return (say.why(entry.value), true) }
        switch value {
        case .integer(let number): return (say.integer(number), false)
        case .number(let number): return (written(number, name: entry.name, say), false)
        case .interval(let interval):
            let ends = [interval.lower, interval.upper].map { written($0, name: entry.name, say) }
            return (say("de \(ends[0]) à \(ends[1])", "\(ends[0]) to \(ends[1])"), false)
        case .text("exact"): return (say("exact", "exact"), false)
        case .text("normal"): return (say("loi normale", "normal law"), false)
        case .text(let text): return (text, false)
        case .unavailable(let reason): return (say.why(reason), true)
        }
    }

    private static func written(_ number: Double, name: String, _ say: Tongue) -> String {
        let style = say.numbers
        switch name {
        case _ where name.hasSuffix("_p"): return say.p(number)
        case "improved_ci95", "hodges_lehmann_ci_level": return style.percent(number * 100, decimals: 1)
        case "mean_change", "ci95", "hodges_lehmann", "hodges_lehmann_ci95": return style.change(number, decimals: 2)
        case "wilcoxon_w_plus": return style.fixed(number, decimals: 1)
        default: return style.fixed(number, decimals: 2)
        }
    }

    private static let titles: [String: Sentence] = [
        "n": Sentence("Paires", "Pairs"),
        "mean_before": Sentence("Moyenne avant", "Mean before"),
        "mean_after": Sentence("Moyenne après", "Mean after"),
        "mean_change": Sentence("Évolution moyenne", "Mean change"),
        "sd_change": Sentence("Écart-type des évolutions", "Standard deviation of the changes"),
        "t": Sentence("t apparié", "Paired t"),
        "t_p": Sentence("p du t apparié", "p of the paired t"),
        "ci95": Sentence("Intervalle à 95 % de l’évolution", "95% interval of the change"),
        "d_z": Sentence("Taille standardisée d_z", "Standardised size d_z"),
        "d_z_ci95": Sentence("Intervalle à 95 % de d_z", "95% interval of d_z"),
        "d_av": Sentence("Taille standardisée d_av", "Standardised size d_av"),
        "g_z": Sentence("d_z corrigé (Hedges)", "d_z corrected (Hedges)"),
        "g_av": Sentence("d_av corrigé (Hedges)", "d_av corrected (Hedges)"),
        "improved": Sentence("En progrès", "Risen"),
        "unchanged": Sentence("Sans changement", "Unchanged"),
        "declined": Sentence("En recul", "Fallen"),
        "sign_p": Sentence("p du test des signes", "p of the sign test"),
        "improved_ci95": Sentence("Part en progrès, intervalle à 95 %", "Share risen, 95% interval"),
        "wilcoxon_n": Sentence("Évolutions non nulles", "Changes that are not zero"),
        "wilcoxon_w_plus": Sentence("W+ de Wilcoxon", "Wilcoxon’s W+"),
        "wilcoxon_p": Sentence("p de Wilcoxon", "Wilcoxon’s p"),
        "wilcoxon_method": Sentence("Calcul du p de Wilcoxon", "How Wilcoxon’s p is computed"),
        "pratt_p": Sentence("p de Pratt", "Pratt’s p"),
        "pratt_method": Sentence("Calcul du p de Pratt", "How Pratt’s p is computed"),
        "hodges_lehmann": Sentence("Évolution typique (Hodges-Lehmann)", "Typical change (Hodges-Lehmann)"),
        "hodges_lehmann_ci95": Sentence("Intervalle de l’évolution typique", "Interval of the typical change"),
        "hodges_lehmann_ci_level": Sentence("Niveau vrai de cet intervalle", "True level of that interval"),
        "rank_biserial": Sentence("Corrélation bisériale des rangs", "Rank-biserial correlation"),
        "class_gain": Sentence("Gain normalisé du groupe", "Normalised gain of the group"),
        "mean_individual_gain": Sentence("Moyenne des gains individuels", "Mean of the individual gains"),
        "mean_individual_gain_n": Sentence("Personnes ayant un gain individuel", "People with an individual gain"),
        "rci_s_diff": Sentence("Erreur type d’une différence", "Standard error of a difference"),
        "rci_threshold": Sentence("Seuil de variation fiable", "Threshold of reliable change"),
        "rci_improved": Sentence("En progrès fiable", "Reliably risen"),
        "rci_declined": Sentence("En recul fiable", "Reliably fallen"),
    ]
}
