import Statistics
import Testing

/// How often a 95 % interval holds the truth, over drawn samples: seeded, so that the counts are always the same.
@Suite struct CoverageTests {
    private func normal(_ generator: inout SplitMix) -> Double {
        // The sum of twelve uniforms less six: mean 0, variance 1, near enough to a normal law for coverage.
        (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
    }

    private func samples(_ count: Int, of size: Int, _ draw: (inout SplitMix) -> Double) -> [[Pair]] {
        var generator = SplitMix(size)
        return (0..<count).map { _ in .changing(by: (0..<size).map { _ in draw(&generator) }) }
    }

    private func share(_ samples: [[Pair]], _ truth: Double, _ interval: ([Pair]) -> Interval?) -> Double {
        let holds = samples.count { pairs in
            interval(pairs).map { $0.lower <= truth && truth <= $0.upper } ?? false
        }
        return Double(holds) / Double(samples.count)
    }

    /// About the mean, d_z and the centre of 1,000 samples with mean 0.5 and standard deviation 1.
    @Test(arguments: [5, 20]) func thePairedIntervalsCoverWhatTheySay(size: Int) throws {
        let samples = samples(1_000, of: size) { normal(&$0) + 0.5 }
        let figures = Dictionary(uniqueKeysWithValues: samples.enumerated().map { ($0, $1.figures) })
        func covered(_ path: KeyPath<PairedFigures, Figure<Interval>>) -> Double {
            let holds = figures.values.count { figures in
                figures[keyPath: path].value.map { $0.lower <= 0.5 && 0.5 <= $0.upper } ?? false
            }
            return Double(holds) / Double(samples.count)
        }
        #expect((0.935...0.965).contains(covered(\.ci95)), "t \(covered(\.ci95))")
        #expect((0.93...0.97).contains(covered(\.dZCI95)), "d_z \(covered(\.dZCI95))")
        let level = try #require(figures[0]?.hodgesLehmannCILevel.value)
        #expect((level - 0.02...level + 0.02).contains(covered(\.hodgesLehmannCI95)), "\(covered(\.hodgesLehmannCI95))")
    }

    @Test(arguments: [(12, 0.3), (20, 0.5), (20, 0.85), (60, 0.1)])
    func wilsonsIntervalCoversNearlyWhatItSays(size: Int, truth: Double) {
        let samples = samples(2_000, of: size) { Double.random(in: 0..<1, using: &$0) < truth ? 1 : 0 }
        let covered = share(samples, truth) { pairs in
            wilsonInterval(pairs.count { $0.after > 0 }, of: size).value
        }
        #expect((0.92...0.98).contains(covered), "\(covered)")
    }

    /// The reason why it is secondary.
    @Test(arguments: [(4, 0.74...0.83), (20, 0.905...0.945)])
    func theBootstrapCoversLessThanItSaysWhenFew(size: Int, expected: ClosedRange<Double>) {
        let samples = samples(800, of: size) { normal(&$0) + 0.5 }
        let covered = share(samples, 0.5) { Bootstrap($0, draws: 499).interval.value }
        #expect(expected.contains(covered), "\(covered)")
    }
}
