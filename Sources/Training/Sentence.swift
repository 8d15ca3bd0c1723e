/// What a person reads, in the two languages of the product.
public struct Sentence: Equatable, Hashable, Sendable {
    public let french: String
    public let english: String

    public init(_ french: String, _ english: String) {
        (self.french, self.english) = (french, english)
    }

    /// The sentence in the language asked for.
    public func text(_ language: Language) -> String { language == .french ? french : english }
}

/// The languages people read: French first.
public enum Language: String, CaseIterable, Sendable {
    case french = "fr"
    case english = "en"
}
