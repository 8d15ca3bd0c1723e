import Training

/// One cell of a file, which knows where it stands so that what is wrong with it can be said.
struct Cell: Equatable, Sendable {
    let text: String
    let line: Int
    /// The title of its column as the file writes it.
    let column: String

    var isEmpty: Bool { text.isEmpty }

    /// The cell if there is something in it: `try row.cell("applied_on").filled?.day()`.
    var filled: Cell? { isEmpty ? nil : self }

    /// A refusal of this cell.
    func misread(_ french: String, _ english: String) -> Misread {
        Misread(line: line, column: column, reason: Sentence(french, english))
    }

    /// The text, which may not be empty.
    func required() throws(Misread) -> String {
        guard !isEmpty else { throw misread("cellule vide", "empty cell") }
        return text
    }

    /// Yes or no: oui, vrai, yes, true, 1 or non, faux, no, false, 0, in any case.
    func boolean() throws(Misread) -> Bool {
        switch Spelling.folded(try required()) {
        case "oui", "vrai", "yes", "true", "1": return true
        case "non", "faux", "no", "false", "0": return false
        default: throw misread("\(quoted.french) : oui ou non attendu", "\(quoted.english): yes or no expected")
        }
    }

    /// The code of one of the choices, by its own name or another.
    func code(_ choices: [Choice]) throws(Misread) -> String {
        _ = try required()
        if let choice = choices.first(where: { $0.code == text || $0.aliases.contains(text) }) { return choice.code }
        let folded = Spelling.folded(text)
        if let choice = choices.first(where: { $0.names.contains { Spelling.folded($0) == folded } }) {
            return choice.code
        }
        let meant = Spelling.nearest(text, in: choices.flatMap(\.names))
        let french = choices.map { $0.aliases.first ?? $0.code }.joined(separator: ", ")
        let english = choices.map(\.code).joined(separator: ", ")
        throw misread(
            quoted.french + " est inconnu" + (meant.map { " ; vouliez-vous dire « \($0) » ?" } ?? "") + " (\(french))",
            quoted.english + " is unknown" + (meant.map { "; did you mean \"\($0)\"?" } ?? "") + " (\(english))")
    }

    /// The text in quotes, cut when it is long.
    var quoted: Sentence {
        let shown = text.count > 60 ? text.prefix(60) + "…" : text[...]
        return Sentence("« \(shown) »", "\"\(shown)\"")
    }
}

/// One code that a cell may hold, and the other names it goes by, French first.
struct Choice: Equatable, Sendable {
    let code: String
    let aliases: [String]

    init(_ code: String, _ aliases: String...) {
        self.code = code
        self.aliases = aliases
    }

    var names: [String] { [code] + aliases }
}
