import Training

/// A day as a cell gives it, of the Gregorian calendar.
typealias ReadDay = (year: Int, month: Int, day: Int)

/// A time of day as a cell gives it.
typealias ReadTime = (hour: Int, minute: Int)

extension Cell {
    /// A day that exists, as `2021-09-13` or `13/09/2021`, from 1900 to 2100.
    func day() throws(Misread) -> ReadDay {
        guard let (year, month, day) = Self.parts(try required()) else {
            throw misread(
                "\(quoted.french) n’est pas une date (attendu : aaaa-mm-jj ou jj/mm/aaaa)",
                "\(quoted.english) is not a date (expected: yyyy-mm-dd or dd/mm/yyyy)")
        }
        guard 1...12 ~= month, 1...Self.days(in: month, of: year) ~= day else {
            throw misread(
                "le \(text) n’existe pas (attendu : aaaa-mm-jj ou jj/mm/aaaa)",
                "\(text) does not exist (expected: yyyy-mm-dd or dd/mm/yyyy)")
        }
        guard 1900...2100 ~= year else {
            throw misread(
                "l’année \(year) n’est pas entre 1900 et 2100", "the year \(year) is not between 1900 and 2100")
        }
        return (year, month, day)
    }

    /// A time of day, as `09:30`, `9:30`, `9h30`, `9 h 30` or `9h`.
    func time() throws(Misread) -> ReadTime {
        let plain = try required().lowercased().filter { !$0.isWhitespace }
        let parts = plain.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }
        let isHourAlone = parts.count == 2 && parts[1].isEmpty && plain.hasSuffix("h")
        let hasNoughtSeconds = parts.count == 3 && parts[2] == "00" && !plain.contains("h")
        guard parts.count == 2 || hasNoughtSeconds, let hour = Self.number(parts[0], 1...2),
            let minute = isHourAlone ? 0 : Self.number(parts[1], 2...2)
        else {
            throw misread(
                "\(quoted.french) n’est pas une heure (attendu : 09:30 ou 9h30)",
                "\(quoted.english) is not a time of day (expected: 09:30)")
        }
        guard hour < 24, minute < 60 else {
            throw misread("l’heure \(text) n’existe pas", "the time \(text) does not exist")
        }
        return (hour, minute)
    }

    private static func parts(_ text: String) -> (Int, Int, Int)? {
        let bytes = text.utf8Span.span
        guard bytes.count == 10 else { return nil }
        let isYearFirst = bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
        guard isYearFirst || bytes[2] == UInt8(ascii: "/") && bytes[5] == UInt8(ascii: "/") else { return nil }
        let places = isYearFirst ? (year: 0, month: 5, day: 8) : (year: 6, month: 3, day: 0)
        guard let year = number(bytes, places.year, length: 4), let month = number(bytes, places.month, length: 2),
            let day = number(bytes, places.day, length: 2)
        else { return nil }
        return (year, month, day)
    }

    private static func number(_ bytes: Span<UInt8>, _ start: Int, length: Int) -> Int? {
        var number = 0
        for index in start..<(start + length) {
            guard 0x30...0x39 ~= bytes[index] else { return nil }
            number = number * 10 + Int(bytes[index] - 0x30)
        }
        return number
    }

    private static func number(_ text: Substring, _ length: ClosedRange<Int>) -> Int? {
        guard length ~= text.utf8.count, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return Int(text)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
