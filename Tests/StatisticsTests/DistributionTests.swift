import Statistics
import Testing

/// The laws behind the figures, against SciPy 1.17.1 and mpmath 1.3.
@Suite struct DistributionTests {
    /// SciPy binomtest(a, a + b).pvalue.
    @Test(arguments: [
        (1, 7, 0.0703125), (14, 2, 0.004180908203125), (6, 0, 0.03125), (3, 3, 1), (40, 61, 0.046044066929342785),
        (500, 450, 0.11183864514157894), (4, 3, 1), (0, 40, 1.8189894035458565e-12),
    ]) func theSignTestIsExact(positive: Int, negative: Int, p: Double) {
        #expect(isClose(exactSignTest(positive: positive, negative: negative).value, p))
        #expect(
            exactSignTest(positive: negative, negative: positive)
                == exactSignTest(positive: positive, negative: negative))
    }

    @Test func belowSixDiscordantOnesThereIsNoSignTest() {
        #expect(exactSignTest(positive: 5, negative: 0) == .unavailable(.belowSix))
        #expect(exactSignTest(positive: 0, negative: 0) == .unavailable(.noChange))
        #expect(exactSignTest(positive: .max, negative: .max) == .unavailable(.beyondRange))
    }

    /// SciPy binomtest(k, n).proportion_ci(0.95, method="wilson").
    @Test(arguments: [
        (0, 1, 0, 0.7934506856227626), (0, 9, 0, 0.29914504841954404), (4, 8, 0.21521606221387757, 0.7847839377861224),
        (9, 9, 0.7008549515804559, 1), (14, 20, 0.4810271816464766, 0.8545227551323957),
        (1, 3, 0.06149194472039626, 0.7923403991979523), (333, 1_000, 0.3044779033483562, 0.3628002339858192),
        (99_999, 100_000, 0.9999433529034095, 0.9999982347522695),
    ]) func wilsonsIntervalIsWithoutContinuityCorrection(count: Int, total: Int, lower: Double, upper: Double) {
        #expect(isClose(wilsonInterval(count, of: total).value, lower, upper))
    }

    /// Pairs whose paired t is the one given: n - 2 changes around the mean, balanced.
    private func pairs(t: Double, degrees: Int) -> [Pair] {
        let count = degrees + 1
        let spread = (0..<count).map { Double($0) - Double(degrees) / 2 }
        let deviation = (spread.reduce(0) { $0 + $1 * $1 } / Double(degrees)).squareRoot()
        let mean = t * deviation / Double(count).squareRoot()
        return .changing(by: spread.map { $0 + mean })
    }

    /// mpmath, regularised incomplete beta function at 30 digits.
    @Test(arguments: [
        (0.5, 1, 0.7048327646991335), (3.9791121287711073, 19, 0.0008036365847862984), (-2.25, 4, 0.08764517650339469),
        (12.5, 49, 7.414673139956343e-17), (40.0, 99, 6.385085160287227e-63),
    ]) func thePOfStudentsTIsTwoSided(t: Double, degrees: Int, p: Double) {
        let figures = pairs(t: t, degrees: degrees).figures
        #expect(isClose(figures.t.value, t))
        #expect(isClose(figures.tP.value, p))
    }

    /// mpmath, integral at 20 digits of the normal density against the survival of chi, and Brent's root.
    @Test(arguments: [
        (0.0, 5, -1.9599639845400538, 1.9599639845400543), (0.5, 1, -1.6366534579550365, 2.4582420924195048),
        (3.0, 1, -0.9248008552029112, 7.0879377729443895), (2.0, 4, -0.45033039346670883, 4.294540994759473),
        (3.9791121287711073, 19, 1.6138895440689545, 6.270056738296325),
        (10.0, 9, 5.021782745559295, 14.905410874032869), (50.0, 2, 7.895869533073437, 96.0654776405119),
        (300.0, 99, 258.2000571445745, 341.7274809209839), (900.0, 3, 241.37717812004234, 1588.7341884702605),
        (1_100.0, 3, 295.0180443000025, 1941.7852959449895), (5_000.0, 19, 3423.3158692585466, 6574.706132065565),
        (1e6, 5, 407728.2461323519, 1602030.0867383361), (2_500.0, 999, 2390.3473372669805, 2609.5870377665774),
    ]) func theIntervalOfDInvertsTheNonCentralT(t: Double, degrees: Int, lower: Double, upper: Double) {
        let root = Double(degrees + 1).squareRoot()
        let interval = pairs(t: t, degrees: degrees).figures.dZCI95.value
        #expect(isClose(interval, lower / root, upper / root, within: 2e-9))
        let mirrored = pairs(t: -t, degrees: degrees).figures.dZCI95.value
        #expect(isClose(mirrored, -upper / root, -lower / root, within: 2e-9))
    }

    @Test(arguments: [3, 6, 500]) func changesThatHardlyDifferStillHaveAnInterval(count: Int) throws {
        let figures = [Pair].changing(by: [Double](repeating: 1, count: count - 1) + [1 + 2e-11]).figures
        let interval = try #require(figures.dZCI95.value)
        let ratio = try #require(figures.dZ.value)
        #expect(ratio > 1e10 && interval.lower > 0 && interval.lower < ratio && ratio < interval.upper)
    }

    /// mpmath, gamma functions at 30 digits.
    @Test(arguments: [
        (2, 0.5641895835477563), (3, 0.7236012545582676), (19, 0.9599103529242536), (999, 0.9992490299905973),
    ])
    func hedgesCorrectionIsExact(degrees: Int, correction: Double) throws {
        let figures = pairs(t: 2, degrees: degrees).figures
        let ratio = try #require(figures.dZ.value)
        #expect(isClose(figures.gZ.value, correction * ratio, within: 1e-14))
    }

    @Test func ofTwoPairsNoCorrectionCanBeMade() {
        let figures = pairs(t: 2, degrees: 1).figures
        #expect(figures.dZ.value != nil && figures.dZCI95.value != nil)
        #expect(figures.gZ == .unavailable(.twoPairs) && figures.gAv == .unavailable(.twoPairs))
    }
}
