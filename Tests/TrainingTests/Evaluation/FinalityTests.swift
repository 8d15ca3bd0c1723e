import Testing

@testable import Training

/// What a final evaluation is of, and what comes after it.
struct FinalityTests {
    @Test func aFinalOneIsOfTheWholeCohort() async throws {
        try await EvaluationTests.told { tx, programme in
            let early = try tx.refusal { try $0.evaluated(isFinal: true, on: "2021-09-20", in: programme) }
            #expect(early?.rule == "final_evaluation_misses_nothing")
            #expect(early?.sentence.french.contains("avant la fin de la cohorte") == true)
            #expect(try tx.evaluations(of: programme).isEmpty)
        }
    }

    @Test func aLaterFinalOneSaysWhichItSupersedes() async throws {
        try await EvaluationTests.told { tx, programme in
            let first = try tx.evaluated(isFinal: true, in: programme)
            #expect(first.supersedes == nil)
            try tx.attend([.mark("s1", "albi1", .late, 170, reason: "Relu")], in: programme)
            let second = try tx.evaluated(isFinal: true, in: programme)
            #expect(second.supersedes == Int(first.stored.number))
            #expect(try tx.evaluations(of: programme).map(\.status) == ["superseded", "final"])
        }
    }
}
