public import FoundationEssentials

extension UUID: PostgresValue {
    public static var oid: UInt32 { 2950 }
    public static var arrayOid: UInt32 { 2951 }

    /// Small hexadecimal digits in groups of 8, 4, 4, 4 and 12, as PostgreSQL writes them.
    public var postgresText: String? { lowercased }

    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText, postgresText.count == 36 else { return nil }
        let text = UnsafeRawBufferPointer(postgresText)
        let isInGroups = [8, 13, 18, 23].allSatisfy { text[$0] == UInt8(ascii: "-") }
        func digits<Digits: FixedWidthInteger>(_ at: Int, as: Digits.Type) -> UInt64 {
            UInt64(Digits(littleEndian: text.loadUnaligned(fromByteOffset: at, as: Digits.self)))
        }
        func eight(_ at: Int) -> UInt64 { digits(at, as: UInt64.self) }
        func four(_ at: Int) -> UInt64 { digits(at, as: UInt32.self) }
        guard isInGroups, let first = Hex.bytes(eight(0)), let second = Hex.bytes(four(9) | four(14) << 32),
            let third = Hex.bytes(four(19) | four(24) << 32), let fourth = Hex.bytes(eight(28))
        else { return nil }
        self.init(uuid: unsafeBitCast((first, second, third, fourth), to: uuid_t.self))
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
