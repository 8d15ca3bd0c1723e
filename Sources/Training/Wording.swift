/// What people write in one line, such as a reason: there is something to read in it, and nothing that steers how it is shown.
enum Wording {
    /// Refuses, as breaking `rule`, a text without any letter or digit, and one that holds a line end or another control
    /// character, or that turns the direction of writing.
    static func refuseUnreadable(_ text: String, by rule: String) throws(Refusal) {
        if text.unicodeScalars.contains(where: steers) {
            throw Refusal(
                rule: rule,
                "Ce texte contient un saut de ligne ou un caractère invisible qui n’est pas admis : retapez-le.",
                "This text holds a line end or an invisible character that is not allowed: type it again.")
        }
        guard text.unicodeScalars.contains(where: isRead) else {
            let sentence = Refusal.sentences[rule] ?? Sentence("", "")
            throw Refusal(
                rule: rule, "\(sentence.french) On y lit au moins une lettre ou un chiffre.",
                "\(sentence.english) At least one letter or digit can be read in it.")
        }
    }

    /// Control characters, line and paragraph separators, and marks that turn the direction.
    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x2029: true
        default: scalar.turnsDirection
        }
    }

    private static func isRead(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
