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
        alpha = Self.alpha(rows, Array(0..<items))
        alphaWithout = (0..<items).map { dropped in
            items < 3 ? .unavailable(.belowThreeItems) : Self.alpha(rows, (0..<items).filter { $0 != dropped })
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

    private static func alpha(_ rows: [[Double]], _ items: [Int]) -> Figure<Double> {
        if rows.contains(where: { $0.contains { !$0.isFinite } }) { return .unavailable(.notFinite) }
        if items.count < 2 { return .unavailable(.oneItem) }
        if rows.count < 2 { return .unavailable(rows.isEmpty ? .noAnswers : .onePerson) }
        let totals = rows.map { row in ExactSum(items.map { row[$0] }).rounded }
        guard let total = variance(totals) else { return .unavailable(.noSpread) }
        let parts = items.map { item in variance(rows.map { $0[item] }) ?? 0 }
        let size = Double(items.count)
        return Figure(finite: size / (size - 1) * (1 - ExactSum(parts).rounded / total))
    }

    /// Nil when the numbers are all equal at the last decimal place that counts.
    private static func variance(_ numbers: [Double]) -> Double? {
        let sample = PairedSample(
            numbers.map { Pair(before: 0, after: $0) }, minimum: -.infinity, maximum: .infinity)
        guard Set(sample.steps).count > 1 else { return nil }
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
