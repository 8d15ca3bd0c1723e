import Testing

@testable import Statistics

/// Properties of the figures of a network, on made-up groups.
struct NetworkFiguresTests {
    @Test(arguments: 0..<200) func figuresAreThoseCountedByHand(seed: Int) throws {
        var random = SplitMix(seed)
        let people = Array(0..<Int.random(in: 2...9, using: &random))
        let named = Self.named(people, &random)
        let figures = NetworkFigures(people: people, named: named)
        var (ties, across) = (0, 0)
        var tied: Set<Int> = []
        for one in people {
            for other in people where one < other {
                guard named.contains(where: { $0 == (one, other) || $0 == (other, one) }) else { continue }
                ties += 1
                across += one % 3 == other % 3 ? 0 : 1
                tied.formUnion([one, other])
            }
        }
        #expect(figures.ties.count == ties && figures.tiesAcross { $0 % 3 } == across)
        #expect(figures.isolates == people.filter { !tied.contains($0) })
        let density = try #require(figures.density.value)
        #expect(abs(density * Double(people.count * (people.count - 1)) / 2 - Double(ties)) < 1e-9)
        #expect((0...1).contains(density))
    }

    @Test(arguments: 0..<100) func whoNamesWhomDoesNotMatterNorHowOftenNorInWhichOrder(seed: Int) {
        var random = SplitMix(seed)
        let people = Array(0..<7)
        let named = Self.named(people, &random)
        let turned = (named + named).map { Bool.random(using: &random) ? $0 : ($0.1, $0.0) }.shuffled(using: &random)
        let (one, other) = (
            NetworkFigures(people: people, named: named),
            NetworkFigures(people: people.shuffled(using: &random), named: turned)
        )
        #expect(one == other && one.gained(since: other) == 0)
    }

    @Test(arguments: 0..<100) func tiesGainedAndLostAreTheDifference(seed: Int) {
        var random = SplitMix(seed)
        let people = Array(0..<7)
        let (before, after) = (
            NetworkFigures(people: people, named: Self.named(people, &random)),
            NetworkFigures(people: people, named: Self.named(people, &random))
        )
        #expect(after.gained(since: before) - before.gained(since: after) == after.ties.count - before.ties.count)
    }

    private static func named(_ people: [Int], _ random: inout SplitMix) -> [(Int, Int)] {
        (0..<Int.random(in: 0...14, using: &random)).map { _ in
            (people.randomElement(using: &random) ?? 0, people.randomElement(using: &random) ?? 0)
        }
    }
}
