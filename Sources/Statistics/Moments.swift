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

    init(_ numbers: [Double]) {
        let size = Double(numbers.count)
        count = numbers.count
        let mean = numbers.isEmpty ? 0 : ExactSum(numbers).rounded / size
        self.mean = mean
        guard numbers.count > 1 else {
            standardDeviation = 0
            return
        }
        let residual = ExactSum(numbers.lazy.map { $0 - mean }).rounded
        let squares = ExactSum(numbers.lazy.map { ($0 - mean) * ($0 - mean) }).rounded
        standardDeviation = (max(0, squares - residual * residual / size) / (size - 1)).squareRoot()
    }
}
