public import FoundationEssentials

extension UUID: PostgresValue {
    public static var oid: UInt32 { 2950 }
    public static var arrayOid: UInt32 { 2951 }

    /// Small hexadecimal digits in groups of 8, 4, 4, 4 and 12, as PostgreSQL writes them.
    public var postgresText: String? { lowercased }

    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText, postgresText.count == 36 else { return nil }
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        var wrong: UInt8 = 0
        withUnsafeMutableBytes(of: &bytes) { bytes in
            var at = 0
            for index in 0..<16 {
                if Self.isHyphen(at) {
                    wrong |= postgresText[at] ^ UInt8(ascii: "-")
                    at += 1
                }
                let (high, low) = (Hex.nibble(postgresText[at]), Hex.nibble(postgresText[at + 1]))
                wrong |= (high | low) & 0xF0
                bytes[index] = high << 4 | low
                at += 2
            }
        }
        guard wrong == 0 else { return nil }
        self.init(uuid: bytes)
    }

    public init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let postgresBinary, postgresBinary.count == 16 else { return nil }
        self.init(uuid: postgresBinary.loadUnaligned(as: uuid_t.self))
    }

    public func appendPostgresBinary(to writer: inout BinaryWriter) -> Bool {
        withUnsafeBytes(of: uuid) { writer.append(contentsOf: $0) }
        return true
    }

    var lowercased: String {
        withUnsafeBytes(of: uuid) { bytes in
            String(unsafeUninitializedCapacity: 36) { text in
                var at = 0
                for byte in bytes {
                    if Self.isHyphen(at) {
                        text[at] = UInt8(ascii: "-")
                        at += 1
                    }
                    text[at] = Hex.digit(byte >> 4)
                    text[at + 1] = Hex.digit(byte & 15)
                    at += 2
                }
                return at
            }
        }
    }

    private static func isHyphen(_ at: Int) -> Bool { at == 8 || at == 13 || at == 18 || at == 23 }
}
