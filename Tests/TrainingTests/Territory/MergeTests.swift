import Postgres
import Testing

@testable import Training

/// Two records that are one person, and taking that back.
struct MergeTests {
    private static let trails: Set<String> = ["participant_merge", "enrolment_origin"]

    @Test func placesMarksAndAnswersAreThoseOfThePersonKept() async throws {
        try await Self.twoRecords { (tx, programme) throws in
            let merge = try tx.merge(
                "anne@example.org", into: "a.exemple@example.org", of: programme, reason: "Doublon")
            #expect(merge.places == [.init(cohort: "pilote", status: .active, isMoved: true)])
            let (person, places) = try tx.participant("anne@example.org", of: programme)
            #expect(person.participant == "a.exemple@example.org")
            #expect(places.map(\.cohort) == ["pilote", "suite"])
            let cohort = try tx.cohort(in: programme)
            let marks = try tx.attendance(in: cohort, participant: "ANNE@example.org")
            #expect(marks.map(\.participant) == ["a.exemple@example.org"])
            #expect(try tx.history(of: "anne@example.org", in: cohort).count == 3)
            #expect(
                try tx.value("select count(*) from assessment", of: Int.self)
                    == tx.value(
                        "select count(*) from assessment s join enrolment e using (enrolment_id) where e.participant_id = $1",
                        person.participantID, of: Int.self))
            #expect(try tx.participants(of: programme).map(\.participant).contains("anne@example.org") == false)
            #expect(try tx.past(of: "anne@example.org", in: programme).map(\.what) == [.merged])
        }
    }

    /// The old address, with the name and provider it came with, or those of the person kept.
    @Test func aFileWithTheOldAddressFindsThePersonKept() async throws {
        try await Self.twoRecords { (tx, programme) throws in
            _ = try tx.merge("anne@example.org", into: "a.exemple@example.org", of: programme, reason: "Doublon")
            try tx.openCohort("autre", in: programme)
            let before = try tx.value("select count(*) from participant", of: Int.self)
            for line in [Self.old, Self.new] {
                #expect(try tx.enrol([line], in: programme).map(\.isUnchanged) == [true])
            }
            let both = try tx.refusedLines { try $0.enrol([Self.old, Self.new], in: programme) }
            #expect(both.map(\.line) == [3] && both.map(\.column) == ["email"])
            let outcome = try tx.enrol(Lines([Self.old]), in: "autre", of: programme, on: "2021-06-30")
            #expect(outcome.map(\.participant) == ["a.exemple@example.org"])
            #expect(try tx.value("select count(*) from participant", of: Int.self) == before)
            let mark = Attendance.Request.mark("s2", "anne", .present)
            #expect(try tx.attend([mark], in: programme).map(\.outcome) == [.marked])
        }
    }

    @Test func takenBackEverythingIsAsItWasButTheTrail() async throws {
        try await Self.twoRecords { (tx, programme) throws in
            let before = try tx.digest(of: programme, without: Self.trails)
            _ = try tx.merge("anne@example.org", into: "a.exemple@example.org", of: programme, reason: "Doublon")
            #expect(try tx.digest(of: programme, without: Self.trails) != before)
            let back = try tx.unmerge("anne@example.org", of: programme, reason: "Deux sœurs")
            #expect(back.places.map(\.cohort) == ["pilote"])
            #expect(try tx.digest(of: programme, without: Self.trails) == before)
            let past = try tx.past(of: "anne@example.org", in: programme)
            #expect(past.map(\.what) == [.merged, .unmerged])
            #expect(past.map(\.reason) == ["Doublon", "Deux sœurs"])
            #expect(past.allSatisfy { $0.actor == "cohorte_admin" && $0.recordedAt.count == 16 })
            #expect(
                try tx.rule { try $0.unmerge("anne@example.org", of: programme, reason: "x") } == "person_is_merged")
            _ = try tx.merge("anne@example.org", into: "a.exemple@example.org", of: programme, reason: "Si")
            _ = try tx.unmerge("anne@example.org", of: programme, reason: "Non")
            #expect(try tx.digest(of: programme, without: Self.trails) == before)
        }
    }

    @Test func mergedAgainIsUnchangedAndNobodyIsMergedTwiceOrWithThemselves() async throws {
        try await Self.twoRecords { (tx, programme) throws in
            try tx.enrol([Example.person("tiers")], in: programme)
            let mute = try tx.rule {
                try $0.merge("anne@example.org", into: "a.exemple@example.org", of: programme, reason: " ")
            }
            #expect(mute == "merge_has_a_reason")
            #expect(try tx.rule { try $0.merge("anne", into: "ANNE", in: programme) } == "merge_is_of_two_people")
            #expect(try tx.rule { try $0.merge("anne", into: "personne", in: programme) } == "name_is_known")
            #expect(try tx.rule { try $0.merge("anne", into: "a.exemple", in: programme) } == nil)
            let before = try tx.digest(of: programme)
            #expect(try tx.rule { try $0.merge("anne", into: "a.exemple", in: programme) } == nil)
            #expect(try tx.digest(of: programme) == before)
            #expect(try tx.rule { try $0.merge("anne", into: "tiers", in: programme) } == "person_is_merged_once")
            #expect(
                try tx.rule { try $0.merge("a.exemple", into: "tiers", in: programme) }
                    == "merged_person_stands_for_nobody")
            #expect(try tx.rule { try $0.merge("a.exemple", into: "anne", in: programme) } == "merge_is_of_two_people")
            #expect(try tx.digest(of: programme) == before)
        }
    }

    @Test func placesThatMeetAreRefusedWithWhatBothDidThere() async throws {
        try await EvaluationTests.told { (tx, programme) throws in
            let before = try tx.digest(of: programme)
            let refusal = try tx.refusal {
                try $0.merge("albi2@example.org", into: "albi1@example.org", of: programme, reason: "Doublon")
            }
            #expect(refusal?.rule == "merged_places_do_not_meet")
            for part in ["pilote", "s1, s2, s3", "before", "terminé / terminé", "ne se fusionnent pas"] {
                #expect(refusal?.sentence.french.contains(part) == true, "\(part)")
            }
            #expect(try tx.digest(of: programme) == before)
        }
    }

    /// What the refusal advises can be done: the application of whoever has not entered goes, whichever of the two it is.
    @Test func theAdviceOfARefusedMergeCanBeFollowed() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 2, in: programme)
            try tx.enrol(Example.people(0..<2), in: programme)
            _ = try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme)
            try tx.attend([.mark("s1", "p1", .present)], in: programme)
            let refusal = try tx.refusal {
                try $0.merge("p1@example.org", into: "p0@example.org", of: programme, reason: "Doublon")
            }
            let told = refusal?.sentence.french ?? ""
            #expect(told.contains("participant merge p1@example.org p0@example.org"), "\(told)")
            try tx.move("p0", to: .withdrawn, reason: .other, in: programme)
            _ = try tx.merge("p0@example.org", into: "p1@example.org", of: programme, reason: "Doublon")
        }
    }

    /// The usual double application: one of the two is withdrawn, which frees its place, and stays as what it was.
    @Test func anApplicationTooManyIsWithdrawnFirstAndStays() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(places: 2, in: programme)
            try tx.enrol(Example.people(0..<3), in: programme)
            #expect(try tx.rule { try $0.merge("p1", into: "p0", in: programme) } == "merged_places_do_not_meet")
            #expect(try tx.move("p1", to: .withdrawn, reason: .other, in: programme).offeredTo == "p2@example.org")
            #expect(try tx.rule { try $0.merge("p0", into: "p1", in: programme) } == "merged_places_do_not_meet")
            let merged = try tx.merge("p1", into: "p0", in: programme)
            #expect(merged.places == [.init(cohort: "pilote", status: .withdrawn, isMoved: false)])
            #expect(try tx.statuses(in: programme) == [.enrolled, .withdrawn, .offered])
            try tx.expectSoundSeats(in: programme)
        }
    }

    @Test func peopleOfTwoOfficesAreNotMergedBeforeOneIsTransferred() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.openCohort("suite", in: programme)
            try tx.enrol([Example.person("ici")], in: programme)
            _ = try tx.enrol(
                Lines([Example.person("la", of: "centre-tarn")]), in: "suite", of: programme, on: "2021-06-30")
            let rule = try tx.rule {
                try $0.merge("la@example.org", into: "ici@example.org", of: programme, reason: "Doublon")
            }
            #expect(rule == "merging_is_within_an_office")
            _ = try tx.transfer("la@example.org", to: "albi", of: programme, reason: "Doublon")
            _ = try tx.merge("la@example.org", into: "ici@example.org", of: programme, reason: "Doublon")
            #expect(try tx.participant("la@example.org", of: programme).1.count == 2)
        }
    }

    /// An evaluation goes on saying what it said, whoever the people turn out to be.
    @Test func evaluationsCountThePlaceWithTheProviderThatSentIt() async throws {
        try await EvaluationTests.told { (tx, programme) throws in
            let before = try tx.evaluated(in: programme).stored.inputsSHA256
            try tx.openCohort("suite", in: programme)
            let other = Example.person("albi9", provider: "Musée imaginaire", category: "musee")
            _ = try tx.enrol(Lines([other]), in: "suite", of: programme, on: "2021-06-30")
            _ = try tx.merge("albi1@example.org", into: "albi9@example.org", of: programme, reason: "Doublon")
            #expect(try tx.evaluated(in: programme).stored.inputsSHA256 == before)
        }
    }

    private static let old = Example.person("anne", provider: "Gîte de l’Étang")
    private static let new = Example.person("anne", provider: "Gîte de l'étang", email: "a.exemple@example.org")

    /// Anne entered `pilote` with one address and applied to `suite` with another, a year of one life.
    private static func twoRecords(
        _ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void
    ) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.openCohort("suite", in: programme)
            try tx.enrol([old], in: programme)
            _ = try tx.enrol(Lines([new]), in: "suite", of: programme, on: "2021-06-30")
            _ = try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme)
            try tx.publishTrial(to: programme)
            try tx.attend([.mark("s1", "anne", .present)], in: programme)
            try tx.assess([("anne", .numbers([1, 7, 2, 3, 4]))], at: .before, on: "2021-09-10", in: programme)
            try body(tx, programme)
        }
    }
}

extension Transaction {
    /// Merges the people of these names, whose addresses are `name@example.org`.
    @discardableResult
    func merge(_ gone: String, into kept: String, in programme: Programme.ID) throws -> Participant.Merge {
        try merge("\(gone)@example.org", into: "\(kept)@example.org", of: programme, reason: "Doublon")
    }
}
