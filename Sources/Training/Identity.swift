public import FoundationEssentials
import Glibc
public import Postgres
import Synchronization

extension UUID {
    /// A new identifier: 48 bits of the milliseconds since 1970, so that keys arrive nearly in order, and 74 bits of chance
    /// (RFC 9562, version 7). It counts nothing, for whoever reads two of their own keys must not learn how many others
    /// were made between them; what needs an order has a column for it.
    static func v7() -> UUID {
        let (one, other) = chance.withLock { ($0.next(), $0.next()) }
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let time = UInt64(max(0, now.tv_sec)) * 1000 + UInt64(now.tv_nsec) / 1_000_000
        let high = time << 16 | 0x7000 | one & 0x0FFF
        let low = 1 << 63 | other & (UInt64.max >> 2)
        // Both are sixteen bytes without a gap, and the bits of either mean nothing but themselves.
        return UUID(uuid: unsafeBitCast((high.bigEndian, low.bigEndian), to: uuid_t.self))
    }

    private static let chance = Mutex(Chance())

    /// The system's random numbers, fetched many at a time: a file of a million lines takes six million.
    private struct Chance {
        /// 256 bytes, the most that one call gives.
        private var numbers = [UInt64](repeating: 0, count: 32)
        private var left = 0

        mutating func next() -> UInt64 {
            if left == 0 { fetch() }
            left -= 1
            return numbers[left]
        }

        private mutating func fetch() {
            let code = numbers.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) }
            var system = SystemRandomNumberGenerator()
            if code != 0 { for index in numbers.indices { numbers[index] = system.next() } }
            left = numbers.count
        }
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
