public import FoundationEssentials
import Glibc
public import Postgres
import Synchronization

extension UUID {
    /// A new identifier whose first 48 bits are the milliseconds since 1970 and whose next 12 count on, so that keys arrive
    /// in order (RFC 9562, version 7); the other 62 are chance.
    static func v7() -> UUID {
        let (time, count, number) = chance.withLock { $0.next() }
        let high = time << 16 | 0x7000 | count & 0x0FFF
        let low = 1 << 63 | number & (UInt64.max >> 2)
        // Both are sixteen bytes without a gap, and the bits of either mean nothing but themselves.
        return UUID(uuid: unsafeBitCast((high.bigEndian, low.bigEndian), to: uuid_t.self))
    }

    private static let chance = Mutex(Chance())

    /// The system's random numbers, fetched many at a time: a file of a million lines takes three million.
    private struct Chance {
        /// 256 bytes, the most that one call gives.
        private var numbers = [UInt64](repeating: 0, count: 32)
        private var left = 0
        /// In milliseconds since 1970, when the numbers were fetched.
        private var time: UInt64 = 0
        private var count: UInt64 = 0

        mutating func next() -> (time: UInt64, count: UInt64, number: UInt64) {
            if left == 0 { fetch() }
            left -= 1
            count &+= 1
            return (time, count, numbers[left])
        }

        private mutating func fetch() {
            let code = numbers.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) }
            var system = SystemRandomNumberGenerator()
            if code != 0 { for index in numbers.indices { numbers[index] = system.next() } }
            var now = timespec()
            clock_gettime(CLOCK_REALTIME, &now)
            let millisecond = UInt64(max(0, now.tv_sec)) * 1000 + UInt64(now.tv_nsec) / 1_000_000
            if millisecond != time { count = 0 }
            (time, left) = (millisecond, numbers.count)
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
