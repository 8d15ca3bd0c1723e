import Statistics
import Testing

@testable import Training

/// Whatever is published of a cohort, in whatever order, nobody who reads it all solves a value of fewer than k others.
struct DisclosureTests {
    private static let sizes = [
        [4, 4, 4, 4, 4], [8, 8, 4], [10, 4, 4, 4], [6, 6, 4, 4], [17, 3], [12], [5, 5, 5, 5], [9, 9], [3, 2],
        [7, 6, 5, 1], [11, 12], [2, 2, 2, 2, 2, 2, 2, 6],
    ]

    @Test(arguments: 0..<60)
    func nobodysValueIsSolvedFromAnySequenceOfPublications(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let k = seed % 4 == 3 ? 11 : 5
        var cohort = MadeUpCohort(
            offices: Self.sizes[Int(seed) % Self.sizes.count], using: &random, skips: seed % 3 == 0 ? 0.08 : 0)
        var ledger = ToldLedger()
        var read: [(Evaluation.Release, MadeUpCohort)] = []
        for _ in 0..<4 {
            let offices = Set(cohort.people.map(\.office)).sorted()
            let reader: Evaluation.Release.Reader =
                Bool.random(using: &random)
                ? .shared : .relay(.init(rawValue: offices.randomElement(using: &random) ?? "o1"))
            read.append((cohort.release(reader, minimum: k, after: &ledger), cohort))
            for _ in 0..<Int.random(in: 0...2, using: &random) { cohort.live(using: &random) }
        }
        for known in [[]] + ledger.knownTo.values.sorted(by: { $0.count < $1.count }) {
            var attacker = Attacker(knowing: known)
            for (release, cohort) in read { attacker.read(release, of: cohort) }
            let people = attacker.people.sorted()
            for person in people { #expect(!attacker.solves([person]), "\(person) by one who knows \(known.count)") }
            for size in 2..<k {
                for _ in 0..<8 {
                    let some = Set(people.shuffled(using: &random).prefix(size))
                    #expect(!attacker.solves(some), "\(some.sorted()) by one who knows \(known.count)")
                }
            }
            try Self.expectNoHiddenOffice(attacker, read, k)
        }
    }

    /// An office of fewer than k, and one that the last publication hides, is not computed from all of them.
    private static func expectNoHiddenOffice(
        _ attacker: Attacker, _ read: [(Evaluation.Release, MadeUpCohort)], _ k: Int
    ) throws {
        for (release, cohort) in read {
            for office in release.offices {
                let members = cohort.people.indices.filter { cohort.people[$0].office == office.code }
                let people = Set(members.map { Evaluation.pseudonym(Int32($0 + 1)) })
                let strangers = people.subtracting(attacker.known)
                if !strangers.isEmpty, strangers.count < k { #expect(!attacker.solves(strangers), "\(office.code)") }
                if !strangers.isEmpty, strangers.count < k {
                    #expect(!attacker.solves(sumOf: members, of: cohort), "\(office.code)")
                }
            }
        }
    }

    @Test func withOfficesOfFourOnlyTheWholeIsShared() {
        var random = SeededGenerator(1)
        var ledger = ToldLedger()
        let release = MadeUpCohort(offices: [4, 4, 4, 4, 4], using: &random).release(after: &ledger)
        #expect(release.offices.count == 5 && release.offices.allSatisfy { $0.rows == nil })
        #expect(Attacker.isShown(release.overall) && release.people.isEmpty)
        #expect(release.body().contains("\"o1\": {\n        \"suppressed\": true\n      }"))
    }

    @Test func aSmallOfficeTakesAnotherWithIt() {
        var random = SeededGenerator(2)
        var ledger = ToldLedger()
        var cohort = MadeUpCohort(offices: [10, 4, 4, 4], using: &random)
        for index in cohort.people.indices { cohort.people[index].category = "c1" }
        let shown = cohort.release(after: &ledger).offices.filter { $0.rows != nil }.map(\.code)
        #expect(shown == ["o1"])
        var other = ToldLedger()
        var even = MadeUpCohort(offices: [8, 8, 4], using: &random)
        for index in even.people.indices { even.people[index].category = "c1" }
        #expect(even.release(after: &other).offices.filter { $0.rows != nil }.count <= 1)
    }

    /// An office that knows all but three people would know the three from the whole.
    @Test func theWholeIsNotToldWhereAnOfficeKnowsAlmostEverybody() {
        var random = SeededGenerator(3)
        var ledger = ToldLedger()
        let release = MadeUpCohort(offices: [17, 3], using: &random).release(after: &ledger)
        #expect(release.overall.rows == nil && release.attendance.attendedMinutes == nil)
        #expect(release.flow.first { $0.name == "pairs" }?.value == nil)
        #expect(release.flow.first { $0.name == "entered" }?.value == 20)
    }

    @Test(arguments: 0..<7)
    func aCorrectionOfOnePersonDoesNotShowInTheNextVersion(seed: UInt64) {
        var random = SeededGenerator(seed + 100)
        var ledger = ToldLedger()
        var cohort = MadeUpCohort(offices: [10, 10], using: &random)
        let first = cohort.release(after: &ledger)
        #expect(Attacker.isShown(first.overall))
        cohort.people[3].after = [8, 0, 8, 0, cohort.people[3].after?[4] == 3 ? 4 : 3]
        let second = cohort.release(after: &ledger)
        #expect(
            !Attacker.isShown(second.overall) && second.attendance.attendedMinutes == first.attendance.attendedMinutes)
        for index in cohort.people.indices { cohort.people[index].after = MadeUpCohort.answers(0, &random) }
        #expect(Attacker.isShown(cohort.release(after: &ledger).overall))
    }

    /// One skipped item would let the difference between the whole and its parts be solved for that person.
    @Test func whoSkippedAnItemIsNotFoundBetweenTheWholeAndItsParts() {
        var random = SeededGenerator(5)
        var ledger = ToldLedger()
        var cohort = MadeUpCohort(offices: [10, 10], using: &random)
        cohort.people[0].before?[0] = .nan
        let release = cohort.release(after: &ledger)
        #expect(Attacker.isShown(release.overall))
        #expect((release.areas + release.competences).contains { $0.rows == nil })
        #expect((release.areas + release.competences).contains { $0.rows != nil })
    }

    @Test func theSameAgainTellsTheSame() {
        for seed in 0..<20 {
            var random = SeededGenerator(UInt64(seed) + 300)
            var ledger = ToldLedger()
            let cohort = MadeUpCohort(offices: Self.sizes[seed % Self.sizes.count], using: &random, skips: 0.05)
            let first = cohort.release(after: &ledger)
            let told = ledger
            let again = cohort.release(after: &ledger)
            #expect(first.body() == again.body() && told == ledger)
            #expect(ToldLedger(ledger.text) == ledger)
        }
    }
}
