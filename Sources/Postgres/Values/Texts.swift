extension String: PostgresValue {
    public static var oid: UInt32 { 25 }
    public static var arrayOid: UInt32 { 1009 }

    public var postgresText: String? { self }

    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText else { return nil }
        if postgresText.isASCII {
            // What is all ASCII is valid UTF-8.
            self.init(copying: unsafe UTF8Span(unchecked: postgresText.span, isKnownASCII: true))
            return
        }
        // The initialiser that validates any encoding is compiled for none of them.
        guard let text = try? UTF8Span(validating: postgresText.span) else { return nil }
        self.init(copying: text)
    }

    public init?(postgresBinary: UnsafeRawBufferPointer?) {
        self.init(postgresText: postgresBinary?.assumingMemoryBound(to: UInt8.self))
    }

    public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool {
        bytes.append(self)
        return true
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether no byte is above 127, eight at a time.
    fileprivate var isASCII: Bool {
        let bytes = UnsafeRawBufferPointer(self)
        var (seen, at): (UInt64, Int) = (0, 0)
        while at + 8 <= bytes.count {
            seen |= bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            at += 8
        }
        while at < bytes.count {
            seen |= UInt64(bytes[at])
            at += 1
        }
        return seen & 0x8080_8080_8080_8080 == 0
    }
}
