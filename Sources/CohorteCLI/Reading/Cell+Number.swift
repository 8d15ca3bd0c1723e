import Training

extension Cell {
    /// A decimal number with point or comma: at most 15 digits, no exponent, nothing between thousands.
    func decimal() throws(Misread) -> Double {
        let (isNegative, digits) = try signed()
        let halves = digits.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }
        guard halves.count <= 2, halves.allSatisfy(Self.areDigits) else { throw notANumber("12,5", "12.5") }
        guard halves.reduce(0, { $0 + $1.count }) <= 15 else {
            throw misread(
                "\(quoted.french) a plus de 15 chiffres", "\(quoted.english) has more than 15 digits")
        }
        let plain = halves.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
        guard let magnitude = Double(plain) else { throw notANumber("12,5", "12.5") }
        return isNegative && magnitude != 0 ? -magnitude : magnitude
    }

    /// A decimal number with point or comma, as programs write them: any digits, and an exponent.
    func scientific() throws(Misread) -> Double {
        let (isNegative, digits) = try signed()
        let parts = digits.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
        let halves = parts[0].split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }
        let exponent = parts.count == 2 ? parts[1] : []
        let exponentDigits = exponent.first.map { $0 == 0x2B || $0 == 0x2D } == true ? exponent.dropFirst() : exponent
        guard halves.count <= 2, halves.allSatisfy(Self.areDigits), parts.count == 1 || Self.areDigits(exponentDigits)
        else { throw notANumber("12,5", "12.5") }
        let plain = halves.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
        let text = parts.count == 2 ? "\(plain)e\(String(decoding: exponent, as: UTF8.self))" : plain
        guard let magnitude = Double(text), magnitude.isFinite else { throw notANumber("12,5", "12.5") }
        return isNegative && magnitude != 0 ? -magnitude : magnitude
    }

    /// A whole number within bounds.
    func integer(in bounds: ClosedRange<Int> = Int.min...Int.max) throws(Misread) -> Int {
        let (isNegative, digits) = try signed()
        guard Self.areDigits(digits) else {
            throw misread(
                "\(quoted.french) n’est pas un nombre entier (exemple : 12)",
                "\(quoted.english) is not a whole number (for example 12)")
        }
        let plain = (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
        guard let number = Int(plain), bounds.contains(number) else { throw outside(bounds) }
        return number
    }

    private func signed() throws(Misread) -> (isNegative: Bool, digits: Array<UInt8>.SubSequence) {
        let bytes = Array(try required().utf8)
        if bytes.starts(with: "\u{2212}".utf8) { return (true, bytes.dropFirst(3)) }
        switch bytes.first {
        case UInt8(ascii: "-"): return (true, bytes.dropFirst())
        case UInt8(ascii: "+"): return (false, bytes.dropFirst())
        default: return (false, bytes[...])
        }
    }

    private static func areDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { 0x30...0x39 ~= $0 }
    }

    private func notANumber(_ frenchExample: String, _ englishExample: String) -> Misread {
        misread(
            "\(quoted.french) n’est pas un nombre (exemple : \(frenchExample))",
            "\(quoted.english) is not a number (for example \(englishExample))")
    }

    private func outside(_ bounds: ClosedRange<Int>) -> Misread {
        if bounds == Int.min...Int.max {
            return misread("\(quoted.french) est trop grand", "\(quoted.english) is too large")
        }
        let (low, high) = (bounds.lowerBound, bounds.upperBound)
        return misread(
            "\(quoted.french) n’est pas entre \(low) et \(high)", "\(quoted.english) is not between \(low) and \(high)")
    }
}
