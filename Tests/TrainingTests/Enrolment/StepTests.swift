import Postgres
import Testing

@testable import Training

/// What a step of an enrolment may not say, beyond the lifecycle's own table.
struct StepTests {
    @Test func aVerbIsAStepFromItsOwnStatusOnly() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol([Example.person("p1")], in: programme)
            let resume = Enrolment.Move(to: .active, from: [.suspended], on: "2021-10-01")
            let rule = try tx.rule { try $0.move("p1@example.org", in: "pilote", of: programme, by: resume) }
            #expect(rule == "enrolment_moves_along_its_lifecycle")
            #expect(try tx.statuses(in: programme) == [.enrolled])
        }
    }

    @Test func whoLeftForOneReasonIsNotSaidToHaveLeftForAnother() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol([Example.person("p1")], in: programme)
            try tx.move("p1", to: .withdrawn, reason: .health, in: programme)
            let again = try tx.move("p1", to: .withdrawn, reason: .health, in: programme)
            #expect(!again.isNew)
            let rule = try tx.rule { try $0.move("p1", to: .withdrawn, reason: .workload, in: programme) }
            #expect(rule == "leaving_has_one_reason")
        }
    }

    @Test func aStepDoesNotPrecedeTheOneBefore() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol([Example.person("p1")], in: programme)
            let rule = try tx.rule { tx in
                try tx.move("p1", to: .withdrawn, on: "2020-01-01", reason: .health, in: programme)
            }
            #expect(rule == "step_follows_the_one_before")
        }
    }

    /// Neither a correction nor a note says something with spaces, whoever writes it.
    @Test func aBlankNoteIsNone() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            _ = try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme)
            try tx.enrol([Example.person("p1")], in: programme)
            let note = try tx.rule { try $0.move("p1", to: .withdrawn, reason: .other, note: "  ", in: programme) }
            #expect(note == "enrolment_note_is_short")
            try tx.attend([.mark("s1", "p1", .absent)], in: programme)
            for reason in ["null", "''", "'   '"] {
                let rule = try tx.rule { tx in
                    try tx.change(
                        Command(name: "forge", text: "update attendance set status = 'excused', reason = \(reason)"))
                }
                #expect(
                    rule == (reason == "null" ? "attendance_correction_has_a_reason" : "attendance_reason_is_short"))
            }
            let mute = try tx.rule { tx in
                let text =
                    "update enrolment set status = 'withdrawn', reason = 'other', is_correction = true, note = null"
                try tx.change(Command(name: "forge", text: text))
            }
            #expect(mute != nil)
        }
    }

    @Test func anEnrolmentIsNotChangedBesideItsSteps() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol([Example.person("p1")], in: programme)
            let rule = try tx.rule { tx in
                try tx.change(Command(name: "forge", text: "update enrolment set note = 'forged'"))
            }
            #expect(rule == "enrolment_changes_by_steps")
            let forged = try tx.failure { tx in
                try tx.run(
                    Command(name: "forge", text: "insert into enrolment_history select * from enrolment_history"))
            }
            #expect(forged?.sqlState == "42501")
        }
    }
}
