/// Where chance comes in: always with this generator and a seed that is printed beside the figure.
public enum Chance {
    /// SplitMix64 (Steele, Lea and Flood 2014); a draw below n is the high half of the 128-bit product with n.
    public static let generator = "SplitMix64"
    /// The seed unless another is given.
    public static let seed: UInt64 = 2_022
    /// How many samples or arrangements are drawn unless told otherwise.
    public static let draws = 9_999
}

/// The stated generator.
struct SeededDraws {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 to below `bound`.
    @inline(__always)
    mutating func index(below bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// Fisher and Yates's shuffle, from the last place down.
    mutating func shuffle(_ numbers: inout [Int]) {
        // Unsafe for speed alone: each index is drawn below the place it is swapped with.
        numbers.withUnsafeMutableBufferPointer { numbers in
            var last = numbers.count - 1
            while last > 0 {
                let other = index(below: last + 1)
                (numbers[last], numbers[other]) = (numbers[other], numbers[last])
                last -= 1
            }
        }
    }
}
