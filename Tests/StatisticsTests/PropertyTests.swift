import Statistics
import Testing

/// What must hold of the figures of any pairs.
@Suite struct PropertyTests {
    private func pairs(_ seed: Int) -> [Pair] {
        .random(2 + seed % 40, parts: [1, 10, 1_000][seed % 3], seed: seed)
    }

    @Test(arguments: 0..<60) func theOrderOfThePairsChangesNoDigit(seed: Int) {
        var generator = SplitMix(seed)
        let pairs = pairs(seed)
        #expect(pairs.figures == pairs.shuffled(using: &generator).figures)
    }

    @Test(arguments: 0..<60) func swappingBeforeAndAfterNegatesAndMirrors(seed: Int) {
        let figures = pairs(seed).figures
        let swapped = pairs(seed).map { Pair(before: $0.after, after: $0.before) }.figures
        #expect(swapped.meanChange.value == figures.meanChange.value.map { 0 - $0 })
        #expect(swapped.sdChange == figures.sdChange && swapped.tP == figures.tP)
        #expect(swapped.ci95.value?.lower == figures.ci95.value.map { -$0.upper })
        #expect(swapped.dZCI95.value?.upper == figures.dZCI95.value.map { -$0.lower })
        #expect(swapped.dAv.value == figures.dAv.value.map { 0 - $0 })
        #expect(swapped.improved == figures.declined && swapped.unchanged == figures.unchanged)
        #expect(swapped.signP == figures.signP && swapped.wilcoxonP == figures.wilcoxonP)
        #expect(swapped.prattP == figures.prattP)
        #expect(swapped.hodgesLehmann.value == figures.hodgesLehmann.value.map { 0 - $0 })
        #expect(swapped.hodgesLehmannCI95.value?.lower == figures.hodgesLehmannCI95.value.map { 0 - $0.upper })
        #expect(swapped.rankBiserial.value == figures.rankBiserial.value.map { 0 - $0 })
    }

    @Test(arguments: 0..<60, [0.1, 100]) func aShiftOfAllScoresLeavesTheChanges(seed: Int, shift: Double) {
        let figures = pairs(seed).figures
        let shifted = pairs(seed).map { Pair(before: $0.before + shift, after: $0.after + shift) }.figures
        func near(_ path: KeyPath<PairedFigures, Figure<Double>>) -> Bool {
            guard let value = figures[keyPath: path].value else {
                return shifted[keyPath: path] == figures[keyPath: path]
            }
            return isClose(shifted[keyPath: path].value, value)
        }
        #expect(near(\.meanChange) && near(\.sdChange) && near(\.t) && near(\.tP) && near(\.dZ))
        #expect(near(\.hodgesLehmann) && near(\.hodgesLehmannCILevel))
        #expect(shifted.wilcoxonP == figures.wilcoxonP && shifted.prattP == figures.prattP)
        #expect(shifted.wilcoxonWPlus == figures.wilcoxonWPlus && shifted.improved == figures.improved)
    }

    @Test(arguments: [-1_040, -600, -3, 1, 3, 600, 1_018]) func aPowerOfTwoScalesExactly(exponent: Int) {
        func scaled(_ number: Double) -> Double { Double(sign: .plus, exponent: exponent, significand: number) }
        let pairs = GoldenSetTests.pairs
        let figures = PairedFigures(pairs, minimum: 0, maximum: 8)
        let other = PairedFigures(
            pairs.map { Pair(before: scaled($0.before), after: scaled($0.after)) }, minimum: 0, maximum: scaled(8))
        #expect(other.t == figures.t && other.tP == figures.tP && other.dZCI95 == figures.dZCI95)
        #expect(other.gAv == figures.gAv && other.wilcoxonP == figures.wilcoxonP && other.prattP == figures.prattP)
        #expect(other.meanChange.value == figures.meanChange.value.map(scaled))
        #expect(other.sdChange.value == figures.sdChange.value.map(scaled))
        #expect(other.hodgesLehmannCI95.value?.upper == scaled(1.5))
        #expect(other.classGain == figures.classGain && other.meanIndividualGain == figures.meanIndividualGain)
    }

    @Test(arguments: 0..<60) func sharesProbabilitiesAndIntervalsKeepTheirRange(seed: Int) {
        for entry in pairs(seed).figures.entries {
            switch entry.value {
            case .number(let number) where entry.name.hasSuffix("_p"): #expect(number > 0 && number <= 1)
            case .number(let number) where entry.name == "rank_biserial": #expect((-1...1).contains(number))
            case .number(let number) where entry.name.hasSuffix("_gain"): #expect((-1...1).contains(number))
            case .interval(let interval): #expect(interval.lower <= interval.upper)
            default: break
            }
        }
    }

    @Test(arguments: 0..<120) func noScaleHoweverStrangeGivesAnythingButANumberOrAReason(seed: Int) {
        let strange: [Double] = [
            .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, -.leastNormalMagnitude,
            0, -0.0, 1, -1e-300, 1e300, .pi, 1e15, 1e15 + 0.125,
        ]
        var generator = SplitMix(seed)
        func draw() -> Double { strange[Int.random(in: 0..<(seed % 12 + 1), using: &generator)] }
        let pairs = (0..<(seed % 17)).map { _ in Pair(before: draw(), after: draw()) }
        let figures = PairedFigures(pairs, minimum: draw(), maximum: draw(), reliability: 0.5)
        for entry in figures.entries {
            switch entry.value {
            case .number(let number): #expect(number.isFinite, "\(entry.name)")
            case .interval(let interval): #expect(interval.lower.isFinite && interval.upper.isFinite, "\(entry.name)")
            default: break
            }
        }
    }
}
