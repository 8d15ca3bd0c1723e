import Postgres
import Testing

@testable import Training

/// Many at once. These commit, in a programme of their own whose code nobody else has.
@Suite(.serialized) struct RaceTests {
    @Test(arguments: 0..<3)
    func fiftyConnectionsForOneSeatSeatOneAndRankTheOthers(round: Int) async throws {
        let race = try await Race(places: 1)
        let outcomes = try await race.run(50) { number, tx in
            try tx.enrol(Example.people(number..<number + 1), in: race.programme)
        }
        #expect(outcomes.flatMap { $0 }.count { $0.status == .enrolled } == 1)
        #expect(outcomes.flatMap { $0 }.compactMap(\.rank).sorted() == Array(1...49))
        try await race.look { tx in
            try tx.expectSoundSeats(in: race.programme)
            #expect(try tx.statuses(in: race.programme).count { $0.holdsASeat } == 1)
            let arrivals = "select arrival::bigint from enrolment where programme_id = $1 order by arrival"
            #expect(try tx.column(arrivals, race.programme, of: Int.self) == Array(1...50))
        }
    }

    @Test(arguments: 0..<3)
    func overlappingFilesAtOnceMakeNobodyTwice(round: Int) async throws {
        let race = try await Race(places: 20)
        let outcomes = try await race.run(8) { number, tx in
            try tx.enrol(Example.people(number * 5..<number * 5 + 20), in: race.programme)
        }
        #expect(outcomes.flatMap { $0 }.count { !$0.isUnchanged } == 55)
        try await race.look { tx in
            #expect(
                try tx.value("select count(*) from participant where programme_id = $1", race.programme, of: Int.self)
                    == 55)
            #expect(
                try tx.value("select count(*) from provider where programme_id = $1", race.programme, of: Int.self)
                    == 55)
            try tx.expectSoundSeats(in: race.programme)
        }
    }

    /// Each cohort has its own lock: the people are the programme's.
    @Test func theSamePeopleApplyToSeveralCohortsAtOnce() async throws {
        let race = try await Race(places: 20)
        let codes = (0..<6).map { Cohort.Code(rawValue: "cohorte-\($0)") }
        try await race.look { tx in for code in codes { try tx.openCohort(code, in: race.programme) } }
        let outcomes = try await race.run(6) { number, tx in
            try tx.enrol(Lines(Example.people(1..<30)), in: codes[number], of: race.programme, on: "2021-06-30")
        }
        #expect(outcomes.allSatisfy { $0.count == 29 })
        try await race.look { (tx) throws in
            #expect(
                try tx.value("select count(*) from participant where programme_id = $1", race.programme, of: Int.self)
                    == 29)
        }
    }

    @Test(arguments: 0..<3)
    func placesFreedAtOnceAreOfferedToDifferentPeople(round: Int) async throws {
        let race = try await Race(places: 10)
        try await race.look { tx in try tx.enrol(Example.people(0..<25), in: race.programme) }
        let moved = try await race.run(10) { number, tx in
            try tx.move("p\(number)", to: .withdrawn, reason: .other, in: race.programme)
        }
        #expect(Set(moved.compactMap(\.offeredTo)).count == 10)
        try await race.look { tx in
            try tx.expectSoundSeats(in: race.programme)
            #expect(try tx.statuses(in: race.programme).count { $0 == .offered } == 10)
        }
    }

    @Test(arguments: [false, true])
    func anEvaluationStartedTwiceIsStoredOnce(isFinal: Bool) async throws {
        let race = try await Race(places: nil)
        try await race.look { tx in try tx.tellStory(in: race.programme) }
        let made = try await race.run(8, for: .snapshot) { _, tx in
            try tx.evaluated(isFinal: isFinal, in: race.programme).stored.body
        }
        #expect(Set(made).count == 1)
        try await race.look { (tx) throws in #expect(try tx.evaluations(of: race.programme).count == 1) }
    }

    /// What is published at once for all is told one after the other: each is made again from the ledger before it.
    @Test func publicationsAtOnceSeeEachOther() async throws {
        let race = try await Race(places: nil)
        try await race.look { tx in try tx.tellStory(in: race.programme) }
        let readers: [Evaluation.Release.Reader] =
            [.shared] + Example.offices.map { .relay(.init(rawValue: $0)) } + [.shared, .shared]
        _ = try await race.run(readers.count, for: .snapshot) { number, tx in
            let made = try tx.evaluated(isFinal: true, in: race.programme)
            return try tx.publish(made, to: readers[number], minimumGroup: 5).publication.number
        }
        try await race.look { (tx) throws in
            #expect(try tx.publications(of: race.programme).map(\.number) == [1, 2, 3, 4, 5, 6])
            for reader in Set(readers) {
                #expect(try tx.verify("pilote", for: reader, of: race.programme).isSame, "\(reader.name)")
            }
        }
    }

    /// The same file, marked by several people at once, is marked once and corrected by nobody.
    @Test func theSameMarksAtOnceAreMarkedOnce() async throws {
        let race = try await Race(places: 20)
        try await race.look { tx in
            try tx.enrol(Example.people(0..<10), in: race.programme)
            _ = try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: race.programme)
        }
        let outcomes = try await race.run(6) { _, tx in
            try tx.attend((0..<10).map { .mark("s1", "p\($0)", .present) }, in: race.programme)
        }
        #expect(outcomes.flatMap { $0 }.count { $0.outcome == .marked } == 10)
        #expect(outcomes.flatMap { $0 }.count { $0.outcome == .corrected } == 0)
    }
}
