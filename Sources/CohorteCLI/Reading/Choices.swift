import Training

/// The codes that cells hold, and the French words that stand for them.
enum Choices {
    static let halfDays = Words<Session.HalfDay>([
        Choice("morning", "matin"), Choice("afternoon", "apres_midi", "après-midi"),
        Choice("evening", "soiree", "soirée"),
    ])
    static let modes = Words<Session.Mode>([
        Choice("on_site", "sur_place", "présentiel"), Choice("remote", "a_distance", "distanciel"),
    ])
    static let presences = Words<Presence>([
        Choice("unmarked", "non_renseigné"), Choice("present", "présent", "présente"),
        Choice("late", "retard", "en_retard"),
        Choice("left_early", "parti_avant", "départ_anticipé"), Choice("excused", "excusé", "excusée"),
        Choice("absent", "absent", "absente"), Choice("exempt", "dispensé", "dispensée"),
    ])
}

/// The words that stand for the values of an enumeration in files of a million lines, where most are written as one of them.
struct Words<Value: RawRepresentable & Sendable>: Sendable where Value.RawValue == String {
    let choices: [Choice]
    private let values: [(length: Int, word: String, value: Value)]

    init(_ choices: [Choice]) {
        self.choices = choices
        values = choices.flatMap { choice in
            choice.names.compactMap { word in
                Value(rawValue: choice.code).map { (length: word.utf8.count, word: word, value: $0) }
            }
        }
    }

    /// The value that exactly this word stands for.
    subscript(word: String) -> Value? {
        let length = word.utf8.count
        for place in values.indices where values[place].length == length && values[place].word == word {
            return values[place].value
        }
        return nil
    }
}

extension Cell {
    /// One of an enumeration's values, by its own name or a French word.
    func choice<Value: RawRepresentable & Sendable>(_ words: Words<Value>) throws(Misread) -> Value
    where Value.RawValue == String {
        if let value = words[text] { return value }
        return try choice(words.choices)
    }

    /// One of an enumeration's codes, by its own name or a French word.
    func choice<Value: RawRepresentable>(_ choices: [Choice]) throws(Misread) -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: try code(choices)) else { throw misread("valeur inconnue", "unknown value") }
        return value
    }

    /// A day of the calendar.
    func calendarDay() throws(Misread) -> Day {
        let (year, month, day) = try day()
        guard let day = Day(year: year, month: month, day: day) else { throw misread("date inconnue", "unknown date") }
        return day
    }

    /// A time of day.
    func timeOfDay() throws(Misread) -> TimeOfDay {
        let (hour, minute) = try time()
        guard let time = TimeOfDay(hour: hour, minute: minute) else { throw misread("heure inconnue", "unknown time") }
        return time
    }

    /// Words, not more than so many characters; a line break or tab of a spreadsheet's cell is a space.
    func text(upTo length: Int) throws(Misread) -> String {
        if Self.isPlain(try required(), upTo: length) { return text }
        let text = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        guard DisplayText.harmless(text) == text else {
            throw misread(
                "un caractère de commande ou invisible (saut de ligne, sens d’écriture…)",
                "a control or invisible character (line break, writing direction…)")
        }
        guard text.unicodeScalars.count <= length else {
            throw misread("plus de \(length) caractères", "more than \(length) characters")
        }
        return text
    }

    /// Whether the text is of usual letters and signs, so many at most, and needs no closer look: ASCII, `¡` to `ÿ`, and the
    /// typographic apostrophe.
    private static func isPlain(_ text: String, upTo length: Int) -> Bool {
        let bytes = text.utf8Span.span
        guard bytes.count <= length else { return false }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x20..<0x7F: index += 1
            case 0xC3: index += 2
            case 0xC2:
                guard bytes[index + 1] > 0xA0, bytes[index + 1] != 0xAD else { return false }
                index += 2
            case 0xE2:
                guard bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 else { return false }
                index += 3
            default: return false
            }
        }
        return true
    }

    /// An answer to an item: a number, or which kind of missing; an empty cell was not asked.
    func answer() throws(Misread) -> Answer {
        switch Spelling.folded(text) {
        case "", "not_asked", "non_pose": return .notAsked
        case "skipped", "passe": return .skipped
        case "not_applicable", "sans_objet": return .notApplicable
        case "refused", "refus": return .refused
        default:
            guard let number = try? decimal() else {
                throw misread(
                    "\(quoted.french) n’est ni un nombre, ni passe, sans_objet, refus ou non_pose",
                    "\(quoted.english) is neither a number nor skipped, not_applicable, refused or not_asked")
            }
            return .number(number)
        }
    }
}
