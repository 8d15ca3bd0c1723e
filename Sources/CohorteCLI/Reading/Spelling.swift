// The standard library's composition tables are behind this door only; Foundation's would bring ICU at each start.
@_spi(_Unicode) import Swift

/// How words that people type are compared and put right.
enum Spelling {
    /// The text in normalisation form C.
    static func composed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text._nfc)
        return String(scalars)
    }

    /// The word without case and accents, its spaces and hyphens as underscores.
    static func folded(_ word: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in word.lowercased()._nfd {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .format: continue
            case .spaceSeparator, .dashPunctuation: scalars.append("_")
            case .finalPunctuation where scalar == "’": scalars.append("'")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// The word of the list that was probably meant: the first at one letter added, lost, changed or swapped.
    static func nearest(_ word: String, in words: [String]) -> String? {
        let letters = Array(folded(word).unicodeScalars)
        return words.first { isOneEdit(letters, Array(folded($0).unicodeScalars)) }
    }

    private static func isOneEdit(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
        guard abs(one.count - other.count) <= 1, max(one.count, other.count) > 2 else { return false }
        let start = zip(one, other).prefix { $0 == $1 }.count
        let (rest, otherRest) = (one.dropFirst(start), other.dropFirst(start))
        let end = zip(rest.reversed(), otherRest.reversed()).prefix { $0 == $1 }.count
        let (changed, otherChanged) = (Array(rest.dropLast(end)), Array(otherRest.dropLast(end)))
        return max(changed.count, otherChanged.count) <= 1
            || changed.count == 2 && changed == otherChanged.reversed()
    }
}
