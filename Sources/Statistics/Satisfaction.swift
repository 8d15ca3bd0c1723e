/// F14: what people said of the training: the response rate first, then the distribution and the mean; the net promoter
/// score only of ten answers or more on a scale from 0 to 10.
public struct Satisfaction: Sendable, Equatable {
    /// How many were asked, and how many answered.
    public let asked: Int
    public let answered: Int
    /// Answered over asked, between 0 and 1.
    public let responseRate: Figure<Double>
    /// How many gave each value of the scale, from its least to its greatest.
    public let distribution: [Count]
    /// In the unit of the scale.
    public let mean: Figure<Double>
    /// 100 (promoters - detractors) / answers, between -100 and 100: 9 and 10 promote, 0 to 6 detract (Reichheld 2003).
    public let netPromoterScore: Figure<Double>

    public struct Count: Sendable, Equatable {
        public let value: Int
        public let count: Int
    }

    /// - Parameters:
    ///   - answers: values of the scale; one outside it makes every figure of the answers unavailable.
    ///   - asked: how many were asked; who answered was asked.
    ///   - scale: the least and the greatest value.
    public init(_ answers: [Int], asked: Int, scale: ClosedRange<Int>) {
        let asked = max(asked, answers.count)
        self.asked = asked
        answered = answers.count
        responseRate =
            asked > 0 ? .value(Double(answers.count) / Double(asked)) : .unavailable(.nobodyAsked)
        let counts = Dictionary(answers.map { ($0, 1) }, uniquingKeysWith: +)
        distribution = scale.map { Count(value: $0, count: counts[$0] ?? 0) }
        let obstacle: NotComputable? =
            answers.isEmpty
            ? (asked > 0 ? .noAnswers : .nobodyAsked) : answers.allSatisfy(scale.contains) ? nil : .outsideScale
        mean =
            obstacle.map(Figure.unavailable)
            ?? .value(distribution.reduce(0) { $0 + Double($1.value) * Double($1.count) } / Double(answers.count))
        let short: NotComputable? = scale != 0...10 ? .notZeroToTen : answers.count < 10 ? .belowTen : nil
        netPromoterScore =
            (obstacle ?? short).map(Figure.unavailable)
            ?? .value(
                100 * Double(answers.count { $0 >= 9 } - answers.count { $0 <= 6 }) / Double(answers.count))
    }
}

extension Satisfaction {
    /// The figures of F14 in their order, the distribution left out.
    public var entries: [Entry] {
        [
            Entry("response_rate", responseRate), Entry("asked", asked), Entry("answered", answered),
            Entry("satisfaction_mean", mean), Entry("nps", netPromoterScore),
        ]
    }
}
