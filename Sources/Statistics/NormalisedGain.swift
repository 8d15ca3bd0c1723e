/// F7: the share that was gained of what could be gained, of the class (Hake 1998) and as the mean over persons; a
/// decline is counted against what could be lost (Marx and Cummings 2007), (after - before) / (before - minimum).
///
/// Who was at the maximum and stayed could gain nothing: no gain is defined, and the person is left out of the mean.
struct NormalisedGain: Sendable, Equatable {
    let ofClass: Figure<Double>
    let meanOfPersons: Figure<Double>
    /// How many persons the mean is over.
    let persons: Int

    init(_ sample: PairedSample, _ moments: PairedMoments) {
        if let obstacle = sample.obstacle ?? Self.obstacle(sample) {
            ofClass = .unavailable(obstacle)
            meanOfPersons = .unavailable(obstacle)
            persons = 0
            return
        }
        let gains = sample.before.indices.compactMap { index in
            sample.gain(from: sample.before[index], by: sample.steps[index] == 0 ? 0 : sample.changes[index])
                .map { (gain: $0, count: sample.counts[index]) }
        }
        let individual = Moments(gains.map(\.gain), times: gains.map(\.count))
        persons = individual.count
        meanOfPersons = gains.isEmpty ? .unavailable(.allAtMaximum) : Figure(finite: individual.mean)
        ofClass =
            sample.gain(from: moments.before.mean, by: moments.change.mean).map(Figure.init(finite:))
            ?? .unavailable(.allAtMaximum)
    }

    private static func obstacle(_ sample: PairedSample) -> NotComputable? {
        let (minimum, maximum) = (sample.minimum, sample.maximum)
        guard sample.hasScale else { return .noScale }
        let isInside = (sample.before + sample.after).allSatisfy { score in
            sample.steps(minimum - score) <= 0 && sample.steps(score - maximum) <= 0
        }
        return isInside ? nil : .outsideScale
    }
}

extension PairedSample {
    /// The normalised gain of a change, nil when nothing could be gained and nothing was lost.
    fileprivate func gain(from before: Double, by change: Double) -> Double? {
        if change > 0 { return change / (maximum - before) }
        if change < 0 { return change / (before - minimum) }
        return steps(maximum - before) == 0 ? nil : 0
    }
}
