/// A finite number as the decimal digits a person would write for it: `0.digits × 10^exponent`.
///
/// The digits are the shortest that read back as the same `Double`, so that 1.005 is rounded as 1.005 and not as
/// 1.00499999999999989….
struct DecimalDigits: Equatable {
    private(set) var isNegative: Bool
    private var digits: [UInt8]
    private var exponent: Int

    /// Nil for what is not a finite number.
    init?(_ number: Double) {
        guard number.isFinite else { return nil }
        isNegative = number.sign == .minus
        let written = number.magnitude.description.utf8
        let mantissa = written.prefix { $0 != UInt8(ascii: "e") }
        let power = Substring(written.dropFirst(mantissa.count + 1))
        digits = mantissa.lazy.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
        exponent = mantissa.prefix { $0 != UInt8(ascii: ".") }.count + (Int(power) ?? 0)
        trim()
    }

    var isZero: Bool { digits.isEmpty }

    /// The digits before the decimal mark, at least one.
    var whole: String {
        exponent <= 0 ? "0" : Self.text(digits.prefix(exponent)) + zeros(exponent - digits.count)
    }

    /// The digits after the decimal mark, none for a whole number.
    var fraction: String {
        exponent >= digits.count ? "" : zeros(-exponent) + Self.text(digits.dropFirst(max(exponent, 0)))
    }

    /// The fraction, filled with zeros up to so many decimals.
    func fraction(decimals: Int) -> String {
        let fraction = fraction
        return fraction + zeros(decimals - fraction.utf8.count)
    }

    /// Rounds to so many decimals, half away from zero.
    func rounded(decimals: Int) -> DecimalDigits {
        let kept = exponent + decimals
        guard kept < digits.count else { return self }
        var result = self
        let goesUp = kept >= 0 && digits[kept] >= 5
        result.digits.removeSubrange(max(kept, 0)...)
        if goesUp { result.addOneToLast() }
        result.trim()
        return result
    }

    private mutating func addOneToLast() {
        while let last = digits.popLast() {
            if last < 9 {
                digits.append(last + 1)
                return
            }
        }
        digits = [1]
        exponent += 1
    }

    private mutating func trim() {
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        exponent -= leading
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { (isNegative, exponent) = (false, 0) }
    }

    private static func text(_ digits: some Sequence<UInt8>) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }

    private func zeros(_ count: Int) -> String { String(repeating: "0", count: max(count, 0)) }
}
