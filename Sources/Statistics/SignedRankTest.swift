/// How the p of a signed-rank test was found.
public enum SignedRankMethod: String, Sendable, CaseIterable {
    /// By counting all assignments of signs, given the ties.
    case exact
    /// By the normal law, its variance corrected for ties, without continuity correction.
    case normal
}

/// F4 and F6: Wilcoxon's signed-rank test, zeros dropped (R `coin::wilcoxsign_test(distribution = "exact")`), Pratt's
/// version, zeros ranked and then dropped, and the matched rank-biserial correlation.
struct SignedRankTest: Sendable, Equatable {
    let nonZero: Int
    let positiveSum: Double
    let p: Figure<Double>
    let method: Figure<SignedRankMethod>
    let prattP: Figure<Double>
    let prattMethod: Figure<SignedRankMethod>
    let rankBiserial: Figure<Double>

    init(_ sample: PairedSample) {
        let ranks = SignedRanks(sample.steps, times: sample.counts)
        nonZero = ranks.doubledRanks.count
        positiveSum = Double(ranks.doubledPositiveSum) / 2
        rankBiserial = Self.rankBiserial(ranks, obstacle: sample.obstacle)
        if let obstacle = sample.obstacleToExactTest {
            (p, method) = (.unavailable(obstacle), .unavailable(obstacle))
            (prattP, prattMethod) = (.unavailable(obstacle), .unavailable(obstacle))
            return
        }
        let chosen = Self.method(ranks: nonZero, among: nonZero)
        p = Figure(finite: Self.twoSided(ranks, by: chosen))
        method = .value(chosen)
        let chosenForPratt = Self.method(ranks: nonZero, among: sample.count)
        let hasZeros = sample.count > nonZero
        prattP =
            hasZeros
            ? Figure(
                finite: Self.twoSided(
                    SignedRanks(sample.steps, times: sample.counts, zerosAreRanked: true), by: chosenForPratt))
            : p
        prattMethod = .value(chosenForPratt)
    }

    /// min(1, twice the smaller tail); given the ranks the two tails mirror each other.
    static func twoSided(_ ranks: SignedRanks, by method: SignedRankMethod) -> Double {
        let distribution = SignedRankDistribution(ranks: ranks.doubledRanks)
        let smaller = min(ranks.doubledPositiveSum, ranks.doubledTotal - ranks.doubledPositiveSum)
        return switch method {
        case .exact: min(1, 2 * distribution.exactLower(smaller))
        case .normal: min(1, 2 * distribution.normalLower(Double(smaller)))
        }
    }

    /// Counting is for 1,000 ranks; zeros below them lengthen every sum, so that Pratt's is for 2,000 pairs as well.
    private static func method(ranks: Int, among pairs: Int) -> SignedRankMethod {
        let limit = SignedRankDistribution.largestExactCount
        return ranks <= limit && pairs <= 2 * limit ? .exact : .normal
    }

    private static func rankBiserial(_ ranks: SignedRanks, obstacle: NotComputable?) -> Figure<Double> {
        if let obstacle { return .unavailable(obstacle) }
        if ranks.doubledTotal == 0 { return .unavailable(.noChange) }
        return .value(
            Double(2 * ranks.doubledPositiveSum - ranks.doubledTotal) / Double(ranks.doubledTotal))
    }
}
