import Postgres
import Testing

@testable import Training

/// Exports of Pix campaigns: people by their names, one question for each competence, a ceiling that is the day's.
struct PixTests {
    @Test func resultsBecomeAssessmentsAndTwiceChangeNothing() async throws {
        try await Self.told { tx, programme in
            let first = try tx.importPix(
                [.of("albi1", [12, 40]), .of("ALBI2", [0, 8]), .unsent("nul")], in: programme)
            #expect((first.added, first.unchanged, first.unsent) == (2, 0, 1))
            #expect(first.instrument.name == "pix-niveau-5@1")
            let digest = try tx.digest(of: programme)
            let again = try tx.importPix(
                [.of("albi1", [12, 40]), .of("ALBI2", [0, 8]), .unsent("nul")], in: programme)
            #expect((again.added, again.unchanged) == (0, 2))
            #expect(try tx.digest(of: programme) == digest)
            let scores = try tx.scores(in: tx.cohort(in: programme)).filter { $0.instrument == "pix-niveau-5@1" }
            #expect(scores.filter { $0.scope == "competence:2.1" }.map(\.score) == [30, 0])
            #expect(scores.filter { $0.scope == "competence:5.2" }.map(\.score) == [100, 20])
        }
    }

    @Test func whoIsUnknownOrAboveTheCeilingIsRefusedByLine() async throws {
        try await Self.told { tx, programme in
            let digest = try tx.digest(of: programme)
            let refused = try tx.refusedLines {
                try $0.importPix([.of("albi1", [12, 41]), .of("nul", [1, 1]), .of("albi2", [1, 1])], in: programme)
            }
            #expect(refused.map(\.line) == [2, 3])
            #expect(try tx.digest(of: programme) != "" && refused[0].reason.french.contains("41 pix"))
            _ = digest
        }
    }

    @Test func twoCeilingsNeverPair() async throws {
        try await Self.told { tx, programme in
            _ = try tx.importPix([.of("albi1", [12, 40])], in: programme)
            let refusal = try tx.refusal {
                try $0.importPix([.of("albi1", [12, 40])], in: programme, ceiling: 6, .after)
            }
            #expect(refusal?.rule == "ceilings_are_the_same")
            #expect(refusal?.sentence.french.contains("40") == true && refusal?.sentence.french.contains("48") == true)
            #expect(try tx.rule { try $0.importPix([], in: programme, ceiling: 9) } == "name_is_known")
            let unknown = try tx.refusal { try $0.importPix([], titles: ["Jongler"], in: programme) }
            #expect(unknown?.rule == "pix_competence_is_known")
        }
    }

    /// The story, with two competences of Pix and two ceilings.
    private static func told(_ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void)
        async throws
    {
        try await TestDatabase.undone { tx in
            let competences = [("2.1", "Interagir"), ("5.2", "Évoluer dans un environnement numérique")].map {
                Framework.Competence(
                    competence: $0, area: String($0.prefix(1)), areaFr: "", areaEn: "", titleFr: $1, titleEn: $1)
            }
            try tx.setFrameworks(
                [(.pix, Sentence("Pix", "Pix"), competences)],
                [5, 6].map {
                    .init(
                        framework: .pix, level: $0, perCompetence: Double(8 * $0), total: Double(128 * $0),
                        statedOn: "2021-09-01", source: Sentence("essai", "trial"))
                })
            try tx.become(.admin)
            let programme = try tx.makeProgramme()
            try tx.tellStory(in: programme)
            try body(tx, programme)
        }
    }
}

extension Pix.Line {
    fileprivate static let titles = ["Interagir", "Construire un environnement numérique"]

    /// People of the story are called Camille.
    fileprivate static func of(_ name: String, _ pix: [Double]) -> Self {
        Self(
            familyName: name, givenName: "Camille", sentOn: "2021-09-10",
            scores: zip(titles, pix).map { (title: $0, pix: $1) })
    }

    fileprivate static func unsent(_ name: String) -> Self {
        Self(familyName: name, givenName: "Camille", sentOn: nil, scores: [])
    }
}

extension Transaction {
    @discardableResult
    fileprivate func importPix(
        _ lines: [Pix.Line], titles: [String] = Pix.Line.titles, in programme: Programme.ID, ceiling: Int = 5,
        _ wave: Assessment.Wave = .before
    ) throws -> Pix.Imported {
        try importPix(
            Lines(lines), titles: titles, in: "pilote", of: programme, ceiling: ceiling, at: wave, on: "2022-01-31")
    }
}
