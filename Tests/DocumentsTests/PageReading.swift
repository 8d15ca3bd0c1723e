/// A page as a test reads it: its tags, and the words people see or hear.
struct PageReading {
    let tags: [String]
    let words: String

    init(_ html: [UInt8]) {
        var (tags, words): ([String], String) = ([], "")
        var rest = Substring(String(decoding: html, as: UTF8.self))
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            words += rest[..<open] + "\n"
            let tag = String(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
            tags.append(tag)
            if tag == "style" { rest = rest.dropFirst(rest.prefix { $0 != "<" }.count) }
            if let label = tag.split(separator: "aria-label=\"").dropFirst().first {
                words += label.prefix { $0 != "\"" } + "\n"
            }
        }
        (self.tags, self.words) = (tags, words)
    }

    /// The first tag that closes nothing or is never closed; nil when the page is well nested.
    var unbalanced: String? {
        var open: [Substring] = []
        for tag in tags where !tag.hasPrefix("!") && !tag.hasSuffix("/") {
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            if ["meta", "br", "col"].contains(name) { continue }
            if !tag.hasPrefix("/") {
                open.append(name)
            } else if open.popLast() != name {
                return tag
            }
        }
        return open.last.map(String.init)
    }

    /// What no reader should ever see.
    static func blemishes(_ words: String) -> [String] {
        let scalars = Array(words.unicodeScalars)
        let spelt = words.split { !$0.isLetter }.map(String.init).filter {
            ["NaN", "nan", "nil", "inf", "Optional", "null", "effet", "effets"].contains($0)
        }
        let spaced = scalars.indices.dropFirst().filter { index in
            (scalars[index - 1] == " " || scalars[index - 1] == "\u{A0}")
                && ";:!?%".unicodeScalars.contains(scalars[index])
        }
        let hyphens = scalars.indices.dropFirst().dropLast().filter { index in
            scalars[index] == "-" && ("0"..."9").contains(scalars[index + 1])
                && !scalars[index - 1].properties.isAlphabetic && !("0"..."9").contains(scalars[index - 1])
        }
        let apostrophes = words.contains("'") ? ["'"] : []
        return spelt + apostrophes
            + (spaced + hyphens).map { String(String.UnicodeScalarView(scalars[max(0, $0 - 12)...$0])) }
    }
}
