import Statistics
import Testing

@Suite struct TallyTests {
    @Test(arguments: 0..<60)
    func countedPairsGiveTheFiguresOfThePairsThemselves(_ size: Int) {
        var random = SystemRandomNumberGenerator()
        let levels = Int.random(in: 1...9, using: &random)
        let pairs = (0..<size).map { _ in
            Pair(
                before: Double(Int.random(in: 0..<levels, using: &random)) * 12.5,
                after: Double(Int.random(in: 0..<levels, using: &random)) * 100 / 3 / 8)
        }
        var tally = PairTally()
        for pair in pairs { tally.add(pair) }
        #expect(
            PairedFigures(tally, minimum: 0, maximum: 100, reliability: 0.8)
                == PairedFigures(pairs, minimum: 0, maximum: 100, reliability: 0.8))
    }

    @Test func aTallyOfTalliesIsTheTallyOfAll() {
        var (one, other, all) = (PairTally(), PairTally(), PairTally())
        for index in 0..<500 {
            let pair = Pair(before: Double(index % 7), after: Double(index % 5))
            if index % 3 == 0 { one.add(pair) } else { other.add(pair) }
            all.add(pair)
        }
        one.add(other)
        #expect(one == all && one.count == 500)
    }

    @Test func manyPeopleOfFewPairsGiveTheFiguresOfAll() {
        var tally = PairTally()
        var pairs: [Pair] = []
        for index in 0..<3_000 {
            let pair = Pair(before: Double(index * 7919 % 9), after: Double(index * 104_729 % 8 + index % 2))
            pairs.append(pair)
            tally.add(pair)
        }
        #expect(PairedFigures(tally, minimum: 0, maximum: 8) == PairedFigures(pairs, minimum: 0, maximum: 8))
    }

    @Test func aScoreThatIsNoNumberIsNoneInATallyEither() {
        var tally = PairTally()
        for _ in 0..<3 { tally.add(Pair(before: .nan, after: 1)) }
        let figures = PairedFigures(tally, minimum: 0, maximum: 8)
        #expect(figures.n == 3 && figures.meanChange.value == nil)
    }
}
