import Statistics
import Testing

/// Twenty people on levels 0 to 8, computed with R 4.2.2 (base and coin).
@Suite struct GoldenSetTests {
    static let before: [Double] = [2, 3, 2, 4, 1, 3, 2, 5, 3, 2, 4, 3, 1, 2, 3, 4, 2, 3, 2, 4]
    static let after: [Double] = [2, 4, 3, 6, 1, 4, 1, 7, 6, 3, 4, 4, 3, 1, 4, 4, 4, 4, 3, 7]
    static let pairs = zip(before, after).map { Pair(before: $0, after: $1) }
    static let reliability = 0.85

    static let numbers: [(name: String, value: Double)] = [
        ("n", 20), ("mean_before", 2.75), ("mean_after", 3.75), ("mean_change", 1), ("sd_change", 1.1239029738980326),
        ("t", 3.9791121287711073), ("t_p", 0.00080363658478629734),
        ("d_z", 0.88975652100260938), ("d_av", 0.68283062959393992),
        ("g_z", 0.8540864960922705), ("g_av", 0.65545619064100891),
        ("improved", 14), ("unchanged", 4), ("declined", 2), ("sign_p", 0.0041809082031249991),
        ("wilcoxon_n", 16), ("wilcoxon_w_plus", 125), ("wilcoxon_p", 0.001708984375), ("pratt_p", 0.0018310546875),
        ("hodges_lehmann", 1), ("hodges_lehmann_ci_level", 0.9515590667724609), ("rank_biserial", 0.83823529411764708),
        ("class_gain", 0.19047619047619047), ("mean_individual_gain", 0.18178571428571427),
        ("mean_individual_gain_n", 20),
        ("rci_s_diff", 0.58602137557565159), ("rci_threshold", 1.1486018961282771),
        ("rci_improved", 6), ("rci_declined", 0),
    ]

    static let intervals: [(name: String, lower: Double, upper: Double)] = [
        ("ci95", 0.4739972167975296, 1.5260027832024705), ("d_z_ci95", 0.36087667286993957, 1.4020273089589357),
        ("improved_ci95", 0.48102718164647662, 0.85452275513239562), ("hodges_lehmann_ci95", 0.5, 1.5),
    ]

    static let contract = [
        "n", "mean_before", "mean_after", "mean_change", "sd_change", "t", "t_p", "ci95", "d_z", "d_z_ci95", "d_av",
        "g_z", "g_av", "improved", "unchanged", "declined", "sign_p", "improved_ci95", "wilcoxon_n", "wilcoxon_w_plus",
        "wilcoxon_p", "pratt_p", "hodges_lehmann", "hodges_lehmann_ci95", "hodges_lehmann_ci_level", "rank_biserial",
        "class_gain", "mean_individual_gain",
    ]

    let entries = PairedFigures(pairs, minimum: 0, maximum: 8, reliability: reliability).entries

    @Test(arguments: numbers) func aNumberAgreesWithR(name: String, value: Double) throws {
        let entry = try #require(entries.first { $0.name == name })
        switch entry.value {
        case .integer(let count): #expect(Double(count) == value)
        case .number(let number): #expect(isClose(number, value))
        default: Issue.record("\(name) is \(entry.value)")
        }
    }

    @Test(arguments: intervals) func anIntervalAgreesWithR(name: String, lower: Double, upper: Double) throws {
        let entry = try #require(entries.first { $0.name == name })
        guard case .interval(let interval) = entry.value else {
            Issue.record("\(name) is \(entry.value)")
            return
        }
        #expect(isClose(interval, lower, upper))
    }

    @Test func bothSignedRankTestsAreExact() {
        #expect(Self.pairs.figures.wilcoxonMethod == .value(.exact))
        #expect(Self.pairs.figures.prattMethod == .value(.exact))
    }

    @Test func everyFigureOfTheContractIsThereInItsOrder() {
        let known = Set(Self.contract)
        #expect(Self.pairs.figures.entries.map(\.name).filter(known.contains) == Self.contract)
    }

    @Test func everyEntryIsDefinedOnceInBothLanguages() {
        let names = FigureDefinition.all.map(\.name)
        #expect(Set(names).count == names.count)
        for name in entries.map(\.name) + ["holm_p", "assiduity", "trainee_hours"] {
            let definition = FigureDefinition.named(name)
            #expect(definition != nil, "\(name)")
            #expect(definition?.french.isEmpty == false && definition?.english.isEmpty == false)
        }
    }
}
