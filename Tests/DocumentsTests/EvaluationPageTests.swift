import Statistics
import Testing

@testable import Documents
@testable import Training

@Suite struct EvaluationPageTests {
    private func page(_ example: Example) -> String { String(decoding: bytes(example), as: UTF8.self) }

    private func bytes(_ example: Example) -> [UInt8] {
        EvaluationPage(example.evaluation, names: example.names).html()
    }

    static let hostile = [
        "<script>alert(1)</script>", "\u{600}<script>alert(2)</script>", "\"\u{301} onmouseover=\"alert(3)",
        "'><img src=x>",
        "&lt;b&gt;", "\u{202E}eprus", "=HYPERLINK(\"http://x\")", "{{{style}}}", "</style><script>", "a\u{0}b\u{7}",
    ]

    @Test(arguments: hostile) func aPersonsTextNeverBecomesMarkup(text: String) {
        var example = Example()
        let harmless = PageReading(bytes(example)).tags.map { $0.prefix { $0 != " " } }
        example.name = { _ in PersonName(name: text, provider: text) }
        let reading = PageReading(bytes(example))
        #expect(reading.tags.map { $0.prefix { $0 != " " } } == harmless)
        #expect(reading.unbalanced == nil)
        #expect(!page(example).unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\0" })
    }

    @Test(arguments: hostile) func aTitleNeverEscapesFromThePageOrItsStyle(text: String) {
        var example = Example()
        example.title = text
        let reading = PageReading(bytes(example))
        #expect(reading.unbalanced == nil)
        #expect(
            !reading.tags.contains { $0.hasPrefix("script") || $0.hasPrefix("img") || $0.contains("onmouseover=\"") })
    }

    @Test func aPersonWithoutANameIsShownByPseudonym() {
        var example = Example()
        example.name = { $0 == 0 ? nil : Example.person($0) }
        #expect(page(example).contains("<bdi>P01</bdi>"))
        #expect(!page(example).contains("<bdi>P02</bdi>"))
    }

    @Test(arguments: 0..<Example.gallery.count) func everyPageIsWellNestedAndSpotless(index: Int) {
        let reading = PageReading(bytes(Example.gallery[index]))
        #expect(reading.unbalanced == nil)
        let words = reading.words.split(separator: "\n").joined(separator: "\n")
        #expect(PageReading.blemishes(words.replacing("&#39;", with: "'")) == [])
    }

    @Test(arguments: 0..<Example.gallery.count) func theSameEvaluationGivesTheSameBytes(index: Int) {
        #expect(bytes(Example.gallery[index]) == bytes(Example.gallery[index]))
    }

    @Test(arguments: 0..<Example.gallery.count) func whatCannotBeComputedSaysWhyInWords(index: Int) {
        let example = Example.gallery[index]
        let html = page(example)
        for entry in example.evaluation.figures.overall.entries {
            guard case .unavailable(let reason) = entry.value else { continue }
            #expect(html.contains(Escaping.escaped(Tongue.french.why(reason))))
        }
    }

    @Test func theTemplateAndTheStyleSheetAreEmbedded() {
        #expect(EvaluationPage.french != nil && EvaluationPage.english != nil)
        #expect(Embedded.text("Templates/evaluation.css").contains("@page"))
    }

    @Test func thePageAsksForNothing() {
        let html = page(Example())
        for forbidden in ["<script", "<link", "<img", "<iframe", "src=", "http://", "https://", "@import", "url("] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
    }

    @Test func identifiersAreUniqueAndAnchorsExist() {
        let tags = PageReading(bytes(Example.gallery[1])).tags
        func values(_ attribute: String) -> [Substring] {
            tags.compactMap { $0.split(separator: " \(attribute)=\"").dropFirst().first?.prefix { $0 != "\"" } }
        }
        let identifiers = values("id")
        #expect(Set(identifiers).count == identifiers.count)
        #expect(Set(values("href").map { $0.dropFirst() }).isSubset(of: Set(identifiers)))
        #expect(Set(values("aria-labelledby").flatMap { $0.split(separator: " ") }).isSubset(of: Set(identifiers)))
    }

    @Test func aDraftSaysSoAndWhoMustActAndAFinalDoesNot() {
        let draft = page(Example.gallery[1])
        #expect(draft.contains("Provisoire"))
        #expect(draft.contains("<strong>Coordination</strong>"))
        #expect(!page(Example.gallery[0]).contains("Provisoire"))
    }

    @Test func whatIsMissingIsToldWithNamesAndDates() {
        let draft = page(Example.gallery[1])
        #expect(
            draft.contains(
                "<li>Séance s1 du 1er\u{A0}septembre\u{A0}2021\u{202F}: 2 non renseignés (Anne Alibert, Denis Escande)")
        )
        #expect(draft.contains("<li>Inès Delmas\u{202F}: positionnement «\u{A0}après\u{A0}» absent"))
    }

    @Test func aCompetenceWithoutPairsAndAnObjectiveWithoutAnswerAreNotMeasured() {
        let html = page(Example())
        #expect(
            html.contains(
                "Droit d’auteur et licences</span></span><span class=\"plot none\"><span class=\"tag\">non mesuré"))
        #expect(html.contains("<td><span class=\"tag\">non mesuré</span>"))
    }

    @Test func everyMarkOfASessionIsDrawnOnceAPerson() {
        let example = Example()
        let strips = PageReading(bytes(example)).words.split(separator: "\n").filter { $0.contains(": présence à ") }
        #expect(strips.count == example.count)
    }
}
