import Postgres
import Testing

@testable import Training

/// A person whom another office follows from then on.
struct TransferTests {
    /// Every table and view that knows offices, as the catalogue has them; a new one is tried by itself.
    @Test func theOldOfficeSeesThePersonNoLongerAndTheNewOneEverything() async throws {
        try await TwoProgrammes.told { (tx, both) throws in
            let (old, new) = (try both.key(of: "albi"), try both.key(of: "centre-tarn"))
            let relations = try tx.relations().filter { relation in
                try relation.hasOffice
                    && tx.value(
                        "select count(*) from information_schema.columns where table_name = $1 and column_name = 'enrolment_id'",
                        relation.name, of: Int.self) == 1
            }
            #expect(relations.count >= 7)
            let text =
                "select e.enrolment_id from enrolment e join participant a using (programme_id, participant_id) where a.programme_id = $1 and a.email = 'albi2@example.org'"
            let enrolment: Enrolment.ID = try tx.value(text, both.mine)
            try tx.become(.admin)
            try tx.setScope(programme: both.mine)
            _ = try tx.transfer("albi2@example.org", to: "centre-tarn", of: both.mine, reason: "Déménagement")
            let before = try tx.seen(of: enrolment, in: relations, by: old)
            let after = try tx.seen(of: enrolment, in: relations, by: new)
            #expect(before.values.allSatisfy { $0 == 0 }, "\(before)")
            #expect(after.values.allSatisfy { $0 > 0 }, "\(after)")
            #expect(
                Set(after.keys).isSuperset(of: [
                    "enrolment", "enrolment_history", "attendance", "attendance_correction", "assessment", "answer",
                    "missing_assessment",
                ]))
        }
    }

    @Test func evaluationsGoOnCountingThePersonWithTheOfficeThatSentThem() async throws {
        try await EvaluationTests.told { (tx, programme) throws in
            let before = try tx.evaluated(in: programme).stored
            _ = try tx.transfer("albi1@example.org", to: "centre-tarn", of: programme, reason: "Déménagement")
            let after = try tx.evaluated(in: programme).stored
            #expect(after.inputsSHA256 == before.inputsSHA256 && after.bodySHA256 == before.bodySHA256)
            _ = try tx.transfer("albi1@example.org", to: "pays-cordais", of: programme, reason: "Encore")
            #expect(try tx.evaluated(in: programme).stored.inputsSHA256 == before.inputsSHA256)
            let past = try tx.past(of: "albi1@example.org", in: programme)
            #expect(past.map(\.toOffice) == ["centre-tarn", "pays-cordais"])
            #expect(past.map(\.fromOffice) == ["albi", "centre-tarn"])
        }
    }

    @Test func aProviderIsFollowedByOneOfficeWithEverybodyItSends() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.enrol(["un", "deux"].map { Example.person($0, provider: "Gîte fictif") }, in: programme)
            let alone = try tx.refusal {
                try $0.transfer("un@example.org", to: "centre-tarn", of: programme, reason: "Déménagement")
            }
            #expect(alone?.rule == "provider_is_followed_by_one_office")
            #expect(alone?.sentence.french.contains("deux@example.org") == true)
            let transfer = try tx.transfer(
                "un@example.org", to: "Office de tourisme centre-tarn", of: programme, together: true,
                reason: "Déménagement")
            #expect(transfer.people == ["un@example.org", "deux@example.org"])
            #expect(try tx.enrolments(in: tx.cohort(in: programme)).map(\.office) == ["centre-tarn", "centre-tarn"])
            #expect(try tx.providers(of: programme).map(\.office) == ["centre-tarn"])
            let again = try tx.transfer("un@example.org", to: "centre-tarn", of: programme, reason: "Encore")
            #expect(again.people.isEmpty)
            #expect(try tx.value("select count(*) from participant_transfer", of: Int.self) == 2)
        }
    }

    /// The line that first brought them, and one that names the office that follows them now.
    @Test func filesGoOnFindingWhoWasTransferred() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.openCohort("suite", in: programme)
            try tx.enrol([Example.person("un")], in: programme)
            _ = try tx.transfer("un@example.org", to: "centre-tarn", of: programme, reason: "Déménagement")
            for office in ["albi", "centre-tarn"] {
                let line = Example.person("un", of: office, commune: "Albi")
                #expect(try tx.enrol([line], in: programme).map(\.isUnchanged) == [true])
            }
            let new = Example.person("un", of: "centre-tarn", commune: "Albi")
            _ = try tx.enrol(Lines([new]), in: "suite", of: programme, on: "2021-06-30")
            #expect(try tx.participant("un@example.org", of: programme).0.office == "centre-tarn")
            let stranger = Example.person("deux", of: "centre-tarn", commune: "Albi")
            #expect(try tx.refusedLines { try $0.enrol([stranger], in: programme) }.map(\.column) == ["commune"])
        }
    }

    /// Whoever was merged goes along unseen, and comes back to the office of their own provider.
    @Test func whoWasMergedGoesAlongAndReturnsToTheirProvider() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.openCohort("suite", in: programme)
            try tx.enrol([Example.person("un")], in: programme)
            _ = try tx.enrol(Lines([Example.person("deux")]), in: "suite", of: programme, on: "2021-06-30")
            _ = try tx.merge("deux@example.org", into: "un@example.org", of: programme, reason: "Doublon")
            _ = try tx.transfer("deux@example.org", to: "centre-tarn", of: programme, reason: "Déménagement")
            let offices = "select distinct o.code from participant a join office o using (programme_id, office_id)"
            #expect(try tx.column(offices, of: String.self) == ["centre-tarn"])
            _ = try tx.unmerge("deux@example.org", of: programme, reason: "Deux sœurs")
            #expect(try tx.participant("deux@example.org", of: programme).0.office == "albi")
            let suite = try tx.cohort("suite", of: programme)
            #expect(try tx.enrolments(in: suite).map(\.office) == ["albi"])
            #expect(try tx.enrolments(in: tx.cohort(in: programme)).map(\.office) == ["centre-tarn"])
        }
    }

    @Test func nothingMovesWithoutItsTrailAndNobodySignsForAnother() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.enrol(Example.people(0..<2), in: programme)
            for forgery in [
                "update participant set office_id = office_id", "update participant set merged_into = null",
                "update enrolment set office_id = office_id", "update enrolment_history set office_id = office_id",
                "update participant_transfer set reason = 'x'", "delete from participant_merge",
                "insert into enrolment_origin select programme_id, enrolment_id, office_id, office_id from enrolment",
                """
                insert into participant_transfer (programme_id, transfer_id, participant_id, from_office_id, to_office_id, reason, actor)
                select programme_id, gen_random_uuid(), participant_id, office_id, office_id, 'x', 'other' from participant
                """,
                """
                insert into participant_merge (programme_id, merge_id, kept_id, gone_id, enrolments, reason, recorded_at)
                select programme_id, gen_random_uuid(), participant_id, participant_id, '{}', 'x', now() from participant
                """,
                "select enrolments_change_office(programme_id, array[enrolment_id], office_id) from enrolment",
            ] {
                #expect(try tx.failure { try $0.script("forge", forgery) }?.sqlState == "42501", "\(forgery)")
            }
        }
    }
}

extension Transaction {
    /// How many rows an office sees of one enrolment, of its person and of their provider.
    fileprivate func seen(of enrolment: Enrolment.ID, in relations: [Relation], by key: Office.Key) throws -> [String:
        Int]
    {
        try become(.relay)
        try setScope(programme: key.programme, office: key.office)
        var counts: [String: Int] = [:]
        for relation in relations {
            counts[relation.name] = try readable { tx in
                try tx.value(
                    "select count(*) from \(relation.name) where enrolment_id = $1", enrolment, of: Int.self)
            }
        }
        for name in ["participant where email = 'albi2@example.org'", "provider where name = 'Gîte de albi2'"] {
            counts[name] = try value("select count(*) from \(name)", of: Int.self)
        }
        return counts
    }
}
