/// What a published sum leaves open: nobody's value may be told by a mean at the end of its scale, by people who are all
/// alike, or by a count of everybody or nobody. A value must keep at least this much of its range.
enum Latitude {
    /// The share of the range from zero to the most possible that must stay possible for each person.
    static let leastShare = 0.5
    /// The points of change that the spread must leave open around the mean.
    static let leastSpread = 10.0

    /// Whether a count of some leaves open who they are: at least so many are counted and as many are not. With two, a
    /// count that is left out does not say "all" or "nobody" by being left out.
    static func isLeft(byCount count: Int, of all: Int, atLeast least: Int = 2) -> Bool {
        count >= least && all - count >= least
    }

    /// Whether the sum of these values, each known to lie between 0 and its own most, leaves everybody's value open.
    static func isLeft(by values: [Double], outOf most: [Double]) -> Bool {
        let (sum, all) = (values.reduce(0, +), most.reduce(0, +))
        return most.allSatisfy { most in
            let range = min(most, sum) - max(0, sum - (all - most))
            return most <= 0 || range + 1e-9 >= leastShare * most
        }
    }

    /// Whether mean and standard deviation leave everybody's value open; source: Samuelson's inequality
    /// |x - mean| <= s (n - 1) / √n (How deviant can you be?, JASA 63, 1968).
    static func isLeft(bySpreadOf values: [Double]) -> Bool {
        let n = Double(values.count)
        guard n > 1 else { return values.isEmpty }
        let mean = values.reduce(0, +) / n
        let deviation = (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (n - 1)).squareRoot()
        return 2 * deviation * (n - 1) / n.squareRoot() + 1e-9 >= leastSpread
    }
}

/// People who cannot be told apart by the sums that were told: each took part in the same ones, with the same values.
struct ToldClasses {
    private let sums: [[String: Set<String>]]
    private let now: [String: Set<String>]

    /// - Parameters:
    ///   - told: the sums of one kind of figure, published or about to be.
    ///   - current: today's quantities of everybody.
    init(told: [ToldSum], current: ToldSum) {
        func quantities(_ sums: [ToldSum]) -> [String: Set<String>] {
            Dictionary(grouping: sums.flatMap(\.terms), by: \.person).mapValues { Set($0.map(\.quantity)) }
        }
        sums = told.map { quantities([$0]) }
        now = quantities([current])
    }

    /// The people parted into those who cannot be told apart.
    func parted(_ people: [String]) -> [[String]] {
        var order: [[Int]] = []
        var classes: [[Int]: [String]] = [:]
        for person in people {
            let mark = sums.map { sum in
                sum[person].map { $0.isSubset(of: now[person] ?? []) ? 1 : 2 } ?? 0
            }
            if classes[mark] == nil { order.append(mark) }
            classes[mark, default: []].append(person)
        }
        return order.compactMap { classes[$0] }
    }
}
