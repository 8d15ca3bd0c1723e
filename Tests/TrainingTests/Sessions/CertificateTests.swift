import Postgres
import Statistics
import Testing

@testable import Training

/// Certificates say what the rows say, and are refused with every reason at once.
struct CertificateTests {
    @Test func everyReasonIsGivenAtOnce() async throws {
        try await AttendanceTests.scheduled { tx, programme in
            try tx.attend([.mark("s1", "p1", .late, 60)], in: programme)
            let batch = try tx.certificates(in: programme, for: "p1@example.org", on: "2021-10-11")
            #expect(batch.made.isEmpty)
            #expect(
                batch.refused.map(\.rule) == [
                    "certificate_needs_completion", "certificate_follows_the_last_half_day",
                    "certificate_needs_every_mark", "certificate_needs_the_minimum_assiduity",
                ])
            #expect(batch.refused[1].sentence.french == "p1@example.org : séances à venir : s3.")
            #expect(batch.refused[2].sentence.english == "p1@example.org: unmarked: s2.")
            #expect(
                batch.refused[3].sentence.french
                    == "p1@example.org : 60 min suivies sur 360, moins que les 80 % demandés.")
        }
    }

    @Test func hoursAreThoseOfTheEvaluation() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.tellStory(in: programme)
            let made = try tx.evaluate("pilote", of: programme, isFinal: true, on: nil, program: "essai")
            let batch = try tx.certificates(in: programme, on: "2022-01-31")
            #expect(batch.refused == [] && batch.made.count == 10 && batch.left == 0)
            let people = batch.made.map(\.person)
            #expect(people.map(\.attendedMinutes).reduce(0, +) == made.evaluation.attendance.figures.attendedMinutes)
            #expect(people.map(\.plannedMinutes).reduce(0, +) == made.evaluation.attendance.figures.plannedMinutes)
            for certificate in batch.made {
                #expect(
                    certificate.attended.map { Int($0.minutes) }.reduce(0, +) == certificate.person.attendedMinutes)
            }
        }
    }

    /// A mark corrected after completion takes the certificate back, and nobody else's.
    @Test func aLaterCorrectionIsSeen() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.tellStory(in: programme)
            try tx.attend(
                ["s1", "s2", "s3"].map { .mark($0, "albi1", .absent, reason: "Feuille mal lue") }, in: programme)
            let batch = try tx.certificates(in: programme, on: "2022-01-31")
            #expect(batch.refused.map(\.rule) == ["certificate_needs_the_minimum_assiduity"])
            #expect(batch.made.count == 9)
        }
    }

    @Test func whoLeftAndWhoWaitsAreNotRefusedButNotCertifiedEither() async throws {
        try await AttendanceTests.scheduled { tx, programme in
            for session in ["s1", "s2", "s3"] {
                try tx.call(.init(session: .init(rawValue: session), status: .present), in: programme)
            }
            try tx.move("p2", to: .droppedOut, on: "2021-12-07", reason: .health, in: programme)
            _ = try tx.complete(nil, in: "pilote", of: programme, on: "2022-01-31")
            let batch = try tx.certificates(in: programme, on: "2022-01-31")
            #expect(batch.made.map(\.person.participant) == ["p1@example.org"])
            #expect(batch.refused == [] && batch.left == 1)
            let one = try tx.certificates(in: programme, for: "P2@example.org", on: "2022-01-31")
            #expect(one.refused.map(\.rule) == ["certificate_needs_completion"])
            #expect(
                try tx.rule { _ = try $0.certificates(in: programme, for: "personne", on: "2022-01-31") }
                    == "participant_has_a_place")
        }
    }
}

extension Transaction {
    fileprivate func certificates(in programme: Programme.ID, for participant: String? = nil, on day: Day) throws
        -> Certificate.Batch
    {
        try certificates(in: "pilote", of: programme, for: participant, on: day)
    }
}
