/// Everything that is said about paired scores before and after: figures F1 to F8, in the unit of the scores, d being
/// after - before. The order of the pairs changes no figure.
public struct PairedFigures: Sendable, Equatable {
    /// The number of pairs.
    public let n: Int
    /// F8, when a reliability was given.
    public let reliableChange: ReliableChange?
    let mean: MeanChange
    let standardised: StandardisedChange
    let direction: Direction
    let signedRanks: SignedRankTest
    let typical: HodgesLehmann
    let gain: NormalisedGain

    /// - Parameters:
    ///   - pairs: finite scores; one that is not makes every figure unavailable, for that reason.
    ///   - minimum: the scale's least score; minus infinity when there is none, which leaves the gains unavailable.
    ///   - maximum: the scale's greatest score, likewise.
    ///   - reliability: the instrument's published reliability, from 0 included to 1 excluded; it adds F8.
    public init(_ pairs: [Pair], minimum: Double, maximum: Double, reliability: Double? = nil) {
        self.init(PairedSample(pairs, minimum: minimum, maximum: maximum), n: pairs.count, reliability)
    }

    /// The same of pairs that were counted, so that those of a whole country need no more memory than a cohort's.
    public init(_ tally: PairTally, minimum: Double, maximum: Double, reliability: Double? = nil) {
        let counts = tally.counts
        self.init(
            PairedSample(Array(counts.keys), times: Array(counts.values), minimum: minimum, maximum: maximum),
            n: tally.count, reliability)
    }

    private init(_ sample: PairedSample, n: Int, _ reliability: Double?) {
        self.n = n
        let moments = PairedMoments(sample)
        mean = MeanChange(sample, moments)
        standardised = StandardisedChange(sample, moments)
        direction = Direction(sample)
        signedRanks = SignedRankTest(sample)
        typical = HodgesLehmann(sample)
        gain = NormalisedGain(sample, moments)
        reliableChange = reliability.map { ReliableChange(sample, reliability: $0) }
    }
}

extension PairedFigures {
    /// F1: the mean of the changes alone, where nothing else is wanted.
    public static func meanChange(of pairs: [Pair]) -> Figure<Double> {
        let sample = PairedSample(pairs, minimum: -.infinity, maximum: .infinity)
        return MeanChange(sample, PairedMoments(sample)).mean
    }

    /// F3: whether one pair improved (1), declined (-1) or neither, as when a score is not finite (0).
    public static func direction(of pair: Pair) -> Int {
        PairedSample([pair], minimum: -.infinity, maximum: .infinity).steps.first?.signum() ?? 0
    }

    /// F1: mean score before.
    public var meanBefore: Figure<Double> { mean.before }
    /// F1: mean score after.
    public var meanAfter: Figure<Double> { mean.after }
    /// F1: mean of the changes.
    public var meanChange: Figure<Double> { mean.mean }
    /// F1: standard deviation of the changes, with n - 1.
    public var sdChange: Figure<Double> { mean.standardDeviation }
    /// F1: Student's paired t (R `t.test(paired = TRUE)`).
    public var t: Figure<Double> { mean.t }
    /// F1: two-sided p of t.
    public var tP: Figure<Double> { mean.p }
    /// F1: 95 % t interval of the mean change.
    public var ci95: Figure<Interval> { mean.interval }
    /// F2: mean change over the standard deviation of the changes.
    public var dZ: Figure<Double> { standardised.ofChanges }
    /// F2: 95 % interval of d_z by inversion of the non-central t.
    public var dZCI95: Figure<Interval> { standardised.interval }
    /// F2: mean change over the root mean square of the standard deviations before and after.
    public var dAv: Figure<Double> { standardised.ofScores }
    /// F2: d_z with Hedges's exact correction J(n - 1).
    public var gZ: Figure<Double> { standardised.correctedOfChanges }
    /// F2: d_av with Hedges's exact correction J(n - 1).
    public var gAv: Figure<Double> { standardised.correctedOfScores }
    /// F3: how many have d > 0.
    public var improved: Int { direction.improved }
    /// F3: how many have d = 0.
    public var unchanged: Int { direction.unchanged }
    /// F3: how many have d < 0.
    public var declined: Int { direction.declined }
    /// F3: two-sided p of the exact sign test (R `binom.test`).
    public var signP: Figure<Double> { direction.p }
    /// F3: 95 % Wilson interval of improved / n, between 0 and 1.
    public var improvedCI95: Figure<Interval> { direction.improvedInterval }
    /// F4: how many changes are not zero.
    public var wilcoxonN: Int { signedRanks.nonZero }
    /// F4: sum of the ranks of the improvements, zeros dropped.
    public var wilcoxonWPlus: Double { signedRanks.positiveSum }
    /// F4: two-sided p of Wilcoxon's signed-rank test, zeros dropped.
    public var wilcoxonP: Figure<Double> { signedRanks.p }
    /// F4: how `wilcoxonP` was found.
    public var wilcoxonMethod: Figure<SignedRankMethod> { signedRanks.method }
    /// F4: the same p, zeros ranked before they are dropped.
    public var prattP: Figure<Double> { signedRanks.prattP }
    /// F4: how `prattP` was found.
    public var prattMethod: Figure<SignedRankMethod> { signedRanks.prattMethod }
    /// F5: median of all Walsh averages.
    public var hodgesLehmann: Figure<Double> { typical.estimate }
    /// F5: interval of the Hodges-Lehmann estimate, at `hodgesLehmannCILevel`.
    public var hodgesLehmannCI95: Figure<Interval> { typical.interval }
    /// F5: true level of that interval, between 0 and 1.
    public var hodgesLehmannCILevel: Figure<Double> { typical.level }
    /// F6: matched rank-biserial correlation (R+ - R-) / (R+ + R-).
    public var rankBiserial: Figure<Double> { signedRanks.rankBiserial }
    /// F7: normalised gain of the class (Hake).
    public var classGain: Figure<Double> { gain.ofClass }
    /// F7: mean of the individual normalised gains, over `meanIndividualGainN` persons.
    public var meanIndividualGain: Figure<Double> { gain.meanOfPersons }
    /// F7: how many persons have an individual gain: all but those who were at the maximum and stayed.
    public var meanIndividualGainN: Int { gain.persons }
}
