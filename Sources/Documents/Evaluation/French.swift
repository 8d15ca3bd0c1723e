import Training

/// The small words of a bilan: numbers with their nouns, days, lists.
enum French {
    /// A sentence with its spaces and apostrophes as a printer sets them.
    static func words(_ text: String) -> String {
        FrenchText.typeset(String(text.map { $0 == "'" ? "’" : $0 }))
    }

    /// A score out of 100, with one decimal.
    static func score(_ score: Double?) -> String { NumberStyle.french.fixed(score, decimals: 1) }

    /// A change, signed, with one decimal.
    static func change(_ change: Double?) -> String { NumberStyle.french.change(change, decimals: 1) }

    /// A change with its noun: `+14,4 points`.
    static func points(_ change: Double) -> String {
        self.change(change) + "\u{A0}" + NumberStyle.french.noun(change, decimals: 1, "point", "points")
    }

    /// A p value, never rounded to zero: `< 0,001`, `0,004`, `0,21`.
    static func p(_ p: Double) -> String {
        p < 0.001 ? "<\u{A0}0,001" : NumberStyle.french.fixed(p, decimals: p < 0.1 ? 3 : 2)
    }

    /// A share between 0 and 1 in whole per cents.
    static func share(_ share: Double?) -> String { NumberStyle.french.percent(share.map { $0 * 100 }) }

    /// A number of things with its noun.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        NumberStyle.french.count(number, one, many)
    }

    /// The number of people, in words where a sentence wants them: `aucune`, `une`, `12`.
    static func people(_ number: Int) -> String {
        number == 0 ? "aucune personne" : number == 1 ? "une personne" : count(number, "personne", "personnes")
    }

    static func date(_ day: Day) -> String {
        DateStyle.french.long(year: day.year, month: day.month, day: day.day).unbreakable
    }

    /// `9 h 30`.
    static func time(_ time: TimeOfDay) -> String {
        DateStyle.french.time(hour: time.minutes / 60, minute: time.minutes % 60)
    }

    static func shortDate(_ day: Day) -> String {
        DateStyle.french.short(year: day.year, month: day.month, day: day.day)
    }

    /// `du 20 septembre 2021 au 10 janvier 2022`.
    static func period(_ start: Day, _ end: Day) -> String { "du \(date(start)) au \(date(end))" }

    /// `a, b et c`.
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " et " + last
    }

    /// `de +10,6 à +18,3`.
    static func range(_ lower: Double, _ upper: Double) -> String { "de \(change(lower)) à \(change(upper))" }
}
