import Statistics

/// A seeded generator (SplitMix64), so that a failing case can be had again.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension [Pair] {
    /// Pairs from 0 to 8 by tenths of `parts` (1: levels, many ties and zeros; 10: decimals; 10,000: hardly a tie).
    static func random(_ count: Int, parts: Int, seed: Int) -> [Pair] {
        var generator = SplitMix(seed)
        return (0..<count).map { _ in
            let before = Int.random(in: 0...8 * parts, using: &generator)
            let after = Int.random(in: 0...8 * parts, using: &generator)
            return Pair(before: Double(before) / Double(parts), after: Double(after) / Double(parts))
        }
    }

    /// Pairs whose changes are these.
    static func changing(by changes: [Double]) -> [Pair] {
        changes.map { Pair(before: 0, after: $0) }
    }

    /// The figures of these pairs on levels 0 to 8.
    var figures: PairedFigures { PairedFigures(self, minimum: 0, maximum: 8) }
}
