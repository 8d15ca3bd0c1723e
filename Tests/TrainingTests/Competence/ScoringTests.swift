import Statistics
import Testing

@testable import Training

/// Scores from 0 to 100, beside a scorer that goes through the items one by one.
struct ScoringTests {
    private static let items: [Instrument.Item] = [
        item("a1", "1.1", 0, 8), item("a2", "1.1", 0, 8, isReversed: true), item("a3", "1.2", 1, 5),
        item("b1", "2.1", -3, 3),
        item("b2", "2.1", 0, 1), item("b3", "2.1", 0, 10, isReversed: true), item("c1", "3.1", 0, 8),
    ]

    private static func item(
        _ code: String, _ competence: String, _ low: Double, _ high: Double, isReversed: Bool = false
    )
        -> Instrument.Item
    {
        Instrument.Item(
            item: code, competence: competence, area: String(competence.prefix(1)), competenceFr: "", competenceEn: "",
            areaFr: "",
            areaEn: "", textFr: "", textEn: "", minimum: low, maximum: high, isReversed: isReversed)
    }

    private static func answers(_ random: inout SeededGenerator) -> [Answer] {
        items.map { item in
            switch Int.random(in: 0..<9, using: &random) {
            case 0: .skipped
            case 1: .notApplicable
            case 2: .refused
            case 3: .notAsked
            case 4: .number(item.minimum)
            case 5: .number(item.maximum)
            default: .number(.random(in: item.minimum...item.maximum, using: &random))
            }
        }
    }

    @Test(arguments: 0..<20)
    func figuresOfCountedPeopleAreThoseOfTheirPairs(seed: UInt64) {
        var random = SeededGenerator(seed)
        let scoring = Scoring(Self.items)
        let people = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            (before: Self.answers(&random), after: Self.answers(&random))
        }
        var tallies = [ScoreTally(scoring), ScoreTally(scoring)]
        for (index, person) in people.enumerated() { tallies[index % 2].add(person.before, person.after) }
        tallies[0].add(tallies[1])
        let scores = Evaluation.Scores(tallies[0])
        func figures(_ pair: ([Answer], [Answer]) -> (before: Double, after: Double)?) -> PairedFigures {
            PairedFigures(people.compactMap { pair($0, $1).map(Pair.init) }, minimum: 0, maximum: 100)
        }
        #expect(scores.overall == figures(scoring.overallPair))
        for (part, scope) in zip(scores.areas + scores.competences, scoring.areas + scoring.competences) {
            #expect(part.figures == figures { scoring.pair($0, $1, on: scope) }, "\(scope.code)")
        }
    }

    @Test(arguments: 0..<200)
    func everyScoreIsTheOneCountedByHand(seed: UInt64) {
        var random = SeededGenerator(seed)
        let scoring = Scoring(Self.items)
        let (before, after) = (Self.answers(&random), Self.answers(&random))
        for scope in scoring.areas + scoring.competences {
            #expect(
                isClose(scoring.score(before, on: scope), Count(before, only: before, on: scope.code).score),
                "\(scope.code)")
            let common = zip(before, after).map { Count.isNumber($0) && Count.isNumber($1) }
            let first = Count(before, where: common, on: scope.code)
            let last = Count(after, where: common, on: scope.code)
            let isPair = first.isEnough && last.isEnough && first.score != nil
            let pair = scoring.pair(before, after, on: scope)
            #expect((pair != nil) == isPair, "\(scope.code)")
            if isPair {
                #expect(isClose(pair?.before, first.score) && isClose(pair?.after, last.score), "\(scope.code)")
            }
        }
        let areas = scoring.areas.map { scoring.score(before, on: $0) }
        let overall = areas.contains { $0 == nil } ? nil : Count(before, only: before, on: "").score
        #expect(isClose(scoring.overall(before), overall))
        #expect(
            (scoring.overallPair(before, after) != nil) == !scoring.areas.contains {
                scoring.pair(before, after, on: $0) == nil
            })
    }

    @Test(arguments: 0..<50)
    func scoresKeepToTheirBoundsAndTurnWithTheirItems(seed: UInt64) {
        var random = SeededGenerator(seed + 500)
        let answers = Self.answers(&random)
        let scoring = Scoring(Self.items)
        let turned = Scoring(
            Self.items.map { Self.item($0.item, $0.competence, $0.minimum, $0.maximum, isReversed: !$0.isReversed) })
        for (scope, other) in zip(scoring.areas, turned.areas) {
            let (score, opposite) = (scoring.score(answers, on: scope), turned.score(answers, on: other))
            #expect(score.map { (0...100).contains($0) } ?? true)
            #expect(isClose(score, opposite.map { 100 - $0 }))
        }
    }

    @Test func zeroIsAScoreAndNeverMissing() {
        let scoring = Scoring([Self.item("a", "1.1", 0, 8), Self.item("b", "1.1", 0, 8)])
        #expect(scoring.overall([.number(0), .number(0)]) == 0)
        #expect(scoring.overall([.number(0), .number(8)]) == 50)
        #expect(scoring.overall([.number(0), .notAsked]) == 0)
        #expect(scoring.overall([.number(0), .notApplicable]) == 0)
        #expect(scoring.overall([.number(0), .skipped]) == 0)
    }

    /// Of four items on one competence: how many are answered, and what the others are.
    @Test(arguments: [
        (2, Answer.skipped, true), (1, .skipped, false), (2, .refused, true), (1, .refused, false),
        (1, .notAsked, true),
        (1, .notApplicable, true), (0, .notAsked, false), (0, .notApplicable, false), (4, .skipped, true),
        (3, .refused, true),
    ])
    func atLeastHalfOfTheItemsAskedAreAnswered(answered: Int, others: Answer, hasScore: Bool) {
        let scoring = Scoring((0..<4).map { Self.item("q\($0)", "1.1", 0, 8) })
        let answers = (0..<4).map { $0 < answered ? Answer.number(4) : others }
        #expect(scoring.overall(answers) == (hasScore ? 50 : nil))
    }

    /// An area with one well covered competence and one thin one weighs items, not competences.
    @Test func anAreaIsTheMeanOfItsItemsAndTheOverallOfAll() {
        let scoring = Scoring([
            Self.item("a", "1.1", 0, 8), Self.item("b", "1.1", 0, 8), Self.item("c", "1.1", 0, 8),
            Self.item("d", "1.2", 0, 8),
            Self.item("e", "2.1", 0, 8),
        ])
        let answers: [Answer] = [8, 8, 8, 0, 0].map { .number($0) }
        #expect(scoring.areas.map { scoring.score(answers, on: $0) } == [75, 0])
        #expect(scoring.overall(answers) == 60)
        #expect(scoring.overall(answers.dropLast() + [.skipped]) == nil)
        #expect(scoring.overall(answers.dropLast() + [.notAsked]) == nil)
    }

    @Test func aPairStandsOnTheItemsAnsweredInBothWaves() {
        let scoring = Scoring((0..<4).map { Self.item("q\($0)", "1.1", 0, 8) })
        let before: [Answer] = [.number(0), .number(4), .number(8), .skipped]
        let after: [Answer] = [.number(8), .number(4), .skipped, .number(8)]
        let pair = scoring.overallPair(before, after)
        #expect(pair?.before == 25 && pair?.after == 75)
        #expect(scoring.overallPair(before, [.skipped, .number(4), .skipped, .number(8)]) == nil)
        #expect(scoring.overallPair(before, [.notAsked, .number(4), .notAsked, .notAsked]) == nil)
    }

    @Test(arguments: [Answer.number(0), .number(-3.25), .number(1e6), .skipped, .notApplicable, .refused, .notAsked])
    func anAnswerIsStoredAndReadBackAsItself(answer: Answer) {
        #expect(Answer(stored: answer.stored) == answer)
    }
}

private func isClose(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) < 1e-9
}

/// A score by the rule as it is written: sum, asked and answered, item by item.
private struct Count {
    private var sum = 0.0
    private var asked = 0
    private var answered = 0

    init(_ answers: [Answer], only: [Answer], on code: String) {
        self.init(answers, where: only.map(Count.isNumber), on: code)
    }

    init(_ answers: [Answer], where counts: [Bool], on code: String) {
        let scale: [(area: String, competence: String, low: Double, high: Double, isReversed: Bool)] = [
            ("1", "1.1", 0, 8, false), ("1", "1.1", 0, 8, true), ("1", "1.2", 1, 5, false), ("2", "2.1", -3, 3, false),
            ("2", "2.1", 0, 1, false), ("2", "2.1", 0, 10, true), ("3", "3.1", 0, 8, false),
        ]
        for (index, item) in scale.enumerated() where code.isEmpty || [item.area, item.competence].contains(code) {
            switch answers[index] {
            case .notApplicable, .notAsked: break
            case .skipped, .refused: asked += 1
            case .number(let number):
                asked += 1
                guard counts[index] else { continue }
                answered += 1
                sum += (item.isReversed ? item.high - number : number - item.low) / (item.high - item.low)
            }
        }
    }

    var isEnough: Bool { 2 * answered >= asked }
    var score: Double? { answered == 0 || !isEnough ? nil : 100 * sum / Double(answered) }

    static func isNumber(_ answer: Answer) -> Bool {
        if case .number = answer { true } else { false }
    }
}
