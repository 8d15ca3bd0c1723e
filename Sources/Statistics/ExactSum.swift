/// A sum of finite doubles rounded once, at the end: the same in any order (Shewchuk 1997, as Python's `math.fsum`).
struct ExactSum {
    /// Non-overlapping, of increasing magnitude; their exact sum is the sum of everything added.
    private var partials: [Double] = []
    /// How many of them count; those behind are room for more.
    private var count = 0
    /// As many as scores of a cohort need.
    private static let usual = 6

    init(_ values: some Sequence<Double>) {
        partials.reserveCapacity(Self.usual)
        for value in values { add(value) }
    }

    /// The sum of values that each count so many times, less often than 2^53.
    init(_ values: some Sequence<Double>, times counts: some Sequence<Int>) {
        partials.reserveCapacity(Self.usual)
        for (value, count) in zip(values, counts) {
            guard count > 1 else {
                if count == 1 { add(value) }
                continue
            }
            let product = value * Double(count)
            add(product)
            // What the product lost by being rounded.
            add((-product).addingProduct(value, Double(count)))
        }
    }

    private mutating func add(_ value: Double) {
        var high = value
        var kept = 0
        for index in 0..<count {
            var other = partials[index]
            if high.magnitude < other.magnitude { swap(&high, &other) }
            let sum = high + other
            let lost = other - (sum - high)
            if lost != 0 {
                partials[kept] = lost
                kept += 1
            }
            high = sum
        }
        if kept < partials.count { partials[kept] = high } else { partials.append(high) }
        count = kept + 1
    }

    /// The sum, correctly rounded to nearest, ties to even.
    var rounded: Double {
        var rest = partials[..<count]
        guard var high = rest.popLast() else { return 0 }
        while let next = rest.popLast() {
            let sum = high + next
            let lost = next - (sum - high)
            high = sum
            if lost == 0 { continue }
            if let beyond = rest.last, (lost < 0) == (beyond < 0) {
                let nudged = high + lost * 2
                if nudged - high == lost * 2 { high = nudged }
            }
            break
        }
        return high
    }
}
