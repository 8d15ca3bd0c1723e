import Training

/// The people of an evaluation under the names they are printed with.
struct Cast: Sendable {
    let names: [String: PersonName]
    let say: Tongue

    /// The name, or the pseudonym of somebody who has none any more.
    func name(_ pseudonym: String) -> String { names[pseudonym].map { say.words($0.name) } ?? pseudonym }

    /// A sentence in which pseudonyms have become names, and days of the calendar dates.
    func named(_ sentence: String) -> String {
        var (result, word) = ("", "")
        func spelt() -> String { names[word] != nil ? name(word) : Day(word).map(say.date) ?? word }
        for character in sentence {
            if character.isLetter || character.isNumber || character == "-" {
                word.append(character)
            } else {
                result += spelt() + String(character)
                word = ""
            }
        }
        return say.words(result + spelt())
    }

    func provider(_ pseudonym: String) -> String { names[pseudonym].map { say.words($0.provider) } ?? "" }
}
