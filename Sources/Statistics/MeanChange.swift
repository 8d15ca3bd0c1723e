import CDistributions

/// F1: the mean change of paired scores, its spread, paired t and 95 % interval (R `t.test(paired = TRUE)`).
struct MeanChange: Sendable, Equatable {
    let before: Figure<Double>
    let after: Figure<Double>
    let mean: Figure<Double>
    let standardDeviation: Figure<Double>
    let t: Figure<Double>
    let p: Figure<Double>
    let interval: Figure<Interval>

    init(_ sample: PairedSample, _ moments: PairedMoments) {
        let change = moments.change
        func mean(_ moments: Moments) -> Figure<Double> {
            sample.obstacle.map(Figure.unavailable) ?? sample.inUnits(moments.mean)
        }
        before = mean(moments.before)
        after = mean(moments.after)
        self.mean = sample.obstacle.map(Figure.unavailable) ?? sample.inUnits(change.mean)
        standardDeviation =
            sample.obstacleToSpread.map(Figure.unavailable) ?? sample.inUnits(change.standardDeviation)
        if let obstacle = sample.obstacleToTest {
            t = .unavailable(obstacle)
            p = .unavailable(obstacle)
            interval = .unavailable(obstacle)
            return
        }
        let degrees = Double(change.count - 1)
        let error = change.standardDeviation / Double(change.count).squareRoot()
        let reach = cd_student_t_quantile(0.975, degrees) * error
        t = Figure(finite: change.mean / error)
        p = Figure(finite: cd_student_t_two_sided(change.mean / error, degrees))
        interval = sample.inUnits(Interval(lower: change.mean - reach, upper: change.mean + reach))
    }
}

/// The moments of a sample, from which several figures are made.
struct PairedMoments {
    let before: Moments
    let after: Moments
    let change: Moments

    init(_ sample: PairedSample) {
        before = Moments(sample.before, times: sample.counts)
        after = Moments(sample.after, times: sample.counts)
        change = sample.changeMoments
    }
}

extension PairedSample {
    /// The moments of the changes: a spread of exactly zero when they are all told equal, a mean of exactly zero when
    /// it is zero at the last decimal place that counts.
    var changeMoments: Moments {
        let moments = Moments(changes, times: counts)
        let isConstant = steps.allSatisfy { $0 == steps.first }
        return Moments(
            count: count, mean: settled(moments.mean),
            standardDeviation: isConstant ? 0 : moments.standardDeviation)
    }
}
