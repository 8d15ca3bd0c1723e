/// One line of a calendar file, folded and ended as RFC 5545, section 3.1, asks.
struct ContentLine {
    /// The most that a line holds, in octets, its end left out.
    static let limit = 75

    let text: String

    /// A property whose value is written as it is.
    init(_ name: String, _ value: String) { text = "\(name):\(value)" }

    /// A property whose value is words, escaped (section 3.3.11); control characters are left out.
    init(_ name: String, words: String) { self.init(name, Self.escaped(words)) }

    /// The line, cut into pieces of at most 75 octets; no character is cut.
    var folded: String {
        var (lines, length) = ("", 0)
        for piece in text.flatMap(Self.pieces) {
            let size = piece.utf8.count
            if length + size > Self.limit {
                lines += "\r\n "
                length = 1
            }
            lines += piece
            length += size
        }
        return lines + "\r\n"
    }

    /// A character as people see it is kept whole; one longer than a line is cut between its code points.
    private static func pieces(_ character: Character) -> [String] {
        let whole = String(character)
        return whole.utf8.count < limit ? [whole] : character.unicodeScalars.map { String($0) }
    }

    private static func escaped(_ words: String) -> String {
        var result = ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
