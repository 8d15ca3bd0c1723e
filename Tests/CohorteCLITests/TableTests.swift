import Testing

@testable import CohorteCLI

@Suite struct TableTests {
    @Test func columnsAreAlignedAndNothingTrails() {
        var table = Table([.init("participant"), .init("score", .right), .init("note")])
        table.add(["Zoé", "7,5"])
        table.add(["Zoe\u{301}", "12,25", "漢字"])
        #expect(
            table.text == """
                participant  score  note
                ───────────  ─────  ────
                Zoé            7,5
                Zoe\u{301}          12,25  漢字

                """)
    }

    @Test func anEmptyTableSaysSo() {
        #expect(Table([.init("cohorte")]).text == "cohorte\n───────\n(aucune ligne)\n")
        #expect(Table([.init("cohort")], whenEmpty: "(no rows)").text.hasSuffix("(no rows)\n"))
    }

    @Test(arguments: [
        ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한", 2), ("🏔", 1), ("🏔\u{FE0F}", 2), ("👩‍👩‍👧", 2), ("🇫🇷", 2), ("🙂", 2),
        ("ｱ", 1),
        ("Ａ", 2), ("", 0), ("1\u{FE0F}\u{20E3}", 2), ("’", 1), ("—", 1), ("👍🏽", 2), ("क्षि", 2), ("\u{301}", 0),
        ("שלום", 4),
    ])
    func widthIsThatOfATerminal(text: String, expected: Int) {
        #expect(DisplayText.width(text) == expected)
    }

    @Test(arguments: [
        "\u{1B}[31m", "\r", "\n", "\t", "\u{7}", "\u{9B}2J", "\u{202E}", "\u{2066}", "\u{200F}", "\u{2028}", "\0",
        "\u{7F}",
    ])
    func whatCommandsATerminalIsShownAsADot(text: String) {
        let shown = DisplayText.harmless("a" + text + "b")
        #expect(shown.unicodeScalars.dropFirst().first == "·")
        #expect(shown.unicodeScalars.count == text.unicodeScalars.count + 2)
    }

    @Test func harmlessTextIsLeftAlone() {
        for text in ["Zoé ’ 漢 👩‍👩‍👧 🏴\u{E0067}\u{E0062}\u{E007F}", "שלום"] { #expect(DisplayText.harmless(text) == text) }
    }

    @Test func everyLineOfATableIsAsWideAsItsWidestAllows() {
        let scalars: [Unicode.Scalar] = [
            "a", "é", "\u{301}", "漢", "🙂", "\u{1B}", "\n", "\u{FE0F}", "\u{200D}", " ", "🇫", "\u{202E}",
        ]
        for _ in 0..<2_000 {
            var table = Table([.init("a"), .init("b", .right)])
            let count = Int.random(in: 0...4)
            for _ in 0..<count {
                var text = String.UnicodeScalarView()
                for _ in 0..<Int.random(in: 0...8) { text.append(scalars.randomElement() ?? "a") }
                table.add([String(text), "1"])
            }
            let lines = table.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count == 3 + max(count, 1))
            if count > 0 { #expect(Set(lines.dropLast().map { DisplayText.width(String($0)) }).count == 1) }
        }
    }

    @Test func theBarGoesFromEmptyToFull() {
        #expect(ProgressBar.line("bilan", done: 0, total: 4).contains("░ 0/4"))
        #expect(ProgressBar.line("bilan", done: 4, total: 4).contains("█ 4/4"))
        #expect(ProgressBar.line("bilan", done: 0, total: 0).contains("█ 0/0"))
        #expect(ProgressBar.line("bilan", done: 9, total: 4).contains("█ 9/4"))
    }
}
