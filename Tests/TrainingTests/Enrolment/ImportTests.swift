import Postgres
import Testing

@testable import Training

/// A file of enrolments: who gets a place, who is known already, and which lines are refused.
struct ImportTests {
    @Test func aFullCohortWaitlistsFromRankOne() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 3, in: programme)
            let outcome = try tx.enrol(Example.people(1..<8), in: programme)
            #expect(
                outcome.map(\.status) == Array(repeating: .enrolled, count: 3) + Array(repeating: .waitlisted, count: 4)
            )
            #expect(outcome.map(\.rank) == [nil, nil, nil, 1, 2, 3, 4])
            #expect(outcome.map(\.line) == Array(2...8))
            let later = try tx.enrol(
                [Example.person("tard", on: "2021-06-02"), Example.person("tot", on: "2021-05-01")], in: programme)
            #expect(later.map(\.rank) == [6, 1])
        }
    }

    @Test func theEarliestApplicationComesFirstThenTheOrderOfTheLines() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 2, in: programme)
            let outcome = try tx.enrol(
                [
                    Example.person("c", on: "2021-06-03"), Example.person("a", on: "2021-06-01"),
                    Example.person("d", on: "2021-06-03"), Example.person("b", on: "2021-06-02"),
                ], in: programme)
            #expect(outcome.map(\.status) == [.waitlisted, .enrolled, .waitlisted, .enrolled])
            #expect(outcome.map(\.rank) == [1, nil, 2, nil])
        }
    }

    @Test func theSameFileTwiceIsUnchangedAndChangesNothing() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 3, in: programme)
            let people = Example.people(1..<7) + [Example.person("sans", email: .some(nil), phone: "06 39 98 01 11")]
            let first = try tx.enrol(people, in: programme)
            let before = try tx.digest(of: programme)
            for file in [people, people.reversed(), Array(people[2...4])] {
                let again = try tx.enrol(file, in: programme, on: "2021-12-24")
                #expect(again.allSatisfy { $0.isUnchanged })
                #expect(try tx.digest(of: programme) == before)
            }
            #expect(!first.contains { $0.isUnchanged })
        }
    }

    /// Composed or decomposed, with or without accents, capitals, hyphens and typographic apostrophes.
    @Test(arguments: [
        ("Réalmont", "Gîte de l’Étang", "Éxemple-Un", "Zoé", "zoé@example.org"),
        ("REALMONT", "GITE DE L'ETANG", "EXEMPLE UN", "ZOE", "ZOÉ@EXAMPLE.ORG"),
        (
            "Re\u{301}almont", "Gi\u{302}te de l'E\u{301}tang", "E\u{301}xemple Un", "Zoe\u{301}",
            "zoe\u{301}@example.org"
        ),
        ("81222", "gîte  de   l’étang", " Éxemple - Un ", "zoé", "Zoe\u{301}@Example.org"),
    ])
    func twoSpellingsOfOnePersonAreOnePerson(
        commune: String, provider: String, family: String, given: String, email: String
    )
        async throws
    {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            func person(_ commune: String, _ provider: String, _ family: String, _ given: String, _ email: String?)
                -> Enrolment.Request
            {
                Example.person(
                    family, of: "Office de Tourisme CENTRE-TARN", commune: commune, provider: provider,
                    email: .some(email),
                    phone: "06 39 98 01 12", givenName: given)
            }
            try tx.enrol([person("réalmont", "Gîte de l'étang", "Exemple-un", "Zoé", "zoé@example.org")], in: programme)
            #expect(
                try tx.enrol([person(commune, provider, family, given, email)], in: programme).map(\.isUnchanged) == [
                    true
                ])
            let accentless = try tx.refusedLines {
                try $0.enrol([person(commune, provider, family, "Zoë-Anne", email)], in: programme)
            }
            #expect(accentless.map(\.column) == ["email"])
        }
    }

    @Test func aKnownAddressWithAnotherNameOrProviderIsRefusedByLine() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol([Example.person("martin", provider: "Gîte fictif")], in: programme)
            let bad = try tx.refusedLines { tx in
                try tx.enrol(
                    [
                        Example.person("neuve"),
                        Example.person("durand", provider: "Gîte fictif", email: "MARTIN@example.org"),
                        Example.person("martin", provider: "Gîte imaginaire"),
                        Example.person(
                            "martin", commune: "81063", provider: "Gîte fictif", email: "martin@example.org"),
                    ], in: programme)
            }
            #expect(bad.map(\.line) == [3, 4, 4, 5, 5])
            #expect(bad.allSatisfy { $0.column == "email" })
            #expect(try tx.statuses(in: programme) == [.enrolled])
        }
    }

    @Test func everyBadLineIsListedAtOnceAndTheFileChangesNothing() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            let before = try tx.digest(of: programme)
            var lines = Lines([
                Example.person("bonne"), Example.person("x1", of: "paris", commune: "Albi"),
                Example.person("x2", commune: "Atlantide"), Example.person("x3", commune: "Carmaux"),
                Example.person("x4", category: "chateau"), Example.person("x5", on: "2030-01-01"),
                Example.person("bonne", provider: "Gîte de bonne"),
                Example.person("x6", email: .some(nil), phone: "06 39 98 01 13"),
                Example.person("x6", email: .some(nil), phone: "06 39 98 01 13"),
                Example.person("x7", provider: "Gîte de bonne", category: "musee"),
            ])
            lines.misread = [Misread(line: 12, column: "date", reason: Sentence("n’est pas une date", "is no date"))]
            let bad = try tx.refusedLines { try $0.enrol(lines, in: "pilote", of: programme, on: "2021-06-30") }
            #expect(
                bad.compactMap(\.line) == [3, 4, 5, 6, 7, 8, 10, 11, 12]
                    || bad.compactMap(\.line) == [3, 3, 4, 5, 6, 7, 8, 10, 11, 12])
            #expect(
                Set(bad.compactMap(\.column)) == [
                    "office", "commune", "category", "applied_on", "email", "family_name", "date",
                ])
            #expect(bad == bad.sorted { ($0.line ?? 0, $0.column ?? "") < ($1.line ?? 0, $1.column ?? "") })
            #expect(try tx.digest(of: programme) == before)
        }
    }

    @Test func whoWithdrewIsNeverRevivedByAFile() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(places: 2, in: programme)
            try tx.enrol(Example.people(1..<4), in: programme)
            try tx.move("p1", to: .withdrawn, reason: .health, in: programme)
            let again = try tx.enrol(Example.people(1..<4), in: programme)
            #expect(again.map(\.status) == [.withdrawn, .enrolled, .offered])
            #expect(again.allSatisfy { $0.isUnchanged })
        }
    }

    @Test(arguments: [
        "a\tb", "a\\b", "\\N", "\\.", "a\nb", "\"a\";'b'", "-- '; drop table participant", "𝓐 👩‍👩‍👧", "=1+1", "NULL",
    ])
    func aNameIsKeptAsItIs(name: String) async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            let person = Example.person(name, provider: name, email: "a@example.org", givenName: name)
            let outcomes = try [tx.enrol([person], in: programme), tx.enrol([person], in: programme)]
            #expect(outcomes.map { $0.map(\.isUnchanged) } == [[false], [true]])
            let kept = try tx.enrolments(in: tx.cohort(in: programme))
            #expect(
                kept.map(\.familyName) == [name] && kept.map(\.givenName) == [name] && kept.map(\.provider) == [name])
        }
    }

    @Test func aClosedCohortTakesNoNewApplication() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol(Example.people(1..<2), in: programme)
            try tx.move("p1", to: .withdrawn, reason: .other, in: programme)
            _ = try tx.close("pilote", of: programme)
            #expect(
                try tx.rule { try $0.enrol(Example.people(2..<3), in: programme) }
                    == "cohort_takes_applications_while_open")
            #expect(try tx.enrol(Example.people(1..<2), in: programme).map(\.isUnchanged) == [true])
        }
    }

    @Test func whoHasNeitherAddressNorTelephoneIsRefused() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            let rule = try tx.rule { try $0.enrol([Example.person("muet", email: .some(nil))], in: programme) }
            #expect(rule == "participant_can_be_reached")
        }
    }

    /// Whoever is known to the programme from another cohort is the same person there.
    @Test func aPersonOfOneCohortAppliesToAnother() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.openCohort("suite", in: programme)
            try tx.enrol(Example.people(1..<4), in: programme)
            let outcome = try tx.enrol(Lines(Example.people(1..<5)), in: "suite", of: programme, on: "2021-06-30")
            #expect(!outcome.contains { $0.isUnchanged })
            #expect(try tx.participants(of: programme, cohort: "suite").count == 4)
            #expect(try tx.value("select count(*) from participant", of: Int.self) == 4)
        }
    }
}
