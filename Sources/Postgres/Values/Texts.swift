extension String: PostgresValue {
    public static var oid: UInt32 { 25 }
    public static var arrayOid: UInt32 { 1009 }

    public var postgresText: String? { self }

    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText else { return nil }
        self.init(validating: postgresText, as: UTF8.self)
    }

    public init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let postgresBinary else { return nil }
        self.init(validating: postgresBinary, as: UTF8.self)
    }

    public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool {
        bytes.append(self)
        return true
    }
}
