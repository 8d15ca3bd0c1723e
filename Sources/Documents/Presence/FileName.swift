/// Names of files that every system takes: lower-case ASCII letters, digits and hyphens.
enum FileName {
    /// The words joined by hyphens; letters lose their accents, and what is no letter of the Latin alphabet is left out.
    static func ascii(_ words: [String]) -> String {
        words.map(ascii).filter { !$0.isEmpty }.joined(separator: "-")
    }

    private static func ascii(_ word: String) -> String {
        var name = ""
        for scalar in word.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
            case _ where letters[scalar] != nil: name += letters[scalar] ?? ""
            case _ where scalar.properties.generalCategory == .nonspacingMark: continue
            default: if !name.hasSuffix("-"), !name.isEmpty { name += "-" }
            }
        }
        return String((name.hasSuffix("-") ? String(name.dropLast()) : name).prefix(60))
    }

    /// The letters of western European names.
    private static let letters: [Unicode.Scalar: String] = {
        let spelt: [(String, String)] = [
            ("a", "àáâãäåā"), ("ae", "æ"), ("c", "çćč"), ("d", "ð"), ("e", "èéêëēėę"), ("i", "ìíîïī"), ("l", "ł"),
            ("n", "ñń"), ("o", "òóôõöøō"), ("oe", "œ"), ("s", "šś"), ("ss", "ß"), ("u", "ùúûüū"), ("y", "ýÿ"),
            ("z", "žźż"),
        ]
        return Dictionary(
            uniqueKeysWithValues: spelt.flatMap { plain, accented in accented.unicodeScalars.map { ($0, plain) } })
    }()
}
