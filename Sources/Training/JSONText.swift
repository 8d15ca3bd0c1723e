extension JSONWriter {
    /// Writes a text in quotes. Control characters, separators of lines and marks that turn the direction of writing are
    /// escaped: whoever reads the text back has them, and whoever looks at the JSON is not misled.
    mutating func write(_ text: String) {
        append(UInt8(ascii: "\""))
        if text.utf8.withContiguousStorageIfAvailable({ appendIfPlain($0) }) != true {
            for scalar in text.unicodeScalars { write(scalar) }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendIfPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Self.isPlain(UnsafeRawBufferPointer(text)) else { return false }
        append(contentsOf: text)
        return true
    }

    /// Whether every byte stands for itself, eight at a time. Marks of direction begin with 0xD8 or 0xE2; what else does is
    /// looked at letter by letter.
    static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var at = 0
        while at + 8 <= bytes.count {
            guard isPlain(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) else { return false }
            at += 8
        }
        guard at < bytes.count else { return true }
        var rest: UInt64 = 0x2020_2020_2020_2020
        while at < bytes.count {
            rest = rest << 8 | UInt64(bytes[at])
            at += 1
        }
        return isPlain(rest)
    }

    /// The same of eight bytes (the tests for a byte below 32 and for a zero byte are those of Warren, Hacker's Delight,
    /// section 6-1).
    private static func isPlain(_ word: UInt64) -> Bool {
        func holds(_ byte: UInt64) -> UInt64 {
            let rest = word ^ (ones &* byte)
            return (rest &- ones) & ~rest
        }
        let found =
            (word &- ones &* 0x20) & ~word | holds(0x22) | holds(0x5C) | holds(0x7F) | holds(0xD8) | holds(0xE2)
        return found & (ones << 7) == 0
    }

    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": write(literal: "\\\"")
        case "\\": write(literal: "\\\\")
        case "\n": write(literal: "\\n")
        case "\r": write(literal: "\\r")
        case "\t": write(literal: "\\t")
        case _ where Self.steers(scalar):
            let hexadecimal = String(scalar.value, radix: 16)
            write(digits: "\\u" + String(repeating: "0", count: 4 - hexadecimal.utf8.count) + hexadecimal)
        default: for byte in scalar.utf8 { append(byte) }
        }
    }

    /// Control characters, separators of lines and paragraphs, and what turns the direction of writing.
    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F, 0x2028...0x2029: true
        default: scalar.turnsDirection
        }
    }
}

extension OutputSpan<UInt8> {
    mutating func append(contentsOf text: UnsafeBufferPointer<UInt8>) {
        withUnsafeMutableBufferPointer { buffer, count in
            count = buffer[count...].update(fromContentsOf: text)
        }
    }
}
