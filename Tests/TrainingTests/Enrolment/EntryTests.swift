import Postgres
import Testing

@testable import Training

/// The day on which somebody entered is that of the first half-day they attended, in whatever order sheets are typed.
struct EntryTests {
    @Test func theEntryFollowsTheMarks() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            _ = try tx.schedule(Lines(Transaction.fortnightly), in: "pilote", of: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            func entered(_ tx: borrowing Transaction) throws -> Day? {
                try tx.facts(of: tx.cohort(in: programme), on: "2022-01-31").enrolments[0].enteredOn
            }
            try tx.attend([.mark("s5", "p1", .present)], in: programme)
            #expect(try entered(tx) == "2021-11-08")
            try tx.attend([.mark("s2", "p1", .absent)], in: programme)
            #expect(try entered(tx) == "2021-11-08")
            try tx.attend([.mark("s3", "p1", .late, 30)], in: programme)
            #expect(try entered(tx) == "2021-10-11")
            try tx.attend([.mark("s3", "p1", .excused, reason: "Erreur"), .mark("s4", "p1", .present)], in: programme)
            #expect(try entered(tx) == "2021-10-25")
            try tx.attend(
                [.mark("s4", "p1", .absent, reason: "Erreur"), .mark("s5", "p1", .absent, reason: "Erreur")],
                in: programme)
            #expect(try entered(tx) == nil)
            #expect(try tx.statuses(in: programme) == [.enrolled])
        }
    }

    /// Typed out of order, sheets keep nobody from leaving when they left.
    @Test func aSheetTypedEarlyKeepsNobodyFromLeaving() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            _ = try tx.schedule(Lines(Transaction.fortnightly), in: "pilote", of: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            try tx.attend([.mark("s5", "p1", .present)], in: programme)
            try tx.attend([.mark("s1", "p1", .present)], in: programme)
            try tx.attend([.mark("s5", "p1", .unmarked, reason: "Mauvaise ligne")], in: programme)
            let left = try tx.move("p1", to: .droppedOut, on: "2021-10-01", reason: .workload, in: programme)
            #expect(left.status == .droppedOut)
            #expect(try tx.onSheets("p1") == ["s1", "s2"])
        }
    }

    /// Whoever is noted as withdrawn has not attended: the enrolment is reopened first.
    @Test func whoWithdrewIsNotSaidToHaveBeenThere() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            _ = try tx.schedule(Lines(Transaction.fortnightly), in: "pilote", of: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            try tx.move("p1", to: .withdrawn, on: "2021-10-01", reason: .workload, in: programme)
            let refused = try tx.refusedLines { try $0.attend([.mark("s1", "p1", .present)], in: programme) }
            #expect(refused.map(\.column) == ["status"])
            #expect(try tx.attend([.mark("s1", "p1", .absent)], in: programme).map(\.outcome) == [.marked])
        }
    }
}
