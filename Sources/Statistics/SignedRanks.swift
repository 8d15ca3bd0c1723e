/// The ranks of the absolute changes that are not zero, doubled so that midranks are whole numbers.
struct SignedRanks {
    /// In increasing order.
    let doubledRanks: [Int]
    /// The sum of the doubled ranks of the positive changes.
    let doubledPositiveSum: Int
    let doubledTotal: Int

    /// - Parameters:
    ///   - steps: the changes, ties and zeros being exact.
    ///   - counts: how many people have each.
    ///   - zerosAreRanked: Pratt's way: zeros take the lowest ranks, then are dropped.
    init(_ steps: [Int], times counts: [Int], zerosAreRanked: Bool = false) {
        let sorted = zip(steps, counts).filter { $0.0 != 0 }.sorted { $0.0.magnitude < $1.0.magnitude }
        let total = sorted.reduce(0) { $0 + $1.1 }
        let below = zerosAreRanked ? counts.reduce(0, +) - total : 0
        var ranks: [Int] = []
        ranks.reserveCapacity(total)
        var positive = 0
        var next = 0
        while next < sorted.count {
            let tied = sorted[next...].prefix { $0.0.magnitude == sorted[next].0.magnitude }
            let size = tied.reduce(0) { $0 + $1.1 }
            let rank = 2 * (below + ranks.count) + size + 1
            ranks.append(contentsOf: repeatElement(rank, count: size))
            positive += rank * tied.reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 }
            next += tied.count
        }
        doubledRanks = ranks
        doubledPositiveSum = positive
        doubledTotal = ranks.reduce(0, +)
    }
}
