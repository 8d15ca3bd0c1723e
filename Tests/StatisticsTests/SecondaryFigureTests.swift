import Statistics
import Testing

/// Questionnaires, criteria, dose, satisfaction, mails, networks: what cannot be computed, and what must hold of any data.
@Suite struct SecondaryFigureTests {
    @Test func alphaCountsOnlyWhoAnsweredEverything() {
        let rows: [[Double?]] = [[1, 2, 1], [3, 4, 5], [5, 5, 4], [2, nil, 2]]
        let figures = Reliability(rows, items: 3)
        #expect(figures.n == 3 && figures == Reliability(Array(rows.dropLast()), items: 3))
        #expect(figures.isIndicative && figures.alphaWithout.count == 3)
    }

    @Test func alphaSaysWhyThereIsNone() {
        #expect(Reliability([], items: 5).alpha == .unavailable(.noAnswers))
        #expect(Reliability([[1, 2]], items: 2).alpha == .unavailable(.onePerson))
        #expect(Reliability([[1], [2]], items: 1).alpha == .unavailable(.oneItem))
        #expect(Reliability([[1, 2], [1, 2], [1, 2]], items: 2).alpha == .unavailable(.noSpread))
        #expect(Reliability([[0.1, 0.2], [0.2, 0.1], [0.3, 0]], items: 2).interval == .unavailable(.noSpread))
        #expect(
            Reliability([[1, 2], [2, 3], [1, 4]], items: 2).alphaWithout == [
                .unavailable(.belowThreeItems), .unavailable(.belowThreeItems),
            ])
        #expect(Reliability([[1, .nan], [2, 3]], items: 2).alpha == .unavailable(.notFinite))
    }

    @Test(arguments: 0..<40) func alphaLiesInItsIntervalAndIsAtMostOne(seed: Int) throws {
        var generator = SplitMix(seed)
        let rows = (0..<(3 + seed)).map { _ in (0..<4).map { _ in Double(Int.random(in: 0...8, using: &generator)) } }
        let figures = Reliability(rows, items: 4)
        let (alpha, interval) = (try #require(figures.alpha.value), try #require(figures.interval.value))
        #expect(alpha <= 1 && interval.lower <= alpha && alpha <= interval.upper)
        #expect(figures == Reliability(rows.reversed(), items: 4))
    }

    @Test func aDoseNeedsTenPeopleAndSpread() {
        let nine = Association(minutes: Array(1...9), pairs: .changing(by: (1...9).map(Double.init)))
        #expect(nine.rho == .unavailable(.belowTen) && nine.p == .unavailable(.belowTen))
        let same = Association(minutes: Array(repeating: 60, count: 12), pairs: .random(12, parts: 10, seed: 1))
        #expect(same.rho == .unavailable(.noSpread) && same.n == 12)
        #expect(Association(minutes: [], pairs: []).rho == .unavailable(.noPairs))
    }

    @Test(arguments: 0..<20) func theOrderOfPeopleChangesNoDoseNorAttrition(seed: Int) {
        var generator = SplitMix(seed)
        let people = [Pair].random(10 + seed, parts: 10, seed: seed).map {
            ($0, 60 * Int.random(in: 10...30, using: &generator))
        }
        let other = people.shuffled(using: &generator)
        #expect(
            Association(minutes: people.map(\.1), pairs: people.map(\.0), draws: 99)
                == Association(minutes: other.map(\.1), pairs: other.map(\.0), draws: 99))
        let scores = people.map(\.0.before)
        let (stayed, left) = (Array(scores.dropFirst(4)), Array(scores.prefix(4)))
        #expect(
            Attrition(assessedAgain: stayed, notAssessedAgain: left)
                == Attrition(assessedAgain: stayed.reversed(), notAssessedAgain: left.reversed()))
        #expect(Bootstrap(people.map(\.0), draws: 99) == Bootstrap(other.map(\.0), draws: 99))
    }

    /// Scores that were written with twelve digits and read again make the same ties.
    @Test(arguments: 0..<60) func aRoundedScoreTurnsNoTie(seed: Int) throws {
        var generator = SplitMix(seed)
        func score() -> Double {
            (0..<21).reduce(0) { sum, _ in sum + Double(Int.random(in: 0...4, using: &generator)) / 8 } / 21 * 100
        }
        let pairs = (0..<(6 + seed % 20)).map { _ in Pair(before: score(), after: score()) }
        let rounded = pairs.map { Pair(before: significant($0.before), after: significant($0.after)) }
        let (exact, read) = (Bootstrap(pairs).interval.value, Bootstrap(rounded).interval.value)
        let (first, second) = (try #require(exact), try #require(read))
        #expect(abs(first.lower - second.lower) < 1e-9 && abs(first.upper - second.upper) < 1e-9)
        let (stayed, left) = (pairs.dropFirst(3).map(\.before), pairs.prefix(3).map(\.before))
        #expect(
            Attrition(assessedAgain: stayed, notAssessedAgain: left).p
                == Attrition(
                    assessedAgain: stayed.map { significant($0) }, notAssessedAgain: left.map { significant($0) }
                ).p)
    }

    @Test func anotherSeedDrawsAnotherPNearby() throws {
        let pairs = [Pair].random(30, parts: 100, seed: 3)
        let minutes = (0..<30).map { 60 * ($0 * 7 % 23) }
        let found = try [1, 2].map {
            try #require(Association(minutes: minutes, pairs: pairs, draws: 1_999, seed: $0).p.value)
        }
        #expect(found[0] != found[1] && abs(found[0] - found[1]) < 0.06)
        #expect(Association(minutes: minutes, pairs: pairs).method == .value(.drawn))
    }

    @Test func attritionSaysWhyThereIsNothingToCompare() {
        #expect(Attrition(assessedAgain: [1, 2], notAssessedAgain: []).g == .unavailable(.nothingToCompare))
        #expect(Attrition(assessedAgain: [], notAssessedAgain: []).p == .unavailable(.noAnswers))
        let three = Attrition(assessedAgain: [1, 2], notAssessedAgain: [5])
        #expect(
            three.g == .unavailable(.belowFour) && three.p == .value(1.0 / 3) && three.meanNotAssessedAgain == .value(5)
        )
        #expect(
            Attrition(assessedAgain: [1, .infinity], notAssessedAgain: [3]).meanAssessedAgain
                == .unavailable(.notFinite))
    }

    @Test func swappingTheGroupsTurnsGAndKeepsP() throws {
        let (some, others) = ([3.0, 5, 4, 6, 7.5], [2.0, 4, 1])
        let (one, other) = (
            Attrition(assessedAgain: some, notAssessedAgain: others),
            Attrition(assessedAgain: others, notAssessedAgain: some)
        )
        #expect(one.g.value == other.g.value.map { -$0 } && one.p == other.p)
    }

    /// Powers of two tell every choice apart: the observed one, of the largest, is reached by itself or mirrored alone.
    @Test(arguments: [(3, 1, 3.0), (4, 1, 4), (8, 2, 28), (12, 6, 924)]) func everyArrangementIsCountedOnce(
        people: Int, left: Int, count: Double
    ) {
        let scores = (0..<people).map { Double(1 << $0) }
        let figures = Attrition(
            assessedAgain: Array(scores.dropFirst(left)), notAssessedAgain: Array(scores.prefix(left)))
        let hits = figures.p.value.map { $0 * count }
        #expect(hits.map { $0 == $0.rounded() && $0 >= 1 } == true, "\(figures.p)")
        #expect(figures.method == .value(.exact))
    }

    @Test func satisfactionSaysTheResponseRateFirst() {
        let figures = Satisfaction([10, 9, 9, 8, 7, 6, 10, 10, 9, 3], asked: 16, scale: 0...10)
        #expect(figures.entries.first?.name == "response_rate" && figures.responseRate == .value(0.625))
        #expect(figures.mean == .value(8.1) && figures.netPromoterScore == .value(40))
        #expect(figures.distribution.map(\.count) == [0, 0, 0, 1, 0, 0, 1, 1, 1, 3, 3])
    }

    @Test func noPromoterScoreBelowTenNorOnAnotherScale() {
        #expect(Satisfaction([10, 10], asked: 4, scale: 0...10).netPromoterScore == .unavailable(.belowTen))
        let fives = Satisfaction(Array(repeating: 4, count: 12), asked: 12, scale: 1...5)
        #expect(fives.netPromoterScore == .unavailable(.notZeroToTen) && fives.mean == .value(4))
        #expect(Satisfaction([], asked: 5, scale: 1...5).mean == .unavailable(.noAnswers))
        #expect(Satisfaction([], asked: 0, scale: 1...5).responseRate == .unavailable(.nobodyAsked))
        #expect(Satisfaction([6], asked: 0, scale: 1...5).mean == .unavailable(.outsideScale))
    }

    @Test func aReplyAfterAWeekIsNoReplyWithinIt() {
        let late = MysteryMail([.replied(hours: 200), .replied(hours: 3)])
        #expect(late == MysteryMail([.silent(hours: 168), .replied(hours: 3)]))
        #expect(late.replied == 1 && late.within24 == .value(0.5))
        #expect(MysteryMail([.replied(hours: 168)]).replied == 1)
    }

    @Test func silenceIsCountedNeverLeftOut() {
        let mails =
            [MysteryMail.Mail](repeating: .silent(hours: 168), count: 3) + [.replied(hours: 1), .replied(hours: 2)]
        let figures = MysteryMail(mails)
        #expect(isClose(figures.within48.value, 0.4) && figures.median == .unavailable(.medianNotReached))
        #expect(MysteryMail([]).within24 == .unavailable(.noAnswers))
        #expect(MysteryMail([.replied(hours: .nan)]).median == .unavailable(.notFinite))
        #expect(MysteryMail([.replied(hours: -1)]).median == .unavailable(.notFinite))
    }

    @Test func whoIsFollowedTooShortlyGivesNoShare() {
        let figures = MysteryMail([.silent(hours: 12), .replied(hours: 6), .silent(hours: 30)])
        #expect(figures.within24.value != nil && figures.within48 == .unavailable(.followedTooShortly))
    }

    @Test func aTieExistsWhenEitherNamesTheOther() {
        let before = NetworkFigures(
            people: ["a", "b", "c", "d"], named: [("a", "b"), ("b", "a"), ("a", "a"), ("a", "z")])
        #expect(before.ties.count == 1 && before.density == .value(1.0 / 6) && before.isolates == ["c", "d"])
        let after = NetworkFigures(people: ["d", "c", "b", "a"], named: [("b", "a"), ("c", "a"), ("d", "c")])
        #expect(after.gained(since: before) == 2 && before.gained(since: after) == 0 && after.isolates.isEmpty)
        #expect(NetworkFigures<Int>(people: [], named: []).density == .unavailable(.noAnswers))
        #expect(NetworkFigures(people: [1, 1], named: [(1, 1)]).density == .unavailable(.onePerson))
    }

    @Test func agreementByChanceAloneIsZeroAndSameValuesOnlyHaveNone() {
        let chance = Agreement([(0, 0), (0, 1), (1, 0), (1, 1)].map { (first: $0.0, second: $0.1) })
        #expect(chance.kappa == .value(0) && chance.observed == .value(0.5))
        #expect(Agreement([(first: 2, second: 2)]).kappa == .unavailable(.oneValueOnly))
        #expect(Agreement([(first: Int, second: Int)]()).kappa == .unavailable(.noPairs))
    }

    @Test(arguments: 0..<120) func strangeNumbersGiveANumberOrAReasonHereToo(seed: Int) {
        let strange: [Double] = [
            .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, -.leastNormalMagnitude, 0,
            -0.0, 1,
            -1e-300, 1e300, .pi, 1e15, 1e15 + 0.125, .infinity, .nan,
        ]
        var generator = SplitMix(seed)
        func draw() -> Double { strange[Int.random(in: 0..<(seed % 14 + 1), using: &generator)] }
        func draws(_ count: Int) -> [Double] { (0..<count).map { _ in draw() } }
        let pairs = zip(draws(seed % 17), draws(seed % 17)).map { Pair(before: $0, after: $1) }
        let minutes = pairs.indices.map { _ in Int.random(in: -5...2_000, using: &generator) }
        let entries =
            Bootstrap(pairs, draws: 49).entries + Association(minutes: minutes, pairs: pairs, draws: 49).entries
            + Attrition(assessedAgain: draws(seed % 7), notAssessedAgain: draws(seed % 5), draws: 49).entries
            + Reliability((0..<seed % 6).map { _ in draws(3) }, items: 3).entries
            + MysteryMail(draws(seed % 8).map { seed % 2 == 0 ? .replied(hours: $0) : .silent(hours: $0) }).entries
        for entry in entries { #expect(entry.numbers.allSatisfy { $0.isFinite }, "\(entry)") }
    }

    @Test func everyReasonHasItsOwnWords() {
        for french in [true, false] {
            let sentences = NotComputable.allCases.map { $0.sentence(french: french) }
            #expect(Set(sentences).count == sentences.count && !sentences.contains(""))
        }
    }

    @Test func everyFigureAndRuleHasADefinition() {
        let ids = Set(FigureDefinition.all.map(\.id))
        #expect(ids.isSuperset(of: (1...16).map { "F\($0)" } + (4...7).map { "R\($0)" }))
        #expect(FigureDefinition.meant(by: "f11").map(\.name) == ["mcnemar_p"])
        #expect(FigureDefinition.meant(by: "d_z").count == 1 && FigureDefinition.meant(by: "F99").isEmpty)
        #expect(FigureDefinition.all.allSatisfy { !$0.reference(french: true).contains("by hand") })
    }
}
