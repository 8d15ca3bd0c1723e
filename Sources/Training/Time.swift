public import Postgres

/// A day of the calendar, as an office writes it: no instant, no zone.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `yyyy-mm-dd`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    /// `13 septembre 2021`, `1er octobre 2021`, `13 September 2021`.
    public var words: Sentence {
        Sentence(
            "\(day == 1 ? "1er" : String(day)) \(Self.months[month - 1].french) \(year)",
            "\(day) \(Self.months[month - 1].english) \(year)")
    }

    /// The months, from January on.
    public static let months: [Sentence] = [
        Sentence("janvier", "January"), Sentence("février", "February"), Sentence("mars", "March"),
        Sentence("avril", "April"), Sentence("mai", "May"), Sentence("juin", "June"), Sentence("juillet", "July"),
        Sentence("août", "August"), Sentence("septembre", "September"), Sentence("octobre", "October"),
        Sentence("novembre", "November"), Sentence("décembre", "December"),
    ]

    /// The day after; 31 December 9999 is followed by itself.
    public var following: Day {
        Day(year: year, month: month, day: day + 1) ?? Day(year: year, month: month + 1, day: 1)
            ?? Day(year: year + 1, month: 1, day: 1) ?? self
    }

    /// `13/09/2021`, as French people write it.
    public var french: String { "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))" }

    public static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// A time of day on the clock of the place, in whole minutes.
public struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let minutes: Int

    /// Nil outside 00:00...23:59.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    public var description: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Day: PostgresValue {
    public static var oid: UInt32 { 1082 }
    public static var arrayOid: UInt32 { 1182 }
    public var postgresText: String? { description }
    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        self.init(PostgresDate(postgresText: postgresText))
    }
    public init?(postgresBinary: UnsafeRawBufferPointer?) { self.init(PostgresDate(postgresBinary: postgresBinary)) }
    public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool {
        PostgresDate(year: year, month: month, day: day)?.appendPostgresBinary(to: &bytes) ?? false
    }

    private init?(_ date: PostgresDate?) {
        guard let (year, month, day) = date?.civil else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension TimeOfDay: PostgresValue {
    public static var oid: UInt32 { 1083 }
    public static var arrayOid: UInt32 { 1183 }
    public var postgresText: String? { description }
    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        self.init(PostgresTime(postgresText: postgresText))
    }
    public init?(postgresBinary: UnsafeRawBufferPointer?) { self.init(PostgresTime(postgresBinary: postgresBinary)) }
    public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool {
        PostgresTime(microseconds: minutes * 60_000_000)?.appendPostgresBinary(to: &bytes) ?? false
    }

    /// Nil for 24:00, and for what is between two minutes.
    private init?(_ time: PostgresTime?) {
        guard let time, time.microseconds.isMultiple(of: 60_000_000) else { return nil }
        let minutes = time.microseconds / 60_000_000
        self.init(hour: minutes / 60, minute: minutes % 60)
    }
}

/// An instant, as people write it: `2021-10-31T02:30:00+02:00`.
public struct Instant: RawRepresentable, Hashable, Sendable, PostgresValue {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static var oid: UInt32 { 1184 }
    public static var arrayOid: UInt32 { 1185 }

    public init?(postgresText: UnsafeBufferPointer<UInt8>?) { self.init(PostgresTimestamp(postgresText: postgresText)) }

    public init?(postgresBinary: UnsafeRawBufferPointer?) {
        self.init(PostgresTimestamp(postgresBinary: postgresBinary))
    }

    private init?(_ instant: PostgresTimestamp?) {
        guard let text = instant?.postgresText else { return nil }
        rawValue = Self.internet(text)
    }

    /// As RFC 3339 has it: what PostgreSQL writes with a space, and with the hours of its zone alone.
    private static func internet(_ text: String) -> String {
        let parts = text.split(separator: " ")
        guard parts.count == 2, parts[1].hasSuffix("+00") else { return text }
        return "\(parts[0])T\(parts[1]):00"
    }

    /// What PostgreSQL would read and this cannot, or what is no instant at all, is refused (22007).
    public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool {
        guard let instant = PostgresTimestamp(rawValue) else {
            bytes.refuse("22007", "no instant")
            return true
        }
        return instant.appendPostgresBinary(to: &bytes)
    }

    /// Whether it says how far its clock is from UTC; without, it is a time on the clocks of Paris.
    var hasZone: Bool { rawValue.dropFirst(10).contains { "+-Zz".contains($0) } }
}
