/// Pairs made ready for every figure: divided by a power of two so that nothing overflows on the way, and their
/// changes known a second time as whole numbers of the last decimal place that counts, which judges ties and zeros.
struct PairedSample {
    let before: [Double]
    let after: [Double]
    let changes: [Double]
    /// How many people have each of these pairs.
    let counts: [Int]
    /// Each change as a whole number of units of the 12th significant digit of the largest score.
    let steps: [Int]
    let minimum: Double
    let maximum: Double
    let isFinite: Bool
    /// Whether a finite minimum lies below a finite maximum.
    let hasScale: Bool
    /// How many people there are.
    let count: Int
    private let exponent: Int
    private let place: DecimalPlace

    init(_ pairs: [Pair], minimum: Double, maximum: Double) {
        self.init(pairs, times: Array(repeating: 1, count: pairs.count), minimum: minimum, maximum: maximum)
    }

    /// Of pairs that so many people have, each at least one.
    init(_ pairs: [Pair], times counts: [Int], minimum: Double, maximum: Double) {
        isFinite = pairs.allSatisfy { $0.before.isFinite && $0.after.isFinite }
        let pairs = isFinite ? pairs : []
        self.counts = isFinite ? counts : []
        count = self.counts.reduce(0, +)
        let largest = pairs.reduce(0) { max($0, $1.before.magnitude, $1.after.magnitude) }
        let exponent = largest > 0 ? Int(largest.exponent) : 0
        func scaled(_ number: Double) -> Double {
            Double(sign: .plus, exponent: -exponent, significand: number)
        }
        let place = DecimalPlace(ofTwelfthDigitIn: largest, exponent: exponent)
        before = pairs.map { scaled($0.before) }
        after = pairs.map { scaled($0.after) }
        changes = zip(before, after).map { $1 - $0 }
        steps = changes.map(place.steps)
        self.minimum = scaled(minimum)
        self.maximum = scaled(maximum)
        hasScale = minimum.isFinite && maximum.isFinite && minimum < maximum
        self.exponent = exponent
        self.place = place
    }

    /// Over how many of the people this holds of their change.
    func count(where isCounted: (_ steps: Int) -> Bool) -> Int {
        zip(steps, counts).reduce(0) { isCounted($1.0) ? $0 + $1.1 : $0 }
    }

    /// Why no figure at all can be made of these pairs, if so.
    var obstacle: NotComputable? {
        if !isFinite { return .notFinite }
        return count == 0 ? .noPairs : nil
    }

    /// Why no standard deviation can be made of these pairs, if so.
    var obstacleToSpread: NotComputable? { obstacle ?? (count == 1 ? .onePair : nil) }

    /// Why nothing can be divided by the standard deviation of the changes, if so.
    var obstacleToTest: NotComputable? {
        if let obstacleToSpread { return obstacleToSpread }
        guard let first = steps.first, steps.allSatisfy({ $0 == first }) else { return nil }
        return first == 0 ? .noChange : .constantChange
    }

    /// A number of this sample's scale as whole units of the last decimal place that counts.
    func steps(_ number: Double) -> Int { place.steps(number) }

    /// A number of units of that place, in this sample's scale.
    func number(ofSteps steps: Double) -> Double { place.number(steps) }

    /// The number, or zero when it is zero at the last decimal place that counts.
    func settled(_ number: Double) -> Double { steps(number) == 0 ? 0 : number }

    /// The number in the unit of the scores.
    func inUnits(_ number: Double) -> Figure<Double> {
        Figure(finite: Double(sign: .plus, exponent: exponent, significand: number))
    }

    /// The interval in the unit of the scores.
    func inUnits(_ interval: Interval) -> Figure<Interval> {
        guard let lower = inUnits(interval.lower).value, let upper = inUnits(interval.upper).value
        else {
            return .unavailable(.beyondRange)
        }
        return .value(Interval(lower: lower, upper: upper))
    }
}
