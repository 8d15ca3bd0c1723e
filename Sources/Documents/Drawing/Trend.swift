import Statistics

/// Which way scores went, as the style sheet names it.
enum Trend: String {
    case improved, unchanged, declined

    /// Judged as the figures are, at the 12th significant digit.
    init(_ pair: Pair) {
        let direction = PairedFigures.direction(of: pair)
        self = direction > 0 ? .improved : direction < 0 ? .declined : .unchanged
    }
}
