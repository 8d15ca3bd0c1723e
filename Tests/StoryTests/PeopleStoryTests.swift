import Testing

/// People who are known twice, and people who change office, as the coordinator sees it.
@Suite struct PeopleStoryTests {
    static func twice() throws -> Stage {
        let stage = try Stage(.open)
        stage.folder.file(
            "one.csv",
            enrolments(
                applicant(given: "Zoé", email: "zoe@example.org"), applicant(family: "Autre", email: "x@example.org")))
        stage.folder.file("two.csv", enrolments(applicant(given: "zoe", email: "z.exemple@example.org")))
        for line in [
            "cohort open printemps --places 2 --from 2022-03-01 --to 2022-06-30",
            "enrol pilote-2021 one.csv --as-of 2021-06-30", "enrol printemps two.csv --as-of 2021-06-30",
        ] {
            let run = try stage.run(line)
            #expect(run.code == 0, "\(run.said)")
        }
        return stage
    }

    @Test func aDoubleIsFoundMergedAndTakenBack() throws {
        let stage = try Self.twice()
        let found = try stage.run("participant duplicates --format csv")
        Golden.expect("duplicates.csv", found.bytes)
        let before = try stage.fingerprint()
        let merge = "participant merge zoe@example.org z.exemple@example.org --reason Doublon"
        let rehearsed = try stage.run(merge + " --dry-run")
        #expect(rehearsed.said.hasSuffix("(essai à blanc : rien n’a été écrit)\n"))
        #expect(try stage.fingerprint() == before)
        let merged = try stage.run(merge + " --format csv")
        #expect(merged.text == "cohort,status,place\nprintemps,enrolled,moves\n")
        #expect(merged.said == "z.exemple@example.org est désormais zoe@example.org.\n")
        #expect(try stage.run(merge).said == "z.exemple@example.org était déjà zoe@example.org.\n")
        #expect(try stage.run("participant duplicates --format csv").lines.count == 1)
        let again = try stage.run("enrol printemps two.csv --as-of 2021-06-30 --format csv")
        #expect(again.lines.last == "2,zoe@example.org,unchanged,enrolled,")
        let back = try stage.run("participant unmerge z.exemple@example.org --reason Erreur --lang en")
        #expect(back.said == "z.exemple@example.org is no longer zoe@example.org.\n")
        let past = try stage.run("participant history zoe@example.org --format csv").text
        Golden.expect("person-history.csv", Array(past.replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "<when>").utf8))
        let refused = try stage.run("participant unmerge zoe@example.org --reason Erreur")
        #expect(refused.code == 65 && refused.said == "« zoe@example.org » n’est fusionnée avec personne.\n")
    }

    @Test func twoPlacesInOneCohortAreNotMergedAndItSaysWhatToDo() throws {
        let stage = try Self.twice()
        let before = try stage.fingerprint()
        let run = try stage.run("participant merge zoe@example.org x@example.org --reason Doublon")
        #expect(run.code == 65)
        #expect(
            run.said == """
                Les deux ont une place dans la même cohorte — pilote-2021 (inscrit / inscrit). Une candidature en trop se \
                retire d’abord (enrolment withdraw ou reject de « x@example.org »).

                """)
        #expect(try stage.fingerprint() == before)
    }

    @Test func aPersonChangesOfficeWithTheirProviderAndColleagues() throws {
        let stage = try Self.twice()
        let transfer = "participant transfer zoe@example.org --to centre-tarn --reason Déménagement"
        let alone = try stage.run(transfer)
        #expect(alone.code == 65)
        #expect(
            alone.said == """
                Un seul office suit un prestataire, et « Gîte fictif » envoie aussi x@example.org, z.exemple@example.org : \
                ajoutez --together.

                """)
        let together = try stage.run(transfer + " --together --lang en")
        #expect(
            together.said == """
                zoe@example.org: albi → centre-tarn.
                x@example.org: albi → centre-tarn.
                z.exemple@example.org: albi → centre-tarn.

                """)
        let list = try stage.run("enrolment list pilote-2021 --office centre-tarn --format json")
        #expect(try JSON(list.bytes).list?.count == 2)
        #expect(try stage.run(transfer).said == "centre-tarn suit déjà cette personne.\n")
    }
}
