/// One person's score before and after, on the same scale; finite, which whoever reads the scores has made sure of.
public struct Pair: Sendable, Hashable {
    public let before: Double
    public let after: Double

    public init(before: Double, after: Double) {
        self.before = before
        self.after = after
    }
}
