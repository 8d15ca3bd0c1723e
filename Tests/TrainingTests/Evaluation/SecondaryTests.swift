import Postgres
import Statistics
import Testing

@testable import Training

/// What an evaluation says besides its primary outcome, and that an absent input is named, never a hole.
struct SecondaryTests {
    private static let inputs = [
        "attrition", "dose", "reliability", "bootstrap", "response_shift", "satisfaction", "mystery_mail", "diagnostic",
        "network", "skills", "support",
    ]

    @Test func everyInputHasItsKeyOrItsReason() async throws {
        try await EvaluationTests.told { tx, programme in
            let made = try tx.evaluated(in: programme)
            let absent = made.evaluation.secondary.unmeasured.map(\.code)
            #expect(
                absent == [
                    "response_shift", "satisfaction", "mystery_mail", "diagnostic", "network", "skills", "support",
                ])
            for input in Self.inputs {
                let isAbsent = absent.contains(input)
                #expect(made.stored.body.contains("\n  \"\(input)\": null") == isAbsent, "\(input)")
                #expect(made.stored.body.contains("\n  \"\(input)\": {") == !isAbsent, "\(input)")
                #expect(made.stored.body.contains("\n  \"\(input)_why\": \"not_measured\"") == isAbsent, "\(input)")
            }
            #expect(
                made.evaluation.secondary.unmeasured.allSatisfy {
                    !$0.title.french.isEmpty && !$0.remedy.english.isEmpty
                })
        }
    }

    @Test func anEmptyCohortSaysWhyOfEverything() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            let secondary = try tx.evaluated(in: programme).evaluation.secondary
            #expect(secondary.attrition.p.reason == .noAnswers && secondary.dose.rho.reason == .noPairs)
            #expect(secondary.bootstrap.interval.reason == .noPairs)
            #expect(secondary.reliability.map(\.figures.alpha.reason) == [.oneItem, .oneItem])
        }
    }

    /// Everybody started alike in the story: ten answered before, five after; 5 pairs are too few for a dose.
    @Test func whoWasNotAssessedAgainIsComparedWithTheOthers() async throws {
        try await EvaluationTests.told { tx, programme in
            let secondary = try tx.evaluated(in: programme).evaluation.secondary
            #expect(secondary.attrition.assessedAgain == 5 && secondary.attrition.notAssessedAgain == 5)
            #expect(secondary.attrition.meanAssessedAgain == .value(27.5) && secondary.attrition.p.reason == .noSpread)
            #expect(secondary.dose.n == 5 && secondary.dose.rho.reason == .belowTen)
            #expect(secondary.bootstrap.interval.value != nil)
        }
    }

    /// The second item is reverse-keyed and everybody answered alike before: no spread; after, only the last item varies.
    @Test func alphaIsOfTheAnswersOfEachWave() async throws {
        try await EvaluationTests.told { tx, programme in
            let waves = try tx.evaluated(in: programme).evaluation.secondary.reliability
            #expect(waves.map(\.wave) == [.before, .after] && waves.map(\.figures.n) == [10, 5])
            #expect(waves[0].figures.alpha.reason == .noSpread && waves[1].figures.alpha == .value(0))
            #expect(waves[1].items == ["q1", "q2", "q3", "q4", "q5"] && waves[1].figures.isIndicative)
            #expect(waves[1].figures.alphaWithout.map(\.reason) == [nil, nil, nil, nil, .noSpread])
        }
    }

    @Test func reverseKeyedItemsAreTurnedBeforeAlpha() {
        let items = [false, true].map { isReversed in
            Instrument.Item(
                item: "q", competence: "1.1", area: "1", competenceFr: "", competenceEn: "", areaFr: "", areaEn: "",
                textFr: "", textEn: "", minimum: 0, maximum: 8, isReversed: isReversed)
        }
        let answers = (0...8).map { [Answer.number(Double($0)), .number(8 - Double($0))] }
        let alpha = Evaluation.WaveReliability(.before, answers, items).figures.alpha.value
        #expect(alpha.map { abs($0 - 1) < 1e-12 } == true)
    }

    /// A retrospective baseline tells the gap between the two baselines and changes nothing of the first.
    @Test func aRetrospectiveBaselineIsASecondOneNeverMixedWithTheFirst() async throws {
        try await EvaluationTests.told(until: .beforeExplaining) { tx, programme in
            let alone = try tx.evaluated(in: programme)
            let told = Example.offices.map { ("\($0)1", [String: Answer].numbers([0, 8, 1, 2, 3])) }
            try tx.assess(told, at: .retrospective, on: "2022-01-20", in: programme)
            let made = try tx.evaluated(in: programme)
            let shift = try #require(made.evaluation.secondary.responseShift)
            #expect(shift.gap.n == 5 && shift.gap.meanChange == .value(-12.5) && shift.gap.t.reason == .constantChange)
            #expect(shift.change.n == 5)
            let (first, second) = (alone.evaluation.figures.overall, made.evaluation.figures.overall)
            #expect(second == first)
            #expect(
                shift.change.meanChange.value.map { abs($0 - 12.5 - (first.meanChange.value ?? 0)) < 1e-9 } == true)
            #expect(!made.evaluation.secondary.unmeasured.map(\.code).contains("response_shift"))
            #expect(made.stored.inputsSHA256 != alone.stored.inputsSHA256)
            #expect(
                made.evaluation.missing == alone.evaluation.missing && made.evaluation.flow == alone.evaluation.flow)
        }
    }

    @Test func aSatisfactionQuestionnaireIsToldByItsResponseRateAndDistribution() async throws {
        try await EvaluationTests.told(until: .beforeExplaining) { tx, programme in
            let item = Instrument.Request(
                item: "ensemble", competence: "1.1", textFr: "Satisfait ?", textEn: "Satisfied?", minimum: 0,
                maximum: 10,
                isReversed: false)
            _ = try tx.publish(
                "satisfaction-a-chaud", title: "Satisfaction", framework: Example.framework, Lines([item]),
                to: programme)
            let answers: [(String, Answer)] = [
                ("albi1", .number(9)), ("albi2", .number(0)), ("centre-tarn1", .refused), ("centre-tarn2", .number(10)),
            ]
            let lines = answers.map {
                Assessment.Request(
                    participant: "\($0.0)@example.org", takenOn: "2022-01-20", answers: ["ensemble": $0.1])
            }
            let alone = try tx.evaluated(in: programme)
            _ = try tx.assess(
                Lines(lines), columns: ["ensemble"], in: "pilote", of: programme, with: "satisfaction-a-chaud",
                at: .after,
                on: "2022-01-20")
            let made = try tx.evaluated(in: programme)
            let question = try #require(made.evaluation.secondary.satisfaction.first)
            #expect(question.instrument == "satisfaction-a-chaud@1" && question.wave == .after)
            #expect(question.figures.answered == 3 && question.figures.asked == 10)
            #expect(question.figures.responseRate == .value(0.3))
            #expect(question.figures.distribution.map(\.count) == [1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
            #expect(question.figures.netPromoterScore.reason == .belowTen)
            #expect(made.evaluation.figures.overall == alone.evaluation.figures.overall)
            #expect(try tx.verify("pilote", of: programme).isSame)
        }
    }

    @Test func aChangeOfSignIsFlagged() throws {
        func evaluation(_ pairs: [Pair], alone: [Double]) -> (sign: Bool, first: String?) {
            let overall = PairedFigures(pairs, minimum: 0, maximum: 100)
            let primary = overall.meanChange.value ?? 0
            let bounds = [("pairs_only", 0.0), ("missing_zero", -1.0)].map { code, sign in
                let changes = pairs.map { $0.after - $0.before } + (sign == 0 ? [] : alone.map { sign * $0 })
                return Evaluation.Sensitivity(
                    code: code, title: Sentence("", ""), n: changes.count,
                    meanChange: changes.reduce(0, +) / Double(max(1, changes.count)))
            }
            let turned = Evaluation.turned(primary, bounds)
            return (turned != nil, turned?.code)
        }
        let pairs = [Pair(before: 40, after: 50), Pair(before: 50, after: 56)]
        #expect(evaluation(pairs, alone: [60]) == (true, "missing_zero"))
        #expect(evaluation(pairs, alone: [10]) == (false, nil))
        #expect(evaluation([Pair(before: 40, after: 40)], alone: [60]) == (false, nil))
    }

    /// A draft of another version of the program is made anew; a final one stays in force, and says which version made it.
    @Test func anotherVersionOfTheProgramMakesItsOwnDraftButNoSecondFinalOfTheSameFacts() async throws {
        try await EvaluationTests.told { tx, programme in
            let draft = try tx.evaluated(program: "ancienne", in: programme)
            let final = try tx.evaluated(isFinal: true, program: "ancienne", in: programme)
            try tx.become(nil)
            let otherwise = "replace(body, '\"dose\"', '\"autre\"')"
            try tx.script(
                "older",
                "update evaluation set body = \(otherwise), body_sha256 = encode(sha256(convert_to(\(otherwise), 'UTF8')), 'hex')"
            )
            try tx.become(.admin)
            let again = try tx.evaluated(program: "nouvelle", in: programme)
            #expect(again.isNew && again.stored.number == 3 && again.stored.status == .draft)
            #expect(again.stored.inputsSHA256 == draft.stored.inputsSHA256)
            let refusal = try tx.refusal { try $0.evaluated(isFinal: true, program: "nouvelle", in: programme) }
            #expect(refusal?.sentence.french.contains("(ancienne)") == true)
            let verification = try tx.verify("pilote", number: Int(final.stored.number), of: programme)
            #expect(verification.programVersion == "ancienne" && verification.isIntact && verification.hasSameInputs)
            #expect(!verification.isSame)
        }
    }
}
