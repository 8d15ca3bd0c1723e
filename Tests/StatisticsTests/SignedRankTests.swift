import Statistics
import Testing

/// The exact tests against the listing of every assignment of signs, and against sums in whole numbers of any length.
@Suite struct SignedRankTests {
    /// Two-sided p of the sum of the positive scores over all 2^n assignments of signs.
    private func enumerated(_ scores: [Int], positive: [Bool]) -> Double {
        func sum(_ isPositive: (Int) -> Bool) -> Int {
            scores.indices.reduce(0) { $0 + (isPositive($1) ? scores[$1] : 0) }
        }
        let observed = sum { positive[$0] }
        var (lower, upper) = (0, 0)
        for signs in 0..<(1 << scores.count) {
            let other = sum { signs >> $0 & 1 == 1 }
            lower += other <= observed ? 1 : 0
            upper += other >= observed ? 1 : 0
        }
        return min(1, 2 * Double(min(lower, upper)) / Double(1 << scores.count))
    }

    /// Twice the midrank of each change that is not zero, among those changes and, for Pratt, the zeros.
    private func doubledRanks(_ changes: [Int], zeros: Bool) -> [Int] {
        let sizes = changes.filter { zeros || $0 != 0 }.map { abs($0) }
        return changes.filter { $0 != 0 }.map { change in
            2 * sizes.count { $0 < abs(change) } + sizes.count { $0 == abs(change) } + 1
        }
    }

    @Test(arguments: 0..<300) func theExactTestsEqualTheListingOfAllSigns(seed: Int) {
        let parts = [1, 1, 10][seed % 3]
        let pairs = [Pair].random(seed % 13, parts: parts, seed: seed)
        let changes = pairs.map { Int((($0.after - $0.before) * Double(parts)).rounded()) }
        let positive = changes.filter { $0 != 0 }.map { $0 > 0 }
        let figures = pairs.figures
        guard positive.count >= 6 else {
            #expect(figures.wilcoxonP.value == nil && figures.prattP.value == nil && figures.signP.value == nil)
            return
        }
        let wilcoxon = enumerated(doubledRanks(changes, zeros: false), positive: positive)
        let pratt = enumerated(doubledRanks(changes, zeros: true), positive: positive)
        let sign = enumerated(positive.map { _ in 1 }, positive: positive)
        #expect(isClose(figures.wilcoxonP.value, wilcoxon, within: 1e-13), "\(changes)")
        #expect(isClose(figures.prattP.value, pratt, within: 1e-13), "\(changes)")
        #expect(isClose(figures.signP.value, sign, within: 1e-13), "\(changes)")
    }

    /// A saw of 23 teeth from -9 to 13, every fifth change half a point higher: ties and zeros throughout.
    private func changes(_ count: Int) -> [Pair] {
        .changing(
            by: (0..<count).map { index -> Double in
                let tooth = Double(index * 37 % 23 - 9)
                return index % 5 == 0 ? tooth + 0.5 : tooth
            })
    }

    /// Python 3.11, whole numbers of any length (n up to 300), 80-bit floats (n = 900).
    @Test(arguments: [
        (40, 0.09485580850378028, 0.0978060004854342), (150, 0.0005302446797318367, 0.0006275572787480098),
        (300, 5.180049066084803e-07, 7.461273175992859e-07), (900, 1.337291651940662e-18, 4.220293635373041e-18),
    ]) func manyTiedChangesAreCountedToTheLastDigits(count: Int, wilcoxon: Double, pratt: Double) {
        let figures = changes(count).figures
        #expect(isClose(figures.wilcoxonP.value, wilcoxon))
        #expect(isClose(figures.prattP.value, pratt))
    }

    /// SciPy 1.17.1, wilcoxon(d, zero_method=, method="asymptotic", correction=False).
    @Test func aboveAThousandTheLawIsNormalAndSaysSo() {
        let figures = changes(1_100).figures
        #expect(figures.wilcoxonN == 1_063 && figures.wilcoxonWPlus == 379_467.5)
        #expect(figures.wilcoxonMethod == .value(.normal) && figures.prattMethod == .value(.normal))
        #expect(isClose(figures.wilcoxonP.value, 4.2960459929775255e-22))
        #expect(isClose(figures.prattP.value, 1.5231767998342439e-21))
    }

    @Test func atAThousandTheCountAndTheNormalLawAreClose() throws {
        let changes = (0..<1_000).map { index -> Double in
            let tooth = Double(index % 31 - 15)
            return tooth == 0 ? 0.5 : tooth + 0.25
        }
        let counted = [Pair].changing(by: changes).figures
        let approximated = [Pair].changing(by: changes + [0.125]).figures
        #expect(counted.wilcoxonMethod.value == .exact)
        #expect(approximated.wilcoxonMethod.value == .normal)
        let exactP: Double = try #require(counted.wilcoxonP.value)
        let normalP: Double = try #require(approximated.wilcoxonP.value)
        #expect(exactP > 0.05 && exactP < 0.95)
        #expect(abs(exactP - normalP) < 0.003)
    }

    @Test func zerosBeyondTheThousandsLeaveWilcoxonsCountButNotPratts() {
        let changes = [Double](repeating: 0, count: 1_990) + (1...20).map { $0 % 3 == 0 ? -Double($0) : Double($0) }
        let figures = [Pair].changing(by: changes).figures
        #expect(figures.wilcoxonMethod.value == .exact && figures.prattMethod.value == .normal)
        #expect(figures.wilcoxonP == [Pair].changing(by: changes.filter { $0 != 0 }).figures.wilcoxonP)
    }

    /// All changes equal in size: the positive sum is a binomial count, whose p the sign test knows in another way.
    @Test(arguments: [6, 17, 64, 333, 1_000]) func changesOfOneSizeMakeItTheSignTest(count: Int) throws {
        let figures = [Pair].changing(by: (0..<count).map { $0 % 5 < 2 ? -0.3 : 0.3 }).figures
        #expect(isClose(figures.wilcoxonP.value, try #require(figures.signP.value), within: 1e-12))
    }

    @Test func fourTiedImprovementsReachNoMoreThanAnEighthSoThereIsNoP() {
        let figures = [Pair].changing(by: [1, 1, 1, 1]).figures
        #expect(figures.wilcoxonP == .unavailable(.belowSix))
        #expect(figures.signP == .unavailable(.belowSix))
    }

    @Test func aTieHiddenByBinaryFractionsIsATie() {
        // 0.3 - 0.1 and 0.5 - 0.3 differ in binary; 0.3 - (0.1 + 0.2) is not zero in binary.
        let hidden = [
            Pair(before: 0.1, after: 0.3), Pair(before: 0.3, after: 0.5), Pair(before: 0.1 + 0.2, after: 0.3),
            Pair(before: 0.7, after: 0.6), Pair(before: 0.4, after: 0.7), Pair(before: 0.2, after: 0.8),
            Pair(before: 0.8, after: 0.2), Pair(before: 0.1, after: 0.8), Pair(before: 0, after: 0.7),
        ]
        let plain = [Pair].changing(by: [2, 2, 0, -1, 3, 6, -6, 7, 7])
        #expect(hidden.figures.unchanged == 1)
        #expect(hidden.figures.wilcoxonP == plain.figures.wilcoxonP)
        #expect(hidden.figures.prattP == plain.figures.prattP)
        #expect(hidden.figures.wilcoxonWPlus == plain.figures.wilcoxonWPlus)
    }
}
