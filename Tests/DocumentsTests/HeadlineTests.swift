import Statistics
import Testing

@testable import Documents
@testable import Training

@Suite struct HeadlineTests {
    private func headline(_ count: Int, _ changes: [Double], start: Double = 40) -> Headline {
        var example = Example()
        example.count = count
        example.pairs = { $0 < changes.count ? Pair(before: start, after: start + changes[$0]) : nil }
        return Headline(Edition(example.evaluation), .french)
    }

    @Test func theSentenceCarriesItsNumberAndItsInterval() {
        let words = headline(20, (0..<18).map { Double($0) }).text
        #expect(
            words
                == "Sur les 20 personnes entrées en formation, 18 ont été évaluées avant et après\u{202F}: leur score moyen passe de "
                + "40,0 à 48,5 sur 100, soit +8,5\u{A0}points (intervalle de confiance à 95\u{202F}%\u{202F}: de +5,8 à +11,2)."
        )
    }

    @Test func everybodyAssessedIsSaidSo() {
        #expect(
            headline(3, [1, 2, 3]).text.hasPrefix(
                "Les 3 personnes entrées en formation ont toutes été évaluées avant et après"))
    }

    @Test func twoPeopleAreBothAndNotAll() {
        #expect(
            headline(2, [1, 2]).text.hasPrefix(
                "Les deux personnes entrées en formation ont toutes deux été évaluées avant et après"))
    }

    /// R5: whoever reads is told so; where it may not be told, that it is not.
    @Test func aSignThatTurnsIsInTheFirstLineForEveryReader() {
        var example = Example()
        example.pairs = { $0 < 18 ? Pair(before: 50, after: 51) : nil }
        let turned = Headline(example.edition(for: .shared, changesSign: .value(true)), .french).text
        #expect(
            turned.contains(
                "Attention\u{202F}: le sens de ce résultat dépend des personnes qui n’ont pas été réévaluées."))
        let hidden = Headline(example.edition(for: .relay("Albi"), changesSign: .withheld(.protected)), .french).text
        #expect(hidden.contains("Il n’est pas communiqué si le sens de ce résultat dépend"))
        let steady = Headline(example.edition(for: .shared, changesSign: .value(false)), .french).text
        #expect(!steady.contains("le sens de ce résultat"))
    }

    @Test func nobodyAssessedIsNotMeasured() {
        #expect(
            headline(20, []).text
                == "Sur les 20 personnes entrées en formation, aucune n’a encore été évaluée à la fois avant et après\u{202F}: "
                + "l’évolution n’est pas mesurée.")
        #expect(headline(0, []).text.hasPrefix("Personne n’est encore entré en formation"))
        #expect(headline(20, []).cautions.isEmpty)
    }

    @Test func onePersonHasNoInterval() {
        let one = headline(20, [12])
        #expect(one.text.contains("une seule a été évaluée avant et après\u{202F}: son score passe de 40,0 à 52,0"))
        #expect(!one.text.contains("intervalle"))
        #expect(one.cautions.contains { $0.contains("une seule personne") })
        #expect(headline(1, [12]).text.hasPrefix("La seule personne entrée en formation a été évaluée"))
    }

    @Test func aDeclineIsCalledOne() {
        let words = headline(20, [-10, -12, -9, -11, -10, -8]).text
        #expect(words.contains("recule de 40,0 à 30,0"))
        #expect(words.contains("\u{2212}10,0\u{A0}points"))
    }

    @Test func noChangeIsAucunChangement() {
        let words = headline(6, [0, 0, 0, 0, 0, 0])
        #expect(words.text.contains("reste à 40,0 sur 100, aucun changement"))
        #expect(words.cautions.contains { $0.contains("Aucun score n’a changé") })
    }

    @Test func aConstantChangeHasNoInterval() {
        let words = headline(6, [5, 5, 5, 5, 5, 5])
        #expect(!words.text.contains("intervalle"))
        #expect(words.cautions.contains { $0.contains("sans dispersion") })
    }

    @Test func everyoneAtTheMaximumCouldNotProgress() {
        #expect(headline(4, [0, 0, 0, 0], start: 100).cautions.contains { $0.contains("déjà au maximum") })
    }

    @Test func anIntervalThatHoldsZeroIsExplained() {
        #expect(headline(6, [10, -9, 8, -8, 3, -2]).cautions.contains { $0.contains("contient zéro") })
        #expect(!headline(6, [10, 9, 8, 8, 9, 10]).cautions.contains { $0.contains("contient zéro") })
    }

    @Test func aChangeOfSignComesFirst() {
        var example = Example()
        example.sensitivity = [14.4, 13, -2.1, 17]
        let turned = Headline(Edition(example.evaluation), .french)
        #expect(
            turned.text.hasSuffix(
                "Attention\u{202F}: le sens de ce résultat dépend des personnes qui n’ont pas été réévaluées."))
        #expect(turned.runs.last?.strong == true)
        #expect(turned.cautions.first?.contains("l’évolution serait de \u{2212}2,1\u{A0}points") == true)
        #expect(
            Headline(Edition(example.evaluation), .english).text.contains(
                "Beware: the direction of this result depends"))
        let steady = Headline(Edition(Example().evaluation), .french)
        #expect(steady.cautions.count == 1 && !steady.text.contains("Attention"))
    }

    @Test(arguments: 0..<300) func noSentenceIsEverBlemished(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let count = Int(random.next() % 30)
        let spread = [0.0, 0.01, 1, 40][Int(random.next() % 4)]
        let changes = (0..<(count == 0 ? 0 : Int(random.next() % UInt64(count + 1)))).map { _ in
            (Double(random.next() % 2001) / 1000 - 1) * spread
        }
        let headline = headline(count, changes)
        let words = ([headline.text] + headline.cautions).joined(separator: "\n")
        #expect(PageReading.blemishes(words) == [])
        #expect(headline.text.hasSuffix("."))
        #expect(changes.isEmpty || headline.text.contains("sur 100"))
    }
}

/// Numbers that look random and are the same everywhere (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
