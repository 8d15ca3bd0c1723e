import Training

extension Cell {
    /// A day and a time, as `2021-09-13 09:30`, `13/09/2021 9h30` or `2021-09-13T09:30:00`, on the clocks of Paris; or with an
    /// offset, `…+02:00` or `…Z`.
    func instant() throws(Misread) -> Observation.Time {
        let text = try required()
        let day = try Cell(text: String(text.prefix(10)), line: line, column: column).calendarDay()
        var rest = text.dropFirst(10).drop { $0 == " " || $0 == "T" || $0 == "\u{A0}" || $0 == "\u{202F}" }
        guard !rest.isEmpty else {
            throw misread(
                "\(quoted.french) n’a pas d’heure (attendu : 2021-09-13 09:30)",
                "\(quoted.english) has no time of day (expected: 2021-09-13 09:30)")
        }
        var offset: String?
        if let start = rest.firstIndex(where: { "+-\u{2212}Zz".contains($0) }) {
            offset = Self.offset(rest[start...])
            if offset == nil { throw notAnInstant }
            rest = rest[..<start]
        }
        let (clock, second) = try seconds(String(rest))
        let time = try Cell(text: clock, line: line, column: column).timeOfDay()
        return Observation.Time(day, time, second: second, offset: offset)
    }

    private var notAnInstant: Misread {
        misread(
            "\(quoted.french) n’est pas une date avec son heure (attendu : 2021-09-13 09:30, ou 2021-10-31 02:30+02:00)",
            "\(quoted.english) is not a date with its time (expected: 2021-09-13 09:30, or 2021-10-31 02:30+02:00)")
    }

    /// Takes the seconds off a time of day.
    private func seconds(_ clock: String) throws(Misread) -> (clock: String, second: Int) {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return (clock, 0) }
        guard parts[2].utf8.count == 2, let second = Int(parts[2]), (0...59).contains(second) else {
            throw notAnInstant
        }
        return ("\(parts[0]):\(parts[1])", second)
    }

    /// `+02:00` of `+02:00`, `+0200` or `+02`; nil when it is none that a clock keeps.
    private static func offset(_ text: Substring) -> String? {
        if text == "Z" || text == "z" { return "+00:00" }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), [2, 4].contains(digits.utf8.count),
            let hour = Int(digits.prefix(2)), hour <= 14,
            let minute = Int(digits.dropFirst(2).isEmpty ? "0" : digits.dropFirst(2)),
            minute < 60
        else { return nil }
        let sign = text.hasPrefix("+") ? "+" : "-"
        return "\(sign)\(digits.prefix(2)):\(digits.count == 4 ? String(digits.suffix(2)) : "00")"
    }
}
