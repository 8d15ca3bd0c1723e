import Statistics
import Testing

@testable import Training

/// What a release tells of who knows whom: the cohort's ties, and nothing from which anybody's could be told.
struct NetworkReleaseTests {
    @Test(arguments: 0..<10) func aCohortOfEnoughPeopleIsToldAndNobodyInIt(seed: Int) throws {
        let (release, _) = Self.release(offices: [4, 4, 4, 4, 4], Self.someTies(20, seed))
        let table = try #require(release.network.first)
        let rows = try #require(table.rows)
        let figures = NetworkFigures(
            people: Array(1...20).map(Int32.init), named: Self.someTies(20, seed).after.map { ($0, $1) })
        #expect(rows.first { $0.name == "ties_after" }?.value == .integer(figures.ties.count))
        #expect(!rows.contains { $0.name.hasPrefix("isolates") })
        #expect(release.suppressed.contains { $0.what == "network.knows.isolates" && $0.reason == .individual })
        let objective = try #require(release.objectives.first { $0.code == "network" })
        #expect(objective.answer?.french.contains("sans lien") == false)
        let body = release.body()
        #expect(body.contains("\"ties_gained_after\"") && !body.contains("pairs\": [\n"))
    }

    @Test func whatAnOfficeKnowsAlmostAllOfIsNotTold() {
        for sizes in [[16, 4], [4], [3, 1]] {
            let count = sizes.reduce(0, +)
            let (release, _) = Self.release(offices: sizes, Self.someTies(count, 1))
            #expect(release.network.allSatisfy { $0.rows == nil }, "\(sizes)")
            #expect(release.objectives.first { $0.code == "network" }?.answer == nil)
        }
    }

    @Test func nobodyTiedOrEverybodyIsNotTold() {
        let everybody = (1...20).flatMap { one in (1...20).filter { $0 != one }.map { (Int32(one), Int32($0)) } }
        for ties in [(before: [], after: everybody), (before: everybody, after: everybody), (before: [], after: [])] {
            let (release, _) = Self.release(offices: [4, 4, 4, 4, 4], ties)
            #expect(release.network.allSatisfy { $0.rows == nil })
        }
    }

    /// The difference of two versions would tell whom one person came to name.
    @Test(arguments: 0..<10) func onePersonsCorrectionIsNotSeenInTheNextVersion(seed: Int) {
        let first = Self.someTies(20, seed)
        var (_, ledger) = Self.release(offices: [4, 4, 4, 4, 4], first)
        var second = first
        second.after.append((1, 20))
        second.after.append((1, 19))
        #expect(
            Self.release(offices: [4, 4, 4, 4, 4], second, after: ledger).release.network.allSatisfy { $0.rows == nil })
        #expect(
            Self.release(offices: [4, 4, 4, 4, 4], first, after: ledger).release.network.allSatisfy { $0.rows != nil })
        ledger = ToldLedger()
        #expect(
            Self.release(offices: [4, 4, 4, 4, 4], second, after: ledger).release.network.allSatisfy { $0.rows != nil })
    }

    @Test func whatWasNotAskedTwiceIsNotToldAtAll() {
        let (release, _) = Self.release(offices: [4, 4, 4, 4, 4], (before: nil, after: Self.someTies(20, 1).after))
        #expect(release.network.isEmpty && !release.body().contains("\"network\": {"))
    }

    typealias Named = (before: [(Int32, Int32)]?, after: [(Int32, Int32)])

    /// Everybody names some of the others, more of them afterwards.
    private static func someTies(_ count: Int, _ seed: Int) -> Named {
        var random = SeededGenerator(UInt64(seed))
        let pairs = (1...count).flatMap { one in (1...count).filter { $0 != one }.map { (Int32(one), Int32($0)) } }
        let before = pairs.filter { _ in Double.random(in: 0..<1, using: &random) < 0.1 }
        return (before, before + pairs.filter { _ in Double.random(in: 0..<1, using: &random) < 0.15 })
    }

    private static func release(offices: [Int], _ named: Named, after ledger: ToldLedger = ToldLedger()) -> (
        release: Evaluation.Release, ledger: ToldLedger
    ) {
        var random = SeededGenerator(7)
        let cohort = MadeUpCohort(offices: offices, using: &random)
        var facts = cohort.facts
        facts.relay.namings =
            rows(named.before, .before, offices.reduce(0, +)) + rows(named.after, .after, offices.reduce(0, +))
        let evaluation = Evaluation(
            facts, status: .final, versions: .init(program: "essai", schema: 13), inputsSHA256: "")
        var known = ledger
        for (index, person) in cohort.people.enumerated() {
            known.knownTo[person.office, default: []].insert(Evaluation.pseudonym(Int32(index + 1)))
        }
        let made = Evaluation.Release.make(
            of: evaluation, facts, sha256: "", for: .shared, own: [], minimum: 5, after: known)
        known.add(ToldLedger(made.told.text))
        return (made.release, known)
    }

    private static func rows(_ named: [(Int32, Int32)]?, _ wave: Network.Wave, _ count: Int) -> [Network.NamingRow] {
        guard let named else { return [] }
        return (1...count).flatMap { one -> [Network.NamingRow] in
            let others = Set(named.filter { $0.0 == Int32(one) }.map(\.1)).sorted()
            let row = { Network.NamingRow(asked: 1, wave: wave, question: .knows, arrival: Int32(one), other: $0) }
            return others.isEmpty ? [row(nil)] : others.map(row)
        }
    }
}
