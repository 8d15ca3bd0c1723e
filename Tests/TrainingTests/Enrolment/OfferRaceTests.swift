import Postgres
import Testing

@testable import Training

/// Offers, quotas and applications at the same moment, each by a connection of its own. These commit.
@Suite(.serialized) struct OfferRaceTests {
    /// Somebody accepts on the last day while the timer of the next day runs: enrolled, or lapsed and handed on; never both.
    @Test(arguments: 0..<12)
    func anOfferAcceptedAndExpiredAtOnceHasOneOutcome(round: Int) async throws {
        let race = try await Race(places: 1)
        try await race.look { (tx) throws in
            try tx.enrol(Example.people(0..<4), in: race.programme)
            try tx.move("p0", to: .withdrawn, reason: .other, in: race.programme)
        }
        let did = try await race.run(8) { number, tx in
            guard number.isMultiple(of: 2) else { return try tx.expire(on: "2021-07-05", in: race.programme).count }
            let accept = Enrolment.Move(to: .enrolled, from: [.offered], on: "2021-07-04")
            do {
                return try tx.move("p1@example.org", in: "pilote", of: race.programme, by: accept).isNew ? 1 : 0
            } catch let refusal as Refusal where refusal.rule == "enrolment_moves_along_its_lifecycle" {
                return 0
            }
        }
        #expect(did.reduce(0, +) == 1)
        try await race.look { (tx) throws in
            try tx.expectSoundSeats(in: race.programme)
            let history = try tx.history(of: "p1@example.org", in: tx.cohort(in: race.programme)).map(\.status)
            let statuses = try tx.statuses(in: race.programme)
            if history.last == .enrolled {
                #expect(history == [.applied, .waitlisted, .offered, .enrolled])
                #expect(statuses == [.withdrawn, .enrolled, .waitlisted, .waitlisted])
            } else {
                #expect(history == [.applied, .waitlisted, .offered, .waitlisted])
                #expect(statuses == [.withdrawn, .waitlisted, .offered, .waitlisted])
            }
        }
    }

    /// The timer started several times at once does its work once.
    @Test(arguments: 0..<3)
    func timersAtOnceHandEveryPlaceOnOnce(round: Int) async throws {
        let race = try await Race(places: 5)
        try await race.look { (tx) throws in
            try tx.enrol(Example.people(0..<16), in: race.programme)
            for number in 0..<5 { try tx.move("p\(number)", to: .withdrawn, reason: .other, in: race.programme) }
        }
        let lapsed = try await race.run(8) { _, tx in try tx.expire(on: "2021-07-05", in: race.programme) }
        #expect(Set(lapsed.flatMap { $0 }.map(\.participant)).count == 5)
        #expect(lapsed.flatMap { $0 }.count == 5)
        #expect(Set(lapsed.flatMap { $0 }.compactMap(\.offeredTo)).count == 5)
        try await race.look { (tx) throws in try tx.expectSoundSeats(in: race.programme) }
    }

    /// The quotas are released between two requests, some of the old day and some of the new: no place is given twice, and
    /// in the end none is left while somebody waits.
    @Test(arguments: 0..<4)
    func aQuotaReleasedWhileOthersApplyGivesNoPlaceTwice(round: Int) async throws {
        let race = try await Race(places: 6, quotas: [("albi", 3)], quotaUntil: "2021-07-15")
        _ = try await race.run(24) { number, tx in
            let day: Day = number.isMultiple(of: 2) ? "2021-07-15" : "2021-07-16"
            if number % 3 == 2 {
                let cohort = try tx.lockedCohort("pilote", of: race.programme)
                _ = try tx.offerNext(in: cohort, on: day)
            } else {
                let office = number % 4 == 0 ? "albi" : "centre-tarn"
                try tx.enrol(Example.people(number..<number + 1, of: office), in: race.programme, on: day)
            }
        }
        try await race.look { (tx) throws in
            try tx.expectSoundSeats(in: race.programme, on: "2021-07-16")
            while try tx.offerNext(in: tx.cohort(in: race.programme), on: "2021-07-16") != nil {}
            try tx.expectSoundSeats(in: race.programme, on: "2021-07-16")
            #expect(try tx.statuses(in: race.programme).count { $0.holdsASeat } == 6)
        }
    }

    /// Merging two records while files bring both people leaves no place with the record that is gone.
    @Test(arguments: 0..<4)
    func aMergeWhileFilesArriveLosesNobody(round: Int) async throws {
        let race = try await Race(places: 20)
        let codes = (0..<6).map { Cohort.Code(rawValue: "cohorte-\($0)") }
        try await race.look { (tx) throws in
            for code in codes { try tx.openCohort(code, in: race.programme) }
            try tx.enrol([Example.person("p1"), Example.person("p2")], in: race.programme)
            try tx.move("p2", to: .withdrawn, reason: .other, in: race.programme)
        }
        _ = try await race.run(7) { number, tx in
            if number == 3 {
                _ = try tx.merge("p2@example.org", into: "p1@example.org", of: race.programme, reason: "Deux adresses")
            } else {
                let code = codes[number < 3 ? number : number - 1]
                _ = try tx.enrol(Lines([Example.person("p2")]), in: code, of: race.programme, on: "2021-06-30")
            }
        }
        try await race.look { (tx) throws in
            let (person, places) = try tx.participant("p2@example.org", of: race.programme)
            #expect(person.participant == "p1@example.org")
            #expect(places.count == 7)
        }
    }
}
