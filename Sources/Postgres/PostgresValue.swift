/// A Swift value that has one PostgreSQL type and travels as that type's text.
public protocol PostgresValue: Sendable {
    /// The type's OID, as in `pg_type`.
    static var oid: UInt32 { get }

    /// The OID of arrays of the type, as in `pg_type.typarray`.
    static var arrayOid: UInt32 { get }

    /// Whether NULL is one of the values.
    static var isNullable: Bool { get }

    /// The value as PostgreSQL reads it, or nil for NULL.
    var postgresText: String? { get }

    /// Reads what PostgreSQL wrote, in UTF-8, nil being NULL; nil when that is no such value.
    init?(postgresText: UnsafeBufferPointer<UInt8>?)
}

extension PostgresValue {
    public static var isNullable: Bool { false }
}

extension Optional: PostgresValue where Wrapped: PostgresValue {
    public static var oid: UInt32 { Wrapped.oid }
    public static var arrayOid: UInt32 { Wrapped.arrayOid }
    public static var isNullable: Bool { true }

    public var postgresText: String? { flatMap(\.postgresText) }

    @inlinable
    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText else {
            self = Optional.none
            return
        }
        guard let value = Wrapped(postgresText: postgresText) else { return nil }
        self = value
    }
}

/// A code travels as its raw value: saying `PostgresValue` is enough.
extension RawRepresentable where Self: PostgresValue, RawValue: PostgresValue {
    public static var oid: UInt32 { RawValue.oid }
    public static var arrayOid: UInt32 { RawValue.arrayOid }

    public var postgresText: String? { rawValue.postgresText }

    @inlinable
    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let raw = RawValue(postgresText: postgresText) else { return nil }
        self.init(rawValue: raw)
    }
}
