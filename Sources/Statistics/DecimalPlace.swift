/// The decimal place at which numbers of one data set are told apart.
struct DecimalPlace {
    /// What a number of the sample is multiplied by to count its units of that place.
    private let factor: Double

    /// - Parameters:
    ///   - largest: the largest absolute value of the data.
    ///   - exponent: the power of two by which the data have been divided.
    init(ofTwelfthDigitIn largest: Double, exponent: Int) {
        guard largest > 0 else {
            factor = 1
            return
        }
        let power = 11 - Self.decimalExponent(of: largest)
        let near = min(max(power, -300), 300)
        factor = Self.powerOfTen(near, times: exponent) * Self.powerOfTen(power - near, times: 0)
    }

    /// A number, given in the sample's scale, as whole units of the place, halves away from zero.
    func steps(_ number: Double) -> Int {
        Int(exactly: (number * factor).rounded()) ?? (number < 0 ? .min + 1 : .max)
    }

    /// So many units of the place, in the sample's scale.
    func number(_ steps: Double) -> Double { steps / factor }

    /// The powers of ten that are doubles themselves.
    private static let exact = (0...22).map { Double("1e\($0)") ?? 1 }

    /// 10^power x 2^exponent.
    private static func powerOfTen(_ power: Int, times exponent: Int) -> Double {
        let ten = exact.indices.contains(power) ? exact[power] : Double("1e\(power)") ?? 1
        return Double(sign: .plus, exponent: exponent, significand: ten)
    }

    /// The exponent of the first significant digit, read from the shortest decimal that is this number.
    private static func decimalExponent(of number: Double) -> Int {
        // No shortest decimal of a double below a power of ten that is a double reaches it.
        if number >= 1, let above = exact.firstIndex(where: { number < $0 }) { return above - 1 }
        let text = number.description
        let parts = text.split(separator: "e")
        let shift = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        let digits = parts.first ?? ""
        let point = digits.firstIndex(of: ".") ?? digits.endIndex
        let whole = digits[..<point]
        if whole != "0" { return shift + whole.count - 1 }
        let zeros = digits[point...].dropFirst().prefix { $0 == "0" }
        return shift - zeros.count - 1
    }
}
