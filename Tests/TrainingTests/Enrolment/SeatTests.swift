import Postgres
import Testing

@testable import Training

/// Places and quotas: whatever the file, nobody is seated beyond the places or before whom the places are kept for.
struct SeatTests {
    @Test func keptPlacesWaitForTheirOfficeUntilTheyAreReleased() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 4, quotas: [("albi", 2)], quotaUntil: "2021-07-15", in: programme)
            let first = try tx.enrol(Example.people(1..<5, of: "centre-tarn"), in: programme, on: "2021-07-15")
            #expect(first.map(\.status) == [.enrolled, .enrolled, .waitlisted, .waitlisted])
            let kept = try tx.enrol(Example.people(5..<8, on: "2021-06-20"), in: programme, on: "2021-07-15")
            #expect(kept.map(\.status) == [.enrolled, .enrolled, .waitlisted])
            #expect(kept.map(\.rank) == [nil, nil, 3])
        }
    }

    @Test func releasedPlacesGoToAnybodyButNobodyOvertakesTheWaitingList() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 4, quotas: [("albi", 2)], quotaUntil: "2021-07-15", in: programme)
            try tx.enrol(Example.people(1..<5, of: "centre-tarn"), in: programme, on: "2021-07-15")
            let late = try tx.enrol(Example.people(5..<7, of: "pays-cordais"), in: programme, on: "2021-07-16")
            #expect(late.map(\.status) == [.waitlisted, .waitlisted])
            #expect(late.map(\.rank) == [3, 4])
        }
    }

    @Test func quotasBeyondThePlacesOrTwiceForAnOfficeAreRefused() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            let twice = [(office: "albi", seats: 1), (office: "ALBI", seats: 1)]
            #expect(
                try tx.rule { try $0.openCohort(places: 4, quotas: [("albi", 5)], in: programme) }
                    == "quotas_fit_in_the_places")
            #expect(
                try tx.rule { try $0.openCohort(places: 4, quotas: twice, in: programme) } == "quota_is_once_per_office"
            )
            #expect(
                try tx.rule { try $0.openCohort(places: 4, quotas: [("albi", 0)], in: programme) }
                    == "quota_is_positive")
            #expect(
                try tx.rule { try $0.openCohort(places: 4, quotas: [("paris", 1)], in: programme) } == "name_is_known")
            #expect(try tx.rule { try $0.openCohort(places: 0, in: programme) } == "cohort_has_places")
            #expect(
                try tx.rule { try $0.openCohort(minimum: 101, in: programme) }
                    == "cohort_minimum_assiduity_is_a_percentage")
        }
    }

    /// One file into an empty cohort, beside a reckoning of our own.
    @Test(arguments: 0..<40)
    func aFileIsSeatedAsCountedByHand(seed: UInt64) async throws {
        try await TestDatabase.inProgramme { tx, programme in
            var random = SeededGenerator(seed)
            let quotas = Example.offices.shuffled(using: &random).prefix(.random(in: 0...3, using: &random))
                .map { (office: $0, seats: Int.random(in: 1...3, using: &random)) }
            let places = quotas.map(\.seats).reduce(0, +) + .random(in: 1...6, using: &random)
            let isReleased = Bool.random(using: &random)
            try tx.openCohort(
                places: places, quotas: quotas, quotaUntil: isReleased ? "2021-06-29" : "2021-06-30", in: programme)
            let people = (0..<Int.random(in: 1...18, using: &random)).map { number in
                Applicant(
                    number: number, office: Example.offices.randomElement(using: &random) ?? "albi",
                    day: .random(in: 1...9, using: &random))
            }
            let outcome = try tx.enrol(people.map(\.request), in: programme)
            let reserved = Dictionary(uniqueKeysWithValues: isReleased ? [] : quotas.map { ($0.office, $0.seats) })
            let seated = Applicant.seated(people, places: places, reserved: reserved)
            #expect(Set(zip(people, outcome).filter { $1.status == .enrolled }.map(\.0.number)) == seated)
            try tx.expectSoundSeats(in: programme)
        }
    }

    /// Files one after another, with withdrawals between them.
    @Test(arguments: 0..<20)
    func noSequenceOfFilesAndWithdrawalsOversellsOrOvertakes(seed: UInt64) async throws {
        try await TestDatabase.inProgramme { tx, programme in
            var random = SeededGenerator(seed + 1_000)
            try tx.openCohort(
                places: 6, quotas: [("albi", 2), ("centre-tarn", 1)], quotaUntil: "2021-06-15", in: programme)
            var number = 0
            for day in [10, 14, 16, 20] {
                let file = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                    number += 1
                    let office = Example.offices.randomElement(using: &random) ?? "albi"
                    return Applicant(number: number, office: office, day: .random(in: 1...9, using: &random)).request
                }
                try tx.enrol(file, in: programme, on: Example.day("2021-06-\(day)"))
                try tx.expectSoundSeats(in: programme, on: Example.day("2021-06-\(day)"))
                let holders = try tx.enrolments(in: tx.cohort(in: programme), status: .enrolled)
                if let leaver = holders.randomElement(using: &random) {
                    let moved = try tx.move(
                        leaver.participant, in: "pilote", of: programme,
                        by: .init(to: .withdrawn, on: Example.day("2021-06-\(day + 1)"), reason: .other))
                    let waiting = try tx.enrolments(in: tx.cohort(in: programme), status: .waitlisted)
                    #expect(moved.offeredTo != nil || waiting.isEmpty)
                }
                try tx.expectSoundSeats(in: programme)
            }
        }
    }
}

/// Somebody of a random file.
private struct Applicant {
    let number: Int
    let office: String
    let day: Int

    var request: Enrolment.Request { Example.person("p\(number)", of: office, on: "2021-06-0\(day)") }

    /// Who is seated: in the order of application each takes a place kept for their office, else one kept for nobody.
    static func seated(_ people: [Applicant], places: Int, reserved: [String: Int]) -> Set<Int> {
        var reserved = reserved
        var free = places - reserved.values.reduce(0, +)
        var seated: Set<Int> = []
        for person in people.sorted(by: { ($0.day, $0.number) < ($1.day, $1.number) }) {
            if let seats = reserved[person.office], seats > 0 {
                reserved[person.office] = seats - 1
                seated.insert(person.number)
            } else if free > 0 {
                free -= 1
                seated.insert(person.number)
            }
        }
        return seated
    }
}
