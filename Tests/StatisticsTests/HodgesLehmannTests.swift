import Statistics
import Testing

/// The selection among Walsh averages against their listing.
@Suite struct HodgesLehmannTests {
    /// All averages in order, by listing.
    private func averages(_ changes: [Double]) -> [Double] {
        changes.indices.flatMap { first in changes[first...].map { (changes[first] + $0) / 2 } }.sorted()
    }

    /// The k of the interval and its level, by counting the subsets of 1...n.
    private func bound(_ count: Int) -> (rank: Int, level: Double) {
        var chances = [1.0] + [Double](repeating: 0, count: count * (count + 1) / 2)
        for rank in 1...count {
            for sum in stride(from: chances.count - 1, through: 0, by: -1) {
                chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2
            }
        }
        var below = 0.0
        var quantile = 0
        while below + chances[quantile] < 0.025 {
            below += chances[quantile]
            quantile += 1
        }
        return (max(1, quantile), 1 - 2 * (quantile == 0 ? chances[0] : below))
    }

    private func check(_ pairs: [Pair]) {
        let changes = pairs.map { $0.after - $0.before }
        let listed = averages(changes)
        let bound = bound(changes.count)
        let figures = pairs.figures
        let middle = (listed[(listed.count - 1) / 2] + listed[listed.count / 2]) / 2
        #expect(isNear(figures.hodgesLehmann.value, middle))
        guard figures.t.value != nil else { return }
        #expect(isNear(figures.hodgesLehmannCI95.value?.lower, listed[bound.rank - 1]))
        #expect(isNear(figures.hodgesLehmannCI95.value?.upper, listed[listed.count - bound.rank]))
        #expect(isClose(figures.hodgesLehmannCILevel.value, bound.level))
    }

    /// Within the noise of subtracting scores of at most 8.
    private func isNear(_ left: Double?, _ right: Double) -> Bool {
        left.map { ($0 - right).magnitude < 1e-14 } ?? false
    }

    @Test(arguments: 0..<120) func theSelectionEqualsTheListing(seed: Int) {
        check(.random(1 + seed / 2, parts: [1, 10, 10_000][seed % 3], seed: seed))
    }

    @Test(arguments: [201, 350]) func soItDoesForHundredsOfPairs(count: Int) {
        check(.random(count, parts: 10_000, seed: count))
    }

    @Test(arguments: [
        (2, 0.5), (3, 0.75), (5, 0.9375), (6, 0.96875), (7, 0.953125), (20, 0.9515590667724609),
        (33, 0.9515710095874965),
        (60, 0.9507184940156387),
    ]) func theLevelIsTheTrueOne(count: Int, level: Double) {
        let figures = [Pair].changing(by: (1...count).map(Double.init)).figures
        #expect(isClose(figures.hodgesLehmannCILevel.value, level, within: 1e-14))
    }

    @Test func theLevelHardlyMovesWhereTheNormalLawTakesOver() throws {
        let changes = (1...1_001).map(Double.init)
        let normal = try #require([Pair].changing(by: changes).figures.hodgesLehmannCILevel.value)
        let exact = try #require([Pair].changing(by: changes.dropLast()).figures.hodgesLehmannCILevel.value)
        #expect((normal - exact).magnitude < 1e-4)
    }

    @Test func withOneToNTheAveragesAreKnown() {
        let figures = [Pair].changing(by: (1...4_001).map(Double.init)).figures
        #expect(figures.hodgesLehmann == .value(2_001))
    }

    @Test func opposedChangesHaveAMedianOfExactlyZero() {
        let opposed = (1...9).flatMap { [Double($0) / 10, -Double($0) / 10] }
        #expect([Pair].changing(by: opposed).figures.hodgesLehmann == .value(0))
        let noisy = [Pair(before: 0.1 + 0.2, after: 0.4), Pair(before: 0.4, after: 0.3)]
        #expect(noisy.figures.hodgesLehmann == .value(0) && noisy.figures.meanChange == .value(0))
    }
}
