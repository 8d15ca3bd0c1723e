import CDistributions

/// R4: whether those who were assessed again had started like those who were not: Hedges's g of their scores before and
/// the permutation p of the difference of the means.
public struct Attrition: Sendable, Equatable {
    /// How many have a score after, and how many have none.
    public let assessedAgain: Int
    public let notAssessedAgain: Int
    /// Mean scores before.
    public let meanAssessedAgain: Figure<Double>
    public let meanNotAssessedAgain: Figure<Double>
    /// The first mean minus the second, in pooled standard deviations, corrected by J(n - 2) (Hedges 1981).
    public let g: Figure<Double>
    /// Two-sided, of the absolute difference.
    public let p: Figure<Double>
    public let method: Figure<PermutationMethod>

    /// Scores before of those with and of those without a score after, in any order.
    public init(
        assessedAgain: [Double], notAssessedAgain: [Double], draws: Int = Chance.draws, seed: UInt64 = Chance.seed
    ) {
        let (stayed, left) = (assessedAgain.sorted(), notAssessedAgain.sorted())
        let sample = PairedSample(
            (stayed + left).map { Pair(before: 0, after: $0) }, minimum: -.infinity, maximum: .infinity)
        self.assessedAgain = stayed.count
        self.notAssessedAgain = left.count
        func mean(_ group: some Collection<Double>) -> Figure<Double> {
            if !sample.isFinite { return .unavailable(.notFinite) }
            return group.isEmpty ? .unavailable(.noAnswers) : sample.inUnits(Moments(Array(group)).mean)
        }
        meanAssessedAgain = mean(sample.changes.prefix(stayed.count))
        meanNotAssessedAgain = mean(sample.changes.suffix(left.count))
        if let obstacle = Self.obstacle(sample, stayed.count, left.count) {
            (g, p, method) = (.unavailable(obstacle), .unavailable(obstacle), .unavailable(obstacle))
            return
        }
        g = Self.effect(sample, stayed: stayed.count)
        let marks = sample.steps.indices.map { $0 < stayed.count ? 1 : 0 }
        // A score that was rounded at the place at which scores are told apart moves by a unit at most.
        let test = ArrangementTest(sample.steps, marks, within: 2 * sample.count, draws: draws, seed: seed)
        p = .value(test.p)
        method = .value(test.method)
    }

    private static func obstacle(_ sample: PairedSample, _ stayed: Int, _ left: Int) -> NotComputable? {
        if !sample.isFinite { return .notFinite }
        if stayed + left == 0 { return .noAnswers }
        if stayed == 0 || left == 0 { return .nothingToCompare }
        if stayed + left > 1_000_000 { return .beyondRange }
        return Set(sample.steps).count == 1 ? .noSpread : nil
    }

    private static func effect(_ sample: PairedSample, stayed: Int) -> Figure<Double> {
        let first = Moments(Array(sample.changes.prefix(stayed)))
        let second = Moments(Array(sample.changes.dropFirst(stayed)))
        let degrees = Double(sample.count - 2)
        guard degrees > 1 else { return .unavailable(.belowFour) }
        let squares = [first, second].map { Double($0.count - 1) * $0.standardDeviation * $0.standardDeviation }
        let pooled = ((squares[0] + squares[1]) / degrees).squareRoot()
        guard sample.settled(pooled) != 0 else { return .unavailable(.noSpread) }
        return Figure(finite: cd_hedges_correction(degrees) * sample.settled(first.mean - second.mean) / pooled)
    }
}

extension Attrition {
    /// The figures of R4 in their order.
    public var entries: [Entry] {
        [
            Entry("assessed_again", assessedAgain), Entry("not_assessed_again", notAssessedAgain),
            Entry("mean_before_assessed_again", meanAssessedAgain),
            Entry("mean_before_not_assessed_again", meanNotAssessedAgain),
            Entry("attrition_g", g), Entry("attrition_p", p), Entry("attrition_method", method),
        ]
    }
}
