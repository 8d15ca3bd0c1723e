import Training

/// Words as a cell of a workbook keeps them.
enum WorkbookText {
    /// What a cell holds at most, in UTF-16 units.
    static let limit = 32_767

    /// The text, cut where it is longer than a cell holds.
    static func cut(_ text: String) -> String {
        guard text.utf16.count > limit else { return text }
        var (cut, length) = ("", 0)
        for character in text {
            length += character.utf16.count
            guard length < limit else { break }
            cut.append(character)
        }
        return cut + "…"
    }

    /// The text as XML: what XML cannot hold is left out, and `_x0041_` stays what it is.
    static func escaped(_ text: String) -> String {
        var result = ""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\r": result += "_x000D_"
            case "_" where isEscape(scalars[index...]): result += "_x005F_"
            case _ where isLegal(scalar): result.unicodeScalars.append(scalar)
            default: continue
            }
        }
        return result
    }

    /// Whether this reads as the escape of a character (ECMA-376, part 1, 22.9.2.19).
    private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let piece = Array(scalars.prefix(7))
        return piece.count == 7 && piece[1] == "x" && piece[6] == "_"
            && piece[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
    }

    /// Characters of XML 1.0, section 2.2, but those that turn the direction of writing.
    private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: !scalar.turnsDirection
        }
    }
}
