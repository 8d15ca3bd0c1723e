import Testing

@testable import Documents
@testable import Training

/// The two languages of a page: every word has both, and none strays into the other.
@Suite struct BilingualTests {
    private static let templates = Embedded.files.map(\.name).filter { $0.hasPrefix("Templates/") }

    private func page(_ example: Example, in language: Language) -> PageReading {
        PageReading(EvaluationPage(example.evaluation, names: example.names, in: language).html())
    }

    @Test(arguments: templates.filter { $0.hasSuffix(".mustache") })
    func everyWordOfATemplateStandsInBothLanguages(name: String) {
        let text = Embedded.text(name)
        let pairs = text.matches(of: /\[\[(.*?)\]\]/).map {
            $0.1.split(separator: "|", omittingEmptySubsequences: false)
        }
        for pair in pairs {
            #expect(pair.count == 2 && pair.allSatisfy { !$0.isEmpty && !$0.contains("<") }, "\(pair)")
        }
        let bare = text.replacing(/\[\[.*?\]\]/, with: "").replacing(/\{\{.*?\}\}+/, with: "")
            .replacing(/<[^>]*>/, with: "").replacing(/&[a-z]+;|&#\d+;/, with: "")
        #expect(bare.filter(\.isLetter) == "", "outside brackets in \(name)")
        let spoken = text.matches(of: /(?:aria-label|alt|title)="([^"]*)"/).map(\.1)
        for words in spoken { #expect(words.hasPrefix("[[") || words.hasPrefix("{{"), "\(words)") }
    }

    @Test(arguments: templates.filter { $0.hasPrefix("Templates/evaluation/") && $0.hasSuffix(".mustache") })
    func everyPartIsInThePage(name: String) {
        let stem = name.dropFirst("Templates/evaluation/".count).dropLast(".mustache".count)
        #expect(Embedded.text("Templates/evaluation.mustache").contains("{{> \(stem)}}"))
    }

    /// The example's own words have no accent, so that one that is left is a sentence of ours in French.
    @Test(arguments: 0..<Example.gallery.count) func nothingOfTheEnglishPageIsFrench(index: Int) {
        var example = Example.gallery[index]
        example.name = { PersonName(name: "Person \($0)", provider: "Provider \($0)") }
        example.title = "Pilot"
        let words = page(example, in: .english).words.split(separator: "\n").map(String.init)
        let ours = words.filter { line in !Example.words.contains { line.contains($0.replacing("'", with: "’")) } }
        for line in ours {
            #expect(!line.contains(/[éèêàâçôùûîœ«»\u{202F}]/), "\(line)")
            #expect(!line.contains(/\b(le|la|les|des|une|avant|après|sur)\b/), "\(line)")
            #expect(!line.contains(/\d,\d(?!\d\d)/), "a decimal comma: \(line)")
            #expect(!line.contains(/\d[ \u{A0}]%/), "a space before %: \(line)")
        }
    }

    @Test(arguments: 0..<Example.gallery.count) func bothLanguagesTellTheSameNumbers(index: Int) {
        func cells(_ language: Language) -> [String] {
            let html = String(
                decoding: EvaluationPage(
                    Example.gallery[index].evaluation, names: Example.gallery[index].names, in: language
                ).html(), as: UTF8.self)
            return html.matches(of: /<td class="number">(?:<strong>)?([^<]*)/).map { match in
                match.1.filter { $0.isNumber || $0 == "+" || $0 == "\u{2212}" }
            }
        }
        #expect(cells(.french) == cells(.english))
        #expect(!cells(.french).isEmpty)
    }

    @Test func theLanguageIsDeclared() {
        #expect(page(Example(), in: .french).tags.contains("html lang=\"fr\""))
        #expect(page(Example(), in: .english).tags.contains("html lang=\"en\""))
    }

    @Test(arguments: [
        ("a", "a"), ("[[Étape :|Step:]]", "Étape\u{202F}:"), ("<p title=\"[[l'un|one]]\">", "<p title=\"l’un\">"),
        ("[[a & b|c]] [[sans]] x", "a &amp; b  x"), ("[[a|b|c]]", ""), ("[[a|b", "[[a|b"),
    ])
    func wordsAreTypesetAndEscaped(template: String, expected: String) {
        #expect(TemplateWords.translated(template, into: .french) == expected)
    }
}
