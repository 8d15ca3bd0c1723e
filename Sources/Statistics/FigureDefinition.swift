/// What a figure means, where its formula comes from and what it is checked against, for whoever doubts it.
public struct FigureDefinition: Sendable, Equatable {
    /// The figure's number in the method, F1 to F16, or the rule it serves, R4 to R7 and R10.
    public let id: String
    /// The contract's name of the figure, in snake case.
    public let name: String
    public let french: String
    public let english: String
    /// Who published the formula.
    public let source: String
    /// The function, in R or SciPy, whose result it equals.
    public let reference: String

    /// The definition in the reader's language; d is after - before.
    public func definition(french isFrench: Bool) -> String { isFrench ? french : english }

    /// Every figure that this module computes, in the order in which it is printed.
    public static let all: [FigureDefinition] =
        meanChange + standardised + direction + signedRank + hodgesLehmann + gain + reliableChange
        + reliability + family + dose + bootstrap + satisfaction + mysteryMail + attendance
        + attrition + sensitivity + network + diagnostic

    /// The definition of a figure by its name, nil when there is no such figure.
    public static func named(_ name: String) -> FigureDefinition? { all.first { $0.name == name } }

    /// The definitions that a reader means by a name (`d_z`) or a number (`F4`), whatever its case; none when unknown.
    public static func meant(by text: String) -> [FigureDefinition] {
        let text = text.lowercased()
        let known = all.filter { $0.name == text || $0.id.lowercased() == text }
        return known.isEmpty ? all.filter { $0.names(text) } : known
    }

    /// Whether a name is one of many that this stands for: `alpha_without_q07`, `answers_9`.
    private func names(_ text: String) -> Bool {
        ["alpha_without", "answers"].contains(name) && text.hasPrefix(name + "_") && text.count > name.count + 1
    }

    /// Who published the formula, in the reader's language.
    public func source(french isFrench: Bool) -> String {
        isFrench ? source.replacing(" and ", with: " et ").replacing("; ", with: " ; ") : source
    }

    /// The reference in the reader's language: only what is done by hand needs one.
    public func reference(french isFrench: Bool) -> String {
        guard isFrench else { return reference }
        let words = [
            ("by hand", "à la main"), ("length", "longueur"), ("full enumeration", "énumération complète"),
            ("the same draws in Python", "les mêmes tirages en Python"),
            ("on the same samples", "sur les mêmes tirages"),
        ]
        return words.reduce(reference) { $0.replacing($1.0, with: $1.1) }
    }

    /// One definition from its four sentences, in the order of the table.
    static func make(
        _ id: String, _ name: String, _ french: String, _ english: String, by source: String,
        as reference: String
    ) -> FigureDefinition {
        FigureDefinition(
            id: id, name: name, french: french, english: english, source: source, reference: reference)
    }
}
