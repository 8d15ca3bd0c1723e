import Testing

@testable import Documents
@testable import Training

/// What other readers than the coordinator are told, and what they are not.
@Suite struct EditionTests {
    private func page(_ edition: Edition, _ example: Example = Example(), in language: Language = .french) -> String {
        String(decoding: EvaluationPage(edition: edition, names: example.names, in: language).html(), as: UTF8.self)
    }

    @Test(arguments: [Language.french, .english]) func nobodyIsNamedInTheSharedEdition(language: Language) {
        let example = Example()
        let html = page(example.edition(for: .shared), in: language)
        for (pseudonym, name) in example.names {
            #expect(!html.contains(Escaping.escaped(Tongue(language).words(name.name))))
            #expect(!html.contains(pseudonym))
        }
        #expect(PageReading(Array(html.utf8)).unbalanced == nil)
        #expect(!html.contains("<circle") || !html.contains("Évolution de chacun"))
    }

    @Test func anOfficeSeesItsOwnPeopleOnly() {
        let example = Example()
        let shown: Set = ["P01", "P02"]
        let html = page(example.edition(for: .relay("Albi"), naming: shown))
        for (pseudonym, name) in example.names where shown.contains(pseudonym) {
            #expect(html.contains("<bdi>\(Escaping.escaped(name.name))</bdi>"))
        }
        let others = example.names.filter { !shown.contains($0.key) }.values.map(\.name)
        for name in others where !shown.contains(where: { example.names[$0]?.name == name }) {
            #expect(!html.contains(Escaping.escaped(name)))
        }
        #expect(html.contains("une ligne par personne suivie par l’office"))
    }

    @Test func whatIsKeptBackIsSaidInWords() {
        let html = page(Example().edition(for: .shared))
        for words in [
            "\u{202F}: chacun dirait les valeurs de moins de 5 personnes.",
            "Ces groupes sont trop petits pour être communiqués.",
            "Repose sur les valeurs d’une ou deux personnes", "Ce qui n’est pas communiqué, et pourquoi",
            "Il reste à régler des points réservés à la coordination.", "motifs réservés à la coordination",
        ] {
            #expect(html.contains(words), "\(words)")
        }
        let english = page(Example().edition(for: .shared), in: .english)
        #expect(english.contains(": each would tell the values of fewer than 5 people."))
    }

    @Test func theMeanChangeIsDrawnWithoutDots() {
        let html = page(Example().edition(for: .shared))
        #expect(html.contains("<title>Évolution moyenne. "))
        #expect(!html.contains("Score de chaque personne"))
        #expect(!html.contains("Les données de ces deux graphiques"))
    }

    @Test func eachReaderIsToldForWhomTheEditionIs() {
        #expect(page(Edition(Example().evaluation)).contains("Version nominative, réservée à la coordination."))
        #expect(page(Example().edition(for: .shared)).contains("Version partagée"))
        #expect(page(Example().edition(for: .relay("Albi"))).contains("Version de l’office relais Albi"))
    }

    @Test(arguments: 0..<Example.gallery.count) func everyGallerysSharedEditionIsSpotless(index: Int) {
        for language in Language.allCases {
            let reading = PageReading(Array(page(Example.gallery[index].edition(for: .shared), in: language).utf8))
            #expect(reading.unbalanced == nil)
            if language == .french { #expect(PageReading.blemishes(reading.words.replacing("&#39;", with: "'")) == []) }
        }
    }
}
