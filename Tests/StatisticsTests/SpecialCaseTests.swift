import Statistics
import Testing

/// What is said when a figure cannot be computed.
@Suite struct SpecialCaseTests {
    private func reasons(_ figures: PairedFigures) -> [String: NotComputable] {
        let unavailable = figures.entries.compactMap { entry -> (String, NotComputable)? in
            if case .unavailable(let reason) = entry.value { (entry.name, reason) } else { nil }
        }
        return Dictionary(uniqueKeysWithValues: unavailable)
    }

    @Test func withoutPairsOnlyCountsRemain() {
        let figures = [Pair]().figures
        #expect(figures.n == 0 && figures.improved == 0 && figures.wilcoxonN == 0)
        #expect(Set(reasons(figures).values) == [.noPairs])
        #expect(reasons(figures).count == figures.entries.count - 7)
    }

    @Test func onePairHasMeansButNeitherSpreadNorTest() {
        let figures = [Pair(before: 2, after: 4)].figures
        #expect(figures.meanChange == .value(2) && figures.improved == 1 && figures.hodgesLehmann == .value(2))
        #expect(figures.improvedCI95.value != nil && figures.classGain.value != nil)
        #expect(Set(reasons(figures).values) == [.onePair])
        for name in ["sd_change", "t", "t_p", "ci95", "d_z", "d_av", "sign_p", "wilcoxon_p", "hodges_lehmann_ci95"] {
            #expect(reasons(figures)[name] == .onePair, "\(name)")
        }
    }

    @Test func noChangeAtAllIsSaidSo() {
        let figures = [Pair].random(9, parts: 1, seed: 1).map { Pair(before: $0.before, after: $0.before) }.figures
        #expect(figures.meanChange == .value(0) && figures.sdChange == .value(0) && figures.unchanged == 9)
        #expect(figures.hodgesLehmann == .value(0) && figures.classGain == .value(0) && figures.dAv == .value(0))
        #expect(Set(reasons(figures).values) == [.noChange])
        let tests = ["t", "t_p", "ci95", "d_z", "d_z_ci95", "sign_p", "wilcoxon_p", "pratt_p", "rank_biserial"]
        for name in tests { #expect(reasons(figures)[name] == .noChange, "\(name)") }
        #expect(NotComputable.noChange.sentence(french: true) == "aucun changement")
    }

    @Test func aConstantChangeHasNoTAndNeverAPOfZero() {
        // 0.1 -> 0.4 and 0.2 -> 0.5 differ in binary only.
        let pairs = (0..<8).map { $0 % 2 == 0 ? Pair(before: 0.1, after: 0.4) : Pair(before: 0.2, after: 0.5) }
        let figures = pairs.figures
        #expect(figures.sdChange == .value(0) && isClose(figures.meanChange.value, 0.3))
        for name in ["t", "t_p", "ci95", "d_z", "d_z_ci95", "g_z", "hodges_lehmann_ci95"] {
            #expect(reasons(figures)[name] == .constantChange, "\(name)")
        }
        #expect(isClose(figures.wilcoxonP.value, 2 / 256) && isClose(figures.signP.value, 2 / 256))
        #expect(figures.dAv.value != nil && isClose(figures.hodgesLehmann.value, 0.3))
    }

    @Test func belowSixChangesTheTRemains() {
        let figures = [0, 0, 0, 1, 2, 3, -1, 1].map { Pair(before: 2, after: 2 + $0) }.figures
        #expect(figures.wilcoxonN == 5 && figures.t.value != nil && figures.ci95.value != nil)
        #expect(
            Set(["sign_p", "wilcoxon_p", "wilcoxon_method", "pratt_p", "pratt_method"]) == Set(reasons(figures).keys))
        #expect(Set(reasons(figures).values) == [.belowSix])
        #expect(NotComputable.belowSix.sentence(french: true) == "non calculable (n < 6)")
    }

    @Test func whoIsAtTheMaximumAndStaysHasNoGain() {
        let all = [Pair](repeating: Pair(before: 8, after: 8), count: 7).figures
        #expect(all.classGain == .unavailable(.allAtMaximum) && all.meanIndividualGain == .unavailable(.allAtMaximum))
        let some = [Pair(before: 8, after: 8), Pair(before: 4, after: 6)].figures
        #expect(some.meanIndividualGain == .value(0.5) && some.meanIndividualGainN == 1)
        let hidden = PairedFigures(
            [Pair(before: 0.1 + 0.2, after: 0.3), Pair(before: 0, after: 0)], minimum: 0, maximum: 0.3)
        #expect(hidden.meanIndividualGain == .value(0) && hidden.meanIndividualGainN == 1)
    }

    @Test func aDeclineIsCountedAgainstWhatCouldBeLost() {
        let fromTheTop = [Pair(before: 8, after: 6), Pair(before: 8, after: 8)].figures
        #expect(fromTheTop.classGain == .value(-0.125) && fromTheTop.meanIndividualGain == .value(-0.25))
        let shifted = PairedFigures([Pair(before: 3, after: 2)], minimum: 1, maximum: 5)
        #expect(shifted.classGain == .value(-0.5) && shifted.meanIndividualGain == .value(-0.5))
    }

    @Test func gainsNeedAScaleThatHoldsTheScores() {
        let pairs = GoldenSetTests.pairs
        #expect(PairedFigures(pairs, minimum: 0, maximum: 6).classGain == .unavailable(.outsideScale))
        #expect(PairedFigures(pairs, minimum: 2, maximum: 8).meanIndividualGain == .unavailable(.outsideScale))
        #expect(PairedFigures(pairs, minimum: 8, maximum: 0).classGain == .unavailable(.noScale))
        let unbounded = PairedFigures(pairs, minimum: -.infinity, maximum: .infinity)
        #expect(unbounded.classGain == .unavailable(.noScale) && unbounded.t == pairs.figures.t)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity]) func aScoreThatIsNoNumberGivesNoFigure(score: Double) {
        let figures = (GoldenSetTests.pairs + [Pair(before: 1, after: score)]).figures
        #expect(figures.n == 21 && Set(reasons(figures).values) == [.notFinite])
    }

    @Test(arguments: [-0.1, 1, 1.5, .nan, .infinity]) func aReliabilityIsFromZeroToBelowOne(reliability: Double) {
        let change = PairedFigures(GoldenSetTests.pairs, minimum: 0, maximum: 8, reliability: reliability)
            .reliableChange
        #expect(change?.threshold == .unavailable(.reliabilityOutOfRange))
        #expect(change?.improved == .unavailable(.reliabilityOutOfRange))
    }

    @Test func withoutAReliabilityThereIsNoReliableChange() {
        #expect(GoldenSetTests.pairs.figures.reliableChange == nil)
        let equal = [Pair(before: 1, after: 2), Pair(before: 1, after: 3)]
        let change = PairedFigures(equal, minimum: 0, maximum: 8, reliability: 0.8).reliableChange
        #expect(change?.improved == .unavailable(.noSpread))
    }

    @Test func aSpreadTooWideForADoubleIsSaidSo() {
        let most = Double.greatestFiniteMagnitude
        let figures = PairedFigures(
            [Pair(before: -most, after: most), Pair(before: -most, after: most / 2)], minimum: -most, maximum: most)
        #expect(figures.meanChange == .unavailable(.beyondRange) && figures.t.value != nil)
    }

    @Test func everyReasonHasItsOwnSentenceInBothLanguages() {
        for french in [true, false] {
            let sentences = NotComputable.allCases.map { $0.sentence(french: french) }
            #expect(Set(sentences).count == sentences.count && sentences.allSatisfy { !$0.isEmpty })
        }
    }

    @Test func tensOfThousandsOfPairsAreJudgedAsWell() {
        let figures = [Pair].random(20_000, parts: 1_000, seed: 7).figures
        #expect(figures.wilcoxonMethod == .value(.normal))
        #expect(figures.entries.allSatisfy { if case .unavailable = $0.value { false } else { true } })
    }
}
