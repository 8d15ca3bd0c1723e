/// A time of day as PostgreSQL's `time` has it, from 00:00 to 24:00, both included.
package struct PostgresTime: Hashable, Sendable {
    /// Microseconds since midnight.
    package let microseconds: Int

    static let day = 86_400_000_000

    /// Nil outside 0...86 400 000 000.
    package init?(microseconds: Int) {
        guard (0...Self.day).contains(microseconds) else { return nil }
        self.microseconds = microseconds
    }

    /// `hh:mm:ss`, with what is left of a second when there is any.
    var text: String {
        let seconds = microseconds / 1_000_000
        let clock = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
        var part = padded(microseconds % 1_000_000, 6)
        while part.hasSuffix("0") { part.removeLast() }
        return part.isEmpty ? clock : clock + "." + part
    }

    /// Takes `hh:mm`, and `:ss` and a fraction when they follow.
    static func take(_ reader: inout TextReader) -> PostgresTime? {
        guard let hour = reader.digits(2...2), hour <= 24, reader.skip(":"), let minute = reader.digits(2...2),
            minute < 60
        else { return nil }
        var microseconds = (hour * 60 + minute) * 60_000_000
        if reader.skip(":") {
            guard let seconds = reader.seconds() else { return nil }
            microseconds += seconds
        }
        return PostgresTime(microseconds: microseconds)
    }
}

extension PostgresTime: PostgresValue {
    package static var oid: UInt32 { 1083 }
    package static var arrayOid: UInt32 { 1183 }

    package var postgresText: String? { text }

    package init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText else { return nil }
        var reader = TextReader(postgresText)
        guard let time = Self.take(&reader), reader.isAtEnd else { return nil }
        self = time
    }

    package init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let microseconds = Int(bigEndianBytes: postgresBinary) else { return nil }
        self.init(microseconds: microseconds)
    }

    package func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool { bytes.append(number: microseconds) }
}
