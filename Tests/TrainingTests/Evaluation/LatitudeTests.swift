import Statistics
import Testing

@testable import Training

/// Means at the end of their scale, people who are all alike, and counts of all or nobody give nobody away.
struct LatitudeTests {
    private static func cohort(_ change: (inout MadeUpCohort) -> Void) -> Evaluation.Release {
        var random = SeededGenerator(11)
        var ledger = ToldLedger()
        var cohort = MadeUpCohort(offices: [7, 7, 6], using: &random)
        for index in cohort.people.indices { cohort.people[index].category = "c1" }
        change(&cohort)
        return cohort.release(after: &ledger)
    }

    private static func isShown(_ name: String, _ table: Evaluation.Release.Table) -> Bool {
        table.rows?.contains { $0.name == name && $0.value != nil } == true
    }

    @Test(arguments: [0.0, 8]) func aMeanAtTheEndOfTheScaleIsNotTold(_ answer: Double) {
        let release = Self.cohort { cohort in
            for index in cohort.people.indices { cohort.people[index].after = Array(repeating: answer, count: 5) }
        }
        #expect(release.overall.rows == nil && release.areas.allSatisfy { $0.rows == nil })
    }

    /// The competence where all are at the top is not found as what the whole leaves beside the other competences.
    @Test func aCompetenceAtTheEndIsNotSolvedFromTheOthers() {
        let release = Self.cohort { cohort in
            for index in cohort.people.indices { cohort.people[index].after?[3] = 8 }
        }
        #expect(release.competences.first { $0.code == "2.1" }?.rows == nil)
        #expect(release.areas.first { $0.code == "2" }?.rows == nil)
        let told = Attacker.scopes(release).filter { Attacker.isShown($0.0) }.map(\.1)
        #expect(
            !(told.contains([0, 1, 2, 3, 4]) && told.contains([4]) && told.contains { Set($0).isSuperset(of: [0, 1]) }
                && told.contains([0, 1, 2])))
    }

    @Test func anOfficeAtTheTopIsNotSolvedFromTheRest() {
        let release = Self.cohort { cohort in
            for index in cohort.people.indices where cohort.people[index].office == "o3" {
                cohort.people[index].after = Array(repeating: 8, count: 5)
            }
        }
        #expect(release.offices.last?.rows == nil)
        #expect(!(Attacker.isShown(release.overall) && release.offices.prefix(2).allSatisfy { $0.rows != nil }))
    }

    @Test func aCountOfAllOrNobodyIsNotTold() {
        for step in [1.0, -1] {
            let release = Self.cohort { cohort in
                for index in cohort.people.indices {
                    cohort.people[index].before = [4, 3, Double(index % 5) + 2, 4, 4]
                    cohort.people[index].after = [4, 3, Double(index % 5) + 2, 4, 4 + step * Double(index % 3 + 1)]
                }
            }
            #expect(Self.isShown("mean_change", release.overall))
            for name in [
                "improved", "declined", "unchanged", "sign_p", "wilcoxon_p", "wilcoxon_w_plus", "rank_biserial",
            ] {
                #expect(!Self.isShown(name, release.overall), "\(name)")
            }
        }
    }

    /// A mean with a standard deviation of zero is everybody's change.
    @Test func theSameChangeOfAllIsNotTold() {
        let release = Self.cohort { cohort in
            for index in cohort.people.indices {
                cohort.people[index].before = [4, 3, Double(index % 5) + 1, 4, 4]
                cohort.people[index].after = [4, 3, Double(index % 5) + 2, 4, 4]
            }
        }
        for name in ["sd_change", "t", "t_p", "ci95", "d_z", "g_z", "improved"] {
            #expect(!Self.isShown(name, release.overall), "\(name)")
        }
        #expect(release.objectives.first?.answer == nil)
    }

    @Test func noFigureOfOneOrTwoPeopleIsEverShown() {
        let release = Self.cohort { _ in }
        for name in ["hodges_lehmann", "hodges_lehmann_ci95", "mean_individual_gain", "mean_individual_gain_n"] {
            for table in [release.overall] + release.areas + release.competences {
                #expect(!Self.isShown(name, table), "\(name)")
            }
        }
        for table in release.offices { #expect(!Self.isShown("sd_change", table) && !Self.isShown("improved", table)) }
    }

    @Test func aSessionOfAllOrNobodyIsNotSolvedFromTheWhole() {
        for minutes in [Int32(0), 180] {
            let release = Self.cohort { cohort in
                for index in cohort.people.indices { cohort.people[index].minutes[1] = minutes }
            }
            #expect(release.attendance.bySession[1].isSuppressed)
            let hidden = release.attendance.bySession.count { $0.isSuppressed }
            #expect(release.attendance.attendedMinutes == nil || hidden >= 2)
        }
    }

    /// The bounds of R5 would give the scores before of the few who were not assessed again.
    @Test func theBoundsOfTheUnpairedAreToldOnlyWhenThereIsNobody() {
        let complete = Self.cohort { _ in }
        #expect(complete.sensitivity.allSatisfy { !$0.isSuppressed && $0.meanChange != nil })
        let lacking = Self.cohort { $0.people[0].after = nil }
        #expect(lacking.sensitivity.filter(\.isSuppressed).map(\.code) == ["missing_zero", "missing_full"])
    }

    /// What is left possible for anybody, by linear programming over every mean that is shown.
    @Test(arguments: 0..<24)
    func everybodyKeepsHalfOfTheScale(seed: UInt64) {
        var random = SeededGenerator(seed + 900)
        var ledger = ToldLedger()
        var cohort = MadeUpCohort(offices: [[5, 5, 5, 5], [10, 4, 4, 4], [9, 9]][Int(seed) % 3], using: &random)
        let tilt = Double(seed % 5) * 2
        for index in cohort.people.indices where cohort.people[index].office == "o\(seed % 2 + 1)" {
            cohort.people[index].after = (0..<5).map { _ in
                max(0, min(8, tilt + Double(Int.random(in: -1...1, using: &random))))
            }
        }
        let release = cohort.release(after: &ledger)
        guard Attacker.isShown(release.overall) else { return }
        let scores = cohort.people.map { person in 100 * (person.after ?? []).compactMap { $0 }.reduce(0, +) / 40 }
        var groups = [Array(cohort.people.indices)]
        for table in release.offices where table.rows != nil {
            groups.append(cohort.people.indices.filter { cohort.people[$0].office == table.code })
        }
        for table in release.categories where table.rows != nil {
            groups.append(cohort.people.indices.filter { cohort.people[$0].category == table.code })
        }
        for person in scores.indices {
            let range = SumRange.of(person, given: groups, of: scores, most: 100)
            #expect(range.upperBound - range.lowerBound >= 50 - 1e-6, "\(person)")
        }
    }

    /// R5 reaches every version: that the sign turns is said although the bounds themselves are not.
    @Test func aSignThatTurnsIsToldWithoutTheBounds() {
        let release = Self.cohort { cohort in
            for index in cohort.people.indices { cohort.people[index].after = cohort.people[index].before }
            for index in 0..<6 { cohort.people[index].after?[2] = 8 }
            for index in 12..<20 { cohort.people[index].after = nil }
        }
        #expect(release.sensitivityChangesSign == true)
        #expect(release.sensitivity.suffix(2).allSatisfy { $0.meanChange == nil && $0.isSuppressed })
        let whole = Self.cohort { _ in }
        #expect(whole.sensitivityChangesSign == false && whole.sensitivity.allSatisfy { !$0.isSuppressed })
    }

    /// Where it would say on which side of a score one person's lies, it is kept back, and said to be.
    @Test func aSignThatWouldTellOnePersonsScoreIsKeptBack() {
        let release = Self.cohort { cohort in
            for index in cohort.people.indices { cohort.people[index].after = cohort.people[index].before }
            for index in 0..<6 { cohort.people[index].after?[2] = 4 }
            for index in 0..<6 { cohort.people[index].before?[2] = 3 }
            cohort.people[19].before = Array(repeating: 1, count: 5)
            cohort.people[19].after = nil
        }
        #expect(release.sensitivityChangesSign == nil)
        #expect(release.suppressed.contains { $0.what == "sensitivity_changes_sign" && $0.reason == .protected })
    }

    /// Whoever reads the sign, and knows their own people, still cannot narrow a stranger's score below half of the scale.
    @Test(arguments: 0..<120) func theSignLeavesEverybodyHalfOfTheScale(seed: UInt64) {
        var random = SeededGenerator(seed)
        var ledger = ToldLedger()
        var cohort = MadeUpCohort(offices: [7, 6, 5], using: &random)
        for index in cohort.people.indices where Int.random(in: 0..<6, using: &random) == 0 {
            cohort.people[index].after = nil
        }
        let release = cohort.release(after: &ledger)
        guard let turns = release.sensitivityChangesSign else { return }
        let people = cohort.evaluation.people
        let change = people.compactMap(\.pair).reduce(0) { $0 + $1.after - $1.before }
        let missing = people.filter { $0.pair == nil && $0.before != nil }
        for known in [[]] + Array(ledger.knownTo.values) {
            let strangers = missing.filter { !known.contains($0.pseudonym) }
            let told = missing.filter { known.contains($0.pseudonym) }.compactMap(\.before)
            for _ in strangers {
                let left = (0...100).count { score in
                    let others = Double(strangers.count - 1)
                    let sums = [0.0, 100].map { told.reduce(0, +) + Double(score) + others * $0 }
                    let count = Double(missing.count)
                    let ends = sums.flatMap { [change - $0, change + 100 * count - $0] }
                    let isPossible = ends.map { $0 * change < 0 }
                    return turns ? isPossible.contains(true) : isPossible.contains(false)
                }
                #expect(left >= 50, "\(left)")
            }
        }
    }
}
