/// Bytes as they are: `bytea`. (`[UInt8]` would be an array of small numbers.)
public struct Bytes: Hashable, PostgresValue {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public static var oid: UInt32 { 17 }
    public static var arrayOid: UInt32 { 1001 }

    /// `\x` and two hexadecimal digits a byte.
    public var postgresText: String? {
        String(unsafeUninitializedCapacity: 2 + 2 * bytes.count) { text in
            text[0] = UInt8(ascii: "\\")
            text[1] = UInt8(ascii: "x")
            for (index, byte) in bytes.enumerated() {
                text[2 + 2 * index] = Hex.digit(byte >> 4)
                text[3 + 2 * index] = Hex.digit(byte & 15)
            }
            return 2 + 2 * bytes.count
        }
    }

    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let text = postgresText, text.count.isMultiple(of: 2), text.starts(with: "\\x".utf8) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2 - 1)
        for at in stride(from: 2, to: text.count, by: 2) {
            guard let byte = Hex.byte(text[at], text[at + 1]) else { return nil }
            bytes.append(byte)
        }
        self.bytes = bytes
    }

    public init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let postgresBinary else { return nil }
        bytes = Array(postgresBinary)
    }

    public func appendPostgresBinary(to writer: inout BinaryWriter) -> Bool {
        bytes.withUnsafeBytes { writer.append(contentsOf: $0) }
        return true
    }
}

enum Hex {
    static func digit(_ nibble: UInt8) -> UInt8 {
        nibble + (nibble < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }

    static func byte(_ high: UInt8, _ low: UInt8) -> UInt8? {
        let (high, low) = (nibble(high), nibble(low))
        return (high | low) & 0xF0 == 0 ? high << 4 | low : nil
    }

    /// The four bytes, in the order they lie in, of eight digits, the first in the lowest byte; nil when one is no digit.
    static func bytes(_ digits: UInt64) -> UInt32? {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // A letter's bits differ from a digit's in the seventh; its last four count from 1 where its value begins with 10.
        let letters = digits >> 6 & ones
        let values = digits & (ones &* 0x0F) &+ letters &* 9
        guard values & (ones &* 0xF0) == 0 else { return nil }
        // Written again they are what they were, but for capitals.
        let small = digits | letters &* 0x20
        let isLetter = (values &+ ones &* 6) >> 4 & ones
        guard values &+ ones &* 0x30 &+ isLetter &* 0x27 == small else { return nil }
        let pairs = (values << 4 | values >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
        return UInt32(truncatingIfNeeded: fours | fours >> 16).littleEndian
    }

    /// A digit's value, 0xFF when it is none.
    static func nibble(_ digit: UInt8) -> UInt8 {
        let (number, letter) = (digit &- UInt8(ascii: "0"), (digit | 0x20) &- UInt8(ascii: "a"))
        return number < 10 ? number : letter < 6 ? letter + 10 : 0xFF
    }
}
