import Postgres
import Testing

@testable import Training

/// Who named whom: files, what is refused in them, what is taken back, and the figures of the cohort.
struct NetworkTests {
    @Test func aTieExistsWhenEitherNamesTheOther() async throws {
        try await Self.told { tx, programme in
            try tx.name([("albi1", "albi2"), ("albi2", "albi1"), ("albi2", "centre-tarn1")], .before, in: programme)
            try tx.name([("albi1", "albi2"), ("pays-cordais1", "albi1")], .after, in: programme)
            let lines = try tx.figures(in: programme)
            #expect(lines.map(\.ties) == [2, 2] && lines.map(\.people) == [10, 10])
            #expect(lines.map(\.answered) == [2, 2] && lines.map(\.isolates) == [7, 7])
            #expect(lines.map(\.tiesAcrossOffices) == [1, 1])
            #expect(lines[0].gained == nil && lines[1].gained == 1 && lines[1].lost == 1)
            #expect(lines[0].density == 0.0444444444444)
        }
    }

    @Test func theSameFileTwiceChangesNothing() async throws {
        try await Self.told { tx, programme in
            let names: [(String, String?)] = [("albi1", "albi2"), ("albi2", nil), ("centre-tarn1", "albi1")]
            let first = try tx.name(names, .before, in: programme)
            #expect([first.answers, first.namings, first.unchanged] == [3, 2, 0])
            let digest = try tx.digest(of: programme)
            let again = try tx.name(names, .before, in: programme)
            #expect([again.answers, again.namings, again.unchanged] == [0, 0, 3])
            #expect(try tx.digest(of: programme) == digest)
        }
    }

    @Test func everyBadLineIsRefusedAndNothingWritten() async throws {
        try await Self.told { tx, programme in
            let digest = try tx.digest(of: programme)
            let names: [(String, String?)] = [
                ("albi1", "albi1"), ("albi1", "personne"), ("personne", "albi1"), ("albi1", "albi3"),
                ("albi3", "albi1"), ("albi2", "albi1"), ("albi2", "albi1"), ("centre-tarn1", nil),
                ("centre-tarn1", "albi1"),
            ]
            let refused = try tx.refusedLines { try $0.name(names, .before, in: programme) }
            #expect(refused.map(\.line) == [2, 3, 4, 5, 6, 8, 9])
            #expect(
                refused.map(\.column) == ["other", "other", "participant", "other", "participant", "other", "other"])
            #expect(refused[0].reason.french.contains("soi-même") && refused[4].reason.french.contains("place"))
            #expect(try tx.digest(of: programme) == digest)
        }
    }

    @Test func anAnswerOfTomorrowOrOfAnotherYearIsRefused() async throws {
        try await Self.told { tx, programme in
            for day: Day in ["2022-02-01", "2020-09-13"] {
                let refused = try tx.refusedLines { tx in
                    try tx.importNetwork(
                        Lines([.named("albi1", "albi2", .before)]), in: "pilote", of: programme, on: day,
                        today: "2022-01-31")
                }
                #expect(refused.map(\.column) == ["date"], "\(day)")
            }
        }
    }

    @Test func whatIsTakenBackIsKeptAndCountsNoLonger() async throws {
        try await Self.told { tx, programme in
            let names: [(String, String?)] = [("albi1", "albi2"), ("albi2", "centre-tarn1")]
            try tx.name(names, .before, in: programme)
            func retract(_ tx: borrowing Transaction) throws -> Made {
                try tx.retractNaming(
                    "albi1@example.org", "albi2@example.org", .knows, at: .before, in: "pilote", of: programme,
                    because: "Homonyme")
            }
            #expect(try retract(tx) == .added)
            #expect(try retract(tx) == .unchanged)
            #expect(try tx.figures(in: programme).map(\.ties) == [1])
            let digest = try tx.digest(of: programme)
            #expect(try tx.name(names, .before, in: programme).unchanged == 2)
            #expect(try tx.digest(of: programme) == digest)
            let list = try tx.namings(in: tx.cohort(in: programme))
            #expect(list.map(\.retractedBecause) == ["Homonyme", nil])
            let rule = try tx.rule { tx in
                try tx.retractNaming(
                    "albi2@example.org", "albi1@example.org", .knows, at: .before, in: "pilote", of: programme,
                    because: "Homonyme")
            }
            #expect(rule == "naming_is_known")
        }
    }

    @Test func whoNamedSomebodyCannotNameNobodyAfterwards() async throws {
        try await Self.told { tx, programme in
            try tx.name([("albi1", "albi2")], .before, in: programme)
            let refused = try tx.refusedLines { try $0.name([("albi1", nil)], .before, in: programme) }
            #expect(refused.map(\.column) == ["other"])
        }
    }

    @Test func anOfficeSeesNoAnswerOfAnybody() async throws {
        try await TwoProgrammes.told { tx, both in
            let key = try both.key(of: "albi")
            #expect(try tx.value("select count(*) from network_naming", of: Int.self) > 0)
            try tx.become(.relay)
            try tx.setScope(programme: key.programme, office: key.office)
            for table in ["network_answer", "network_naming", "network_retraction"] {
                let error = try tx.failure { _ = try $0.value("select count(*) from \(table)", of: Int.self) }
                #expect(error?.sqlState == "42501", "\(table)")
            }
        }
    }

    @Test func theEvaluationAnswersTheThirdObjectiveOnlyWhereItWasAskedTwice() async throws {
        try await Self.told { tx, programme in
            func objective(_ tx: borrowing Transaction) throws -> Evaluation.Objective? {
                try tx.evaluate("pilote", of: programme, isFinal: false, on: nil, program: "essai").evaluation
                    .objectives
                    .first { $0.code == "network" }
            }
            #expect(try objective(tx)?.answer == nil)
            try tx.name([("albi1", "albi2")], .before, in: programme)
            #expect(try objective(tx)?.answer == nil)
            try tx.name([("albi1", "albi2"), ("albi1", "centre-tarn1")], .after, in: programme)
            #expect(try objective(tx)?.answer?.french.contains("de 1 à 2 liens sur 45 possibles") == true)
        }
    }

    @Test func theStoredEvaluationNamesNobodyAndSaysTheTies() async throws {
        try await Self.told { tx, programme in
            let without = try tx.evaluate("pilote", of: programme, isFinal: true, on: nil, program: "essai")
            #expect(without.stored.body.contains("\"network\": null"))
            try tx.name([("albi1", "albi2")], .before, in: programme)
            try tx.name([("albi1", "albi2"), ("albi2", "centre-tarn1")], .after, in: programme)
            let made = try tx.evaluate("pilote", of: programme, isFinal: true, on: nil, program: "essai")
            #expect(made.stored.inputsSHA256 != without.stored.inputsSHA256)
            #expect(made.stored.body.contains("\"ties_gained\": 1") && !made.stored.body.contains("example.org"))
            let shared = try tx.publish(made, to: .shared, minimumGroup: 5)
            #expect(!shared.publication.body.contains("ties"))
        }
    }

    /// The story of ten people, two for each office.
    static func told(_ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void) async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.tellStory(in: programme)
            try body(tx, programme)
        }
    }
}

extension Network.Request {
    static func named(_ one: String, _ other: String?, _ wave: Network.Wave, _ relation: Network.Relation = .knows)
        -> Self
    {
        Self(
            participant: "\(one)@example.org", other: other.map { "\($0)@example.org" }, relation: relation, wave: wave)
    }
}

extension Transaction {
    @discardableResult
    func name(_ names: [(String, String?)], _ wave: Network.Wave, in programme: Programme.ID) throws
        -> Network.Imported
    {
        try importNetwork(
            Lines(names.map { .named($0.0, $0.1, wave) }), in: "pilote", of: programme,
            on: wave == .before ? "2021-09-13" : "2022-01-20", today: "2022-01-31")
    }

    fileprivate func figures(in programme: Programme.ID) throws -> [Network.FigureLine] {
        try networkFigures(of: cohort(in: programme), on: "2022-01-31")
    }
}
