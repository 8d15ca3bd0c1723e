/// The mean and the spread of numbers, the same in any order.
struct Moments {
    let count: Int
    /// 0 when there is no number.
    let mean: Double
    /// With n - 1; 0 when there are fewer than two numbers.
    let standardDeviation: Double

    init(count: Int, mean: Double, standardDeviation: Double) {
        self.count = count
        self.mean = mean
        self.standardDeviation = standardDeviation
    }

    init(_ numbers: [Double]) { self.init(numbers, times: Array(repeating: 1, count: numbers.count)) }

    /// Of numbers that each count so many times.
    init(_ numbers: [Double], times counts: [Int]) {
        count = counts.reduce(0, +)
        let size = Double(count)
        let mean = count == 0 ? 0 : ExactSum(numbers, times: counts).rounded / size
        self.mean = mean
        guard count > 1 else {
            standardDeviation = 0
            return
        }
        let residual = ExactSum(numbers.lazy.map { $0 - mean }, times: counts).rounded
        let squares = ExactSum(numbers.lazy.map { ($0 - mean) * ($0 - mean) }, times: counts).rounded
        standardDeviation = (max(0, squares - residual * residual / size) / (size - 1)).squareRoot()
    }
}
