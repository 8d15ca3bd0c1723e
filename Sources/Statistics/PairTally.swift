/// How many people have each pair of scores, whichever their order: on a scale of whole points there are few pairs,
/// however many people.
public struct PairTally: Sendable, Equatable {
    private(set) var counts: [Pair: Int] = [:]

    /// How many people there are.
    public private(set) var count = 0

    public init() {}

    /// Counts one more person.
    public mutating func add(_ pair: Pair) {
        counts[pair, default: 0] += 1
        count += 1
    }

    /// Counts the people of another tally as well.
    public mutating func add(_ other: PairTally) {
        counts.merge(other.counts, uniquingKeysWith: +)
        count += other.count
    }
}
