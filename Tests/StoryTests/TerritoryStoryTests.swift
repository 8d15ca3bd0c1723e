import Testing

/// The diagnostic of the territory and the offices' skills, as the coordinator reads them in the pilot.
@Suite struct TerritoryStoryTests {
    let pilot: Pilot
    var stage: Stage { pilot.stage }
    private static let day = "--as-of 2022-01-21"

    init() throws { pilot = try Pilot.first.get() }

    @Test(arguments: [
        ("diagnostic show", "diagnostic-criteria"), ("diagnostic show --by office", "diagnostic-offices"),
        ("diagnostic show --by provider", "diagnostic-providers"), ("diagnostic change", "diagnostic-change"),
        ("diagnostic mail", "diagnostic-mail"), ("diagnostic agreement", "diagnostic-agreement"),
        ("skill gaps", "skill-gaps"), ("skill match --theme site_web --office segala-tarnais", "skill-match"),
        ("skill list", "skills"),
    ])
    func theListsKeepTheirBytes(_ command: String, _ name: String) throws {
        let run = try stage.run("\(command) \(Self.day) --format csv")
        #expect(run.code == 0 && run.said == "", "\(run.said)")
        Golden.expect(name + ".csv", run.bytes)
    }

    /// Computed from the seed's files by Python's csv, SciPy 1.17.1 (`binomtest`, `ttest_1samp`) and Kaplan-Meier by hand.
    @Test func theFiguresAreThoseComputedElsewhere() throws {
        let body = try JSON(pilot.file("evaluation.json"))
        let index = body["diagnostic"]?["provider_index"]
        let means = ["n", "mean_before", "mean_after", "mean_change"].map { index?[$0]?.number }
        #expect(means == [19, 35.4694377578, 49.4632827127, 13.9938449549])
        #expect(index?["ci95"]?.list?.map(\.number) == [11.6197156793, 16.3679742306])
        for (code, figures) in [
            ("P22", [20, 3, 11, 9, 1, 0.021484375]), ("P23", [20, 1, 11, 10, 0, 0.001953125]),
            ("P21", [20, 3, 10, 7, 0, 0.015625]), ("C07", [11, 3, 7, 5, 1, 0.21875]),
        ] {
            let criterion = body["diagnostic"]?["criteria"]?[code]
            let names = ["n", "yes_before", "yes_after", "gained", "lost", "mcnemar_p"]
            #expect(names.map { criterion?[$0]?.number } == figures, "\(code)")
        }
        #expect(body["diagnostic"]?["criteria"]?["P24"]?["mcnemar_p_why"] == .text("below_six"))
        #expect(body["diagnostic"]?["agreement"]?["kappa"]?.number == 0.770216172938)
        let mail = body["mystery_mail"]?["provider"]?["after"]
        #expect(
            ["sent", "replied", "within_24h", "median_hours"].map { mail?[$0]?.number } == [
                20, 18, 0.35, 32.7166666667,
            ])
    }

    @Test func theObjectivesAreAnswered() throws {
        let objectives = try #require(JSON(pilot.file("evaluation.json"))["objectives"]?.list)
        let answers = Dictionary(
            uniqueKeysWithValues: objectives.map { ($0["code"]?.cell ?? "", $0["answer"]?.cell ?? "") })
        #expect(
            answers["skills"]?.contains("indice moyen des prestataires en ligne : 35,5 → 49,5 sur 100, soit +14,0")
                == true)
        #expect(
            answers["destination"]
                == "nomment la destination : 3 → 11 prestataires sur 20 ; renvoient vers l’office : 1 → 11 prestataires sur 20 ; citent trois voisins : 3 → 4 prestataires sur 20"
        )
        #expect(
            answers["relays"]?.hasPrefix(
                "matrice de compétences remplie par 5 offices sur 5 ; sans office : Données personnelles et droits d’auteur ; "
            )
                == true
        )
    }

    @Test func theSheetOfAVisitKeepsItsBytesInBothLanguages() throws {
        for (language, name) in [("fr", "visit.html"), ("en", "visit-en.html")] {
            let run = try stage.run(
                "diagnostic sheet --lang \(language) \(Self.day)", "Camping fictif du Moulin à papier")
            #expect(run.code == 65, "somebody on the waiting list was not observed: \(run.text.prefix(80))")
            let made = try stage.run("diagnostic sheet --lang \(language) \(Self.day)", "Ferme fictive du Safran d’or")
            #expect(made.code == 0 && made.said == "", "\(made.said)")
            Golden.expect(name, made.bytes)
        }
    }

    @Test func theSheetIsPrintedOnOneTaggedPageOfA4() throws {
        let path = ["PATH": try Tools.made.get().folder + ":/usr/bin:/bin", "COHORTE_HOME": "/nonexistent"]
        let names = try #require(JSON(stage.run("diagnostic show --by provider --wave after --format json").bytes).list)
        #expect(names.count == 20)
        for name in [names[0], names[7]].compactMap({ $0["group"]?.cell }) {
            let run = try stage.run("diagnostic sheet --steps 6 --pdf --out v.pdf \(Self.day)", name, with: path)
            #expect(run.code == 0, "\(run.said)")
            let shown = try stage.shell("pdfinfo v.pdf; pdftotext -layout v.pdf -").text
            #expect(
                shown.contains(/Pages: +1\n/) && shown.contains("(A4)") && shown.contains(/Tagged: +yes/), "\(name)")
            #expect(shown.replacing("\u{A0}", with: " ").contains("Que faire d’abord ?"))
        }
    }

    @Test func whoeverHelpsIsFoundForAPersonTheirOfficeFirst() throws {
        let run = try stage.run(
            "skill match --theme destination --participant maelle.personnage@example.org --format json \(Self.day)")
        let offices = try #require(JSON(run.bytes).list)
        #expect(offices.map { $0["office"]?.cell } == ["pays-cordais", "albi", "vallee-du-tarn", "centre-tarn"])
        #expect(offices[0]["is_own"] == .truth(true) && offices[0]["hours"]?.number == 5)
        let none = try stage.run("skill match --theme donnees_droits \(Self.day)")
        #expect(none.code == 0 && none.said == "Aucun office ne couvre ce besoin ce jour-là.\n")
        #expect(try stage.run("skill match --theme cuisine").code == 65)
        #expect(try stage.run("skill match --theme outils --office albi --participant a@b.fr").code == 64)
    }

    /// The pilot's own files again change nothing, and say so.
    @Test func theSeedAgainIsUnchanged() throws {
        let before = try stage.fingerprint()
        let run = try stage.shell(
            "cd '\(Scene.seed)'; cohorte observe observations-before.csv --quiet; cohorte observe observations-second.csv; cohorte skill import skills.csv"
        )
        #expect(
            run.said == "0 constat ajouté, 0 corrigé, 246 inchangés.\n0 compétence ajoutée, 0 changée, 22 inchangées.\n"
        )
        #expect(try stage.fingerprint() == before)
    }
}
