import Training

/// What documents to sign have in common: a template with its words in both languages, parsed once for each, and one style
/// for paper.
struct Paper<View: Sendable>: Sendable {
    private let french: PageTemplate<View>?
    private let english: PageTemplate<View>?

    init(_ name: String) {
        (french, english) = (PageTemplate(name, in: .french), PageTemplate(name, in: .english))
    }

    /// Nil when the template is not there or cannot be parsed, which a test holds is never so.
    subscript(language: Language) -> PageTemplate<View>? { language == .french ? french : english }
}

/// The style sheets of paper.
enum PaperStyle {
    static func sheet(_ name: String) -> String {
        Embedded.text("Templates/paper.css") + Embedded.text("Templates/\(name).css")
    }
}
