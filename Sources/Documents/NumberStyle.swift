/// How numbers are written for people to read, in one language.
public struct NumberStyle: Equatable, Sendable {
    /// What is written in place of a figure that does not exist (not a number, infinite, nil).
    public static let missing = "—"

    let decimalMark: String
    let groupMark: String
    let minus: String
    let beforePercent: String
    let zeroIsSingular: Bool

    /// A whole number, thousands grouped: `1 234`.
    public func integer(_ number: Int) -> String {
        (number < 0 ? minus : "") + grouped(String(number.magnitude))
    }

    /// A number with so many decimals, the decimal value rounded half away from zero: `−1 234,50`.
    public func fixed(_ number: Double?, decimals: Int) -> String {
        written(number, decimals: decimals, plus: "")
    }

    /// A change with so many decimals, its sign always written, none for what rounds to zero: `+12,3`, `−0,4`, `0,0`.
    public func change(_ number: Double?, decimals: Int) -> String {
        written(number, decimals: decimals, plus: "+")
    }

    /// A share already in hundredths (45.2 for 45.2 %), with so many decimals: `45,2 %`.
    public func percent(_ hundredths: Double?, decimals: Int = 0) -> String {
        let number = fixed(hundredths, decimals: decimals)
        return number == Self.missing ? number : number + beforePercent + "%"
    }

    /// A number of things with its noun, which does not leave it at the end of a line: `0 séance`, `2 séances`.
    public func count(_ number: Int, _ singular: String, _ plural: String) -> String {
        integer(number) + "\u{A0}" + noun(number, singular, plural)
    }

    /// A quantity with its noun, which agrees with the figure as displayed: `1,5 point`, `2,0 points`.
    public func quantity(_ number: Double?, decimals: Int, _ singular: String, _ plural: String) -> String {
        fixed(number, decimals: decimals) + "\u{A0}" + noun(number, decimals: decimals, singular, plural)
    }

    /// The form of a noun after a whole number.
    public func noun(_ number: Int, _ singular: String, _ plural: String) -> String {
        isSingular(String(number.magnitude), "") ? singular : plural
    }

    /// The form of a noun after a number displayed with so many decimals; plural for a missing figure.
    public func noun(_ number: Double?, decimals: Int, _ singular: String, _ plural: String) -> String {
        guard let digits = number.flatMap(DecimalDigits.init)?.rounded(decimals: decimals) else { return plural }
        return isSingular(digits.whole, digits.fraction(decimals: decimals)) ? singular : plural
    }

    private func isSingular(_ whole: String, _ fraction: String) -> Bool {
        zeroIsSingular ? whole == "0" || whole == "1" : whole == "1" && fraction.isEmpty
    }

    private func written(_ number: Double?, decimals: Int, plus: String) -> String {
        if let number, let known = nearby(number, decimals: decimals, plus: plus) { return known }
        guard let digits = number.flatMap(DecimalDigits.init)?.rounded(decimals: decimals) else { return Self.missing }
        let sign = digits.isNegative ? minus : digits.isZero ? "" : plus
        let fraction = digits.fraction(decimals: decimals)
        return sign + grouped(digits.whole) + (fraction.isEmpty ? "" : decimalMark + fraction)
    }

    /// What is written of a number below a million that is far from the middle between two, where the nearest says it all.
    private func nearby(_ number: Double, decimals: Int, plus: String) -> String? {
        guard number.magnitude < 1e6, 0...3 ~= decimals else { return nil }
        let scale = [1, 10, 100, 1_000][decimals]
        let scaled = number.magnitude * Double(scale)
        let units = scaled.rounded()
        guard (scaled - units).magnitude < 0.499_999 else { return nil }
        let (whole, rest) = Int(units).quotientAndRemainder(dividingBy: scale)
        var text = units == 0 ? "" : number < 0 ? minus : plus
        text += whole < 1_000 ? String(whole) : grouped(String(whole))
        if decimals > 0 {
            text += decimalMark
            // The digits behind a one, so that they keep their zeros.
            text += String(rest + scale).dropFirst()
        }
        return text
    }

    private func grouped(_ digits: String) -> String {
        if digits.utf8.count <= 3 { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { result += groupMark }
            result.append(digit)
        }
        return result
    }
}

extension NumberStyle {
    /// English: point, comma between thousands, U+2212 as minus; only what is displayed as 1 is singular.
    public static let english = NumberStyle(
        decimalMark: ".", groupMark: ",", minus: "\u{2212}", beforePercent: "",
        zeroIsSingular: false)
}
