/// A column that a file may have: its English name, the other names it goes by, French first.
struct Column: Equatable, Sendable {
    let name: String
    let aliases: [String]
    let isRequired: Bool

    init(_ name: String, _ aliases: String..., isRequired: Bool = true) {
        self.name = name
        self.aliases = aliases
        self.isRequired = isRequired
    }

    func goes(by title: String) -> Bool {
        let folded = Spelling.folded(title)
        return Spelling.folded(name) == folded || aliases.contains { Spelling.folded($0) == folded }
    }
}

/// The columns that a kind of file has, in any order.
struct Layout: Equatable, Sendable {
    let columns: [Column]
    /// Whether columns of other names are read too, such as the items of a questionnaire.
    let allowsOthers: Bool

    init(_ columns: [Column], allowsOthers: Bool = false) {
        self.columns = columns
        self.allowsOthers = allowsOthers
    }

    var frenchNames: String { columns.map { $0.aliases.first ?? $0.name }.joined(separator: ", ") }
    var englishNames: String { columns.map(\.name).joined(separator: ", ") }
    var allNames: [String] { columns.flatMap { [$0.name] + $0.aliases } }
}
