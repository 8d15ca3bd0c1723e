import Testing

@testable import Documents
@testable import Training

/// Workbooks: typed cells, nothing that runs, nothing that XML forbids.
@Suite struct WorkbookTests {
    private func sheet(_ cells: [CSVCell]) throws -> String {
        var workbook = Workbook(sheet: "Liste")
        workbook.header(["a"])
        workbook.line(cells)
        return String(decoding: try workbook.bytes(), as: UTF8.self)
    }

    /// The check value of the algorithm.
    @Test func theCheckSumIsThatOfArchives() {
        #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CRC32.of([]) == 0)
    }

    @Test(arguments: [
        (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD"),
    ])
    func columnsAreNamedAsSpreadsheetsDo(number: Int, name: String) { #expect(Workbook.column(number) == name) }

    /// As spreadsheets number days, which believe that 1900 was a leap year: nothing before 1 March 1900.
    @Test(arguments: [
        ("1900-03-01", 61), ("1970-01-01", 25569), ("2000-02-29", 36585), ("2021-09-13", 44452), ("2021-10-31", 44500),
        ("2100-03-01", 73110), ("9999-12-31", 2_958_465),
    ])
    func aDayIsItsNumber(day: String, serial: Int) throws {
        #expect(Workbook.serial(ExamplePaper.day(day)) == serial)
        #expect(try sheet([.day(ExamplePaper.day(day))]).contains("<c r=\"A2\" s=\"1\"><v>\(serial)</v></c>"))
    }

    @Test func aDayBeforeTheirTimeIsWords() throws {
        #expect(Workbook.serial(ExamplePaper.day("1900-02-28")) == nil)
        #expect(try sheet([.day(ExamplePaper.day("1789-07-14"))]).contains(">1789-07-14</t>"))
    }

    @Test(arguments: ["=1+1", "+33563", "-1", "@x", "\t=1", "=HYPERLINK(\"http://x\")", "{=1}"])
    func wordsNeverRun(text: String) throws {
        let xml = try sheet([.text(text)])
        #expect(!xml.contains("<f>") && !xml.contains("<f "))
        #expect(xml.contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">"))
    }

    @Test func whatXMLForbidsIsLeftOutAndTheRestKept() {
        #expect(WorkbookText.escaped("a\u{0}\u{8}\u{1F}\u{FFFE}\u{FFFF}b\tc\nd") == "ab\tc\nd")
        // Marks that turn the direction of writing, of each kind.
        #expect(WorkbookText.escaped("a\u{61C}\u{200F}\u{202E}\u{2067}b’") == "ab’")
        #expect(WorkbookText.escaped("<a> & \"b\"") == "&lt;a&gt; &amp; \"b\"")
        #expect(WorkbookText.escaped("_x0041_ _x004_ x_x00e9_") == "_x005F_x0041_ _x004_ x_x005F_x00e9_")
        #expect(WorkbookText.escaped("a\rb") == "a_x000D_b")
        #expect(WorkbookText.escaped("😀 é 李") == "😀 é 李")
    }

    @Test func numbersKeepEveryDigitOrAreWords() throws {
        #expect(try sheet([.number(0.1)]).contains("<v>0.1</v>"))
        #expect(try sheet([.number(1e-7)]).contains("<v>1e-07</v>"))
        #expect(try sheet([.integer(-42)]).contains("<v>-42</v>"))
        #expect(try sheet([.integer(9_007_199_254_740_992)]).contains("<v>9007199254740992</v>"))
        #expect(try sheet([.integer(9_007_199_254_740_993)]).contains(">9007199254740993</t>"))
        #expect(try !sheet([.number(.nan), .number(.infinity), .empty]).contains("r=\"A2\""))
    }

    @Test func aCellHoldsWhatACellHoldsAndSaysThatItWasCut() {
        let long = String(repeating: "é😀", count: 20_000)
        let cut = WorkbookText.cut(long)
        #expect(cut.utf16.count <= WorkbookText.limit && cut.hasSuffix("…"))
        #expect(WorkbookText.cut("court") == "court")
    }

    @Test func theSameLinesGiveTheSameBytes() throws {
        #expect(try sheet([.text("a"), .number(1.5)]) == sheet([.text("a"), .number(1.5)]))
    }

    @Test func moreLinesThanASheetHoldsAreRefused() {
        #expect(Workbook.TooLong.limit == 1 << 20)
        var workbook = Workbook(sheet: "Liste", limit: 3)
        for _ in 0..<3 { workbook.line([]) }
        #expect(throws: Never.self) { () throws in _ = try workbook.bytes() }
        workbook.line([])
        #expect(throws: Workbook.TooLong(lines: 4)) { () throws in _ = try workbook.bytes() }
    }

    @Test func frenchSpreadsheetsGetFrenchDays() {
        var french = CSVWriter(separator: .semicolon, lineEnd: .crlf, byteOrderMark: true)
        french.line([.day(ExamplePaper.day("2021-09-03")), .number(0.5), .text("a;b")])
        #expect(String(decoding: french.bytes, as: UTF8.self) == "\u{FEFF}03/09/2021;0,5;\"a;b\"\r\n")
        var plain = CSVWriter()
        plain.line([.day(ExamplePaper.day("2021-09-03")), .number(0.5)])
        #expect(String(decoding: plain.bytes, as: UTF8.self) == "2021-09-03,0.5\n")
    }
}
