/// F12: whether those who attended more changed more: Spearman's rank correlation of minutes and change, with its
/// permutation p, from ten people on. An association, not a cause.
public struct Association: Sendable, Equatable {
    /// How many people have both.
    public let n: Int
    /// Spearman's rho, midranks for ties, between -1 and 1.
    public let rho: Figure<Double>
    /// Two-sided, of |rho|.
    public let p: Figure<Double>
    public let method: Figure<PermutationMethod>

    /// - Parameters:
    ///   - minutes: attended, one per pair and in their order.
    ///   - pairs: scores before and after, which d = after - before is taken from.
    public init(minutes: [Int], pairs: [Pair], draws: Int = Chance.draws, seed: UInt64 = Chance.seed) {
        let sample = PairedSample(pairs, minimum: -.infinity, maximum: .infinity)
        let people = zip(minutes, sample.steps).sorted { $0 < $1 }
        n = people.count
        let (doses, changes) = (doubledMidranks(people.map(\.0)), doubledMidranks(people.map(\.1)))
        if let obstacle = Self.obstacle(sample, n, doses, changes) {
            (rho, p, method) = (.unavailable(obstacle), .unavailable(obstacle), .unavailable(obstacle))
            return
        }
        let spread = Self.product(doses, doses).squareRoot() * Self.product(changes, changes).squareRoot()
        rho = Figure(finite: min(1, max(-1, Self.product(doses, changes) / spread)))
        let test = ArrangementTest(doses, changes, draws: draws, seed: seed)
        p = .value(test.p)
        method = .value(test.method)
    }

    private static func obstacle(_ sample: PairedSample, _ count: Int, _ doses: [Int], _ changes: [Int])
        -> NotComputable?
    {
        if let obstacle = sample.obstacle { return obstacle }
        if count < 10 { return .belowTen }
        if count > 30_000 { return .beyondRange }
        return Set(doses).count == 1 || Set(changes).count == 1 ? .noSpread : nil
    }

    /// n Σab - Σa Σb, in whole numbers until the end.
    private static func product(_ left: [Int], _ right: [Int]) -> Double {
        Double(
            left.count * zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } - left.reduce(0, +) * right.reduce(0, +))
    }
}

/// Twice the midrank of each number, hence whole.
func doubledMidranks(_ numbers: [Int]) -> [Int] {
    let sorted = numbers.sorted()
    var ranks: [Int: Int] = [:]
    var start = 0
    while start < sorted.count {
        let tied = sorted[start...].prefix { $0 == sorted[start] }.count
        ranks[sorted[start]] = 2 * start + tied + 1
        start += tied
    }
    return numbers.map { ranks[$0] ?? 0 }
}

extension Association {
    /// The figures of F12 in their order.
    public var entries: [Entry] {
        [Entry("dose_n", n), Entry("dose_rho", rho), Entry("dose_p", p), Entry("dose_method", method)]
    }
}
