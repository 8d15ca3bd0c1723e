import FoundationEssentials
import Testing

@testable import Documents
@testable import Training

/// The questionnaire to print, and the blank file that the import takes back.
@Suite struct QuestionnaireTests {
    static func questionnaire(
        _ text: String = "Je sais.", maximum: Double = 8, isAnonymous: Bool = false, participants: [String] = []
    ) -> Questionnaire {
        Questionnaire(
            programme: "PETR imaginaire",
            instrument: .init(
                instrumentID: .init(rawValue: .init()), code: .init(rawValue: "essai"), version: 2, title: text,
                framework: .digcomp),
            nature: .init(kind: isAnonymous ? .satisfactionHot : .skills, isAnonymous: isAnonymous),
            items: [("q1", "1"), ("q2", "1"), ("q3", "2")].map {
                .init(
                    item: $0, competence: "\($1).1", area: $1, competenceFr: "", competenceEn: "",
                    areaFr: "Domaine \($1)",
                    areaEn: "Area \($1)", textFr: text, textEn: "", minimum: 0, maximum: maximum, isReversed: false)
            }, participants: participants)
    }

    private func page(_ questionnaire: Questionnaire, in language: Language = .french) -> [UInt8] {
        QuestionnairePage(questionnaire, in: language).html()
    }

    @Test(arguments: EvaluationPageTests.hostile) func aQuestionNeverBecomesMarkup(text: String) {
        let (plain, reading) = (
            PageReading(page(Self.questionnaire("Nom"))), PageReading(page(Self.questionnaire(text)))
        )
        #expect(reading.tags.map { $0.prefix { $0 != " " } } == plain.tags.map { $0.prefix { $0 != " " } })
        #expect(reading.unbalanced == nil)
    }

    @Test(arguments: Language.allCases) func everyQuestionHasItsBoxesAndTheTwoWaysOut(language: Language) {
        let html = String(decoding: page(Self.questionnaire(), in: language), as: UTF8.self)
        #expect(html.matches(of: /<span class="tick">/).count == 3 * (9 + 2))
        #expect(html.matches(of: /<h2>/).count == 2)
        if language == .french { #expect(PageReading.blemishes(PageReading(page(Self.questionnaire())).words) == []) }
    }

    @Test func aScaleTooLongForBoxesIsWrittenAsANumber() {
        let html = String(decoding: page(Self.questionnaire(maximum: 40)), as: UTF8.self)
        #expect(html.matches(of: /<span class="line">/).count == 3 && html.contains("de 0 à 40"))
    }

    @Test func anAnonymousOneAsksForNoName() {
        let html = String(decoding: page(Self.questionnaire(isAnonymous: true)), as: UTF8.self)
        #expect(!html.contains("Nom et prénom") && html.contains("Numéro de la feuille"))
        #expect(html.contains("n’écrivez pas votre nom"))
        let named = String(decoding: page(Self.questionnaire()), as: UTF8.self)
        #expect(named.contains("Nom et prénom") && !named.contains("Numéro de la feuille"))
    }

    @Test func theBlankFileHasAColumnForEachQuestionAndALineForEachPerson() {
        let blank = Self.questionnaire(participants: ["a@example.org", "b@example.org"]).blankCSV(in: .french)
        let text = String(decoding: blank.dropFirst(3), as: UTF8.self)
        #expect(
            text == "participant;date;version;q1;q2;q3\r\na@example.org;;essai@2;;;\r\nb@example.org;;essai@2;;;\r\n")
        let sheets = Self.questionnaire(isAnonymous: true).blankCSV(in: .french)
        #expect(String(decoding: sheets.dropFirst(3), as: UTF8.self) == "feuille;date;version;q1;q2;q3\r\n")
    }
}
