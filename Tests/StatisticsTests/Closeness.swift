import Statistics

/// Whether two numbers agree to a relative 1e-9, or are both that close to zero.
func isClose(_ left: Double?, _ right: Double, within tolerance: Double = 1e-9) -> Bool {
    guard let left else { return false }
    return left == right || (left - right).magnitude <= tolerance * max(left.magnitude, right.magnitude, 1e-300)
}

/// Whether both ends agree to a relative 1e-9.
func isClose(_ left: Interval?, _ lower: Double, _ upper: Double, within tolerance: Double = 1e-9) -> Bool {
    isClose(left?.lower, lower, within: tolerance) && isClose(left?.upper, upper, within: tolerance)
}
