extension String: PostgresValue {
    public static var oid: UInt32 { 25 }
    public static var arrayOid: UInt32 { 1009 }

    public var postgresText: String? { self }

    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        // The initialiser that validates any encoding is compiled for none of them.
        guard let postgresText, let text = try? UTF8Span(validating: postgresText.span) else { return nil }
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
