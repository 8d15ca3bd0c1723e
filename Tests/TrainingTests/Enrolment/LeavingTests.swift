import Postgres
import Testing

@testable import Training

/// Withdrawals, offers and drop-outs: who gets a freed place, and until when.
struct LeavingTests {
    @Test func aWithdrawalOffersThePlaceToTheFirstOfTheListInTheSameTransaction() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 2, in: programme)
            try tx.enrol(Example.people(1..<5), in: programme)
            let moved = try tx.move("p1", to: .withdrawn, reason: .health, in: programme)
            #expect(moved.offeredTo == "p3@example.org")
            #expect(try tx.statuses(in: programme) == [.withdrawn, .enrolled, .offered, .waitlisted])
            let cohort = try tx.cohort(in: programme)
            #expect(try tx.enrolments(in: cohort).map(\.rank) == [nil, nil, nil, 1])
        }
    }

    @Test func anOfficeBelowItsQuotaIsOfferedThePlaceBeforeAnEarlierApplication() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 2, quotas: [("albi", 1)], in: programme)
            try tx.enrol([Example.person("albi1"), Example.person("autre1", of: "centre-tarn")], in: programme)
            try tx.enrol(
                [
                    Example.person("tot", of: "pays-cordais", on: "2021-01-01"),
                    Example.person("albi2", on: "2021-06-20"), Example.person("albi3", on: "2021-06-19"),
                ], in: programme)
            let first = try tx.move("albi1", to: .withdrawn, reason: .other, in: programme)
            #expect(first.offeredTo == "albi3@example.org")
            let second = try tx.move("autre1", to: .withdrawn, reason: .other, in: programme)
            #expect(second.offeredTo == "tot@example.org")
        }
    }

    @Test func whoWaitsAndWithdrawsFreesNoPlace() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 1, in: programme)
            try tx.enrol(Example.people(1..<4), in: programme)
            let moved = try tx.move("p2", to: .withdrawn, reason: .other, in: programme)
            #expect(moved.offeredTo == nil)
            #expect(try tx.statuses(in: programme) == [.enrolled, .withdrawn, .waitlisted])
        }
    }

    @Test func aDeclinedOfferGoesToTheNext() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 1, in: programme)
            try tx.enrol(Example.people(1..<4), in: programme)
            try tx.move("p1", to: .withdrawn, reason: .other, in: programme)
            let declined = try tx.move("p2", to: .withdrawn, reason: .other, in: programme)
            #expect(declined.offeredTo == "p3@example.org")
            #expect(try tx.statuses(in: programme) == [.withdrawn, .withdrawn, .offered])
        }
    }

    /// An offer made on a day stands for the three days that follow, across the change of clocks too.
    @Test(arguments: [("2021-07-01", "2021-07-04", "2021-07-05"), ("2021-10-29", "2021-11-01", "2021-11-02")])
    func anExpiredOfferIsNotAccepted(offered: String, last: String, late: String) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 1, in: programme)
            try tx.enrol(Example.people(1..<3), in: programme)
            try tx.move("p1", to: .withdrawn, on: Example.day(offered), reason: .other, in: programme)
            #expect(
                try tx.rule { try $0.move("p2", to: .enrolled, on: Example.day(late), in: programme) }
                    == "offer_is_accepted_in_time")
            #expect(try tx.rule { try $0.move("p2", to: .enrolled, on: Example.day(last), in: programme) } == nil)
        }
    }

    @Test func aPlaceIsOfferedOnlyWhileOneIsFree() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 1, in: programme)
            try tx.enrol(Example.people(1..<3), in: programme)
            #expect(try tx.offerNext(in: tx.cohort(in: programme), on: "2021-07-01") == nil)
            #expect(try tx.rule { try $0.move("p2", to: .offered, in: programme) } != nil)
            #expect(try tx.statuses(in: programme) == [.enrolled, .waitlisted])
        }
    }

    @Test func aDropOutAndAnExclusionFreeNothing() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 2, in: programme)
            try tx.enrol(Example.people(1..<4), in: programme)
            for person in ["p1", "p2"] { try tx.move(person, to: .active, in: programme) }
            let dropped = try tx.move("p1", to: .droppedOut, on: "2021-10-01", reason: .workload, in: programme)
            let excluded = try tx.move("p2", to: .excluded, on: "2021-10-01", in: programme)
            #expect(dropped.offeredTo == nil && excluded.offeredTo == nil)
            #expect(try tx.statuses(in: programme) == [.droppedOut, .excluded, .waitlisted])
            #expect(try tx.offerNext(in: tx.cohort(in: programme), on: "2021-10-01") == nil)
        }
    }

    @Test func standingThereAlreadyIsUnchanged() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 1, in: programme)
            try tx.enrol(Example.people(1..<3), in: programme)
            try tx.move("p1", to: .withdrawn, reason: .health, in: programme)
            let before = try tx.digest(of: programme)
            let again = try tx.move("p1", to: .withdrawn, reason: .health, in: programme)
            #expect(!again.isNew && again.offeredTo == nil)
            #expect(try tx.digest(of: programme) == before)
        }
    }

    /// A step taken again after others is a step, not the memory of the first.
    @Test func whatWasUndoneCanBeDoneAgainOnTheSameDay() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            try tx.move("p1", to: .active, on: "2021-09-13", in: programme)
            try tx.move("p1", to: .suspended, on: "2021-10-01", in: programme)
            try tx.move("p1", to: .active, on: "2021-10-01", note: "Erreur", in: programme)
            let again = try tx.move("p1", to: .suspended, on: "2021-10-01", note: "Non, bien suspendu", in: programme)
            #expect(again.status == .suspended)
            #expect(try tx.statuses(in: programme) == [.suspended])
        }
    }

    @Test func nobodyLeavesBeforeTheLastHalfDayTheyAttended() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            _ = try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme)
            try tx.attend([.mark("s2", "p1", .present)], in: programme)
            for status in [Enrolment.Status.droppedOut, .excluded] {
                for day in ["2021-09-01", "2021-10-11"] {
                    let rule = try tx.rule {
                        try $0.move("p1", to: status, on: Example.day(day), reason: .other, in: programme)
                    }
                    let isBeforeEntering = day == "2021-09-01"
                    #expect(
                        rule
                            == (isBeforeEntering
                                ? "step_follows_the_one_before" : "leaving_follows_the_last_attendance"))
                }
                let rule = try tx.rule { tx in
                    try tx.move("p1", to: status, on: "2021-10-12", reason: .other, in: programme)
                    throw Refusal(rule: "allowed", "", "")
                }
                #expect(rule == "allowed")
            }
        }
    }
}
