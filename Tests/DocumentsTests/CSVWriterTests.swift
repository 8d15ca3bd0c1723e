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

    /// Marks of direction would show the cells of a line in another order.
    @Test(arguments: [0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069])
    func whatTurnsTheDirectionOfWritingIsLeftOut(value: UInt32) throws {
        let mark = String(Character(try #require(Unicode.Scalar(value))))
        let cells: [CSVCell] = [.text("Zoé" + mark + "l’amie"), .text(mark + "=1+1"), .text(mark), .text("سلام ‘x’")]
        #expect(written(CSVWriter(), cells) == "Zoél’amie,'=1+1,,سلام ‘x’\n")
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
