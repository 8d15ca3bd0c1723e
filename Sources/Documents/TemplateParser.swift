/// A piece of a template: text as it stands, or what is done with the value of a name. No name is the value at hand.
indirect enum TemplatePiece: Sendable {
    case text([UInt8])
    case value([String], isEscaped: Bool)
    /// Written for a truth, for what is there, and for each element of a list.
    case section([String], [TemplatePiece])
    /// Written for what is false, absent or empty.
    case inverted([String], [TemplatePiece])
    /// Another template in its place.
    case part(String)
}

/// Reads the part of Mustache that the pages use: `{{name}}`, `{{{name}}}`, `{{#name}}`, `{{^name}}`, `{{/name}}` and
/// `{{> part}}`, names with points between. A line that holds nothing but a section's or a part's tag leaves no line.
struct TemplateParser {
    private let bytes: [UInt8]
    private var place = 0
    private var lineStart = 0

    private struct Broken: Error {}

    private static let opening = Array("{{".utf8)

    private init(_ text: String) { bytes = Array(text.utf8) }

    /// The pieces of a template; nil when it cannot be parsed.
    static func pieces(of text: String) -> [TemplatePiece]? {
        var parser = TemplateParser(text)
        return try? parser.pieces(until: nil)
    }

    private mutating func pieces(until name: [String]?) throws -> [TemplatePiece] {
        var pieces: [TemplatePiece] = []
        while let tag = bytes[place...].firstRange(of: Self.opening) {
            var text = bytes[place..<tag.lowerBound]
            place = tag.upperBound
            let sign = place < bytes.count ? bytes[place] : 0
            if let line = text.lastIndex(of: UInt8(ascii: "\n")) { lineStart = line + 1 }
            let isAtStart = bytes[lineStart..<tag.lowerBound].allSatisfy(Self.isBlank)
            let words = try tagWords(sign)
            if "#^/>".utf8.contains(sign), isAtStart, let next = lineEnd() {
                text = text.dropLast(min(text.count, tag.lowerBound - lineStart))
                (place, lineStart) = (next, next)
            }
            if !text.isEmpty { pieces.append(.text(Array(text))) }
            let names = words == "." ? [] : words.split(separator: ".").map(String.init)
            switch sign {
            case UInt8(ascii: "#"): pieces.append(.section(names, try self.pieces(until: names)))
            case UInt8(ascii: "^"): pieces.append(.inverted(names, try self.pieces(until: names)))
            case UInt8(ascii: ">"): pieces.append(.part(words))
            case UInt8(ascii: "/"):
                guard names == name else { throw Broken() }
                return pieces
            default: pieces.append(.value(names, isEscaped: sign != UInt8(ascii: "{")))
            }
        }
        guard name == nil else { throw Broken() }
        if place < bytes.count { pieces.append(.text(Array(bytes[place...]))) }
        return pieces
    }

    /// What stands in a tag after its sign, up to its end.
    private mutating func tagWords(_ sign: UInt8) throws -> String {
        let closing = Array((sign == UInt8(ascii: "{") ? "}}}" : "}}").utf8)
        guard let end = bytes[place...].firstRange(of: closing) else { throw Broken() }
        let inside = bytes[place..<end.lowerBound].drop { "#^/>{".utf8.contains($0) || Self.isBlank($0) }
        place = end.upperBound
        let words = String(decoding: inside, as: UTF8.self)
        guard !words.isEmpty, words.utf8.allSatisfy(Self.isOfAName) else { throw Broken() }
        return words
    }

    /// Where the next line starts, when nothing but spaces is left of this one.
    private func lineEnd() -> Int? {
        guard let end = bytes[place...].firstIndex(where: { !Self.isBlank($0) }) else { return bytes.count }
        return bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func isOfAName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
