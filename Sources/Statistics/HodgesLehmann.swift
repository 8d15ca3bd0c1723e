import CDistributions

/// F5: the median of all averages (d_i + d_j) / 2, i <= j, zeros included, and the interval between the k-th average
/// from either end, k = max(1, qsignrank(.025, n)), with the level that it truly has (below six pairs 1 - 2 / 2^n).
struct HodgesLehmann: Sendable, Equatable {
    let estimate: Figure<Double>
    let interval: Figure<Interval>
    let level: Figure<Double>

    init(_ sample: PairedSample) {
        let sums = WalshSums(sample.changes, times: sample.counts)
        if let obstacle = sample.obstacle {
            estimate = .unavailable(obstacle)
        } else {
            let middle = (sums.ranked((sums.count + 1) / 2) + sums.ranked(sums.count / 2 + 1)) / 4
            estimate = sample.inUnits(sample.settled(middle))
        }
        if let obstacle = sample.obstacleToTest {
            interval = .unavailable(obstacle)
            level = .unavailable(obstacle)
            return
        }
        let bound = Self.bound(pairs: sample.count)
        interval = sample.inUnits(
            Interval(
                lower: sample.settled(sums.ranked(bound.rank) / 2),
                upper: sample.settled(sums.ranked(sums.count + 1 - bound.rank) / 2)))
        level = Figure(finite: bound.level)
    }

    /// k and the level of its interval: exact up to 1,000 pairs, by the normal law with continuity correction above.
    static func bound(pairs: Int) -> (rank: Int, level: Double) {
        guard pairs > SignedRankDistribution.largestExactCount else {
            let quantile = SignedRankDistribution(ranks: Array(1...max(1, pairs))).exactQuantile(0.025)
            let below =
                quantile.sum == 0 ? Double(sign: .plus, exponent: -pairs, significand: 1) : quantile.below
            return (max(1, quantile.sum), 1 - 2 * below)
        }
        let size = Double(pairs)
        let mean = size * (size + 1) / 4
        let deviation = (mean * (2 * size + 1) / 6).squareRoot()
        let rank = (mean + cd_normal_quantile(0.025) * deviation - 0.5).rounded(.up)
        return (Int(rank), 1 - 2 * cd_normal_lower((rank - 0.5 - mean) / deviation))
    }
}
