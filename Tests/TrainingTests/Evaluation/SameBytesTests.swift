import FoundationEssentials
import Postgres
import Testing

@testable import Training

/// Same facts, same bytes; other facts, another hash; and nobody's name in what is stored.
struct SameBytesTests {
    @Test func theSameFactsGiveTheSameStoredEvaluation() async throws {
        try await EvaluationTests.told { tx, programme in
            for isFinal in [false, true] {
                let first = try tx.evaluated(isFinal: isFinal, in: programme)
                let again = try tx.evaluated(isFinal: isFinal, in: programme)
                let later = try tx.evaluated(isFinal: isFinal, program: "essai-2", in: programme)
                #expect(first.isNew && !again.isNew && !later.isNew)
                for made in [again, later] {
                    #expect(made.stored.body == first.stored.body && made.stored.number == first.stored.number)
                    #expect(made.evaluation.body() == first.stored.body)
                }
            }
            #expect(try tx.evaluations(of: programme).count == 2)
        }
    }

    /// The same story in two programmes, with other people, other keys, and every file in another order.
    @Test(arguments: 0..<6)
    func neitherKeysNorNamesNorTheOrderOfLinesMatter(seed: UInt64) async throws {
        try await TestDatabase.undone { tx in
            try tx.become(.admin)
            var bodies: [String] = []
            for telling in 0..<2 {
                var random = SeededGenerator(seed * 2 + UInt64(telling))
                let programme = try tx.makeProgramme()
                try tx.tellStory(in: programme, surname: telling == 0 ? "" : "-autre") { $0.shuffled(using: &random) }
                let made = try tx.evaluated(isFinal: true, in: programme)
                bodies.append(made.stored.body)
                #expect(try tx.verify("pilote", of: programme).isSame)
            }
            #expect(bodies[0] == bodies[1])
        }
    }

    @Test(arguments: [
        "update participant set family_name = 'Autre', given_name = 'Nom', email = 'autre@example.org', phone = '0639980199' where email like 'albi1@%'",
        "update enrolment_history set note = 'Autre note'",
        "update participant set email = null, phone = '0639980100' where email like 'albi1@%'",
        "update session set trainer = 'Une autre personne'", "update programme set code = code || '-2'",
        "update missing_assessment set note = 'Autre note'", "update provider set name = name || ' bis'",
        "update attendance set marked_at = now() - interval '1 year'",
        "update enrolment_history set recorded_at = now() - interval '1 year'",
    ])
    func whatIsNoFactOfTheTrainingDoesNotChangeAByte(change: String) async throws {
        try await EvaluationTests.told { tx, programme in
            let first = try tx.evaluated(isFinal: true, in: programme)
            try tx.become(nil)
            try tx.script("change", change)
            try tx.become(.admin)
            let again = try tx.evaluated(isFinal: true, in: programme)
            #expect(!again.isNew && again.stored.body == first.stored.body)
            #expect(try tx.verify("pilote", of: programme).isSame)
        }
    }

    @Test(arguments: [
        "update attendance set status = 'absent', minutes = 0, reason = '-' where enrolment_id in (select enrolment_id from enrolment where arrival = 1)",
        "update assessment set answers[1] = 2 where wave = 'after'",
        "update assessment set answers[5] = 'NaN' where wave = 'before'",
        "update assessment set answers[5] = null where wave = 'before'",
        "update missing_assessment set reason = 'health'",
        "update session set is_cancelled = true where code = 's2'", "update cohort set minimum_assiduity = 70",
        "update enrolment_history set effective_on = effective_on + 1 where to_status = 'active'",
        "update enrolment set applied_on = applied_on - 1 where arrival = 3",
        "update session set theme = 'Autre thème' where code = 's1'",
        "update office set short_name = 'Autre office' where code = 'albi'",
        "update item set is_reversed = not is_reversed where position = 1",
        "update provider set category = 'musee' where name_key like '%albi1'", "delete from missing_assessment",
    ])
    func aChangedFactChangesTheHashAndIsNoticed(change: String) async throws {
        try await EvaluationTests.told { tx, programme in
            let first = try tx.evaluated(in: programme)
            try tx.become(nil)
            try tx.script("change", change)
            try tx.become(.admin)
            let verification = try tx.verify("pilote", of: programme)
            #expect(!verification.hasSameInputs && !verification.isSame && verification.isIntact)
            let again = try tx.evaluated(in: programme)
            #expect(again.isNew && again.stored.inputsSHA256 != first.stored.inputsSHA256)
        }
    }

    @Test func aStoredEvaluationVerifiesAndATamperedOneDoesNot() async throws {
        try await EvaluationTests.told { tx, programme in
            let made = try tx.evaluated(isFinal: true, in: programme)
            let verification = try tx.verify("pilote", number: 1, of: programme)
            #expect(verification.isSame && verification.isIntact && verification.hasSameInputs)
            #expect(verification.bodySHA256 == made.stored.bodySHA256)
            for forgery in [
                "body = replace(body, '\"n\": 5', '\"n\": 6')", "body = body || ' '", "body_sha256 = repeat('0', 64)",
            ] {
                let noticed = try tx.noticed(forgery, in: programme)
                #expect(!noticed.isSame && !noticed.isIntact && noticed.hasSameInputs, "\(forgery)")
            }
            let both = "body = body || ' ', body_sha256 = encode(sha256(convert_to(body || ' ', 'UTF8')), 'hex')"
            let noticed = try tx.noticed(both, in: programme)
            #expect(!noticed.isSame && noticed.isIntact)
        }
    }

    @Test func nobodysNameAndNoKeyIsInTheBody() async throws {
        try await EvaluationTests.told { tx, programme in
            let body = try tx.evaluated(isFinal: true, in: programme).stored.body
            for person in try tx.participants(of: programme) {
                for secret in [
                    person.email ?? "-@-", person.participant, person.provider,
                    person.participantID.rawValue.uuidString.lowercased(),
                ] {
                    #expect(!body.lowercased().contains(secret.lowercased()), "\(secret)")
                }
            }
            #expect(!body.contains("Appelé") && !body.contains("Retard") && !body.contains("Formatrice"))
            #expect(body.firstMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/) == nil)
            #expect(body.contains("\"P01\"") && body.hasSuffix("}\n"))
        }
    }

    @Test func namesAreJoinedByPseudonym() async throws {
        try await EvaluationTests.told { tx, programme in
            let made = try tx.evaluated(in: programme)
            #expect(made.names.first.map { "\($0.pseudonym) \($0.familyName)" } == "P01 albi1")
            #expect(Set(made.names.map(\.pseudonym)).isSuperset(of: made.evaluation.people.map(\.pseudonym)))
        }
    }
}

extension Transaction {
    /// What `verify` says of the first evaluation once the superuser has changed its row so.
    fileprivate func noticed(_ forgery: String, in programme: Programme.ID) throws -> Evaluation.Verification {
        try script("before", "savepoint honest")
        try become(nil)
        try script(
            "forgery", "update evaluation set \(forgery) where programme_id = '\(programme.rawValue.uuidString)'")
        try become(.admin)
        let verification = try verify("pilote", number: 1, of: programme)
        try script("after", "rollback to honest")
        return verification
    }
}
