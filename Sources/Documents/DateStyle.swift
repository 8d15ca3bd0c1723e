import Training

/// How days, times of day and durations are written for people to read, in one language.
///
/// Days are of the Gregorian calendar; a month outside 1...12 is written as its number.
public struct DateStyle: Equatable, Sendable {
    let months: [String]
    let shortMonths: [String]
    let weekdays: [String]
    let shortWeekdays: [String]
    let firstOfMonth: String
    let hourMark: String
    let hourUnit: String
    let minuteUnit: String

    /// The name of a month: `septembre`.
    public func month(_ month: Int) -> String { name(month, in: months) }

    /// A day in full: `13 septembre 2021`, `1er octobre 2021`.
    public func long(year: Int, month: Int, day: Int) -> String {
        "\(numeral(day)) \(self.month(month)) \(year)"
    }

    /// A day in full with its weekday: `lundi 13 septembre 2021`.
    public func full(year: Int, month: Int, day: Int) -> String {
        "\(weekdays[Self.weekday(year: year, month: month, day: day)]) \(long(year: year, month: month, day: day))"
    }

    /// A day in figures: `13/09/2021`.
    public func short(year: Int, month: Int, day: Int) -> String {
        "\(twoDigits(day))/\(twoDigits(month))/\(year)"
    }

    /// A day with its weekday and no year: `lun. 13 sept.`.
    public func weekday(year: Int, month: Int, day: Int) -> String {
        let weekday = shortWeekdays[Self.weekday(year: year, month: month, day: day)]
        return "\(weekday) \(numeral(day)) \(name(month, in: shortMonths))"
    }

    /// A time of day: `9 h`, `9 h 30`, `14 h 05`.
    public func time(hour: Int, minute: Int) -> String {
        if hourMark == ":" { return "\(hour):\(twoDigits(minute))" }
        return minute == 0 ? "\(hour)\(hourMark)" : "\(hour)\(hourMark)\u{A0}\(twoDigits(minute))"
    }

    /// A duration in minutes: `45 min`, `3 h`, `3 h 30`.
    public func duration(minutes: Int) -> String {
        let sign = minutes < 0 ? "\u{2212}" : ""
        let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
        if hours == 0 { return "\(sign)\(rest)\u{A0}min" }
        let whole = "\(sign)\(hours)\(hourUnit)"
        return rest == 0 ? whole : "\(whole)\u{A0}\(twoDigits(Int(rest)))\(minuteUnit)"
    }

    private func numeral(_ day: Int) -> String { day == 1 ? firstOfMonth : String(day) }

    private func name(_ month: Int, in names: [String]) -> String {
        names.indices.contains(month - 1) ? names[month - 1] : String(month)
    }

    private func twoDigits(_ number: Int) -> String { (0..<10).contains(number) ? "0\(number)" : String(number) }

    /// 0 for Monday to 6 for Sunday; source: T. Sakamoto, comp.lang.c, 1992.
    static func weekday(year: Int, month: Int, day: Int) -> Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = month < 3 ? year - 1 : year
        let shift = shifts.indices.contains(month - 1) ? shifts[month - 1] : 0
        let sunday = year + year / 4 - year / 100 + year / 400 + shift + day
        return ((sunday + 6) % 7 + 7) % 7
    }
}

extension DateStyle {
    /// French: `1er octobre 2021`, `lun. 13 sept.`, `3 h 30`.
    public static let french = DateStyle(
        months: Day.months.map(\.french),
        shortMonths: [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.",
        ],
        weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        shortWeekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
        firstOfMonth: "1er", hourMark: "\u{A0}h", hourUnit: "\u{A0}h", minuteUnit: "")

    /// British English: `1 October 2021`, `Mon 13 Sept`, `3 h 30 min`.
    public static let english = DateStyle(
        months: Day.months.map(\.english),
        shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        firstOfMonth: "1", hourMark: ":", hourUnit: "\u{A0}h", minuteUnit: "\u{A0}min")
}
