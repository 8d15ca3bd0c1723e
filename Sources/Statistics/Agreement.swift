/// How far two observers of the same units agree beyond chance: Cohen's kappa (1960), unweighted.
public struct Agreement: Sendable, Equatable {
    /// Units that both observed.
    public let n: Int
    /// The share of units given the same value, between 0 and 1.
    public let observed: Figure<Double>
    /// (observed - expected) / (1 - expected), at most 1.
    public let kappa: Figure<Double>

    /// The two values given to each unit.
    public init<Value: Hashable>(_ ratings: [(first: Value, second: Value)]) {
        n = ratings.count
        if ratings.isEmpty {
            (observed, kappa) = (.unavailable(.noPairs), .unavailable(.noPairs))
            return
        }
        let same = ratings.count { $0.first == $0.second }
        let first = Dictionary(ratings.map { ($0.first, 1) }, uniquingKeysWith: +)
        let second = Dictionary(ratings.map { ($0.second, 1) }, uniquingKeysWith: +)
        let byChance = first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) }
        let all = ratings.count * ratings.count
        observed = .value(Double(same) / Double(ratings.count))
        kappa =
            byChance == all
            ? .unavailable(.oneValueOnly) : .value(Double(same * ratings.count - byChance) / Double(all - byChance))
    }
}

extension Agreement {
    /// Its figures in their order.
    public var entries: [Entry] {
        [Entry("n", n), Entry("observed_agreement", observed), Entry("kappa", kappa)]
    }
}
