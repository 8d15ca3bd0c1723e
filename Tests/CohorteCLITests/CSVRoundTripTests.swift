import Documents
import Testing
import Training

@testable import CohorteCLI

private let letters: [Unicode.Scalar] = [
    "a", "Z", "0", " ", "\"", ";", ",", "\n", "\r", "\t", "'", "=", "+", "-", "@", "é", "ç", "œ", "’", "€", "\u{A0}",
]
private let farLetters: [Unicode.Scalar] = [
    "\u{301}", "\u{338}", "\u{323}", "漢", "🏔", "\u{202F}", "\u{1100}", "\u{1161}", "\u{2028}",
]

private func randomText(_ letters: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<(Int.random(in: 0...9)) { text.append(letters.randomElement() ?? "a") }
    return String(text)
}

private func isSame(_ one: [[String]], _ other: [[String]]) -> Bool {
    one.map { $0.map { Array($0.unicodeScalars) } } == other.map { $0.map { Array($0.unicodeScalars) } }
}

@Suite struct CSVRoundTripTests {
    @Test(arguments: [CSVWriter.Separator.comma, .semicolon], [false, true])
    func whatIsWrittenIsReadBackTrimmedAndComposed(separator: CSVWriter.Separator, isUTF8: Bool) throws {
        let folder = TemporaryFolder()
        for _ in 0..<300 {
            let width = Int.random(in: 1...5)
            let titles = (0..<width).map { "colonné \($0)" }
            let table = (0..<Int.random(in: 0...6)).map { _ in
                (0..<width).map { _ in randomText(isUTF8 ? letters + farLetters : letters) }
            }
            var writer = CSVWriter(
                separator: separator, lineEnd: Bool.random() ? .lf : .crlf, byteOrderMark: isUTF8 && Bool.random())
            writer.line(titles)
            for line in table { writer.line(line) }
            let bytes = isUTF8 ? writer.bytes : windows1252(String(decoding: writer.bytes, as: UTF8.self))
            let reading = try Reading(bytes, Layout(titles.map { Column($0) }), in: folder)
            #expect(reading.misreads == [])
            #expect(isSame(reading.rows.map(\.cells), table.map { $0.map { Spelling.composed($0.trimmed()) } }))
        }
    }

    @Test func aWindowThatCutsAnythingChangesNothing() throws {
        let long = String(repeating: "é\r\n\"\"", count: 60_000)
        for shift in 0..<8 {
            let start = String(repeating: "x", count: (1 << 18) - 24 - shift)
            let reading = try Reading(
                "a;b\r\n\(start);1\r\n\"\(long)\";2\r\né;3\r\n", Layout([Column("a"), Column("b")]))
            #expect(reading.misreads == [])
            #expect(reading.rows.map { $0["b"] } == ["1", "2", "3"])
            #expect(reading.rows.map(\.line) == [2, 3, 60_004])
            #expect(reading.rows[1]["a"].utf8.count == 60_000 * 5)
        }
    }

    @Test func randomBytesGiveRowsOrALocatedRefusal() {
        let bytes: [UInt8] = [
            0x22, 0x3B, 0x2C, 0x0A, 0x0D, 0, 0x61, 0x62, 0x20, 0xC3, 0xA9, 0xE9, 0x81, 0xEF, 0xBB, 0xBF, 0x27,
        ]
        let layout = Layout([Column("a"), Column("b")], allowsOthers: true)
        let folder = TemporaryFolder()
        for round in 0..<10_000 {
            let start = round.isMultiple(of: 2) ? Array("a;b\n".utf8) : []
            let noise = (0..<Int.random(in: 0...40)).map { _ in
                round.isMultiple(of: 3) ? UInt8.random(in: 0...255) : bytes.randomElement() ?? 0
            }
            let lines = (start + noise).count { $0 == 0x0A || $0 == 0x0D } + 1
            guard let reading = try? Reading(start + noise, layout, in: folder) else { continue }
            #expect(reading.rows.allSatisfy { 1...lines ~= $0.line && $0.cells.count == $0.header.names.count })
            #expect(reading.misreads.allSatisfy { 1...lines ~= ($0.line ?? 0) })
            let order = reading.rows.map(\.line)
            #expect(order == order.sorted() && Set(order).count == order.count)
        }
    }
}
