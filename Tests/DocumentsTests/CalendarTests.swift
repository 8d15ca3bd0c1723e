import Testing

@testable import Documents
@testable import Training

/// Calendar files as RFC 5545 has them.
@Suite struct CalendarTests {
    /// Pieces that are cut badly by those who count letters: accents, flags, families, a letter with fifty marks.
    static let pieces = [
        "a", "é", "e\u{301}", "œ", " ", "\t", "€", "李", "🇫🇷", "👩‍👩‍👧‍👦", ",", ";", "\\", "\n", "\u{202E}", "\r\n",
        "e" + String(repeating: "\u{301}", count: 50),
    ]

    @Test(arguments: 0..<200) func noLineIsLongerThanItMayBeAndNoCharacterIsCut(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var words = ""
        for _ in 0..<(seed % 90) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            words += Self.pieces[Int(state >> 33) % Self.pieces.count]
        }
        let folded = ContentLine("SUMMARY", words: words).folded
        #expect(folded.hasSuffix("\r\n"))
        let bytes = Array(folded.utf8)
        let lines = bytes.split(separator: 0x0A).map { $0.dropLast() }
        for line in lines {
            #expect(line.count <= ContentLine.limit)
            #expect(String(validating: Array(line), as: UTF8.self) != nil)
        }
        #expect(lines.dropFirst().allSatisfy { $0.first == 0x20 })
        let unfolded = lines.enumerated().flatMap { $0.offset == 0 ? Array($0.element) : Array($0.element.dropFirst()) }
        #expect(unfolded == Array(ContentLine("SUMMARY", words: words).text.utf8))
    }

    @Test func wordsAreEscapedAndControlsLeftOut() {
        #expect(ContentLine("X", words: "a,b;c\\d\ne\r\u{7}\u{1B}f:\"g\"").text == #"X:a\,b\;c\\d\nef:"g""#)
    }

    @Test func aLineOfSeventyFiveOctetsIsNotFolded() {
        for length in [70, 73, 74, 75] {
            let line = ContentLine("X", String(repeating: "a", count: length - 2)).folded
            #expect(line.utf8.count == length + 2)
        }
        #expect(ContentLine("X", String(repeating: "a", count: 74)).folded.hasSuffix("a\r\n a\r\n"))
    }

    @Test func aCancelledHalfDayKeepsItsIdentifierAndRisesInSequence() {
        func lines(_ isCancelled: Bool) -> [Substring] {
            let calendar = SessionCalendar(
                [ExamplePaper.session(isCancelled: isCancelled)], of: ExamplePaper.cohort(),
                in: ExamplePaper.programme, .french)
            return String(decoding: calendar.ics(), as: UTF8.self).split(separator: "\r\n")
        }
        let (held, cancelled) = (lines(false), lines(true))
        for line in ["UID:s03.pilote-2021.petr-imaginaire@cohorte", "DTSTART;TZID=Europe/Paris:20211011T090000"] {
            #expect(held.contains(Substring(line)) && cancelled.contains(Substring(line)))
        }
        #expect(held.contains("STATUS:CONFIRMED") && held.contains("SEQUENCE:0"))
        #expect(cancelled.contains("STATUS:CANCELLED") && cancelled.contains("SEQUENCE:1"))
        #expect(held.first == "BEGIN:VCALENDAR" && held.last == "END:VCALENDAR")
    }

    @Test func aTitleCannotAddALineOfItsOwn() {
        let hostile = "Titre\r\nEND:VCALENDAR\nBEGIN:VEVENT"
        let calendar = SessionCalendar(
            [ExamplePaper.session(theme: hostile, place: hostile)], of: ExamplePaper.cohort(hostile),
            in: ExamplePaper.programme, .english)
        let lines = String(decoding: calendar.ics(), as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count { $0 == "END:VCALENDAR" } == 1 && lines.count { $0 == "BEGIN:VEVENT" } == 1)
    }
}
