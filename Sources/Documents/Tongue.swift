import Statistics
import Training

/// A language as a document speaks it: its words, numbers, days and lists, as a printer of that country sets them.
///
/// Every sentence is given in both languages, so that a translation that is missing does not compile.
struct Tongue: Sendable {
    let language: Language
    let numbers: NumberStyle
    let dates: DateStyle

    init(_ language: Language) {
        self.language = language
        (numbers, dates) = language == .french ? (.french, .french) : (.english, .english)
    }

    static let french = Tongue(.french)
    static let english = Tongue(.english)

    /// The sentence of the language, typeset.
    func callAsFunction(_ french: String, _ english: String) -> String {
        words(language == .french ? french : english)
    }

    func callAsFunction(_ sentence: Sentence) -> String { words(sentence.text(language)) }

    /// Words with their apostrophes, and in French their spaces, as a printer sets them.
    func words(_ text: String) -> String {
        if text.utf8.allSatisfy(Self.isPlain) { return text }
        let curled = text.utf8.contains(0x27) ? String(text.map { $0 == "'" ? "’" : $0 }) : text
        return language == .french ? FrenchText.typeset(curled) : curled.replacing(/[ \u{A0}\u{202F}]%/, with: "%")
    }

    /// Whether a byte has no part in apostrophes, signs with a space before them, or quotation marks.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x25, 0x27, 0x3A, 0x3B, 0x3F, 0xC2: false
        default: true
        }
    }

    /// A number of things with its noun, both numbers of both languages.
    func count(_ number: Int, _ un: String, _ des: String, _ one: String, _ many: String) -> String {
        numbers.integer(number) + "\u{A0}" + noun(number, un, des, one, many)
    }

    /// The form of a noun or verb after a whole number.
    func noun(_ number: Int, _ un: String, _ des: String, _ one: String, _ many: String) -> String {
        language == .french ? numbers.noun(number, un, des) : numbers.noun(number, one, many)
    }

    /// The number of people, in words where a sentence wants them: `aucune personne`, `une personne`, `12 personnes`.
    func people(_ number: Int) -> String {
        switch number {
        case 0: self("aucune personne", "nobody")
        case 1: self("une personne", "one person")
        default: count(number, "personne", "personnes", "person", "people")
        }
    }

    /// `a, b et c`.
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + self(" et ", " and ") + last
    }
}

/// Numbers and days.
extension Tongue {
    func integer(_ number: Int) -> String { numbers.integer(number) }

    /// A score out of 100, with one decimal.
    func score(_ score: Double?) -> String { numbers.fixed(score, decimals: 1) }

    /// A change, signed, with one decimal.
    func change(_ change: Double?) -> String { numbers.change(change, decimals: 1) }

    /// A change with its noun: `+14,4 points`.
    func points(_ change: Double) -> String {
        let noun = numbers.noun(change, decimals: 1, "point", "points")
        return self.change(change) + "\u{A0}" + noun
    }

    /// `de +10,6 à +18,3`.
    func range(_ lower: Double, _ upper: Double) -> String {
        self("de \(change(lower)) à \(change(upper))", "\(change(lower)) to \(change(upper))")
    }

    /// A p value, never rounded to zero: `< 0,001`, `0,004`, `0,21`.
    func p(_ p: Double) -> String {
        p < 0.001 ? "<\u{A0}" + numbers.fixed(0.001, decimals: 3) : numbers.fixed(p, decimals: p < 0.1 ? 3 : 2)
    }

    var unmeasured: String { self("non mesuré", "not measured") }

    /// Why a figure cannot be computed.
    func why(_ reason: NotComputable?) -> String {
        reason.map { words($0.sentence(french: language == .french)) } ?? self("non calculable", "not computable")
    }

    /// A share between 0 and 1 in whole per cents.
    func share(_ share: Double?) -> String { numbers.percent(share.map { $0 * 100 }) }

    func date(_ day: Day) -> String { dates.long(year: day.year, month: day.month, day: day.day).unbreakable }

    func shortDate(_ day: Day) -> String { dates.short(year: day.year, month: day.month, day: day.day) }

    /// `9 h 30`.
    func time(_ time: TimeOfDay) -> String { dates.time(hour: time.minutes / 60, minute: time.minutes % 60) }

    /// `du 20 septembre 2021 au 10 janvier 2022`.
    func period(_ start: Day, _ end: Day) -> String {
        self("du \(date(start)) au \(date(end))", "from \(date(start)) to \(date(end))")
    }
}

extension String {
    /// The same words, which no line end parts.
    var unbreakable: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }

    /// The same words with a capital at their head.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
