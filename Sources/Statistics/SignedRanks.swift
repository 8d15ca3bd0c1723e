/// The ranks of the absolute changes that are not zero, doubled so that midranks are whole numbers.
struct SignedRanks {
    /// In increasing order.
    let doubledRanks: [Int]
    /// The sum of the doubled ranks of the positive changes.
    let doubledPositiveSum: Int
    let doubledTotal: Int

    /// - Parameters:
    ///   - steps: the changes, ties and zeros being exact.
    ///   - zerosAreRanked: Pratt's way: zeros take the lowest ranks, then are dropped.
    init(_ steps: [Int], zerosAreRanked: Bool = false) {
        let sorted = steps.filter { $0 != 0 }.sorted { $0.magnitude < $1.magnitude }
        let below = zerosAreRanked ? steps.count - sorted.count : 0
        var ranks: [Int] = []
        ranks.reserveCapacity(sorted.count)
        var positive = 0
        while ranks.count < sorted.count {
            let start = ranks.count
            let tied = sorted[start...].prefix { $0.magnitude == sorted[start].magnitude }
            let rank = 2 * (below + start) + tied.count + 1
            ranks.append(contentsOf: repeatElement(rank, count: tied.count))
            positive += rank * tied.count { $0 > 0 }
        }
        doubledRanks = ranks
        doubledPositiveSum = positive
        doubledTotal = ranks.reduce(0, +)
    }
}
