import Statistics
import Testing

/// The providers' index and the agreement of two observers, on values drawn by chance.
struct ProviderIndexTests {
    private func values(_ seed: Int, _ count: Int) -> [Int] {
        var generator = SplitMix(seed)
        return (0..<count).map { _ in Int.random(in: 0...3, using: &generator) }
    }

    @Test(arguments: 0..<100) func theIndexIsTheMeanOverThreeWhateverTheOrder(seed: Int) {
        let values = values(seed, 15 + seed % 9)
        let index = ProviderIndex(values)
        let mean = Double(values.reduce(0, +)) / Double(values.count)
        #expect(index.index.value.map { abs($0 - 100 * mean / 3) < 1e-9 && (0...100).contains($0) } == true)
        #expect(ProviderIndex(values.sorted()) == index && index.criteria == values.count)
    }

    @Test(arguments: 0..<100) func aBetterCriterionNeverLowersTheIndex(seed: Int) throws {
        var values = values(seed, 23)
        let before = try #require(ProviderIndex(values).index.value)
        guard let place = values.firstIndex(where: { $0 < 3 }) else { return }
        values[place] += 1
        let after = try #require(ProviderIndex(values).index.value)
        #expect(abs(after - before - 100.0 / 69) < 1e-9)
    }

    @Test func belowFifteenCriteriaOrOffTheScaleThereIsNone() {
        for count in 0..<15 {
            #expect(ProviderIndex(values(count, count)).index == .unavailable(.belowFifteenCriteria))
        }
        #expect(ProviderIndex(Array(repeating: 3, count: 15)).index == .value(100))
        #expect(ProviderIndex(Array(repeating: 0, count: 24)).index == .value(0))
        #expect(ProviderIndex(Array(repeating: 2, count: 20) + [4]).index == .unavailable(.outsideScale))
        #expect([0, 1, 2, 3].map(ProviderIndex.isYes) == [false, false, true, true])
    }

    /// Against the definition, cell by cell of the table of both observers.
    @Test(arguments: 0..<120) func kappaIsWhatItsTableSays(seed: Int) {
        let (first, second) = (values(seed, 2 + seed % 40), values(seed + 1_000, 2 + seed % 40))
        let agreement = Agreement(zip(first, second).map { (first: $0, second: $1) })
        let n = Double(first.count)
        let same = (0...3).map { value in Double(zip(first, second).count { $0 == value && $1 == value }) / n }
        let chance = (0...3).map { value in
            Double(first.count { $0 == value }) * Double(second.count { $0 == value }) / (n * n)
        }
        let (observed, expected) = (same.reduce(0, +), chance.reduce(0, +))
        #expect(agreement.observed.value.map { abs($0 - observed) < 1e-12 } == true)
        if abs(1 - expected) < 1e-12 {
            #expect(agreement.kappa == .unavailable(.oneValueOnly))
        } else {
            #expect(agreement.kappa.value.map { abs($0 - (observed - expected) / (1 - expected)) < 1e-9 } == true)
        }
        let turned = Agreement(zip(second, first).map { (first: 3 - $0, second: 3 - $1) })
        #expect(turned.kappa == agreement.kappa, "neither who is called first nor the names of the values matter")
    }

    @Test(arguments: 2..<40) func perfectAgreementIsOneUnlessThereIsOneValueOnly(count: Int) {
        let mixed = (0..<count).map { $0 % 4 }
        #expect(Agreement(mixed.map { (first: $0, second: $0) }).kappa == .value(1))
        let same = Agreement((0..<count).map { _ in (first: 2, second: 2) })
        #expect(same.kappa == .unavailable(.oneValueOnly) && same.observed == .value(1))
    }

    @Test func theFiguresOfTheDiagnosticAreExplained() {
        let entries =
            YesNoChange([(before: true, after: false)]).entries + Agreement([(first: 1, second: 2)]).entries
        for name in entries.map(\.name) where name != "n" { #expect(FigureDefinition.named(name) != nil, "\(name)") }
        #expect(FigureDefinition.named("provider_index")?.definition(french: false).contains("15 criteria") == true)
    }
}
