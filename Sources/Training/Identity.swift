public import FoundationEssentials
public import Postgres

extension UUID {
    /// A new identifier whose first 48 bits are the milliseconds since 1970, so that keys arrive in order (RFC 9562, version 7).
    static func v7() -> UUID {
        let milliseconds = UInt64(max(0, Date().timeIntervalSince1970 * 1000))
        var bytes = UUID().uuid
        withUnsafeMutableBytes(of: &bytes) { bytes in
            for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * UInt64(index))) }
            bytes[6] = bytes[6] & 0x0F | 0x70
            bytes[8] = bytes[8] & 0x3F | 0x80
        }
        return UUID(uuid: bytes)
    }
}

/// A key of the database that is one kind of thing's and no other's.
public protocol Identity: RawRepresentable, Hashable, PostgresValue where RawValue == UUID {
    init(rawValue: UUID)
}

extension Identity {
    /// A new one, made by the client.
    static func new() -> Self { Self(rawValue: .v7()) }
}

/// A short name that people type: lower case, ASCII, words joined by hyphens.
public protocol Code: RawRepresentable, Hashable, Comparable, PostgresValue, CustomStringConvertible
where RawValue == String {
    init(rawValue: String)
}

extension Code {
    public var description: String { rawValue }
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The code as typed, in lower case; nil unless it is kebab-case ASCII of at most 60 characters.
    public init?(typed text: String) {
        let code = text.lowercased()
        let isKebab = code.split(separator: "-", omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) } }
        guard isKebab, code.utf8.count <= 60 else { return nil }
        self.init(rawValue: code)
    }
}
