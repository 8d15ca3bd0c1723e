/// What a figure means, where its formula comes from and what it is checked against, for whoever doubts it.
public struct FigureDefinition: Sendable, Equatable {
    /// The figure's number in the method, F1 to F16.
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
        + family + attendance

    /// The definition of a figure by its name, nil when there is no such figure.
    public static func named(_ name: String) -> FigureDefinition? { all.first { $0.name == name } }

    /// One definition from its four sentences, in the order of the table.
    static func make(
        _ id: String, _ name: String, _ french: String, _ english: String, by source: String,
        as reference: String
    ) -> FigureDefinition {
        FigureDefinition(
            id: id, name: name, french: french, english: english, source: source, reference: reference)
    }
}
