extension Bool: PostgresValue {
    public static var oid: UInt32 { 16 }
    public static var arrayOid: UInt32 { 1000 }

    public var postgresText: String? { self ? "t" : "f" }

    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText, postgresText.count == 1 else { return nil }
        switch postgresText[0] {
        case UInt8(ascii: "t"): self = true
        case UInt8(ascii: "f"): self = false
        default: return nil
        }
    }

    @inlinable
    public init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let byte = UInt8(bigEndianBytes: postgresBinary), byte <= 1 else { return nil }
        self = byte == 1
    }

    @inlinable
    public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool {
        bytes.append(self ? 1 : 0 as UInt8)
        return true
    }
}

extension Int16: PostgresValue {
    public static var oid: UInt32 { 21 }
    public static var arrayOid: UInt32 { 1005 }
    public var postgresText: String? { description }
    public init?(postgresText: UnsafeBufferPointer<UInt8>?) { self.init(digits: postgresText) }
    @inlinable public init?(postgresBinary: UnsafeRawBufferPointer?) { self.init(bigEndianBytes: postgresBinary) }
    @inlinable public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool { bytes.append(number: self) }
}

extension Int32: PostgresValue {
    public static var oid: UInt32 { 23 }
    public static var arrayOid: UInt32 { 1007 }
    public var postgresText: String? { description }
    public init?(postgresText: UnsafeBufferPointer<UInt8>?) { self.init(digits: postgresText) }
    @inlinable public init?(postgresBinary: UnsafeRawBufferPointer?) { self.init(bigEndianBytes: postgresBinary) }
    @inlinable public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool { bytes.append(number: self) }
}

extension Int: PostgresValue {
    public static var oid: UInt32 { 20 }
    public static var arrayOid: UInt32 { 1016 }
    public var postgresText: String? { description }
    public init?(postgresText: UnsafeBufferPointer<UInt8>?) { self.init(digits: postgresText) }
    @inlinable public init?(postgresBinary: UnsafeRawBufferPointer?) { self.init(bigEndianBytes: postgresBinary) }
    @inlinable public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool { bytes.append(number: self) }
}

extension SignedInteger where Self: FixedWidthInteger {
    /// Reads an optional minus and decimal digits, nil when there is anything else or too much.
    fileprivate init?(digits text: UnsafeBufferPointer<UInt8>?) {
        guard let text, let first = text.first else { return nil }
        let isNegative = first == UInt8(ascii: "-")
        guard text.count > (isNegative ? 1 : 0) else { return nil }
        var value: Self = 0
        for byte in text.dropFirst(isNegative ? 1 : 0) {
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            let (tens, tooMany) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooMuch) = tens.subtractingReportingOverflow(Self(digit))
            guard !tooMany, !tooMuch else { return nil }
            value = sum
        }
        guard isNegative || value != .min else { return nil }
        self = isNegative ? value : -value
    }
}
