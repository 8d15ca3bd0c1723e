/// An instant as PostgreSQL's `timestamptz` has it, from 4714-11-24 BC to 294276-12-31, or one of the two infinities.
package struct PostgresTimestamp: Hashable, Sendable {
    /// Microseconds since 2000-01-01 00:00 UTC; the smallest and largest are the infinities.
    package let microseconds: Int

    package static let infinity = PostgresTimestamp(checked: .max)
    package static let minusInfinity = PostgresTimestamp(checked: .min)

    /// PostgreSQL's `MIN_TIMESTAMP` and `END_TIMESTAMP` (datatype/timestamp.h).
    private static let range = -211_813_488_000_000_000..<9_223_371_331_200_000_000

    private init(checked microseconds: Int) { self.microseconds = microseconds }

    /// Nil when PostgreSQL has no such instant.
    package init?(microseconds: Int) {
        guard Self.range.contains(microseconds) || microseconds == .min || microseconds == .max else { return nil }
        self.microseconds = microseconds
    }

    private var isInfinite: Bool { microseconds == .min || microseconds == .max }
}

extension PostgresTimestamp: PostgresValue {
    package static var oid: UInt32 { 1184 }
    package static var arrayOid: UInt32 { 1185 }

    /// In UTC, as PostgreSQL writes it there: `2021-10-31 00:30:00+00`.
    package var postgresText: String? {
        if isInfinite { return microseconds < 0 ? "-infinity" : "infinity" }
        let clock = microseconds % PostgresTime.day
        let sinceMidnight = clock < 0 ? clock + PostgresTime.day : clock
        let days = (microseconds - sinceMidnight) / PostgresTime.day
        guard let day = Int32(exactly: days).flatMap(PostgresDate.init(days:))?.postgresText,
            let time = PostgresTime(microseconds: sinceMidnight)?.text
        else { return nil }
        return day.hasSuffix(" BC") ? "\(day.dropLast(3)) \(time)+00 BC" : "\(day) \(time)+00"
    }

    /// Reads PostgreSQL's own text and ISO 8601 with a `T` or a `Z`; what has no zone is in UTC.
    package init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText else { return nil }
        var reader = TextReader(postgresText)
        if reader.skip("infinity") {
            self = .infinity
        } else if reader.skip("-infinity") {
            self = .minusInfinity
        } else {
            guard let instant = Self.take(&reader) else { return nil }
            self = instant
        }
        guard reader.isAtEnd else { return nil }
    }

    package init?(_ text: String) {
        var text = text
        guard let instant = text.withUTF8({ Self(postgresText: $0) }) else { return nil }
        self = instant
    }

    private static func take(_ reader: inout TextReader) -> PostgresTimestamp? {
        guard let (year, month, day) = PostgresDate.fields(&reader), reader.skip(" ") || reader.skip("T"),
            let time = PostgresTime.take(&reader), time.microseconds < PostgresTime.day,
            let offset = offset(&reader),
            let date = PostgresDate(
                year: reader.skip(" BC") ? 1 - year : year, month: month, day: day),
            // No day of a `timestamptz` is so far that its microseconds overflow; those of a `date` are.
            abs(Int(date.days)) < 110_000_000
        else { return nil }
        let instant = Int(date.days) * PostgresTime.day + time.microseconds - offset * 1_000_000
        return range.contains(instant) ? PostgresTimestamp(checked: instant) : nil
    }

    /// Takes `Z` or a sign with hours, minutes and seconds of which the last may be missing; 0 when nothing is said.
    private static func offset(_ reader: inout TextReader) -> Int? {
        if reader.skip("Z") { return 0 }
        let isWest = reader.skip("-")
        guard isWest || reader.skip("+") else { return 0 }
        guard let hours = reader.digits(2...2), hours <= 15 else { return nil }
        var seconds = hours * 3600
        for unit in [60, 1] where reader.skip(":") {
            guard let more = reader.digits(2...2), more < 60 else { return nil }
            seconds += more * unit
        }
        return isWest ? -seconds : seconds
    }

    package init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let microseconds = Int(bigEndianBytes: postgresBinary) else { return nil }
        self.init(microseconds: microseconds)
    }

    package func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool { bytes.append(number: microseconds) }
}
