/// F8: who changed by more than the error of measurement explains, |d| > 1.96 s √(1 - r) √2, s the standard deviation
/// before and r the published reliability of the instrument (Jacobson and Truax 1991).
public struct ReliableChange: Sendable, Equatable {
    /// The standard error of a difference, in the unit of the scores.
    public let standardErrorOfDifference: Figure<Double>
    /// The change beyond which it is reliable, in the unit of the scores.
    public let threshold: Figure<Double>
    public let improved: Figure<Int>
    public let declined: Figure<Int>

    init(_ sample: PairedSample, reliability: Double) {
        let deviation = Moments(sample.before, times: sample.counts).standardDeviation
        if let obstacle = Self.obstacle(sample, deviation: deviation, reliability: reliability) {
            standardErrorOfDifference = .unavailable(obstacle)
            threshold = .unavailable(obstacle)
            improved = .unavailable(obstacle)
            declined = .unavailable(obstacle)
            return
        }
        let error = deviation * (1 - reliability).squareRoot() * 2.0.squareRoot()
        standardErrorOfDifference = sample.inUnits(error)
        threshold = sample.inUnits(1.96 * error)
        let steps = sample.steps(1.96 * error)
        improved = .value(sample.count { $0 > steps })
        declined = .value(sample.count { $0 < -steps })
    }

    private static func obstacle(_ sample: PairedSample, deviation: Double, reliability: Double)
        -> NotComputable?
    {
        if let obstacle = sample.obstacleToSpread { return obstacle }
        guard reliability >= 0, reliability < 1 else { return .reliabilityOutOfRange }
        return sample.settled(deviation) == 0 ? .noSpread : nil
    }
}
