import Training

/// The templates of a page, whose words stand in both languages side by side: `[[Étape|Step]]`.
///
/// A test holds that no word of a template stands outside such brackets and that none has one language only.
struct PageTemplate<View: Sendable>: Sendable {
    private let pieces: [TemplatePiece]
    private let shape = TemplateShape.of(View.self)

    /// The template of this name with its parts, those of the folder of the same name. Nil when one cannot be parsed.
    init?(_ name: String, in language: Language) {
        func pieces(_ file: String) -> [TemplatePiece]? {
            let text = Embedded.text("Templates/\(file).mustache")
            guard !text.isEmpty, let own = TemplateParser.pieces(of: TemplateWords.translated(text, into: language))
            else { return nil }
            return own.joined(with: { part in pieces("\(name)/\(part)") })
        }
        guard let pieces = pieces(name) else { return nil }
        self.pieces = pieces
    }

    /// The page in UTF-8; the same bytes for the same view.
    func render(_ view: View) -> [UInt8] {
        // Unsafe because the writer reads the view's properties where they lie; it is gone before the view.
        withUnsafePointer(to: view) { place in
            var writer = TemplateWriter(UnsafeRawPointer(place), shape)
            writer.write(pieces)
            return writer.bytes
        }
    }
}

extension [TemplatePiece] {
    /// The same with each part in its place; nil when one is not there.
    fileprivate func joined(with part: (String) -> [TemplatePiece]?) -> [TemplatePiece]? {
        var result: [TemplatePiece] = []
        for piece in self {
            switch piece {
            case .part(let name):
                guard let pieces = part(name) else { return nil }
                result += pieces
            case .section(let names, let inside):
                guard let pieces = inside.joined(with: part) else { return nil }
                result.append(.section(names, pieces))
            case .inverted(let names, let inside):
                guard let pieces = inside.joined(with: part) else { return nil }
                result.append(.inverted(names, pieces))
            case .text, .value: result.append(piece)
            }
        }
        return result
    }
}

/// The words of a template, in both languages.
enum TemplateWords {
    /// The same template with the words of one language, as a printer sets them, escaped.
    static func translated(_ template: String, into language: Language) -> String {
        let tongue = Tongue(language)
        var (result, rest) = ("", Substring(template))
        while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
            let words = rest[open.upperBound..<close.lowerBound].split(separator: "|", omittingEmptySubsequences: false)
            result += rest[..<open.lowerBound]
            if words.count == 2 { result += Escaping.escaped(tongue(String(words[0]), String(words[1]))) }
            rest = rest[close.upperBound...]
        }
        return result + rest
    }
}
