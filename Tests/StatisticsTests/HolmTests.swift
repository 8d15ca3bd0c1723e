import Statistics
import Testing

@Suite struct HolmTests {
    @Test func aFamilyOfFiveIsAdjustedAsByR() {
        let adjusted = holm([0.01, 0.04, 0.03, 0.005, 0.2])
        for (left, right) in zip(adjusted, [0.04, 0.09, 0.09, 0.025, 0.2]) { #expect(isClose(left, right)) }
    }

    @Test func aMissingPIsLeftOutOfTheFamily() {
        let adjusted = holm([nil, 0.01, nil, 0.04, 0.03, 0.005, 0.2, nil])
        #expect(adjusted.compactMap { $0 } == holm([0.01, 0.04, 0.03, 0.005, 0.2]).compactMap { $0 })
        #expect(adjusted[0] == nil && adjusted[2] == nil && adjusted[7] == nil)
        #expect(holm([]).isEmpty && holm([nil]) == [nil])
    }

    @Test(arguments: 0..<50) func anAdjustedPIsNeverSmallerNorAboveOneAndKeepsTheOrder(seed: Int) {
        var generator = SplitMix(seed)
        let family = (0..<12).map { _ in Double.random(in: 0...1, using: &generator) * (seed % 2 == 0 ? 1 : 0.01) }
        let adjusted = holm(family).compactMap { $0 }
        #expect(zip(family, adjusted).allSatisfy { $0 <= $1 && $1 <= 1 })
        let order = family.indices.sorted { family[$0] < family[$1] }
        #expect(order.map { adjusted[$0] } == adjusted.sorted())
        let least = family.min() ?? 1
        #expect(isClose(adjusted.min(), min(1, 12 * least)))
    }
}
