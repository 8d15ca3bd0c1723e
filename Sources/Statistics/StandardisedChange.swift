import CDistributions

/// F2: the mean change in standard deviations, of the changes (d_z) or of the scores (d_av, root mean square of the
/// two), each also corrected for small samples (g), with the interval of d_z by the non-central t.
struct StandardisedChange: Sendable, Equatable {
    let ofChanges: Figure<Double>
    let interval: Figure<Interval>
    let ofScores: Figure<Double>
    let correctedOfChanges: Figure<Double>
    let correctedOfScores: Figure<Double>

    init(_ sample: PairedSample, _ moments: PairedMoments) {
        let change = moments.change
        if let obstacle = sample.obstacleToTest {
            ofChanges = .unavailable(obstacle)
            interval = .unavailable(obstacle)
        } else {
            let ratio = change.mean / change.standardDeviation
            ofChanges = Figure(finite: ratio)
            interval = Figure(finite: Self.interval(ofRatio: ratio, pairs: change.count))
        }
        ofScores = Self.ratioToScores(sample, moments)
        let correction = Self.correction(pairs: change.count)
        correctedOfChanges = Self.product(ofChanges, correction)
        correctedOfScores = Self.product(ofScores, correction)
    }

    private static func ratioToScores(_ sample: PairedSample, _ moments: PairedMoments) -> Figure<Double> {
        if let obstacle = sample.obstacleToSpread { return .unavailable(obstacle) }
        let (before, after) = (moments.before.standardDeviation, moments.after.standardDeviation)
        let spread = ((before * before + after * after) / 2).squareRoot()
        return sample.settled(spread) == 0 ? .unavailable(.noSpread) : Figure(finite: moments.change.mean / spread)
    }

    /// The non-centralities that leave 2.5 % on either side of the observed t, over √n; mirrored exactly about zero.
    private static func interval(ofRatio ratio: Double, pairs: Int) -> Interval {
        let root = Double(pairs).squareRoot()
        let t = ratio.magnitude * root
        let low = cd_noncentral_t_noncentrality(t, Double(pairs - 1), 0.975) / root
        let high = cd_noncentral_t_noncentrality(t, Double(pairs - 1), 0.025) / root
        if ratio == 0 { return Interval(lower: -high, upper: high) }
        return ratio < 0 ? Interval(lower: -high, upper: -low) : Interval(lower: low, upper: high)
    }

    /// Hedges's exact J(n - 1).
    private static func correction(pairs: Int) -> Figure<Double> {
        pairs == 2 ? .unavailable(.twoPairs) : Figure(finite: cd_hedges_correction(Double(pairs - 1)))
    }

    private static func product(_ ratio: Figure<Double>, _ correction: Figure<Double>) -> Figure<
        Double
    > {
        guard let ratio = ratio.value else { return ratio }
        return correction.map { $0 * ratio }
    }
}
