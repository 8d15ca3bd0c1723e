import Postgres
import Testing

@testable import Training

/// The ledger of what was published: once each, appended only, and read before anything more is told.
struct PublishingTests {
    @Test func anEvaluationIsPublishedOnceForEachReaderAndK() async throws {
        try await EvaluationTests.told { tx, programme in
            let made = try tx.evaluated(isFinal: true, in: programme)
            let first = try tx.publish(made, to: .shared, minimumGroup: 5)
            let again = try tx.publish(made, to: .shared, minimumGroup: 5)
            #expect(first.isNew && !again.isNew && again.publication.body == first.publication.body)
            let relay = try tx.publish(made, to: .relay("albi"), minimumGroup: 5)
            _ = try tx.publish(made, to: .shared, minimumGroup: 11)
            #expect(try tx.publications(of: programme).map(\.number) == [1, 2, 3])
            #expect(relay.names.map(\.familyName) == ["albi1", "albi2", "albi3"])
            #expect(relay.release.people.map(\.office) == ["albi", "albi"])
            for reader in [Evaluation.Release.Reader.shared, .relay("albi")] {
                #expect(try tx.verify("pilote", for: reader, of: programme).isSame)
            }
            #expect(
                try tx.rule { try $0.publish(made, to: .shared, minimumGroup: 4) } == "publication_hides_small_groups")
            #expect(try tx.rule { try $0.publish(made, to: .relay("nulle-part"), minimumGroup: 5) } != nil)
        }
    }

    /// Whoever follows somebody since is an office that knows them; whoever sent them does not name them any more.
    @Test func aTransferredPersonIsNamedToWhoeverFollowsThem() async throws {
        try await EvaluationTests.told { tx, programme in
            _ = try tx.transfer("albi1@example.org", to: "centre-tarn", of: programme, reason: "Déménagement")
            let made = try tx.evaluated(isFinal: true, in: programme)
            let old = try tx.publish(made, to: .relay("albi"), minimumGroup: 5)
            let new = try tx.publish(made, to: .relay("centre-tarn"), minimumGroup: 5)
            #expect(!old.names.contains { $0.familyName == "albi1" } && !old.publication.body.contains("\"P01\""))
            #expect(new.names.contains { $0.familyName == "albi1" } && new.publication.body.contains("\"P01\""))
        }
    }

    /// A name that is gone by the time a version is printed again is not printed.
    @Test func aVersionPrintedAgainNamesOnlyWhomTheOfficeStillFollows() async throws {
        try await EvaluationTests.told { tx, programme in
            let made = try tx.evaluated(isFinal: true, in: programme)
            let before = try tx.publish(made, to: .relay("albi"), minimumGroup: 5)
            _ = try tx.transfer("albi1@example.org", to: "centre-tarn", of: programme, reason: "Déménagement")
            let after = try tx.publish(made, to: .relay("albi"), minimumGroup: 5)
            #expect(!after.isNew && after.publication.body == before.publication.body)
            #expect(after.names.map(\.familyName) == before.names.map(\.familyName).filter { $0 != "albi1" })
        }
    }

    /// A draft that was published limits what the final one tells.
    @Test func whatADraftToldIsNotToldAgainOtherwise() async throws {
        try await EvaluationTests.told { tx, programme in
            let late = ["albi1", "centre-tarn1", "pays-cordais1"]
            try tx.attend(late.map { .mark("s1", $0, .late, 80, reason: "Relu") }, in: programme)
            let draft = try tx.publish(tx.evaluated(in: programme), to: .shared, minimumGroup: 5)
            #expect(draft.release.attendance.attendedMinutes != nil)
            try tx.attend([.mark("s1", "albi2", .present, reason: "Retrouvé")], in: programme)
            let made = try tx.evaluated(isFinal: true, in: programme)
            let final = try tx.publish(made, to: .shared, minimumGroup: 5)
            #expect(final.release.attendance.attendedMinutes == nil)
            #expect(final.release.suppressed.contains { $0.what == "attendance.attended_minutes" })
        }
    }

    @Test func factsThatReturnPutTheirEvaluationInForceAgain() async throws {
        try await EvaluationTests.told { tx, programme in
            let first = try tx.evaluated(isFinal: true, in: programme)
            try tx.attend([.mark("s1", "albi1", .late, 170, reason: "Relu")], in: programme)
            _ = try tx.evaluated(isFinal: true, in: programme)
            try tx.attend([.mark("s1", "albi1", .present, reason: "Relu encore")], in: programme)
            let again = try tx.evaluated(isFinal: true, in: programme)
            #expect(!again.isNew && again.stored.number == first.stored.number && again.supersedes == 2)
            #expect(try tx.evaluations(of: programme).map(\.status) == ["final", "superseded"])
            #expect(try tx.evaluation(of: "pilote", in: programme).number == 1)
            #expect(try tx.evaluated(in: programme).stored.status == .final)
        }
    }

    @Test func aFinalOneThatWasNeverWrittenIsDue() async throws {
        try await EvaluationTests.told { tx, programme in
            #expect(try tx.cohortsDue(in: programme).map(\.rawValue) == ["pilote"])
            let made = try tx.evaluated(isFinal: true, in: programme)
            #expect(try tx.cohortsDue(in: programme).map(\.rawValue) == ["pilote"])
            try tx.keepWritten([made])
            try tx.keepWritten([made])
            #expect(try tx.cohortsDue(in: programme).isEmpty)
        }
    }
}
