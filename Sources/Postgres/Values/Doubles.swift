extension Double: PostgresValue {
    public static var oid: UInt32 { 701 }
    public static var arrayOid: UInt32 { 1022 }

    /// The shortest text that reads back as the same number.
    public var postgresText: String? {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        return description
    }

    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText else { return nil }
        if let short = Self(short: postgresText) {
            self = short
            return
        }
        let text = String(decoding: postgresText, as: UTF8.self)
        switch text {
        case "NaN": self = .nan
        case "Infinity": self = .infinity
        case "-Infinity": self = -.infinity
        default:
            guard postgresText.allSatisfy(Self.mayStandInNumber), let value = Self(text), value.isFinite else {
                return nil
            }
            self = value
        }
    }

    @inlinable
    public init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let bits = UInt64(bigEndianBytes: postgresBinary) else { return nil }
        self.init(bitPattern: bits)
    }

    /// Every NaN is the same one, as in text.
    @inlinable
    public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool {
        bytes.append(number: isNaN ? Double.nan.bitPattern : bitPattern)
    }

    /// Reads a decimal whose digits and power of ten are both exact in a double, so that one operation rounds it rightly
    /// (Clinger 1990, "How to read floating point numbers accurately"); nil for any other text.
    private init?(short text: UnsafeBufferPointer<UInt8>) {
        guard (1...17).contains(text.count) else { return nil }
        let isNegative = text[0] == UInt8(ascii: "-")
        var digits: UInt64 = 0
        var count = 0
        var point: Int?
        for byte in text.dropFirst(isNegative ? 1 : 0) {
            if byte == UInt8(ascii: "."), point == nil, count > 0 {
                point = count
                continue
            }
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            digits = digits * 10 + UInt64(digit)
            count += 1
        }
        guard count > 0, count != point, digits <= 1 << 53 else { return nil }
        let magnitude = Double(digits) / Self.powersOfTen[count - (point ?? count)]
        self = isNegative ? -magnitude : magnitude
    }

    /// A power of ten from 0 to 22, which are those that a double holds exactly.
    static func tenTo(_ power: Int) -> Double { powersOfTen[power] }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]

    private static func mayStandInNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
