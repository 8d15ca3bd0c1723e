import Mustache
import Training

/// The templates of a page, whose words stand in both languages side by side: `[[Étape|Step]]`.
///
/// A test holds that no word of a template stands outside such brackets and that none has one language only.
struct PageTemplate: Sendable {
    private let parts: MustacheLibrary
    private let whole: String

    /// Put before each part: a part takes no escaping over from the whole, but the library's own.
    private static let escaping = "{{% CONTENT_TYPE:\(Escaping.name)}}\n"

    /// The template of this name with its parts, those of the folder of the same name. Nil when one cannot be parsed.
    init?(_ name: String, in language: Language) {
        let files = Embedded.files.map(\.name).filter {
            $0 == "Templates/\(name).mustache" || $0.hasPrefix("Templates/\(name)/") && $0.hasSuffix(".mustache")
        }
        guard Escaping.isRegistered, !files.isEmpty else { return nil }
        var parts = MustacheLibrary()
        for file in files {
            let stem = file.split(separator: "/").last.map { String($0.dropLast(".mustache".count)) } ?? file
            let text = Self.escaping + Self.translated(Embedded.text(file), into: language)
            guard let part = try? MustacheTemplate(string: text) else { return nil }
            parts.register(part, named: stem)
        }
        (self.parts, whole) = (parts, name)
    }

    func render(_ view: some Sendable) -> String { parts.render(view, withTemplate: whole) ?? "" }

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
