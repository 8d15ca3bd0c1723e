import Statistics
import Testing

@Suite struct SignificantTests {
    @Test(arguments: [
        (0.1 + 0.2, 0.3), (1.0 / 3, 0.333333333333), (-2.0 / 3, -0.666666666667),
        (123_456_789_012_345, 123_456_789_012_000),
        (999_999_999_999.9, 1_000_000_000_000), (.leastNonzeroMagnitude, .leastNonzeroMagnitude),
        (1.7976931348623157e308, 1.79769313486e308),
        (0.00080363658478629734, 0.000803636584786), (0, 0), (-0.0, -0.0), (.infinity, .infinity),
    ]) func twelveDigitsAreKept(number: Double, rounded: Double) {
        #expect(significant(number) == rounded)
        #expect(significant(number).sign == rounded.sign)
    }

    @Test func notANumberStaysSo() { #expect(significant(.nan).isNaN) }

    @Test(arguments: [-5, 0, 1]) func fewerThanOneDigitIsOneDigit(digits: Int) {
        #expect(significant(1_234, digits: digits) == 1_000)
    }

    @Test(arguments: [17, 18, .max]) func seventeenDigitsAreTheNumberItself(digits: Int) {
        #expect(significant(0.1 + 0.2, digits: digits) == 0.1 + 0.2)
    }

    @Test(arguments: 0..<200) func roundingIsIdempotentPrintsFewDigitsAndStaysNear(seed: Int) {
        var generator = SplitMix(seed)
        let drawn = Double(bitPattern: generator.next())
        let number = drawn.isFinite ? drawn : 1 / 3
        let rounded = significant(number)
        #expect(significant(rounded) == rounded)
        #expect(significant(-number) == -rounded)
        #expect((rounded - number).magnitude <= 5.1e-12 * number.magnitude || number.isSubnormal)
        let digits = rounded.description.split(separator: "e")[0].filter(\.isNumber)
        let significantDigits = digits.drop { $0 == "0" }.reversed().drop { $0 == "0" }
        #expect(significantDigits.count <= 12, "\(rounded)")
    }
}
