import FoundationEssentials
import Postgres
import Testing

@testable import Training

/// Every step an enrolment may take, and no other.
struct LifecycleTests {
    /// The product's lifecycle, as its domain is written down.
    static let steps: [Enrolment.Status: Set<Enrolment.Status>] = [
        .applied: [.enrolled, .waitlisted, .rejected, .withdrawn],
        .waitlisted: [.offered, .rejected, .withdrawn],
        .offered: [.enrolled, .waitlisted, .withdrawn],
        .enrolled: [.active, .withdrawn],
        .active: [.suspended, .droppedOut, .excluded, .completed],
        .suspended: [.active, .droppedOut],
    ]
    static let reopenings: [Enrolment.Status: Enrolment.Status] = [
        .rejected: .applied, .withdrawn: .applied, .droppedOut: .active, .excluded: .active, .completed: .active,
        .active: .enrolled, .suspended: .active,
    ]
    private static let ways: [Enrolment.Status: [Enrolment.Status]] = [
        .applied: [], .enrolled: [.enrolled], .waitlisted: [.waitlisted], .rejected: [.rejected],
        .withdrawn: [.withdrawn],
        .offered: [.waitlisted, .offered], .active: [.enrolled, .active], .suspended: [.enrolled, .active, .suspended],
        .droppedOut: [.enrolled, .active, .droppedOut], .excluded: [.enrolled, .active, .excluded],
        .completed: [.enrolled, .active, .completed],
    ]

    @Test(arguments: Enrolment.Status.allCases, [false, true])
    func aStatusIsLeftOnlyAlongTheLifecycle(from: Enrolment.Status, isCorrection: Bool) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            let enrolment = try tx.apply(in: programme)
            for status in try #require(Self.ways[from]) { try tx.step(enrolment, to: status, in: programme) }
            for to in Enrolment.Status.allCases where to != from {
                let allowed = isCorrection ? Self.reopenings[from] == to : Self.steps[from]?.contains(to) == true
                let rule = try tx.rule { tx in
                    try tx.step(enrolment, to: to, isCorrection: isCorrection, in: programme)
                    throw Refusal(rule: "allowed", "", "")
                }
                #expect(rule == (allowed ? "allowed" : "enrolment_moves_along_its_lifecycle"), "\(from) → \(to)")
            }
        }
    }

    @Test func anEnrolmentBeginsAsAnApplication() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            for status in Enrolment.Status.allCases where status != .applied {
                #expect(try tx.rule { try $0.apply(as: status, in: programme) } != nil, "\(status)")
            }
        }
    }

    @Test(arguments: [Enrolment.Status.withdrawn, .droppedOut])
    func leavingHasAReason(status: Enrolment.Status) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            let enrolment = try tx.apply(in: programme)
            for status in Self.ways[status]?.dropLast() ?? [] { try tx.step(enrolment, to: status, in: programme) }
            let rule = try tx.rule {
                try $0.change(.move(enrolment, by: .init(to: status, on: "2021-07-01"), in: programme))
            }
            #expect(rule == "enrolment_leaving_has_a_reason")
        }
    }

    @Test func aReopeningSaysWhyAndIsInTheHistory() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 1, in: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            try tx.move("p1", to: .withdrawn, reason: .health, in: programme)
            let mute = try tx.rule {
                try $0.reopen("p1@example.org", in: "pilote", of: programme, on: "2021-07-02", note: "")
            }
            #expect(mute == "enrolment_reopening_has_a_note")
            _ = try tx.reopen("p1@example.org", in: "pilote", of: programme, on: "2021-07-02", note: "Erreur de saisie")
            let history = try tx.history(of: "p1@example.org", in: tx.cohort(in: programme))
            #expect(history.map(\.status) == [.applied, .enrolled, .withdrawn, .applied, .enrolled])
            #expect(history.map(\.isCorrection) == [false, false, false, true, false])
            #expect(history.map(\.note)[3] == "Erreur de saisie")
        }
    }

    /// Whoever comes back finds the place given away.
    @Test func reopeningNeverOversells() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 1, in: programme)
            try tx.enrol(Example.people(1..<3), in: programme)
            try tx.move("p1", to: .withdrawn, reason: .health, in: programme)
            _ = try tx.reopen("p1@example.org", in: "pilote", of: programme, on: "2021-07-02", note: "Erreur")
            #expect(try tx.statuses(in: programme) == [.waitlisted, .offered])
            try tx.expectSoundSeats(in: programme)
        }
    }

    @Test(arguments: 0..<30)
    func noSequenceOfStepsOversellsOrLosesItsHistory(seed: UInt64) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            var random = SeededGenerator(seed)
            try tx.openCohort(places: 3, quotas: seed.isMultiple(of: 2) ? [("albi", 2)] : [], in: programme)
            try tx.enrol(Example.people(1..<5) + Example.people(5..<9, of: "centre-tarn"), in: programme)
            for number in 1...40 {
                let day = Example.day(
                    "2021-\(7 + number / 28 < 10 ? "0" : "")\(7 + number / 28)-\(number % 28 < 9 ? "0" : "")\(number % 28 + 1)"
                )
                let person = "p\(Int.random(in: 1...8, using: &random))"
                let status = Enrolment.Status.allCases.randomElement(using: &random) ?? .active
                _ = try? tx.attempt { tx in
                    if Int.random(in: 0..<4, using: &random) == 0 {
                        _ = try tx.reopen("\(person)@example.org", in: "pilote", of: programme, on: day, note: "Retour")
                    } else {
                        try tx.move(person, to: status, on: day, reason: .other, in: programme)
                    }
                }
                let held = try tx.statuses(in: programme).count { $0.holdsASeat }
                #expect(held <= 3, "\(person) → \(status)")
                if held > 3 { return }
            }
            try tx.expectSoundSeats(in: programme)
        }
    }
}

extension Transaction {
    /// An application in a cohort of its own, by a person of its own, past every use case.
    @discardableResult
    fileprivate func apply(as status: Enrolment.Status = .applied, in programme: Programme.ID) throws -> Enrolment.ID {
        if try cohorts(of: programme).isEmpty {
            try openCohort("autre", in: programme)
            try enrol(Lines(Example.people(1..<2)), in: "autre", of: programme, on: "2021-06-30").first.map { _ in }
            try openCohort(in: programme)
        }
        let enrolment = Enrolment.ID.new()
        let insertion = """
            insert into enrolment (programme_id, enrolment_id, cohort_id, participant_id, office_id, arrival, applied_on, status,
                effective_on, reason, offered_until)
            select $1, $2, c.cohort_id, a.participant_id, a.office_id, 1, '2021-06-01', $3, '2021-06-01', 'other',
                case $3 when 'offered' then now() end
            from cohort c cross join participant a where c.programme_id = $1 and c.code = 'pilote'
            """
        try change(Command(name: "apply", text: insertion, arguments: [programme, enrolment, status]))
        return enrolment
    }

    fileprivate func step(
        _ enrolment: Enrolment.ID, to status: Enrolment.Status, isCorrection: Bool = false, in programme: Programme.ID
    )
        throws
    {
        let move = Enrolment.Move(
            to: status, on: "2021-07-01", reason: .other, note: "Essai", isCorrection: isCorrection)
        try change(.move(enrolment, by: move, in: programme))
    }
}
