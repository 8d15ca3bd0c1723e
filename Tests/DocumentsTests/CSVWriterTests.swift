import Documents
import Testing

private func written(_ writer: CSVWriter, _ cells: [CSVCell]) -> String {
    var writer = writer
    writer.line(cells)
    return String(decoding: writer.bytes, as: UTF8.self)
}

@Suite struct CSVWriterTests {
    @Test(arguments: [
        "=1+1", "+33612345678", "-lui", "@nom", "\tx", "\rx", "'=x", " =x", "\u{A0}@x", "''+x", "\u{FF1D}x",
        "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}x",
    ])
    func wordsThatASpreadsheetWouldRunAreGuarded(text: String) {
        #expect(CSVWriter.guarded(text) == "'" + text)
        #expect(CSVWriter.unguarded(CSVWriter.guarded(text)) == text)
    }

    @Test(arguments: ["", "L’Auberge", "'quote", "a=b", "1+1", "5", "été", "'"])
    func otherWordsAreLeftAlone(text: String) {
        #expect(CSVWriter.guarded(text) == text)
        #expect(CSVWriter.unguarded(text) == text)
    }

    @Test func guardingCanAlwaysBeUndone() {
        let scalars: [Unicode.Scalar] = ["'", "=", "\t", " ", "+", "\u{338}", "a", "\r", "\n", "\u{A0}"]
        for _ in 0..<5_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...6) { text.append(scalars.randomElement() ?? "a") }
            let back = CSVWriter.unguarded(CSVWriter.guarded(String(text)))
            #expect(back.unicodeScalars.elementsEqual(text))
        }
    }

    @Test func numbersAreNotGuarded() {
        #expect(written(CSVWriter(), [.integer(-3), .number(-1.5), .text("-1.5")]) == "-3,-1.5,'-1.5\n")
    }

    @Test func decimalsFollowTheSpreadsheetOfTheSeparator() {
        let cells: [CSVCell] = [.number(12.5), .number(1e-7), .number(1e21), .number(3), .number(.nan), .empty]
        #expect(written(CSVWriter(), cells) == "12.5,0.0000001,1000000000000000000000,3,,\n")
        #expect(
            written(CSVWriter(separator: .semicolon, lineEnd: .crlf), cells)
                == "12,5;0,0000001;1000000000000000000000;3;;\r\n")
    }

    @Test func cellsThatHoldTheGrammarAreQuoted() {
        #expect(
            written(CSVWriter(), [.text("a,b"), .text("a;b"), .text("a\"b"), .text("a\nb"), .text("a b")])
                == "\"a,b\",\"a;b\",\"a\"\"b\",\"a\nb\",a b\n")
    }

    @Test func aLineOfEmptyCellsIsNotABlankLine() {
        #expect(written(CSVWriter(), [.empty]) == "\"\"\n")
        #expect(written(CSVWriter(), [.empty, .text("")]) == "\"\",\n")
    }

    @Test func theByteOrderMarkComesOnce() {
        var writer = CSVWriter(byteOrderMark: true)
        writer.line(["a"])
        writer.line(["b"])
        #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("a\nb\n".utf8))
    }
}
