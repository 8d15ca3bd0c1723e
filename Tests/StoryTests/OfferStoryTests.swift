import Testing

/// Offers and what the timer does with them, as the coordinator and the timer see it.
@Suite struct OfferStoryTests {
    /// A cohort of two places where a withdrawal offered one.
    static func offered() throws -> Stage {
        let stage = try Stage(.open)
        for line in [
            "cohort open printemps --places 2 --from 2022-03-01 --to 2022-06-30 --quota-until 2022-01-15 --quota albi=1",
            "enrol printemps people.csv --as-of 2022-01-10",
            "enrolment withdraw printemps b@example.org --on 2022-01-20 --reason health",
        ] {
            stage.folder.file(
                "people.csv",
                enrolments(
                    applicant(family: "Un", email: "a@example.org"),
                    applicant(office: "centre-tarn", commune: "Réalmont", family: "Deux", email: "b@example.org"),
                    applicant(office: "centre-tarn", commune: "Réalmont", family: "Trois", email: "c@example.org"),
                    applicant(family: "Quatre", email: "d@example.org", on: "2021-06-02"),
                    applicant(family: "Cinq", email: "e@example.org", on: "2021-06-03")))
            let run = try stage.run(line)
            #expect(run.code == 0, "\(run.said)")
        }
        return stage
    }

    @Test func theTimerHandsThePlaceOnAndSaysSo() throws {
        let stage = try Self.offered()
        let before = try stage.fingerprint()
        let early = try stage.run("offers expire --as-of 2022-01-23")
        #expect(early.code == 0 && early.said == "0 offre expirée, 0 place proposée au suivant.\n")
        let rehearsed = try stage.run("offers expire --as-of 2022-01-24 --dry-run --lang en --format csv")
        #expect(rehearsed.said == "1 offer lapsed, 1 place offered to the next.\n(dry run: nothing was written)\n")
        #expect(try stage.fingerprint() == before)
        let expired = try stage.run("offers expire --as-of 2022-01-24T06:00:00+01:00 --format csv")
        #expect(expired.code == 0, "\(expired.said)")
        #expect(
            expired.text == """
                programme,cohort,participant,lapsed_on,offered_to
                petr-albigeois-bastides,printemps,c@example.org,2022-01-24,d@example.org

                """)
        Golden.expect(
            "waiting-lapsed.csv",
            try stage.run("enrolment list printemps --status waitlisted --as-of 2022-01-24 --format csv").bytes)
        Golden.expect("offers.csv", try stage.run("offers list --format csv").bytes)
        let after = try stage.fingerprint()
        #expect(try stage.run("offers expire --as-of 2022-01-24 --quiet").said == "")
        #expect(try stage.fingerprint() == after)
    }

    @Test func oneBadCohortStopsNoOther() throws {
        let stage = try Self.offered()
        for line in [
            "programme add autre --name Autre",
            "cohort open automne --programme petr-albigeois-bastides --places 1 --from 2022-09-01 --to 2022-12-31",
            "enrol automne people.csv --as-of 2022-01-10 --programme petr-albigeois-bastides",
            "enrolment withdraw automne a@example.org --on 2022-01-20 --reason health --programme petr-albigeois-bastides",
        ] {
            let run = try stage.run(line)
            #expect(run.code == 0, "\(run.said)")
        }
        try stage.sql(
            """
            create function breaks() returns trigger language plpgsql as $$ begin
                if new.status = 'waitlisted' and exists (select from cohort where cohort_id = new.cohort_id and code = 'automne')
                then raise exception 'broken'; end if; return new; end $$;
            create trigger breaks before update on enrolment for each row execute function breaks();
            """)
        let run = try stage.run("offers expire --as-of 2022-02-01 --format csv")
        #expect(run.code == 65)
        #expect(run.lines.count == 2 && run.lines.last?.contains(",printemps,c@example.org,") == true)
        #expect(run.said.hasPrefix("petr-albigeois-bastides/automne:\n"))
        let unknown = try stage.run("offers expire --programme nulle-part")
        #expect(unknown.code == 64)
    }

    @Test func theOrganiserTurnsDownAndExcludesAndTheNumbersStayApart() throws {
        let stage = try Self.offered()
        let rejected = try stage.run(
            "enrolment reject printemps e@example.org --on 2022-01-21", "--note", "Hors territoire")
        #expect(rejected.said == "e@example.org : non retenu.\n")
        let early = try stage.run("enrolment exclude printemps a@example.org --on 2022-01-21 --note x")
        #expect(early.code == 65)
        #expect(early.said == "a@example.org : « inscrit » ne peut pas devenir « exclusion ».\n")
        #expect(try stage.run("enrolment exclude printemps a@example.org --note", "  ").code == 64)
        let twice = try stage.run("enrolment reject printemps e@example.org --on 2022-01-21")
        #expect(twice.said == "e@example.org : inchangé (non retenu).\n")
        let back = try stage.run("enrolment reopen printemps e@example.org --on 2022-01-22 --note Erreur")
        #expect(back.code == 0, "\(back.said)")
    }
}
