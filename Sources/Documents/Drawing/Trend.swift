import Statistics

/// Which way scores went, as the style sheet names it.
enum Trend: String {
    case improved, unchanged, declined

    /// Judged as the figures are, at the 12th significant digit.
    init(_ pair: Pair) {
        let figures = PairedFigures([pair], minimum: 0, maximum: 100)
        self = figures.improved > 0 ? .improved : figures.declined > 0 ? .declined : .unchanged
    }
}
