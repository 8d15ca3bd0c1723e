import CDistributions

/// The sum of those ranks whose sign falls positive, each with probability one half: every assignment of signs is
/// equally likely, given the ranks (the shift algorithm of Streitberg and Röhmel 1986).
struct SignedRankDistribution {
    /// Up to so many ranks every assignment is counted; their number, 2^1000, still fits in a double.
    static let largestExactCount = 1_000

    /// Whole and at least 1, in increasing order.
    let ranks: [Int]

    /// P(sum <= bound), by counting.
    func exactLower(_ bound: Int) -> Double {
        guard bound >= 0 else { return 0 }
        let divisor = ranks.reduce(0, Self.greatestCommonDivisor)
        guard divisor > 0 else { return 1 }
        let counts = Self.counts(ranks.map { $0 / divisor }, upTo: bound / divisor)
        return counts.reduce(0, +) * Double(sign: .plus, exponent: -ranks.count, significand: 1)
    }

    /// P(sum <= bound) of the normal law that has this distribution's mean and variance, without continuity
    /// correction.
    func normalLower(_ bound: Double) -> Double {
        let mean = ranks.reduce(0) { $0 + Double($1) } / 2
        let variance = ranks.reduce(0) { $0 + Double($1) * Double($1) } / 4
        return cd_normal_lower((bound - mean) / variance.squareRoot())
    }

    /// The smallest sum q with P(sum <= q) >= probability (R `qsignrank`), and P(sum < q), by counting.
    func exactQuantile(_ probability: Double) -> (sum: Int, below: Double) {
        let unit = Double(sign: .plus, exponent: -ranks.count, significand: 1)
        var below = 0.0
        let counts = Self.counts(ranks, upTo: ranks.reduce(0, +) / 2)
        for (sum, count) in counts.enumerated() {
            let through = below + count * unit
            if through >= probability { return (sum, below) }
            below = through
        }
        return (max(0, counts.count - 1), below)
    }

    /// How many assignments of signs give each sum from 0 to `bound`.
    private static func counts(_ ranks: [Int], upTo bound: Int) -> [Double] {
        let bound = min(bound, ranks.reduce(0, +))
        var counts = [Double](repeating: 0, count: bound + 1)
        counts[0] = 1
        var largest = 0
        // Unsafe for speed alone: a thousand ranks make a hundred million additions, each index within `largest`.
        counts.withUnsafeMutableBufferPointer { counts in
            for rank in ranks where rank <= bound {
                largest = min(bound, largest + rank)
                shift(counts, by: rank, upTo: largest)
            }
        }
        return counts
    }

    /// counts[s] += counts[s - rank] from the top down, in blocks that do not overlap what they read.
    private static func shift(
        _ counts: UnsafeMutableBufferPointer<Double>, by rank: Int, upTo largest: Int
    ) {
        var end = largest + 1
        while end > rank {
            let start = max(rank, end - rank)
            for sum in start..<end { counts[sum] += counts[sum - rank] }
            end = start
        }
    }

    private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }
}
