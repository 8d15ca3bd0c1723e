/// The sums d_i + d_j, i <= j, of n finite numbers: n (n + 1) / 2 of them, ordered without ever being listed.
struct WalshSums {
    private let sorted: [Double]

    init(_ numbers: [Double]) {
        // Adding zero turns a negative zero into zero, so that equal sums have equal bits.
        sorted = numbers.map { $0 + 0 }.sorted()
    }

    var count: Int { sorted.count * (sorted.count + 1) / 2 }

    /// The sum of a given rank, from 1 to `count`: the least double that so many sums do not exceed, found by
    /// bisection over the doubles, at most 64 counts of n steps each. 0 when there is no number.
    func ranked(_ rank: Int) -> Double {
        guard let least = sorted.first, let most = sorted.last else { return 0 }
        // Unsafe for speed alone: the two indices of `holds` stay within the numbers.
        return sorted.withUnsafeBufferPointer { sorted in
            var low = Self.position(least + least)
            var high = Self.position(most + most)
            while low < high {
                let middle = low + (high - low) / 2
                if Self.holds(sorted, atLeast: rank, sumsUpTo: Self.number(middle)) {
                    high = middle
                } else {
                    low = middle + 1
                }
            }
            return Self.number(low) + 0
        }
    }

    private static func holds(
        _ sorted: UnsafeBufferPointer<Double>, atLeast rank: Int, sumsUpTo bound: Double
    ) -> Bool {
        var found = 0
        var last = sorted.count - 1
        var first = 0
        while first < sorted.count {
            while last >= first, sorted[first] + sorted[last] > bound { last -= 1 }
            if last < first { break }
            found += last - first + 1
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
