/// The sums d_i + d_j, i <= j, of n finite numbers: n (n + 1) / 2 of them, ordered without ever being listed.
struct WalshSums {
    /// Each number once, in increasing order.
    private let sorted: [Double]
    /// How many of the numbers stand before each, and at the end how many there are.
    private let before: [Int]

    /// Of numbers that each count so many times.
    init(_ numbers: [Double], times counts: [Int]) {
        var sorted: [Double] = []
        var before: [Int] = [0]
        // Adding zero turns a negative zero into zero, so that equal sums have equal bits.
        for (number, count) in zip(numbers.lazy.map { $0 + 0 }, counts).sorted(by: { $0.0 < $1.0 }) {
            if sorted.last == number {
                before[sorted.count] += count
            } else {
                sorted.append(number)
                before.append(before[sorted.count - 1] + count)
            }
        }
        (self.sorted, self.before) = (sorted, before)
    }

    var count: Int { (before.last ?? 0) * ((before.last ?? 0) + 1) / 2 }

    /// The sum of a given rank, from 1 to `count`: the least double that so many sums do not exceed, found by
    /// bisection over the doubles, at most 64 counts of n steps each. 0 when there is no number.
    func ranked(_ rank: Int) -> Double {
        guard let least = sorted.first, let most = sorted.last else { return 0 }
        var low = Self.position(least + least)
        var high = Self.position(most + most)
        // Unsafe for speed alone: the indices of `holds` stay within the numbers.
        return sorted.withUnsafeBufferPointer { sorted in
            before.withUnsafeBufferPointer { before in
                while low < high {
                    let middle = low + (high - low) / 2
                    if Self.holds(sorted, before, atLeast: rank, sumsUpTo: Self.number(middle)) {
                        high = middle
                    } else {
                        low = middle + 1
                    }
                }
                return Self.number(low) + 0
            }
        }
    }

    private static func holds(
        _ sorted: UnsafeBufferPointer<Double>, _ before: UnsafeBufferPointer<Int>, atLeast rank: Int,
        sumsUpTo bound: Double
    ) -> Bool {
        var found = 0
        var last = sorted.count - 1
        var first = 0
        while first < sorted.count {
            while last >= first, sorted[first] + sorted[last] > bound { last -= 1 }
            if last < first { break }
            let size = before[first + 1] - before[first]
            found += size * (size + 1) / 2 + size * (before[last + 1] - before[first + 1])
            if found >= rank { return true }
            first += 1
        }
        return found >= rank
    }

    /// Where a double stands among all doubles in increasing order.
    private static func position(_ number: Double) -> UInt64 {
        let bits = number.bitPattern
        return number.sign == .minus ? ~bits : bits | 1 << 63
    }

    private static func number(_ position: UInt64) -> Double {
        Double(bitPattern: position >> 63 == 0 ? ~position : position & ~(1 << 63))
    }
}
