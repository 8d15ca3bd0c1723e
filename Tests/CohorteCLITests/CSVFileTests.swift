import Glibc
import Testing
import Training

@testable import CohorteCLI

private let people = Layout([
    Column("family_name", "nom"), Column("given_name", "prénom"), Column("phone", isRequired: false),
])
private let answers = Layout([Column("participant"), Column("date")], allowsOthers: true)

@Suite struct CSVFileTests {
    @Test(arguments: [";", ","], ["\n", "\r\n", "\r"])
    func bothSeparatorsAndAllLineEndsAreRead(separator: String, lineEnd: String) throws {
        let lines = [["Nom", "Prénom"], ["Dupont", "Zoé"], ["\"a\nb;,\"\"\"", "x"], ["Y", "Z"]]
        let text = lines.map { $0.joined(separator: separator) }.joined(separator: lineEnd)
        let reading = try Reading(text, people)
        #expect(reading.misreads == [])
        #expect(reading.rows.map(\.line) == [2, 3, 5])
        #expect(reading.rows.map { $0["family_name"] } == ["Dupont", "a\nb;,\"", "Y"])
        #expect(reading.rows.map { $0["phone"] } == ["", "", ""])
    }

    @Test func titlesAreKnownWithoutCaseAccentsOrHyphens() throws {
        let reading = try Reading("FAMILY-NAME; PRE\u{301}NOM \nA;B\n", people)
        #expect(reading.rows.first?["given_name"] == "B")
        #expect(reading.rows.first?.cell("given_name").column == "PR\u{C9}NOM")
    }

    @Test func anEmptyCellLineIsSkippedAndLinesStillCount() throws {
        let reading = try Reading("\n;;\nnom;prénom\n\n;\n  ;\t\nA;B\n\n", people)
        #expect(reading.rows.map(\.line) == [7])
        #expect(reading.misreads == [])
    }

    @Test func aHeaderWithoutLinesHasNoRows() throws {
        #expect(try Reading("nom;prénom", people).rows == [])
    }

    @Test func aLineOfWrongLengthLeavesTheOthers() throws {
        let reading = try Reading("nom;prénom\nA;B;C\nD\nE;F\n", people)
        #expect(reading.misreads.map(\.line) == [2, 3])
        #expect(reading.misreads.map(\.reason.english)[1] == "1 cell for 2 columns")
        #expect(reading.rows.map { $0["family_name"] } == ["E"])
    }

    @Test(arguments: [
        ("nom;prénom\nA;B\nC;\"d", 3, "prénom"), ("nom;prénom\nA;\"b\"c\nC;D", 2, "prénom"),
        ("nom;prénom\nA;b\"c\nC;D", 2, "prénom"), ("nom;prénom\nA\0;b\nC;D", 2, "nom"),
        ("nom;prénom\n\"A\n\nB\";\"b\"c\n", 4, "prénom"), ("nom;prénom\nA;\"\"b\"\n", 2, "prénom"),
    ])
    func brokenGrammarIsLocatedAndEndsTheReading(text: String, line: Int, column: String) throws {
        let reading = try Reading(text, people)
        #expect(reading.misreads.map(\.line) == [line])
        #expect(reading.misreads.map(\.column) == [column])
        #expect(!reading.rows.contains { $0.line >= line })
    }

    @Test func aCellOfOneMegabyteIsReadAndALongerOneRefused() throws {
        let million = String(repeating: "é", count: 500_000)
        #expect(try Reading("nom;prénom\nA;\(million)\n", people).rows.first?["given_name"] == million)
        for long in [million + "x", "\"\(million)x\"", "\"" + million + million, million + million + million] {
            let reading = try Reading("nom;prénom\nA;\(long)\nC;D\n", people)
            #expect(reading.rows == [])
            #expect(reading.misreads.map(\.line) == [2])
            #expect(reading.misreads[0].reason.english.contains("1,000,000 bytes"))
        }
    }

    @Test func everythingWrongWithTheHeaderIsSaidAtOnce() throws {
        let reading = try Reading("nom;Nom;prenoms;zzz\nA;B;C;D\n", people)
        #expect(reading.rows == [])
        #expect(reading.misreads.map(\.column) == ["Nom", "prenoms", "zzz", "prénom"])
        #expect(reading.misreads[1].reason.french.contains("« prénom »"))
        #expect(reading.misreads[2].reason.english.contains("family_name, given_name, phone"))
    }

    @Test func aColumnUnderTwoOfItsNamesIsThereTwice() throws {
        #expect(try Reading("nom;family_name;prénom\n", people).misreads.count == 1)
    }

    @Test func aColumnWithoutTitleMustBeEmpty() throws {
        let reading = try Reading("nom;prénom;;\nA;B;;\nA;B;;x\n", people)
        #expect(reading.rows.map(\.line) == [2])
        #expect(reading.misreads.map(\.line) == [3])
    }

    @Test func otherColumnsAreReadWhereTheLayoutAllows() throws {
        let folder = TemporaryFolder()
        var file = try CSVFile(
            path: folder.file("f", "participant;date;D1-a;d1-B\na@b.fr;2021-09-13;3;passe\n".utf8), layout: answers)
        #expect(file.others == ["D1-a", "d1-B"])
        #expect(try file.next()?.get()["D1-a"] == "3")
        #expect(file.next() == nil)
    }

    @Test func windows1252IsReadAndSaidSo() throws {
        let reading = try Reading(
            windows1252("nom;prénom\nL’Œuvre".replacing("Œ", with: "œ") + ";Zoé €\n\u{A0}A\u{A0};B\n"), people)
        #expect(reading.rows.map { $0["family_name"] } == ["L’œuvre", "A"])
        #expect(reading.rows.first?["given_name"] == "Zoé €")
        #expect(reading.notices.count == 1)
        #expect(reading.notices.first?.english.contains("line 1") == true)
    }

    @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
    func bytesThatWindows1252LeavesUndefinedAreRefused(byte: UInt8) {
        #expect(throws: UnreadableFile.self) { try Reading(Array("nom;prénom\nA;".utf8) + [0xE9, 0x20, byte], people) }
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xF0, 0x80, 0x80, 0x80], [0xFF],
        ] as [[UInt8]])
    func falseUTF8IsNeverReadAsUTF8(bytes: [UInt8]) throws {
        do {
            let reading = try Reading(Array("nom;prénom\nA;x".utf8) + bytes, people)
            #expect(reading.notices.count == 1)
        } catch {
            #expect(error.reason.english.contains("neither"))
        }
    }

    @Test func theByteOrderMarkIsNotPartOfATitle() throws {
        #expect(try Reading("\u{FEFF}nom;prénom\nA;B", people).rows.count == 1)
        #expect(try Reading("\u{FEFF}\"nom\";prénom\r\nA;B", people).rows.count == 1)
        #expect(throws: UnreadableFile.self) { try Reading([0xEF, 0xBB, 0xBF] + windows1252("nom;prénom\n"), people) }
    }

    @Test func textIsComposedAndTrimmed() throws {
        let reading = try Reading("nom;prénom\n\u{202F} Zoe\u{301} \u{A0};\" x \"\n", people)
        #expect(reading.rows.first?["family_name"].unicodeScalars.elementsEqual("Zo\u{E9}".unicodeScalars) == true)
        #expect(reading.rows.first?["given_name"] == "x")
    }

    @Test(arguments: [
        ("PK\u{3}\u{4}xx", "workbook"), ("", "empty"), ("\u{FEFF}", "empty"), ("\n;;\n  \n", "empty"),
    ])
    func whatIsNotAListIsRefusedAsAWhole(text: String, reason: String) {
        #expect { try Reading(text, people) } throws: { error in
            (error as? UnreadableFile)?.reason.english.contains(reason) == true
        }
    }

    @Test func oldWorkbooksAndUTF16AreRefusedAsAWhole() {
        #expect(throws: UnreadableFile.self) { try Reading([0xD0, 0xCF, 0x11, 0xE0, 0xA1], people) }
        #expect(throws: UnreadableFile.self) { try Reading([0xFF, 0xFE, 0x6E, 0], people) }
        #expect(throws: UnreadableFile.self) { try Reading([0xFE, 0xFF, 0, 0x6E], people) }
    }

    @Test(arguments: ["/tmp", "/nonexistent/f.csv", "/tmp/a\0b", ""])
    func whatCannotBeOpenedIsSaidSo(path: String) {
        #expect(throws: UnreadableFile.self) { try CSVFile(path: path, layout: people) }
    }

    @Test func aPipeIsReadLikeAFile() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        #expect(writeAll(Array("nom;prénom\nA;B\n".utf8), to: ends[1]) == 0)
        close(ends[1])
        defer { close(ends[0]) }
        var file = try CSVFile(path: "/dev/fd/\(ends[0])", layout: people)
        #expect(try file.next()?.get()["given_name"] == "B")
    }

    @Test func aFileThatShrinksMeanwhileIsRefused() throws {
        let folder = TemporaryFolder()
        let path = folder.file("f", ("nom;prénom\n" + String(repeating: "A;B\n", count: 200_000)).utf8)
        var file = try CSVFile(path: path, layout: people)
        #expect(truncate(path, 500_000) == 0)
        var last: Result<Row, Misread>?
        while let line = file.next() { last = line }
        #expect(throws: Misread.self) { try last?.get() }
    }
}
