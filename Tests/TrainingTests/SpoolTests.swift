import Glibc
import Testing

@testable import Training

/// What is put aside comes back as it was, in its order, however much there is.
struct SpoolTests {
    private static func misread(_ number: Int, _ random: inout some RandomNumberGenerator) -> Misread {
        func text() -> String {
            String(
                (0..<Int.random(in: 0...40, using: &random)).map { _ in "aé😀\n\0;".randomElement(using: &random) ?? "a"
                })
        }
        return Misread(
            line: number % 7 == 0 ? nil : number, column: Bool.random(using: &random) ? text() : nil,
            reason: Sentence(text(), text()))
    }

    @Test(arguments: [0, 1, 100, 12_000]) func everythingComesBack(count: Int) throws {
        var random = SystemRandomNumberGenerator()
        let elements = (0..<count).map { Self.misread($0, &random) }
        let spool = try Spool(elements)
        #expect(spool.count == count && spool.isEmpty == (count == 0))
        for _ in 0..<2 {
            let same = try spool.all() == elements
            #expect(same)
        }
    }

    @Test func anElementLongerThanAPieceComesBack() throws {
        let long = Misread(line: 3, column: nil, reason: Sentence(String(repeating: "long ", count: 500_000), ""))
        let spool = try Spool([long, Misread(line: 4, column: "x", reason: Sentence("", "")), long])
        let same = try spool.all() == [long, Misread(line: 4, column: "x", reason: Sentence("", "")), long]
        #expect(same)
    }

    @Test func badLinesOfReaderAndDatabaseComeInTheOrderOfTheFile() throws {
        func bad(_ line: Int, _ column: String) -> Misread {
            Misread(line: line, column: column, reason: Sentence(column, column))
        }
        var refused = try RefusedLines(misread: Spool([bad(1, "a"), bad(5, "m"), bad(9, "z"), bad(9, "b")]))
        for fault in [bad(2, "x"), bad(2, "y"), bad(5, "a"), bad(5, "z"), bad(7, "q")] { try refused.add(fault) }
        let all = try refused.all().all().map { "\($0.line ?? 0)\($0.column ?? "")" }
        #expect(all == ["1a", "2x", "2y", "5a", "5m", "5z", "7q", "9b", "9z"])
    }
}
