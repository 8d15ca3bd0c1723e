import Training

extension Language {
    /// The one of the two languages that `Accept-Language` likes best; French when it likes neither.
    init(asked header: String?) {
        var best = (language: Language.french, weight: 0.0)
        for wish in (header ?? "").split(separator: ",") {
            let parts = wish.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let tag = parts.first, let language = Self.named(tag) else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best.weight { best = (language, weight) }
        }
        self = best.language
    }

    private static func named(_ tag: String) -> Language? {
        switch tag.prefix(while: { $0 != "-" }) {
        case "fr", "*": .french
        case "en": .english
        default: nil
        }
    }
}
