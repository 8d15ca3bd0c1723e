import Testing

/// The demonstration as a newcomer plays it, and everything it leaves behind.
@Suite struct PilotTests {
    let pilot: Pilot

    init() throws { pilot = try Pilot.first.get() }

    @Test func theDemonstrationEndsWellAndSaysWhereItsEvaluationIs() {
        #expect(pilot.migration.code == 0, "\(pilot.migration.said)")
        #expect(pilot.demonstration.code == 0, "\(pilot.demonstration.said)")
        #expect(pilot.demonstration.text.contains("\(Pilot.folder)/evaluation.html\n"))
        #expect(pilot.demonstration.said.hasSuffix("Le bilan est là : \(Pilot.folder)/evaluation.html\n"))
        #expect(pilot.demonstration.said.contains("20 inscrits, 4 en liste d’attente, 0 inchangé."))
        #expect(
            pilot.demonstration.said.contains(
                "La place est proposée à emilie.modele@example.org, jusqu’au 30/08/2021 inclus."))
    }

    /// Checked against scipy and the seed's files by the rules of scoring, outside this program.
    @Test func theFiguresAreThoseComputedElsewhere() throws {
        let body = try JSON(pilot.file("evaluation.json"))
        let flow = ["applied", "enrolled", "entered", "completed", "assessed_before", "assessed_after", "pairs"]
        #expect(flow.map { body["flow"]?[$0]?.number } == [24, 21, 20, 19, 20, 18, 18])
        #expect(body["attendance"]?["attended_minutes"]?.number == 32190)
        #expect(body["attendance"]?["planned_minutes"]?.number == 34920)
        let overall = body["figures"]?["overall"]
        #expect(overall?["n"]?.number == 18)
        #expect(overall?["mean_change"]?.number == 14.2367202729)
        #expect(overall?["t_p"]?.number == 3.61693490557e-05)
    }

    /// Checked against SciPy 1.17.1 (all 190 choices of two people, `spearmanr`) and NumPy on the seed's files.
    @Test func theChecksBesideThePrimaryOutcomeAreThoseComputedElsewhere() throws {
        let body = try JSON(pilot.file("evaluation.json"))
        #expect(body["attrition"]?["mean_before_assessed_again"]?.number == 43.4844054581)
        #expect(body["attrition"]?["attrition_p"]?.number == 0.931578947368)
        #expect(body["dose"]?["dose_rho"]?.number == 0.332302893607)
        #expect(body["reliability"]?["before"]?["alpha"]?.number == 0.947292950476)
        #expect(body["reliability"]?["after"]?["alpha"]?.number == 0.931806421418)
        #expect(body["bootstrap"]?["bootstrap_seed"]?.number == 2022)
        for absent in ["response_shift"] {
            #expect(body[absent] == .null && body[absent + "_why"] == .text("not_measured"), "\(absent)")
        }
    }

    /// Counted in Python on the seed's files.
    @Test func theNetworkAndTheSupportAreThoseCountedElsewhere() throws {
        let body = try JSON(pilot.file("evaluation.json"))
        func ties(_ relation: String) -> [Double?] {
            let (before, after) = (body["network"]?[relation]?["before"], body["network"]?[relation]?["after"])
            return [
                before?["ties"], after?["ties"], after?["ties_gained"], after?["ties_lost"], before?["isolates"],
                after?["isolates"], before?["ties_across_offices"], after?["ties_across_offices"],
            ].map { $0?.number }
        }
        #expect(ties("knows") == [20, 66, 47, 1, 0, 0, 5, 39])
        #expect(ties("worked_with") == [4, 22, 19, 1, 13, 1, 0, 7])
        #expect(ties("sent_customer") == [2, 25, 23, 0, 17, 0, 0, 7])
        #expect(body["network"]?["knows"]?["after"]?["density"]?.number == 0.347368421053)
        let support = ["acts", "minutes", "people_helped", "needs", "needs_met", "needs_unmet"]
        #expect(support.map { body["support"]?[$0]?.number } == [18, 790, 11, 16, 10, 4])
    }

    @Test func theEvaluationKeepsItsBytes() {
        Golden.expect("evaluation.json", pilot.file("evaluation.json"))
    }

    @Test(arguments: [
        "figures", "chart-attendance", "chart-change", "chart-competences", "chart-flow", "chart-pairs",
        "chart-sessions", "chart-diagnostic", "chart-index", "chart-skills", "chart-network", "chart-support",
    ])
    func theDataBehindThePageKeepTheirBytes(_ name: String) {
        Golden.expect(name + ".csv", pilot.file(name + ".csv"))
    }

    @Test func nothingElseIsWritten() {
        let charts = [
            "attendance", "change", "competences", "diagnostic", "flow", "index", "network", "pairs", "sessions",
            "skills",
            "support",
        ].map { "chart-\($0).csv" }
        #expect(pilot.files.map(\.name) == charts + ["evaluation.html", "evaluation.json", "figures.csv"])
    }

    @Test func thePageSaysTheResultInOneSentence() {
        let page = String(decoding: pilot.file("evaluation.html"), as: UTF8.self)
        let words = page.replacing(/<[^>]+>/, with: "").replacing(/[ \u{A0}\u{202F}\n]+/, with: " ")
        #expect(
            words.contains(
                """
                Sur les 20 personnes entrées en formation, 18 ont été évaluées avant et après : leur score moyen passe de 43,5 à 57,7 \
                sur 100, soit +14,2 points (intervalle de confiance à 95 % : de +8,8 à +19,7).
                """))
        #expect(words.contains("Sans groupe témoin"))
    }

    @Test func thePageStandsAlone() {
        let page = String(decoding: pilot.file("evaluation.html"), as: UTF8.self)
        #expect(!page.lowercased().contains("<script"))
        #expect(page.matches(of: /https?:\/\/[^"' <)]+/).allSatisfy { $0.output == "http://www.w3.org/2000/svg" })
        for asks in ["src=", "@import", "url(", "<link", "<iframe", "<object"] { #expect(!page.contains(asks)) }
    }

    @Test func thePageNamesPeopleAndTheStoredBodyDoesNot() throws {
        let page = String(decoding: pilot.file("evaluation.html"), as: UTF8.self)
        let body = String(decoding: pilot.file("evaluation.json"), as: UTF8.self)
        let people = try pilot.stage.run("participant list --cohort pilote-2021 --format json --quiet")
        let entered = try #require(JSON(people.bytes).list).filter { $0["status"] != .text("waitlisted") }
        #expect(entered.count == 22)
        for person in entered where person["status"] != .text("withdrawn") {
            let (family, given) = (try #require(person["family_name"]?.cell), try #require(person["given_name"]?.cell))
            let name = "\(given) \(family)".replacing("'", with: "’")
            #expect(page.contains(name), "\(name)")
            #expect(!body.contains(family) && !body.contains("\(given) "), "\(name)")
        }
    }

    @Test func playedAgainItChangesNothing() throws {
        let stage = pilot.stage
        let (before, files) = (try stage.fingerprint(), pilot.files)
        let again = try stage.run("demo --out bilans")
        #expect(again.code == 0, "\(again.said)")
        #expect(try stage.fingerprint() == before)
        for (file, kept) in zip(pilot.files, files) { expectSame(file.bytes, kept.bytes, file.name) }
        let answers = again.said.split(separator: "\n").filter { !$0.hasPrefix("$ ") }
        let new = answers.filter { $0.contains(/[1-9][0-9]* (ajouté|marqué|corrigé|inscrit|terminé|en liste)/) }
        #expect(new == [])
        #expect(answers.contains("pilote-2021 : bilan inchangé."))
    }

    @Test func theStoredEvaluationIsMadeAgainWithTheSameBytes() throws {
        let verified = try pilot.stage.run("evaluation verify pilote-2021 --format json")
        #expect(verified.code == 0, "\(verified.said)")
        #expect(verified.said == "Mêmes faits, mêmes octets.\n")
        let line = try JSON(verified.bytes)[0]
        #expect(line?["result"] == .text("same"))
        #expect(line?["body_sha256"] == line?["body_again_sha256"])
        let shown = try pilot.stage.run("evaluation show pilote-2021")
        expectSame(shown.bytes, pilot.file("evaluation.json"))
    }

    @Test func aFactThatChangesIsSeenByTheVerification() throws {
        let stage = try Stage(.done)
        try stage.sql("update attendance set minutes = 0, status = 'absent' where status = 'late'")
        let verified = try stage.run("evaluation verify pilote-2021 --format json")
        #expect(verified.code == 65)
        #expect(try JSON(verified.bytes)[0]?["result"] == .text("inputs changed"))
    }

    @Test func anAlteredBodyIsSeenByTheVerification() throws {
        let stage = try Stage(.done)
        try stage.sql(
            """
            set session_replication_role = replica;
            update evaluation set body = replace(body, '"pairs": 18', '"pairs": 19')
            """)
        let verified = try stage.run("evaluation verify pilote-2021 --format json")
        #expect(verified.code == 65)
        #expect(try JSON(verified.bytes)[0]?["result"] == .text("tampered"))
    }
}
