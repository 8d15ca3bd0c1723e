import Testing

@testable import Documents

@Suite struct NumberStyleTests {
    let french = NumberStyle.french
    let english = NumberStyle.english

    @Test(arguments: [
        (1234567.891, 2, "1\u{202F}234\u{202F}567,89"), (-1234.5, 1, "\u{2212}1\u{202F}234,5"),
        (999.95, 1, "1\u{202F}000,0"),
        (0, 0, "0"), (12, 2, "12,00"),
        (1e21, 0, "1\u{202F}000\u{202F}000\u{202F}000\u{202F}000\u{202F}000\u{202F}000\u{202F}000"),
        (1e-9, 3, "0,000"), (100, 0, "100"),
    ])
    func numbersHaveFrenchMarks(number: Double, decimals: Int, expected: String) {
        #expect(french.fixed(number, decimals: decimals) == expected)
    }

    @Test(arguments: [
        (1.005, 2, "1.01"), (2.675, 2, "2.68"), (0.125, 2, "0.13"), (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"),
        (-2.5, 0, "\u{2212}3"), (0.05, 1, "0.1"), (0.049, 1, "0.0"), (0.95, 1, "1.0"), (9.9999, 3, "10.000"),
        (0.4, 0, "0"), (0.05, 0, "0"), (1e-300, 2, "0.00"), (4.35, 1, "4.4"),
    ])
    func halvesGoAwayFromZeroOnTheDecimalValue(number: Double, decimals: Int, expected: String) {
        #expect(english.fixed(number, decimals: decimals) == expected)
    }

    @Test func whatRoundsToZeroHasNoSign() {
        #expect(french.fixed(-0.04, decimals: 1) == "0,0")
        #expect(french.change(-0.04, decimals: 1) == "0,0")
        #expect(french.change(0.04, decimals: 1) == "0,0")
        #expect(french.fixed(-0.0, decimals: 0) == "0")
    }

    @Test func changesCarryTheirSign() {
        #expect(french.change(12.34, decimals: 1) == "+12,3")
        #expect(french.change(-12.35, decimals: 1) == "\u{2212}12,4")
    }

    @Test func aFigureThatDoesNotExistIsADash() {
        for number in [Double.nan, .infinity, -.infinity, nil] {
            #expect(french.fixed(number, decimals: 1) == "—")
            #expect(french.change(number, decimals: 1) == "—")
            #expect(french.percent(number) == "—")
        }
    }

    @Test func percentStandsApartInFrenchOnly() {
        #expect(french.percent(45.25, decimals: 1) == "45,3\u{202F}%")
        #expect(english.percent(45.25, decimals: 1) == "45.3%")
    }

    @Test func frenchPluralStartsAtTwo() {
        #expect(french.count(0, "séance", "séances") == "0\u{A0}séance")
        #expect(french.count(1, "séance", "séances") == "1\u{A0}séance")
        #expect(french.count(2, "séance", "séances") == "2\u{A0}séances")
        #expect(french.quantity(1.5, decimals: 1, "point", "points") == "1,5\u{A0}point")
        #expect(french.quantity(-1.94, decimals: 1, "point", "points") == "\u{2212}1,9\u{A0}point")
    }

    @Test func nounsAgreeWithTheFigureAsDisplayed() {
        #expect(french.quantity(1.96, decimals: 1, "point", "points") == "2,0\u{A0}points")
        #expect(english.quantity(1, decimals: 0, "point", "points") == "1\u{A0}point")
        #expect(english.quantity(1, decimals: 1, "point", "points") == "1.0\u{A0}points")
        #expect(english.count(0, "session", "sessions") == "0\u{A0}sessions")
    }

    @Test func integersOfAnySizeAreGrouped() {
        #expect(english.integer(Int.min) == "\u{2212}9,223,372,036,854,775,808")
        #expect(english.integer(999) == "999")
    }

    @Test func roundingNeverMovesByMoreThanHalfAStep() {
        for _ in 0..<20_000 {
            let number = Double.random(in: -1e6...1e6)
            let decimals = Int.random(in: 0...6)
            let written = english.fixed(number, decimals: decimals)
            let plain = written.filter { $0 != "," }.replacing("\u{2212}", with: "-")
            let read = Double(plain) ?? .nan
            var step = 1.0
            for _ in 0..<decimals { step /= 10 }
            #expect(abs(read - number) <= step / 2 + 1e-9)
            #expect(plain.split(separator: ".").dropFirst().first?.count ?? 0 == decimals)
        }
    }

    @Test func decimalDigitsReadBackAsTheSameNumber() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<5_000 {
            let number = Double(bitPattern: generator.next())
            guard number.isFinite else { continue }
            let digits = try #require(DecimalDigits(number))
            let plain = (digits.isNegative ? "-" : "") + digits.whole + "." + digits.fraction + "0"
            #expect(Double(plain) == number)
        }
    }
}

@Suite struct FrenchTextTests {
    @Test func spacesBeforeHighPunctuationBecomeNarrow() {
        #expect(
            FrenchText.typeset("Prêt ? Oui ! 12 % ; fin :")
                == "Prêt\u{202F}? Oui\u{202F}! 12\u{202F}%\u{202F}; fin\u{202F}:")
        #expect(FrenchText.typeset("« relais »") == "«\u{A0}relais\u{A0}»")
    }

    @Test func textWithoutSpacesIsLeftAlone() {
        let plain = "https://exemple.fr/a?b=c 09:30 a;b"
        #expect(FrenchText.typeset(plain) == plain)
    }

    @Test func typesettingTwiceChangesNothingMore() {
        let letters: [Character] = ["«", "»", " ", "\u{A0}", "?", ":", "a", "%", ";"]
        for _ in 0..<2_000 {
            let text = String((0..<Int.random(in: 0...8)).map { _ in letters.randomElement() ?? "a" })
            let once = FrenchText.typeset(text)
            #expect(FrenchText.typeset(once) == once)
        }
    }
}
