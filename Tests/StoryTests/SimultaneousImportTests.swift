import Testing

/// Two offices send their files at the same moment, and half of the people stand in both, in the opposite order.
@Suite struct SimultaneousImportTests {
    private static let (first, both, all) = (0..<400, 200..<400, 0..<600)

    /// Everybody of a range, each with a provider of their own, as a file lists them.
    private func file(_ people: some Sequence<Int>) -> [UInt8] {
        let lines = people.map { number in
            applicant(
                provider: "Gîte fictif \(number)", family: "N\(number)", email: "p\(number)@example.org",
                on: "2021-06-0\(number % 9 + 1)")
        }
        return enrolments() + Array(lines.joined(separator: "\n").utf8)
    }

    /// Sends both files at once, each into its cohort, and gives what the program said of each.
    private func send(_ stage: Stage, into cohorts: [String], backwards: Int) throws -> [Run] {
        let people = [Array(Self.first), Array(Self.both.lowerBound..<Self.all.upperBound)]
        for index in 0..<2 {
            stage.folder.file("\(index).csv", file(index == backwards ? people[index].reversed() : people[index]))
        }
        func start(_ index: Int) throws -> Child {
            try stage.start("enrol \(cohorts[index]) \(index).csv --as-of 2021-06-30 --format csv")
        }
        let one = try start(0)
        let other = try start(1)
        return [one.finished(), other.finished()]
    }

    /// Whether everybody is there once, with a provider of their own, and the history of each begins once.
    private func expectEverybodyOnce(_ stage: Stage) throws {
        let counts = "select count(*), count(distinct email), count(distinct provider_id) from participant"
        #expect(try stage.sql(counts) == "600|600|600\n")
        #expect(try stage.sql("select count(*), count(distinct name) from provider") == "600|600\n")
        let begun = "select count(*), count(distinct enrolment_id) from enrolment_history where step = 1"
        let enrolments = "select count(*), count(*) from enrolment"
        #expect(try stage.sql(begun) == stage.sql(enrolments))
    }

    @Test(arguments: 0..<4) func intoOneCohortEverybodyIsEnrolledOnce(round: Int) throws {
        let stage = try Stage(.open)
        let runs = try send(stage, into: ["pilote-2021", "pilote-2021"], backwards: round % 2)
        for run in runs {
            #expect(run.code == 0, "\(run.said)")
            #expect(run.lines.count == 401)
        }
        let outcomes = runs.flatMap { CSV.rows($0.bytes).dropFirst().map { $0[2] } }
        #expect(outcomes.count { $0 == "unchanged" } == Self.both.count)
        try expectEverybodyOnce(stage)
        let arrivals = "select min(arrival), max(arrival), count(distinct arrival) from enrolment"
        #expect(try stage.sql(arrivals) == "1|600|600\n")
        let list = try stage.run("enrolment list pilote-2021 --status waitlisted --as-of 2021-06-30 --format json")
        let ranks = try JSON(list.bytes).list?.compactMap { $0["rank"]?.number }.sorted()
        let enrolled = try stage.sql("select count(*) from enrolment where status = 'enrolled'")
        #expect(enrolled == "4\n")
        #expect(ranks == (1...596).map(Double.init))
    }

    /// Each cohort has its own lock; the people are everybody's, and whoever deadlocks begins again unseen.
    @Test(arguments: 0..<4) func intoTwoCohortsEverybodyIsOnePersonWithTwoPlaces(round: Int) throws {
        let stage = try Stage(.open)
        let open = "cohort open pilote-2022 --places 600 --from 2022-09-13 --to 2023-01-21 --quiet"
        #expect(try stage.run(open).code == 0)
        let runs = try send(stage, into: ["pilote-2021", "pilote-2022"], backwards: round % 2)
        for run in runs {
            #expect(run.code == 0, "\(run.said)")
            #expect(CSV.rows(run.bytes).dropFirst().allSatisfy { $0[2] != "unchanged" })
        }
        try expectEverybodyOnce(stage)
        let places = "select count(*), count(distinct participant_id) from enrolment group by cohort_id order by 1"
        #expect(try stage.sql(places) == "400|400\n400|400\n")
    }
}
