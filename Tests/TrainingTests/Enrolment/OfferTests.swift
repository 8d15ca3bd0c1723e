import Postgres
import Testing

@testable import Training

/// Offers that nobody took up in time, and the waiting list they go back to.
struct OfferTests {
    @Test func aLapsedOfferGoesBackToTheListAndThePlaceToTheNext() async throws {
        try await Self.offered(waiting: 3) { (tx, programme) throws in
            let lapsed = try tx.expire(on: "2021-07-05", in: programme)
            #expect(
                lapsed == [
                    .init(participant: "p1@example.org", lapsedOn: "2021-07-05", offeredTo: "p2@example.org")
                ])
            #expect(try tx.statuses(in: programme) == [.withdrawn, .waitlisted, .offered, .waitlisted])
            #expect(try tx.enrolments(in: tx.cohort(in: programme)).map(\.rank) == [nil, 2, nil, 1])
            let next = try tx.offers(in: programme).first
            #expect(next?.offeredOn == "2021-07-05" && next?.offeredThrough == "2021-07-08")
            try tx.expectSoundSeats(in: programme)
        }
    }

    /// However late the timer runs, the offer ended when it ended; the next has three whole days.
    @Test(arguments: [("2021-07-01", "2021-07-04"), ("2021-10-29", "2021-11-01")], [0, 1, 20])
    func anOfferLapsesTheDayAfterItsLast(days: (offered: String, last: String), late: Int) async throws {
        try await Self.offered(waiting: 2, on: Example.day(days.offered)) { (tx, programme) throws in
            #expect(try tx.expire(on: Example.day(days.last), in: programme).isEmpty)
            let first: Day = try tx.value("select $1::date + 1", Example.day(days.last))
            let day: Day = try tx.value("select $1::date + \(late)", first)
            #expect(try tx.cohortsWithLapsedOffers(in: programme, on: day) == ["pilote"])
            #expect(try tx.expire(on: day, in: programme).map(\.lapsedOn) == [first])
            let steps = try tx.history(of: "p1@example.org", in: tx.cohort(in: programme))
            #expect(steps.last?.status == .waitlisted && steps.last?.effectiveOn == first)
            #expect(try tx.offers(in: programme).map(\.offeredOn) == [day])
            let before = try tx.digest(of: programme)
            #expect(try tx.expire(on: day, in: programme).isEmpty)
            #expect(try tx.digest(of: programme) == before)
            #expect(try tx.cohortsWithLapsedOffers(in: programme, on: day).isEmpty)
        }
    }

    /// The place goes round once. Then a person decides, and meanwhile nobody new waits behind those who let it lapse.
    @Test func nobodyIsOfferedALapsedPlaceTwiceByItself() async throws {
        try await Self.offered(waiting: 3) { (tx, programme) throws in
            let offers = try ["2021-07-10", "2021-07-20", "2021-07-30", "2021-08-30"].map {
                try tx.expire(on: Example.day($0), in: programme).map(\.offeredTo)
            }
            #expect(offers == [["p2@example.org"], ["p3@example.org"], [nil], []])
            #expect(try tx.statuses(in: programme) == [.withdrawn, .waitlisted, .waitlisted, .waitlisted])
            let new = try tx.enrol([Example.person("neuve", on: "2021-08-30")], in: programme, on: "2021-08-30")
            #expect(new.map(\.status) == [.enrolled])
            try tx.move("neuve", to: .withdrawn, on: "2021-08-31", reason: .other, in: programme)
            let cohort = try tx.cohort(in: programme)
            #expect(try tx.offers(in: programme).map(\.participant) == ["p1@example.org"])
            #expect(try tx.enrolments(in: cohort, status: .waitlisted).map(\.because) == [.arrival, .arrival])
        }
    }

    @Test func aPersonMayOfferItAgainToWhoLetFewestLapse() async throws {
        try await Self.offered(waiting: 2) { (tx, programme) throws in
            _ = try tx.expire(on: "2021-07-10", in: programme)
            _ = try tx.expire(on: "2021-07-20", in: programme)
            let cohort = try tx.cohort(in: programme)
            #expect(try tx.offerNext(in: cohort, on: "2021-07-20") == "p1@example.org")
            _ = try tx.expire(on: "2021-07-30", in: programme)
            #expect(try tx.offerNext(in: cohort, on: "2021-07-30") == "p2@example.org")
            try tx.expectSoundSeats(in: programme)
        }
    }

    /// A quota holds a place for an office; it does not hold it for somebody who let it lapse while others wait.
    @Test func whoLetAnOfferLapseStandsBehindOthersWhateverTheirQuota() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 1, quotas: [("albi", 1)], in: programme)
            try tx.enrol(Example.people(0..<3), in: programme)
            try tx.enrol([Example.person("autre", of: "centre-tarn")], in: programme)
            try tx.move("p0", to: .withdrawn, reason: .other, in: programme)
            #expect(try tx.expire(on: "2021-07-10", in: programme).map(\.offeredTo) == ["p2@example.org"])
            #expect(try tx.expire(on: "2021-07-20", in: programme).map(\.offeredTo) == ["autre@example.org"])
            try tx.expectSoundSeats(in: programme)
        }
    }

    @Test func severalPlacesLapseAtOnceAndGoToDifferentPeople() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 3, in: programme)
            try tx.enrol(Example.people(0..<8), in: programme)
            for number in 0..<3 { try tx.move("p\(number)", to: .withdrawn, reason: .other, in: programme) }
            let lapsed = try tx.expire(on: "2021-07-10", in: programme)
            #expect(lapsed.map(\.participant) == ["p3", "p4", "p5"].map { $0 + "@example.org" })
            #expect(lapsed.map(\.offeredTo) == ["p6@example.org", "p7@example.org", nil])
            try tx.expectSoundSeats(in: programme)
        }
    }

    @Test func nobodyIsOfferedAPlaceOfACohortThatIsOver() async throws {
        try await Self.offered(waiting: 2) { (tx, programme) throws in
            #expect(try tx.expire(on: "2022-02-01", in: programme).map(\.offeredTo) == [nil])
            #expect(try tx.offerNext(in: tx.cohort(in: programme), on: "2022-02-01") == nil)
            #expect(try tx.offerNext(in: tx.cohort(in: programme), on: "2022-01-31") == "p2@example.org")
        }
    }

    @Test func theListSaysWhySomebodyIsNextAndForgetsQuotasThatAreReleased() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 2, quotas: [("albi", 1)], quotaUntil: "2021-07-15", in: programme)
            try tx.enrol(
                [
                    Example.person("dedans", of: "centre-tarn"), Example.person("tard", of: "centre-tarn"),
                    Example.person("meme", of: "centre-tarn"),
                    Example.person("dernier", of: "centre-tarn", on: "2021-06-09"),
                ], in: programme)
            try tx.enrol([Example.person("albi1", on: "2021-06-20")], in: programme)
            try tx.move("albi1", to: .withdrawn, on: "2021-07-02", reason: .other, in: programme)
            #expect(try tx.offers(in: programme).map(\.participant) == ["tard@example.org"])
            try tx.move("dedans", to: .withdrawn, on: "2021-07-02", reason: .other, in: programme)
            try tx.enrol([Example.person("albi2", on: "2021-06-21")], in: programme)
            #expect(
                try tx.waitingLines(in: programme, on: "2021-07-15") == [
                    "1 albi2 office_below_quota", "2 dernier behind_quota",
                ])
            #expect(
                try tx.waitingLines(in: programme, on: "2021-07-16") == [
                    "1 dernier earliest_application", "2 albi2 later_application",
                ])
            let (_, places) = try tx.participant("albi2@example.org", of: programme, on: "2021-07-16")
            #expect(places.map(\.rank) == [2])
        }
    }

    /// Places that were kept for an office go to the list once they are released, before anybody who applies later.
    @Test func releasedPlacesAreOfferedToTheList() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 3, quotas: [("albi", 2)], quotaUntil: "2021-07-15", in: programme)
            try tx.enrol(Example.people(0..<4, of: "centre-tarn"), in: programme)
            #expect(try tx.statuses(in: programme) == [.enrolled, .waitlisted, .waitlisted, .waitlisted])
            #expect(try tx.cohortsWithLapsedOffers(in: programme, on: "2021-07-15") == [])
            #expect(try tx.expire(on: "2021-07-15", in: programme).isEmpty)
            #expect(try tx.cohortsWithLapsedOffers(in: programme, on: "2021-07-16") == ["pilote"])
            let released = try tx.expire(on: "2021-07-16", in: programme)
            #expect(released.map(\.offeredTo) == ["p1@example.org", "p2@example.org"])
            #expect(released.allSatisfy { $0.participant == nil })
            try tx.enrol([Example.person("tard", on: "2021-07-17")], in: programme)
            #expect(try tx.statuses(in: programme) == [.enrolled, .offered, .offered, .waitlisted, .waitlisted])
            #expect(try tx.cohortsWithLapsedOffers(in: programme, on: "2021-07-18").isEmpty)
            #expect(try tx.expire(on: "2021-07-18", in: programme).isEmpty)
        }
    }

    /// An offer made near the end stands no longer than the cohort.
    @Test func noOfferOutlivesTheCohort() async throws {
        try await Self.offered(waiting: 1, on: "2022-01-30") { (tx, programme) throws in
            #expect(try tx.offers(in: programme).map(\.offeredThrough) == ["2022-01-31"])
        }
    }

    @Test func whoAppliedTheSameDayIsNextByArrival() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 1, in: programme)
            try tx.enrol(Example.people(0..<3) + [Example.person("tard", on: "2021-06-09")], in: programme)
            let waiting = try tx.enrolments(in: tx.cohort(in: programme), status: .waitlisted)
            #expect(waiting.map(\.because) == [.arrival, .earliestApplication, .laterApplication])
            #expect(waiting.map(\.rank) == [1, 2, 3])
        }
    }

    /// Nothing is said to have decided that did not: same days have no older application, and one alone is before nobody.
    @Test func theReasonIsWhatTellsNeighboursApart() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 1, in: programme)
            try tx.enrol([Example.person("dedans"), Example.person("seul")], in: programme)
            #expect(try tx.waitingLines(in: programme, on: "2021-07-01") == ["1 seul alone"])
            try tx.enrol([Example.person("autre")], in: programme)
            #expect(try tx.waitingLines(in: programme, on: "2021-07-01") == ["1 seul arrival", "2 autre arrival"])
        }
    }

    /// A quota with one place left puts one person of the office before the others, not all of them: the ranks are the order
    /// in which the next places are offered.
    @Test func aQuotaLetsPassAsManyAsItHasPlacesLeft() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 2, quotas: [("albi", 1)], in: programme)
            try tx.enrol(
                ["un", "deux", "trois", "quatre"].map { Example.person($0, of: "centre-tarn") }, in: programme)
            try tx.enrol([Example.person("albi0", on: "2021-06-19")], in: programme)
            try tx.move("albi0", to: .withdrawn, on: "2021-07-01", reason: .other, in: programme)
            try tx.enrol(
                [Example.person("albi1", on: "2021-06-20"), Example.person("albi2", on: "2021-06-21")], in: programme)
            #expect(
                try tx.waitingLines(in: programme, on: "2021-07-01") == [
                    "1 albi1 office_below_quota", "2 trois arrival", "3 quatre earliest_application",
                    "4 albi2 later_application",
                ])
            for freed in ["un", "deux", "albi1", "trois"] {
                try tx.move(freed, to: .withdrawn, on: "2021-07-01", reason: .other, in: programme)
            }
            let offered = try tx.offers(in: programme).map(\.participant).sorted()
            #expect(offered == ["albi2@example.org", "quatre@example.org"])
            try tx.expectSoundSeats(in: programme)
        }
    }

    /// One place, held by nobody any more and offered to `p1`, before whom `waiting - 1` others wait.
    static func offered(
        waiting: Int, on day: Day = "2021-07-01",
        _ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void
    ) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 1, in: programme)
            try tx.enrol(Example.people(0..<waiting + 1), in: programme)
            try tx.move("p0", to: .withdrawn, on: day, reason: .other, in: programme)
            try body(tx, programme)
        }
    }
}

extension Transaction {
    fileprivate func waitingLines(in programme: Programme.ID, on day: Day) throws -> [String] {
        try enrolments(in: cohort(in: programme), status: .waitlisted, on: day).map {
            "\($0.rank ?? 0) \($0.participant.prefix { $0 != "@" }) \($0.because?.rawValue ?? "")"
        }
    }

    @discardableResult
    func expire(on day: Day, in programme: Programme.ID) throws -> [Enrolment.Lapsed] {
        try expireOffers(in: "pilote", of: programme, on: day)
    }
}
