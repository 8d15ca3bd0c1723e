/// How the p of a permutation test was found.
public enum PermutationMethod: String, Sendable, CaseIterable {
    /// By counting all arrangements.
    case exact
    /// By drawing arrangements with the stated generator and seed, the observed one among them.
    case drawn
}

/// The permutation test of a sum of products: of all arrangements of one column against the other, each as likely, the
/// share whose sum lies at least as far from their mean as the observed one.
///
/// All of them are counted up to a million distinct ones; beyond, `draws` are drawn and p = (1 + hits) / (1 + draws).
struct ArrangementTest: Sendable, Equatable {
    static let largestExactCount = 1_000_000
    /// Counting goes as deep as there are people.
    private static let largestExactSize = 1_000

    let p: Double
    let method: PermutationMethod

    /// Two columns of the same length; which of the two is arranged, and their order, changes no exact p.
    ///
    /// - Parameter width: sums that differ by no more are told equal.
    init(_ left: [Int], _ right: [Int], within width: Int = 0, draws: Int, seed: UInt64) {
        let fewer = Self.arrangements(of: left) ?? .max <= Self.arrangements(of: right) ?? .max
        let (fixed, arranged) = fewer ? (right, left) : (left, right)
        let bounds = Bounds(fixed, arranged, within: width)
        if fixed.count <= Self.largestExactSize, let count = Self.arrangements(of: arranged) {
            var counting = Counting(fixed, arranged, bounds)
            counting.go(from: 0, sum: 0)
            (p, method) = (Double(counting.hits) / Double(count), .exact)
        } else {
            let hits = Self.hits(left, right, bounds, draws: draws, seed: seed)
            (p, method) = (Double(1 + hits) / Double(1 + draws), .drawn)
        }
    }

    /// n! over the factorials of the ties, nil beyond a million.
    static func arrangements(of numbers: [Int]) -> Int? {
        let ties = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +).values.sorted()
        var (product, placed) = (1, ties.last ?? 0)
        for tied in ties.dropLast() {
            for next in 1...tied {
                placed += 1
                let (raised, overflows) = product.multipliedReportingOverflow(by: placed)
                // Within a tie the product is a whole number of combinations after each step.
                product = raised / next
                if overflows || product > largestExactCount { return nil }
            }
        }
        return product
    }

    private static func hits(_ fixed: [Int], _ arranged: [Int], _ bounds: Bounds, draws: Int, seed: UInt64) -> Int {
        var generator = SeededDraws(seed: seed)
        var (arranged, hits) = (arranged, 0)
        // Unsafe for speed alone: both columns have the same length.
        fixed.withUnsafeBufferPointer { fixed in
            for _ in 0..<draws {
                generator.shuffle(&arranged)
                let sum = arranged.withUnsafeBufferPointer { arranged in
                    var sum = 0
                    for index in 0..<fixed.count { sum += fixed[index] * arranged[index] }
                    return sum
                }
                if bounds.isReached(by: sum) { hits += 1 }
            }
        }
        return hits
    }
}

/// The two sums that lie as far from the mean of all arrangements as the observed one, in whole numbers.
private struct Bounds: Sendable {
    private let lower: Int
    private let upper: Int

    init(_ left: [Int], _ right: [Int], within width: Int) {
        let observed = zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
        let size = Int128(max(1, left.count))
        let twiceMean = 2 * left.reduce(Int128(0)) { $0 + Int128($1) } * right.reduce(Int128(0)) { $0 + Int128($1) }
        let mirrored = twiceMean - Int128(observed) * size
        let other = Self.floor(mirrored, by: size)
        if Int128(observed) * size >= mirrored {
            (upper, lower) = (observed - width, Int(clamping: other + Int128(width)))
        } else {
            (lower, upper) = (observed + width, Int(clamping: -Self.floor(-mirrored, by: size) - Int128(width)))
        }
    }

    func isReached(by sum: Int) -> Bool { sum >= upper || sum <= lower }

    private static func floor(_ number: Int128, by divisor: Int128) -> Int128 {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }
}

/// Walks through the distinct arrangements, place by place.
private struct Counting {
    private let fixed: [Int]
    /// The sum of `fixed` from each place on.
    private let rest: [Int]
    private let values: [Int]
    private var left: [Int]
    private var kinds: Int
    private let bounds: Bounds
    private(set) var hits = 0

    init(_ fixed: [Int], _ arranged: [Int], _ bounds: Bounds) {
        let ties = Dictionary(arranged.map { ($0, 1) }, uniquingKeysWith: +)
        self.fixed = fixed
        values = ties.keys.sorted()
        left = values.map { ties[$0] ?? 0 }
        kinds = values.count
        rest = fixed.reversed().reduce(into: [0]) { sums, next in sums.append((sums.last ?? 0) + next) }.reversed()
        self.bounds = bounds
    }

    mutating func go(from place: Int, sum: Int) {
        if kinds <= 1 {
            let last = left.firstIndex { $0 > 0 }.map { values[$0] } ?? 0
            if bounds.isReached(by: sum + last * rest[place]) { hits += 1 }
            return
        }
        for kind in values.indices where left[kind] > 0 {
            left[kind] -= 1
            if left[kind] == 0 { kinds -= 1 }
            go(from: place + 1, sum: sum + values[kind] * fixed[place])
            if left[kind] == 0 { kinds += 1 }
            left[kind] += 1
        }
    }
}
