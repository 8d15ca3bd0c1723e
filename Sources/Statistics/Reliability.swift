import CDistributions

/// F9: Cronbach's raw alpha of a questionnaire, its Feldt interval, and alpha without each item; "indicative" below
/// thirty people.
public struct Reliability: Sendable, Equatable {
    /// How many people answered every item: only they count.
    public let n: Int
    public let items: Int
    /// k / (k - 1) (1 - Σ variance of the items / variance of their sum).
    public let alpha: Figure<Double>
    /// At 95 % (Feldt 1965; R psych::alpha.ci).
    public let interval: Figure<Interval>
    /// Alpha of the other items, in the order of the items; needs three.
    public let alphaWithout: [Figure<Double>]
    /// Fewer than thirty people: indicative only.
    public var isIndicative: Bool { n < 30 }

    /// - Parameters:
    ///   - answers: one row per person, one column per item, reverse-keyed items turned; nil where there is no answer.
    ///   - items: the number of items.
    public init(_ answers: [[Double?]], items: Int) {
        let rows = answers.map { $0.compactMap { $0 } }.filter { $0.count == items }
        n = rows.count
        self.items = items
        let spread = Spread(rows, items: items)
        alpha = Self.alpha(rows, spread, without: nil)
        alphaWithout = (0..<items).map { dropped in
            items < 3 ? .unavailable(.belowThreeItems) : Self.alpha(rows, spread, without: dropped)
        }
        guard let alpha = alpha.value else {
            interval = self.alpha.map { Interval(lower: $0, upper: $0) }
            return
        }
        let degrees = (people: Double(n - 1), errors: Double((n - 1) * (items - 1)))
        interval = Figure(
            finite: Interval(
                lower: 1 - (1 - alpha) * cd_fisher_f_quantile(0.975, degrees.people, degrees.errors),
                upper: 1 - (1 - alpha) * cd_fisher_f_quantile(0.025, degrees.people, degrees.errors)))
    }

    private static func alpha(_ rows: [[Double]], _ spread: Spread, without dropped: Int?) -> Figure<Double> {
        if !spread.isFinite { return .unavailable(.notFinite) }
        let size = spread.parts.count - (dropped == nil ? 0 : 1)
        if size < 2 { return .unavailable(.oneItem) }
        if rows.count < 2 { return .unavailable(rows.isEmpty ? .noAnswers : .onePerson) }
        let totals = dropped.map { item in zip(spread.totals, rows).map { $0 - $1[item] } } ?? spread.totals
        guard let total = Spread.variance(totals) else { return .unavailable(.noSpread) }
        let parts = spread.parts.enumerated().filter { $0.offset != dropped }.map(\.element)
        return Figure(finite: Double(size) / Double(size - 1) * (1 - ExactSum(parts).rounded / total))
    }
}

/// Everybody's sum over the items, and the variance of each item.
private struct Spread {
    let totals: [Double]
    let parts: [Double]
    let isFinite: Bool

    init(_ rows: [[Double]], items: Int) {
        isFinite = rows.allSatisfy { row in row.allSatisfy { $0.isFinite } }
        totals = isFinite ? rows.map { ExactSum($0).rounded } : []
        let known = isFinite ? rows : []
        parts = (0..<items).map { item in Self.variance(known.map { $0[item] }) ?? 0 }
    }

    /// Nil when the numbers are all equal at the last decimal place that counts.
    static func variance(_ numbers: [Double]) -> Double? {
        let sample = PairedSample(
            numbers.map { Pair(before: 0, after: $0) }, minimum: -.infinity, maximum: .infinity)
        guard let first = sample.steps.first, sample.steps.contains(where: { $0 != first }) else { return nil }
        let deviation = Moments(numbers).standardDeviation
        return deviation * deviation
    }
}

extension Reliability {
    /// The figures of F9 in their order, those without an item left out.
    public var entries: [Entry] {
        [Entry("n", n), Entry("items", items), Entry("alpha", alpha), Entry("alpha_ci95", interval)]
    }
}
