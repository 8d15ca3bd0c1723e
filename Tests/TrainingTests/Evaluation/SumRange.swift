/// What one number can still be when sums of several are known and each lies between 0 and a most: linear programming by
/// the simplex method, in one tableau, with Bland's rule.
enum SumRange {
    static func of(_ index: Int, given groups: [[Int]], of values: [Double], most: Double) -> ClosedRange<Double> {
        let upper = best(index, 1, groups, values, most)
        let lower = -best(index, -1, groups, values, most)
        return min(lower, upper)...max(lower, upper)
    }

    /// The largest of `sign × value[index]`: a phase that makes the sums hold, then one that improves.
    private static func best(_ index: Int, _ sign: Double, _ groups: [[Int]], _ values: [Double], _ most: Double)
        -> Double
    {
        let n = values.count
        let rows = groups.count + n
        let width = 2 * n + groups.count
        var table = groups.enumerated().map { row, group in
            var line = [Double](repeating: 0, count: width + 1)
            for member in group { line[member] = 1 }
            line[2 * n + row] = 1
            line[width] = group.map { values[$0] }.reduce(0, +)
            return line
        }
        for member in 0..<n {
            var line = [Double](repeating: 0, count: width + 1)
            (line[member], line[n + member], line[width]) = (1, 1, most)
            table.append(line)
        }
        var basis = (0..<groups.count).map { 2 * n + $0 } + (0..<n).map { n + $0 }
        var costs = [Double](repeating: 0, count: width)
        for artificial in 2 * n..<width { costs[artificial] = -1 }
        improve(&table, &basis, costs, allowed: width, rows)
        costs = [Double](repeating: 0, count: width)
        costs[index] = sign
        improve(&table, &basis, costs, allowed: 2 * n, rows)
        return zip(basis, table).map { costs[$0] * $1[width] }.reduce(0, +)
    }

    private static func improve(
        _ table: inout [[Double]], _ basis: inout [Int], _ costs: [Double], allowed: Int, _ rows: Int
    ) {
        let width = costs.count
        for _ in 0..<2_000 {
            let entering = (0..<allowed).first { column in
                costs[column] - (0..<rows).map { costs[basis[$0]] * table[$0][column] }.reduce(0, +) > 1e-9
            }
            guard let entering else { return }
            let leaving = (0..<rows).filter { table[$0][entering] > 1e-9 }.min { left, right in
                let (a, b) = (table[left][width] / table[left][entering], table[right][width] / table[right][entering])
                return abs(a - b) > 1e-12 ? a < b : basis[left] < basis[right]
            }
            guard let leaving else { return }
            let pivot = table[leaving][entering]
            table[leaving] = table[leaving].map { $0 / pivot }
            for row in 0..<rows where row != leaving && abs(table[row][entering]) > 1e-15 {
                let factor = table[row][entering]
                for column in 0...width { table[row][column] -= factor * table[leaving][column] }
            }
            basis[leaving] = entering
        }
    }
}
