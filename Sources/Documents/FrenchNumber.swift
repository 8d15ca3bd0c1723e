extension NumberStyle {
    /// French: comma, U+202F between thousands and before %, U+2212 as minus; all below 2 is singular.
    public static let french = NumberStyle(
        decimalMark: ",", groupMark: "\u{202F}", minus: "\u{2212}", beforePercent: "\u{202F}",
        zeroIsSingular: true)
}

/// French typography of running text.
public enum FrenchText {
    /// Makes the spaces before `% ; : ! ?` narrow (U+202F) and those inside « » unbreakable (U+00A0).
    ///
    /// Only spaces that are there are changed, so that addresses and times of day are left alone.
    public static func typeset(_ text: String) -> String {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if let space = spaceBefore(scalar), let last = result.last, isSpace(last) {
                result[result.count - 1] = space
            } else if isSpace(scalar), result.last == "«" {
                result.append("\u{A0}")
                continue
            }
            result.append(scalar)
        }
        return String(decoding: result.flatMap { UTF8.encode($0) ?? UTF8.encodedReplacementCharacter }, as: UTF8.self)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
    }

    private static func spaceBefore(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "%", ";", ":", "!", "?": "\u{202F}"
        case "»": "\u{A0}"
        default: nil
        }
    }
}
