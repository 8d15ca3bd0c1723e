/// A day as PostgreSQL's `date` has it, from 4714-11-24 BC to 5874897-12-31, or one of the two infinities.
package struct PostgresDate: Hashable, Sendable {
    /// Days since 2000-01-01 in the proleptic Gregorian calendar; the smallest and largest are the infinities.
    package let days: Int32

    package static let infinity = PostgresDate(checked: .max)
    package static let minusInfinity = PostgresDate(checked: .min)

    /// From Julian day 0 to the last of PostgreSQL's `IS_VALID_DATE` (datatype/timestamp.h).
    private static let range: ClosedRange<Int32> = -2_451_545...2_145_031_948

    private init(checked days: Int32) { self.days = days }

    /// Nil when PostgreSQL has no such day.
    package init?(days: Int32) {
        guard Self.range.contains(days) || days == .min || days == .max else { return nil }
        self.days = days
    }

    /// Nil when the calendar or PostgreSQL has no such day; the year 0 is 1 BC.
    package init?(year: Int, month: Int, day: Int) {
        guard (-4713...5_874_897).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let days = Self.days(year, month, day)
        guard let exact = Int32(exactly: days), Self.range.contains(exact), Self.civil(days) == (year, month, day)
        else { return nil }
        self.days = exact
    }

    /// The year (0 is 1 BC), the month and the day; nil for an infinity.
    package var civil: (year: Int, month: Int, day: Int)? {
        days == .min || days == .max ? nil : Self.civil(Int(days))
    }

    /// Days since 2000-01-01, and back (Hinnant 2013, "chrono-compatible low-level date algorithms").
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 730_425
    }

    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let days = days + 730_425
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1
        )
    }
}

extension PostgresDate: PostgresValue {
    package static var oid: UInt32 { 1082 }
    package static var arrayOid: UInt32 { 1182 }

    package var postgresText: String? {
        guard let (year, month, day) = civil else { return days < 0 ? "-infinity" : "infinity" }
        let text = "\(padded(year > 0 ? year : 1 - year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        return year > 0 ? text : text + " BC"
    }

    package init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText else { return nil }
        var reader = TextReader(postgresText)
        if reader.skip("infinity") {
            self = .infinity
        } else if reader.skip("-infinity") {
            self = .minusInfinity
        } else {
            guard let (year, month, day) = Self.fields(&reader),
                let date = Self(year: reader.skip(" BC") ? 1 - year : year, month: month, day: day)
            else { return nil }
            self = date
        }
        guard reader.isAtEnd else { return nil }
    }

    /// Takes `yyyy-mm-dd` with a year of four digits or more, from 1.
    static func fields(_ reader: inout TextReader) -> (year: Int, month: Int, day: Int)? {
        guard let year = reader.digits(4...7), year > 0, reader.skip("-"), let month = reader.digits(2...2),
            reader.skip("-"), let day = reader.digits(2...2)
        else { return nil }
        return (year, month, day)
    }

    package init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let days = Int32(bigEndianBytes: postgresBinary) else { return nil }
        self.init(days: days)
    }

    package func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool { bytes.append(number: days) }
}
