import Postgres
import Testing

@testable import Training

/// Cohorts that are read, judged and stored together, as a batch does it.
struct TogetherTests {
    /// The story's cohort, about which there is something of every kind, between one whose people came earlier and one that
    /// hardly began.
    private static func told(
        _ body: @escaping @Sendable (borrowing Transaction, Programme.ID, [Cohort.Code]) throws -> Void
    ) async throws {
        try await TwoProgrammes.told { tx, both in
            try tx.become(.admin)
            try tx.setScope(programme: both.mine)
            _ = try tx.open(
                .init(
                    code: "avant", title: "Avant", places: 5, startsOn: "2020-09-01", endsOn: "2021-01-31",
                    minimumAssiduity: 80, quotas: [], quotaUntil: nil), in: both.mine)
            let people = (1...3).map { Example.person("tôt\($0)", on: "2020-06-01", provider: "Gîte de albi1") }
            _ = try tx.enrol(Lines(people), in: "avant", of: both.mine, on: "2020-06-02")
            let session = Transaction.session("s1", on: "2020-09-14", from: 9, to: 12)
            _ = try tx.schedule(Lines([session]), in: "avant", of: both.mine)
            try body(tx, both.mine, ["avant", "pilote", "suite"])
        }
    }

    @Test func cohortsJudgedTogetherSayTheSameBytesAsEachAlone() async throws {
        try await Self.told { tx, programme, codes in
            for day in [nil, "2021-12-31", "2022-06-30"] as [Day?] {
                let together = try tx.judge(codes, of: programme, .whatever, on: day, program: "essai")
                #expect(together.map(\.cohort.code) == codes)
                for (code, judged) in zip(codes, together) {
                    let alone = try tx.judge([code], of: programme, .whatever, on: day, program: "essai")[0]
                    #expect(judged.facts.canonical() == alone.facts.canonical(), "\(code) \(day as Day?)")
                    #expect(judged.evaluation.body() == alone.evaluation.body(), "\(code) \(day as Day?)")
                    #expect(judged.names.map(\.givenName) == alone.names.map(\.givenName))
                }
            }
            let facts = try tx.judge(codes, of: programme, .whatever, on: "2022-06-30", program: "essai").map(\.facts)
            let pilot = facts[1]
            #expect(!pilot.observations.isEmpty && !pilot.satisfaction.isEmpty && !pilot.relay.namings.isEmpty)
            #expect(!pilot.relay.supports.isEmpty && !pilot.marks.isEmpty && !pilot.skills.isEmpty)
            #expect(facts.map(\.enrolments.count) == [3, 15, 3] && facts.map(\.sessions.count) == [1, 3, 0])
        }
    }

    @Test func cohortsStoredTogetherGiveTheStoredOnesBackAlone() async throws {
        try await Self.told { tx, programme, codes in
            let first = try tx.evaluate(codes, of: programme, .whatever, on: nil, program: "essai")
            #expect(first.map(\.isNew) == [true, true, true])
            let again = try tx.evaluate(codes, of: programme, .whatever, on: nil, program: "essai")
            #expect(again.allSatisfy { !$0.isNew } && again.map(\.stored.number) == first.map(\.stored.number))
            for (code, made) in zip(codes, first) {
                let alone = try tx.evaluate(code, of: programme, .whatever, on: nil, program: "essai")
                #expect(!alone.isNew && alone.stored.body == made.stored.body)
            }
        }
    }

    @Test func whenOneIsRefusedNoneIsStored() async throws {
        try await Self.told { tx, programme, codes in
            let known = try tx.evaluations(of: programme).count
            let refusal = try tx.refusal { try $0.evaluate(codes, of: programme, .final, on: nil, program: "essai") }
            #expect(refusal?.rule == "final_evaluation_misses_nothing")
            let unknown = try tx.refusal {
                try $0.evaluate(codes + ["nulle"], of: programme, .whatever, on: nil, program: "essai")
            }
            #expect(unknown?.rule == "name_is_known")
            #expect(try tx.evaluations(of: programme).count == known)
        }
    }
}
