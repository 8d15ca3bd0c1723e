/// A whole number modulo the prime 2^61 - 1: exact arithmetic for ranks, where rounding would hide or invent a relation.
///
/// A relation between sums that holds over the fractions holds modulo the prime, as long as it does not divide the
/// relation's own determinants; those of sums over a few hundred people with small weights miss a given prime of 61 bits.
struct Residue: Hashable, Sendable {
    static let modulus: UInt64 = (1 << 61) - 1
    static let zero = Residue(0)
    static let one = Residue(1)

    private let value: UInt64

    init(_ value: UInt64) { self.value = value % Self.modulus }

    /// The fraction of two positive numbers.
    init(_ numerator: Int, over denominator: Int) {
        self = Residue(numerator.magnitudeAsUInt64) * Residue(denominator.magnitudeAsUInt64).inverse
    }

    /// The number whose product with this one is 1; that of zero is zero.
    var inverse: Residue {
        var (result, base, exponent) = (Self.one, self, Self.modulus - 2)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base }
            base = base * base
            exponent >>= 1
        }
        return result
    }

    static func * (left: Residue, right: Residue) -> Residue {
        let product = left.value.multipliedFullWidth(by: right.value)
        let low = product.low & modulus
        let high = product.high << 3 | product.low >> 61
        return Residue(low + high)
    }

    static func - (left: Residue, right: Residue) -> Residue { Residue(left.value + (modulus - right.value)) }
}

extension Int {
    fileprivate var magnitudeAsUInt64: UInt64 { UInt64(magnitude) }
}
