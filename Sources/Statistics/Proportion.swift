import CDistributions

/// The exact two-sided sign test of `positive` against `negative` (R `binom.test`), which on the two discordant counts
/// of a yes/no criterion is the exact McNemar test; unavailable below six in all, where it cannot reach .05.
public func exactSignTest(positive: Int, negative: Int) -> Figure<Double> {
    let (trials, overflows) = max(0, positive).addingReportingOverflow(max(0, negative))
    if overflows { return .unavailable(.beyondRange) }
    if trials == 0 { return .unavailable(.noChange) }
    if trials < 6 { return .unavailable(.belowSix) }
    let fewer = Double(max(0, min(positive, negative)))
    return Figure(finite: min(1, 2 * cd_binomial_lower(fewer, Double(trials), 0.5)))
}

/// Wilson's 95 % interval of the share `count` / `total`, without continuity correction (R `prop.test(correct =
/// FALSE)`), between 0 and 1; a count outside 0...total is taken at its nearest end.
public func wilsonInterval(_ count: Int, of total: Int) -> Figure<Interval> {
    guard total > 0 else { return .unavailable(.noPairs) }
    let size = Double(total)
    let hits = Double(min(max(0, count), total))
    let z = cd_normal_quantile(0.975)
    let centre = (hits + z * z / 2) / (size + z * z)
    let reach = z / (size + z * z) * (hits * (size - hits) / size + z * z / 4).squareRoot()
    let lower = hits == 0 ? 0 : max(0, centre - reach)
    let upper = hits == size ? 1 : min(1, centre + reach)
    return Figure(finite: Interval(lower: lower, upper: upper))
}
