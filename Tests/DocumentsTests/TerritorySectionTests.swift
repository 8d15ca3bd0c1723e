import Statistics
import Testing

@testable import Documents
@testable import Training

/// The diagnostic and the offices' skills on the page and in its data, and the page of a visit.
@Suite struct TerritorySectionTests {
    private func page(_ example: Example, in language: Language = .french) -> String {
        String(decoding: EvaluationPage(example.evaluation, names: example.names, in: language).html(), as: UTF8.self)
    }

    private var observed: Example {
        var example = Example()
        example.isObserved = true
        return example
    }

    @Test(arguments: Language.allCases) func everyCriterionStandsUnderItsThemeWithItsCountsOrWhyNot(language: Language)
        throws
    {
        let example = observed
        let section = try #require(
            DiagnosticSection(Edition(example.evaluation), Cast(names: [:], say: Tongue(language))))
        let chart = try #require(section.chart)
        #expect(chart.themes.map { $0.rows.map(\.code) } == [["P01"], ["P05", "P06"], ["C01"]])
        #expect(chart.data.map(\.isMeasured) == [true, true, true, false])
        let diagnosis = try #require(example.diagnosis)
        let first = diagnosis.criteria[0].figures
        #expect(chart.data[0].change == "\(first.yesBefore)\u{A0}→\u{A0}\(first.yesAfter)")
        #expect(chart.data[1].shortP == NumberStyle.missing && chart.data[1].p.count > 5)
        #expect(section.mails?.rows.count == 2 && section.agreement != nil && section.mailSilence == nil)
        #expect(section.providers?.rows.count == 20)
        let html = page(example, in: language)
        for words in section.mails?.rows.map(\.median) ?? [] { #expect(html.contains(Escaping.escaped(words))) }
        #expect(!html.contains("nan") && !html.contains("Optional"))
    }

    @Test func withoutObservationsTheSectionSaysWhatItWouldTake() {
        let html = page(Example())
        for words in ["Il faudrait deux constats de la grille territoriale", "Il faudrait la matrice de compétences"] {
            #expect(html.contains(words))
        }
        #expect(!page(observed).contains("Il faudrait deux constats"))
    }

    @Test func theOfficesAndTheGapsAreSaid() throws {
        let section = try #require(SkillSection(Edition(observed.evaluation), .french))
        #expect(
            section.answer
                == Tongue.french("4 offices sur 5 ont dit sur quoi ils peuvent aider ; aucun ne couvre « Outils ».", "")
        )
        #expect(
            section.matrix?.themes.map { $0.cells.map { $0.level ?? "-" } } == [
                ["-", "1", "2", "3", "4"], Array(repeating: "-", count: 5),
            ])
        #expect(section.matrix?.themes[0].cells.map { $0.hours != nil } == [false, true, false, true, true])
    }

    @Test func hoursStandWithTheirSkillAndInTheTotalOfTheirOfficeAndNowhereElse() {
        let example = observed
        let section = SkillSection(Edition(example.evaluation), .french)
        let (none, some) = (NumberStyle.missing, "2,5\u{A0}h")
        #expect(section?.matrix?.totals == [none, some, none, some, some])
        let html = String(
            decoding: EvaluationPage(example.evaluation, names: example.names).html(), as: UTF8.self)
        #expect(html.split(separator: some, omittingEmptySubsequences: false).count - 1 == 6)
    }

    @Test func theDataOfTheSectionsComeWithThePage() throws {
        let evaluation = observed.evaluation
        let charts = Dictionary(
            uniqueKeysWithValues: evaluation.charts().map { ($0.name, String(decoding: $0.csv, as: UTF8.self)) })
        #expect(charts["chart-diagnostic.csv"]?.split(whereSeparator: \.isNewline).count == 5)
        #expect(charts["chart-index.csv"]?.split(whereSeparator: \.isNewline).count == 21)
        #expect(charts["chart-skills.csv"]?.contains("outils,,,") == true)
        let figures = String(decoding: evaluation.figuresCSV(), as: UTF8.self)
        for scope in [
            "criterion,P01,mcnemar_p,", "provider_index,,mean_change,", "agreement,,kappa,",
            "mystery_mail,provider:after,median_hours,", "skills,,gaps,1",
        ] {
            #expect(figures.contains("\n" + scope) || figures.contains("\r\n" + scope), "\(scope)")
        }
        #expect(Example().evaluation.charts().count == 6)
    }

    @Test(arguments: Language.allCases) func aVisitSaysWhatToDoFirstInOrder(language: Language) throws {
        let sheet = Example.visit()
        let html = String(decoding: VisitPage(sheet, in: language).html(), as: UTF8.self)
        let tasks = sheet.steps.map { Escaping.escaped(Tongue(language)($0.criterion.step)) }
        let places = try tasks.map { try #require(html.firstRange(of: $0)).lowerBound }
        #expect(places == places.sorted() && places.count == 5)
        #expect(!html.contains("<Exemple>") && html.contains("d’&lt;Exemple&gt;"))
        #expect(html.contains(language == .french ? "sans objet" : "not applicable"))
        #expect(!html.contains("<script") && !html.contains("[["))
        let none = String(decoding: VisitPage(Example.visit(isIndexed: false), in: language).html(), as: UTF8.self)
        #expect(none.contains(language == .french ? "moins de 15 critères" : "fewer than 15 criteria"))
    }

    @Test func nothingToDoIsSaidToo() {
        let sheet = Example.visit(steps: 0)
        #expect(VisitView(sheet, .french).answer.hasPrefix("Rien à faire d’abord"))
        #expect(VisitView(Example.visit(steps: 1), .english).answer == "One thing to do first.")
    }
}
