import Testing

/// The three audiences of one evaluation: who is named, what is hidden, and that each is made again byte for byte.
@Suite struct AudienceTests {
    private static let shared = "bilans/pilote-2021/shared"

    @Test func aSharedVersionNamesNobodyAndShowsNoOffice() throws {
        let stage = try Stage(.done)
        let run = try stage.run("evaluate pilote-2021 --audience shared --out bilans --format csv")
        #expect(run.code == 0, "\(run.said)")
        let body = try JSON(stage.folder.bytes("\(Self.shared)/evaluation.json"))
        #expect(body["audience"] == .text("shared") && body["status"] == .text("final"))
        #expect(body["people"] == .list([]) && body["missing"] == .list([]))
        guard case .object(let offices) = body["groups"]?["offices"] else { throw NotStarted(program: "", reason: "") }
        #expect(offices.count == 5 && offices.values.allSatisfy { $0 == .object(["suppressed": .truth(true)]) })
        let before = try JSON((try Pilot.first.get()).file("evaluation.json"))
        for name in ["n", "mean_before", "mean_after", "mean_change", "ci95"] {
            #expect(body["figures"]?["overall"]?[name] == before["figures"]?["overall"]?[name], "\(name)")
        }
        #expect(body["figures"]?["overall"]?["hodges_lehmann_why"] == .text("suppressed"))
        let names = try stage.sql(
            "select given_name || ' ' || family_name from participant union select name from provider")
        for name in stage.folder.names(in: Self.shared) {
            // The criteria of the diagnostic are P01 to P24 too, but have other words around them.
            let criterion =
                #/critères P22 à P24|(<span class="code">|criteria\.|criterion,|<th scope="row">)P[0-9]+|"P[0-9]+": \{/#
            let text = stage.folder.text("\(Self.shared)/\(name)").replacing(criterion, with: "")
            #expect(!text.contains(/\bP[0-9][0-9]\b/), "\(name)")
            for person in names.split(separator: "\n") { #expect(!text.contains(person), "\(person) in \(name)") }
        }
    }

    @Test func anOfficeReadsItsOwnPeopleByNameAndNobodyElse() throws {
        let stage = try Stage(.done)
        #expect(try stage.run("evaluate pilote-2021 --audience relay=albi --out bilans --lang en").code == 0)
        let page = stage.folder.text("bilans/pilote-2021/relay=albi/evaluation.html")
        let body = try JSON(stage.folder.bytes("bilans/pilote-2021/relay=albi/evaluation.json"))
        let people = body["people"]?.list ?? []
        #expect(people.count == 4 && people.allSatisfy { $0["office"] == .text("albi") })
        #expect(page.contains("its participants are named") && page.contains("lang=\"en\""))
        // Beside the office's own row, each of the others says why it is empty.
        #expect(page.contains("not disclosed: would tell the values of fewer than 5 people"))
        let all =
            "select p.given_name || ' ' || p.family_name, o.code, exists (select from enrolment e where e.participant_id = p.participant_id and e.status in ('completed', 'dropped_out')) from participant p join office o using (programme_id, office_id)"
        for line in try stage.sql(all).split(separator: "\n") {
            let words = line.replacing("'", with: "’").split(separator: "|")
            #expect(page.contains(words[0]) == (words[1] == "albi" && words[2] == "t"), "\(line)")
        }
    }

    @Test func theLedgerKeepsEachPublicationOnceAndEachIsVerified() throws {
        let stage = try Stage(.done)
        for audience in ["shared", "relay=albi", "shared", "shared --minimum-group 11"] {
            #expect(try stage.run("evaluate pilote-2021 --audience \(audience) --out bilans --quiet").code == 0)
        }
        let list = try JSON(try stage.run("evaluation published --format json").bytes).list ?? []
        #expect(list.map { $0["reader"]?.cell } == ["shared", "relay=albi", "shared"])
        #expect(list.map { $0["minimum_group"]?.cell } == ["5", "5", "11"])
        for audience in ["shared", "relay=albi"] {
            let run = try stage.run("evaluation verify pilote-2021 --audience \(audience)")
            #expect(run.code == 0, "\(run.said)")
            let shown = try stage.run("evaluation show pilote-2021 --audience \(audience)")
            #expect(shown.bytes == stage.folder.bytes("bilans/pilote-2021/\(audience)/evaluation.json"))
        }
        try stage.sql("update publication set body = replace(body, '\"n\": 18', '\"n\": 17')")
        #expect(try stage.run("evaluation verify pilote-2021 --audience shared").code == 65)
        #expect(try stage.run("evaluate pilote-2021 --audience shared --out bilans").code == 65)
    }

    /// Facts that changed are one thing, bytes that were changed another.
    @Test func aPublicationWhoseFactsChangedIsStillIntact() throws {
        let stage = try Stage(.done)
        #expect(try stage.run("evaluate pilote-2021 --audience shared --out bilans --quiet").code == 0)
        let mark =
            "attend pilote-2021 --session s02 --participant ugo.pseudonyme@example.org --reason Relu --status excused"
        #expect(try stage.run(mark).code == 0)
        let later = try stage.run("evaluation verify pilote-2021 --audience shared --format json")
        #expect(later.code == 65)
        #expect(try JSON(later.bytes)[0]?["result"] == .text("inputs changed"))
        #expect(
            later.said.contains("est intact") && later.said.contains("les faits ont changé depuis"), "\(later.said)")
        let own = try stage.run("evaluation verify pilote-2021")
        #expect(own.code == 65 && own.said.contains("Le bilan gardé est intact"), "\(own.said)")
        try stage.sql("update publication set body = replace(body, '\"n\": 18', '\"n\": 17')")
        let forged = try stage.run("evaluation verify pilote-2021 --audience shared --format json")
        #expect(forged.code == 65)
        #expect(try JSON(forged.bytes)[0]?["result"] == .text("tampered"))
    }

    /// What was not published, what was never made, and an office that is none are three things.
    @Test(arguments: [
        ("--audience relay=nulle-part", "nulle-part"), ("--number 7", "n’a pas de bilan n° 7"),
        ("--number 7 --audience shared", "n’a pas de bilan n° 7"),
        ("--number 1 --audience relay=albi", "Le bilan n° 1 de « pilote-2021 » n’a pas été publié pour relay=albi"),
    ])
    func whatCannotBeVerifiedSaysWhy(_ words: String, _ why: String) throws {
        let stage = try Stage(.done)
        #expect(try stage.run("evaluate pilote-2021 --audience shared --out bilans --quiet").code == 0)
        for command in ["verify", "show"] {
            let run = try stage.run("evaluation \(command) pilote-2021 \(words)")
            #expect(
                run.code == 65 && run.said.contains(why) && !run.said.contains("Rien n’a été publié"), "\(run.said)")
        }
    }

    /// What a version does not tell is named in it, with the reason; nothing of an evaluation is missing without a word.
    @Test func everyPartOfTheEvaluationIsInEachVersion() throws {
        let stage = try Stage(.done)
        guard case .object(let whole) = try JSON((try Pilot.first.get()).file("evaluation.json")) else {
            throw NotStarted(program: "", reason: "")
        }
        for audience in ["shared", "relay=albi"] {
            #expect(try stage.run("evaluate pilote-2021 --audience \(audience) --out bilans --quiet").code == 0)
            let body = try JSON(stage.folder.bytes("bilans/pilote-2021/\(audience)/evaluation.json"))
            guard case .object(let told) = body else { throw NotStarted(program: "", reason: "") }
            for name in whole.keys where !name.hasSuffix("_why") { #expect(told[name] != nil, "\(name)") }
            for name in ["attrition", "dose", "reliability", "bootstrap"] {
                #expect(told[name] == .null && told[name + "_why"] == .text("suppressed"), "\(name)")
                #expect(
                    body["suppressed"]?.list?.contains {
                        $0["what"] == .text(name) && $0["reason"] == .text("coordinator_only")
                    } == true)
            }
            #expect(told["response_shift_why"] == .text("not_measured"))
            #expect(told["sensitivity_changes_sign"] == .truth(false))
        }
    }

    /// What one correction changed is not in the next shared version; what it left alone is.
    @Test func aCorrectionAfterAPublicationIsNotShown() throws {
        let stage = try Stage(.done)
        #expect(try stage.run("evaluate pilote-2021 --audience shared --out bilans --quiet").code == 0)
        let first = try JSON(stage.folder.bytes("\(Self.shared)/evaluation.json"))
        let mark =
            "attend pilote-2021 --session s02 --participant ugo.pseudonyme@example.org --reason Relu --status excused"
        #expect(try stage.run(mark).code == 0)
        #expect(try stage.run("evaluate pilote-2021 --final --out bilans --quiet").code == 0)
        #expect(try stage.run("evaluate pilote-2021 --audience shared --out bilans --quiet").code == 0)
        let second = try JSON(stage.folder.bytes("\(Self.shared)/evaluation.json"))
        #expect(first["attendance"]?["attended_minutes"]?.number != nil)
        #expect(second["attendance"]?["attended_minutes"] == .null)
        #expect(second["figures"]?["overall"] == first["figures"]?["overall"])
    }

    @Test(arguments: [
        ("--audience relay=nulle-part", 65), ("--audience tous", 64), ("--audience shared --minimum-group 4", 64),
        ("--minimum-group 7", 64), ("--audience shared --as-of hier", 64), ("--audience relay=", 64),
    ])
    func whatMakesNoSenseIsRefused(_ words: String, _ code: Int32) throws {
        let stage = try Stage(.done)
        let before = try stage.fingerprint()
        let run = try stage.run("evaluate pilote-2021 \(words) --out bilans")
        #expect(run.code == code && run.text == "", "\(run.said)")
        #expect(!stage.folder.exists("bilans"))
        #expect(try stage.fingerprint() == before)
        #expect(try stage.run("evaluate --due --audience shared").code == 64)
    }

    /// A shared version's page is complete by itself and has no script.
    @Test func theSharedPageAsksForNothing() throws {
        let stage = try Stage(.done)
        #expect(try stage.run("evaluate pilote-2021 --audience shared --out bilans --quiet").code == 0)
        let page = stage.folder.text("\(Self.shared)/evaluation.html")
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">") && page.hasSuffix("</html>\n"))
        #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
        #expect(
            page.contains("Ce qui n’est pas communiqué, et pourquoi")
                && page.contains("Il n’y avait pas de groupe témoin"))
    }
}
