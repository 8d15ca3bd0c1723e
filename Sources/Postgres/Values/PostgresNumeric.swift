/// The double nearest to one of PostgreSQL's `numeric`; those beyond the doubles are refused.
package struct PostgresNumeric: Hashable, Sendable {
    package let value: Double

    package init(_ value: Double) { self.value = value }
}

extension PostgresNumeric: PostgresValue {
    package static var oid: UInt32 { 1700 }
    package static var arrayOid: UInt32 { 1231 }

    /// The shortest decimal that reads back as the same number, a whole one without a point.
    package var postgresText: String? {
        value.postgresText.map { $0.hasSuffix(".0") ? String($0.dropLast(2)) : $0 }
    }

    package init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let value = Double(postgresText: postgresText) else { return nil }
        self.init(value)
    }

    /// Reads PostgreSQL's `numeric_send`: how many digits to base 10 000, the power of the first, the sign, how many
    /// decimals to show, and the digits.
    package init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let postgresBinary else { return nil }
        var reader = BinaryReader(postgresBinary)
        guard let count = reader.number(UInt16.self), let weight = reader.number(Int16.self),
            let sign = reader.number(UInt16.self).flatMap(Sign.init), let scale = reader.number(UInt16.self),
            scale <= 0x3fff, reader.rest.count == 2 * Int(count)
        else { return nil }
        switch sign {
        case .notANumber: self.init(.nan)
        case .infinite: self.init(.infinity)
        case .minusInfinite: self.init(-.infinity)
        case .positive, .negative:
            let power = 4 * (Int(weight) - Int(count) + 1)
            guard let magnitude = Self.magnitude(&reader, timesTenTo: power) else { return nil }
            self.init(sign == .negative && magnitude > 0 ? -magnitude : magnitude)
        }
    }

    /// The signs of utils/adt/numeric.c; an infinity since PostgreSQL 14.
    private enum Sign: UInt16 {
        case positive = 0
        case negative = 0x4000
        case notANumber = 0xC000
        case infinite = 0xD000
        case minusInfinite = 0xF000
    }

    /// The number that digits to base 10 000 make; nil when one is no digit or the number is beyond the doubles.
    private static func magnitude(_ digits: inout BinaryReader, timesTenTo power: Int) -> Double? {
        let all = digits
        var short = 0
        var isShort = (-22...22).contains(power)
        while let digit = digits.number(Int16.self) {
            guard (0..<10_000).contains(digit) else { return nil }
            isShort = isShort && short < (1 << 53) / 10_000
            if isShort { short = short * 10_000 + Int(digit) }
        }
        guard isShort else { return long(all, timesTenTo: power) }
        // Both are exact in a double, so one operation rounds rightly (Clinger 1990).
        return power < 0 ? Double(short) / Double.tenTo(-power) : Double(short) * Double.tenTo(power)
    }

    private static func long(_ digits: BinaryReader, timesTenTo power: Int) -> Double? {
        var digits = digits
        var text = ""
        while let digit = digits.number(Int16.self) { text += padded(Int(digit), 4) }
        return Double("\(text)e\(power)").flatMap { $0.isFinite ? $0 : nil }
    }

    /// Writes the shortest decimal that reads back as the same number.
    package func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool {
        guard value.isFinite else {
            let sign: Sign = value.isNaN ? .notANumber : value > 0 ? .infinite : .minusInfinite
            for word in [0, 0, sign.rawValue, 0] as [UInt16] { bytes.append(word) }
            return true
        }
        var (digits, power) = Self.decimal(value.magnitude)
        let scale = max(0, -power)
        while !power.isMultiple(of: 4) {
            digits.append(0)
            power -= 1
        }
        digits = Array(repeating: 0, count: (4 - digits.count % 4) % 4) + digits
        bytes.append(UInt16(digits.count / 4))
        bytes.append(Int16((digits.count + power) / 4 - 1))
        bytes.append((value < 0 ? Sign.negative : .positive).rawValue)
        bytes.append(UInt16(scale))
        for start in stride(from: 0, to: digits.count, by: 4) {
            bytes.append(digits[start..<start + 4].reduce(0 as UInt16) { $0 * 10 + UInt16($1) })
        }
        return true
    }

    /// The decimal digits of a finite number, and the power of ten of the last.
    private static func decimal(_ magnitude: Double) -> (digits: [UInt8], power: Int) {
        let parts = magnitude.description.split(separator: "e")
        let point = parts[0].split(separator: ".")
        let part = point.count > 1 && point[1] != "0" ? point[1] : ""
        let digits = (point[0] + part).utf8.map { $0 - UInt8(ascii: "0") }
        let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        return (digits, power - part.utf8.count)
    }
}
