/// A Swift value that has one PostgreSQL type and travels in that type's text or binary format.
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

    /// Reads what PostgreSQL sent in the type's binary format, nil being NULL; nil when that is no such value.
    init?(postgresBinary: UnsafeRawBufferPointer?)

    /// Appends the value in the type's binary format; false, with nothing appended, for NULL.
    func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool

    /// Reads a column of a row; never written by hand: being a requirement, it is compiled once for each type, where a
    /// function of every type would look its types up at each cell.
    static func read(_ cells: borrowing Cells, _ column: Int32) throws -> Self
}

extension PostgresValue {
    public static var isNullable: Bool { false }

    @inlinable
    public static func read(_ cells: borrowing Cells, _ column: Int32) throws -> Self {
        let cell = cells.cell(column)
        guard
            let value = cells.isBinary
                ? Self(postgresBinary: cell.map { UnsafeRawBufferPointer($0) }) : Self(postgresText: cell)
        else { throw cells.refusal(of: column, as: Self.self, isNull: cell == nil) }
        return value
    }
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

    @inlinable
    public init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let postgresBinary else {
            self = Optional.none
            return
        }
        guard let value = Wrapped(postgresBinary: postgresBinary) else { return nil }
        self = value
    }

    @inlinable
    public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool {
        switch self {
        case .some(let value): value.appendPostgresBinary(to: &bytes)
        case .none: false
        }
    }

    @inlinable
    public static func read(_ cells: borrowing Cells, _ column: Int32) throws -> Wrapped? {
        cells.isNull(column) ? nil : try Wrapped.read(cells, column)
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

    @inlinable
    public init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let raw = RawValue(postgresBinary: postgresBinary) else { return nil }
        self.init(rawValue: raw)
    }

    @inlinable
    public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool {
        rawValue.appendPostgresBinary(to: &bytes)
    }
}
