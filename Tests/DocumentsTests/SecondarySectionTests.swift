import Statistics
import Testing

@testable import Documents
@testable import Training

/// What the page says besides the primary outcome, and that nothing which was not measured is passed over.
@Suite struct SecondarySectionTests {
    private func page(_ example: Example, in language: Language) -> String {
        String(decoding: EvaluationPage(example.evaluation, names: example.names, in: language).html(), as: UTF8.self)
    }

    @Test(arguments: 0..<Example.gallery.count, Language.allCases)
    func whatWasNotMeasuredIsNamedWithWhatItWouldTake(index: Int, language: Language) {
        let (example, say) = (Example.gallery[index], Tongue(language))
        let html = page(example, in: language)
        #expect(!example.evaluation.secondary.unmeasured.isEmpty)
        let sections = [
            "satisfaction": "satisfaction", "diagnostic": "territoire", "network": "reseau", "support": "suite",
        ]
        for blank in example.evaluation.secondary.unmeasured {
            if let section = sections[blank.code] {
                let words =
                    html.firstRange(of: "<h2 id=\"\(section)\">").map { html[$0.upperBound...].prefix(400) } ?? ""
                #expect(
                    words.contains(say.unmeasured) && words.contains(say("Il faudrait", "It would take")), "\(section)")
                continue
            }
            #expect(html.contains("<li>\(Escaping.escaped(say(blank.title).capitalised))"), "\(blank.code)")
            #expect(html.contains(Escaping.escaped(say(blank.remedy))), "\(blank.code)")
        }
        #expect(html.contains(say("Ce qui n’a pas été mesuré", "What was not measured")))
    }

    @Test(arguments: 0..<Example.gallery.count, Language.allCases)
    func everyCheckSaysSomethingOrWhyNot(index: Int, language: Language) {
        let section = SecondarySection(Example.gallery[index].evaluation.secondary, Tongue(language))
        #expect(section.findings.count == (Example.gallery[index].looksBack ? 5 : 4))
        for finding in section.findings {
            #expect(!finding.title.isEmpty && finding.words.hasSuffix("."), "\(finding.title): \(finding.words)")
            #expect(!finding.words.contains("nan") && !finding.words.contains("nil") && !finding.words.contains("—"))
        }
    }

    @Test func aSecondBaselineAndSatisfactionAreToldWhereTheyExist() {
        var example = Example()
        #expect(!page(example, in: .french).contains("revu après coup</dt>"))
        example.looksBack = true
        let html = page(example, in: .french)
        #expect(html.contains("revu après coup</dt>") && html.contains("jamais mêlée à la première"))
        #expect(html.contains("<h2 id=\"satisfaction\">") && html.contains("18 / 20"))
        #expect(page(example, in: .english).contains("Are you satisfied on the whole?"))
    }

    @Test func theNetworkIsDrawnForTheCoordinatorWithNamesAndCounted() throws {
        var example = Example()
        example.looksBack = true
        let html = page(example, in: .french)
        let drawing = try #require(html.rest(after: "class=\"chart network\""))
        let marks = drawing.prefix(upTo: drawing.firstRange(of: "</svg>")?.lowerBound ?? drawing.endIndex)
        #expect(marks.matches(of: /<circle\s/).count == example.count)
        #expect(html.contains("le groupe de 20 compte"))
        for name in example.names.values.map({ Tongue.french.words($0.name) }) {
            #expect(marks.contains(Escaping.escaped(name)), "\(name)")
        }
        #expect(page(example, in: .english).contains("the group of 20 has"))
    }

    @Test func whoAnsweredOnAnotherDayIsNamedWithTheDaysOfTheWave() {
        var example = Example()
        #expect(!page(example, in: .french).contains("hors des dates"))
        example.looksBack = true
        let html = page(example, in: .french).replacing("\u{A0}", with: " ")
        #expect(html.contains("Un positionnement a été fait hors des dates de sa vague et compte comme les autres"))
        #expect(html.contains("(avant, le 27 octobre 2021\u{202F}; ouvert du 14 août 2021 au 27 septembre 2021)."))
        #expect(page(example, in: .english).contains("One assessment was made outside the dates of its wave"))
    }

    @Test func supportSaysWhatIsToFollowAndWhatIsNotCounted() {
        var example = Example()
        example.looksBack = true
        let html = page(example, in: .french)
        #expect(html.contains("Besoins couverts") && html.contains("en retard"))
        #expect(html.contains("n’est pas compté ici") && html.contains("six mois après la fin"))
    }

    @Test func theFewNotAssessedAgainAreComparedAndTheQuestionnaireIsCalledIndicative() {
        let findings = SecondarySection(Example().evaluation.secondary, .french).findings
        #expect(findings[0].words.contains("(n = 18)") && findings[0].words.contains("permutations, calcul exact"))
        #expect(findings[1].words.contains("graine 2022") && findings[1].words.contains("SplitMix64"))
        #expect(findings[3].words.contains("À titre indicatif\u{202F}: moins de 30 personnes"))
    }

    /// Why there is no g or p is said once, and as a sentence.
    @Test func equalScoresHaveNeitherSizeNorP() {
        var example = Example()
        example.pairs = { $0 < 18 ? Pair(before: 40, after: 60) : nil }
        let words = SecondarySection(example.evaluation.secondary, .french).findings[0].words
        #expect(words.contains("ni g ni p ne sont calculables ("), "\(words)")
    }

    @Test func theFiguresBesideThePrimaryOutcomeAreInTheCSVToo() {
        var example = Example()
        example.looksBack = true
        let lines = String(decoding: example.evaluation.figuresCSV(), as: UTF8.self).split(whereSeparator: \.isNewline)
        let scopes = [
            "attrition,,attrition_g,", "dose,,dose_rho,", "bootstrap,,bootstrap_ci95,", "reliability,before,alpha,",
            "reliability,after,alpha_without_q1,", "response_shift,gap,mean_change,",
            "satisfaction,satisfaction@1:after:ensemble,response_rate,", "mystery_mail,,,,,,not_measured",
        ]
        for scope in scopes { #expect(lines.contains { $0.hasPrefix(scope) }, "\(scope)") }
        let fields = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }
        #expect(Set(fields) == [7])
    }
}

extension String {
    /// What follows the first time that words are there; nil when they are not.
    fileprivate func rest(after words: String) -> Substring? {
        firstRange(of: words).map { self[$0.upperBound...] }
    }
}
