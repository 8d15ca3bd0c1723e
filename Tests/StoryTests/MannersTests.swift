import Testing
import Training

/// How the program behaves among others: pipes, full disks, terminals, scripts.
@Suite struct MannersTests {
    let stage: Stage

    init() throws { stage = try Pilot.first.get().stage }

    @Test func messagesAreApartFromData() throws {
        let stage = try Stage(.open)
        let run = try stage.run("enrol pilote-2021 --as-of 2021-08-20 --format json", Scene.seed + "/enrolments.csv")
        #expect(try JSON(run.bytes).list?.count == 24)
        #expect(run.said.hasSuffix("20 inscrits, 4 en liste d’attente, 0 inchangé.\n"))
        let quiet = try stage.run(
            "enrol pilote-2021 --as-of 2021-08-20 --format json --quiet", Scene.seed + "/enrolments.csv")
        #expect(quiet.said == "")
        #expect(try JSON(quiet.bytes).list?.count == 24)
        let both = try stage.run("session schedule pilote-2021 --quiet", Scene.seed + "/sessions.csv")
        #expect(both.said == "" && both.text == "" && both.code == 0)
    }

    @Test(arguments: [
        "score list --cohort pilote-2021 --format json", "--help", "commune list", "evaluation show pilote-2021",
    ])
    func aReaderThatLeavesIsNoFault(_ command: String) throws {
        let run = try stage.shell("(sleep 0.1; cohorte \(command); echo $? >&2) | true")
        #expect(run.said == "0\n")
        let head = try stage.shell("cohorte \(command) | head -1; echo ${PIPESTATUS[0]} >&2")
        #expect(head.said == "0\n")
        #expect(head.lines.count == 1)
    }

    @Test(arguments: [
        "participant list", "participant list --format csv", "--help", "--version", "cohort show pilote-2021",
    ])
    func aFullDiskIsSaid(_ command: String) throws {
        let run = try stage.shell("cohorte \(command) >/dev/full")
        #expect(run.code == 74)
        #expect(run.said == "stdout : le disque est plein\n")
    }

    @Test func anEvaluationThatCannotBeWrittenLeavesTheOldOne() throws {
        let stage = try Stage(.done)
        #expect(try stage.run("evaluate pilote-2021 --final --out bilans --quiet").code == 0)
        let names = stage.folder.names(in: Pilot.folder)
        let before = names.map { stage.folder.bytes("\(Pilot.folder)/\($0)") }
        _ = try stage.shell("chmod -R a-w bilans")
        let run = try stage.start("evaluate pilote-2021 --final --out bilans", as: Stage.withoutPrivileges).finished()
        #expect(run.code == 74)
        #expect(run.said.contains("vous n’avez pas le droit d’y écrire\n"))
        #expect(run.text == "")
        #expect(stage.folder.names(in: Pilot.folder) == names)
        #expect(names.map { stage.folder.bytes("\(Pilot.folder)/\($0)") } == before)
        _ = try stage.shell("chmod -R u+w bilans; echo >fichier")
        let inside = try stage.run("evaluate pilote-2021 --out fichier")
        #expect(inside.code == 74)
        #expect(inside.said.contains("fichier/pilote-2021/"))
    }

    @Test func aServerThatIsAwayIsSaidAtOnce() throws {
        for address in ["host=localhost port=1", "host=/nonexistent", "dbname=story_that_is_not_there"] {
            let start = ContinuousClock.now
            let run = try stage.run("cohort list", with: ["DATABASE_URL": address])
            #expect(run.code == 69, "\(address)")
            #expect(run.said.hasPrefix("La base de données ne répond pas. ("))
            #expect(ContinuousClock.now - start < .seconds(10))
        }
        let run = try stage.run("cohort list --lang en --database", "postgresql://localhost:1/x")
        #expect(run.code == 69)
        #expect(run.said.hasPrefix("The database does not answer. ("))
    }

    @Test(arguments: [
        ["\u{1B}[31mrouge"], ["cohort", "show", "x\u{1B}]0;titre\u{7}"],
        ["participant", "show", "a\u{9B}31m\u{202E}@x"],
        ["enrol", "pilote-2021", "f\u{1B}[2J.csv"], ["enrolment", "show", "pilote-2021", "\u{8}\u{8}\u{8}\rroot"],
        ["cohort", "list", "--programme", "\u{1B}c"], ["cohort", "list", "--database", "host=\u{1B}[31m"],
        ["evaluate", "pilote-2021", "--out", "/nonexistent\u{1B}[31m/\u{7F}", "--as-of", "2022-01-21"],
    ])
    func controlCharactersDoNotReachTheTerminal(_ words: [String]) throws {
        let run = try stage.start("", words).finished()
        #expect(run.code == 64 || run.code == 65 || run.code == 69 || run.code == 74 || run.code == 0)
        for text in [run.said, run.text] {
            #expect(text.unicodeScalars.allSatisfy { isHarmless($0) }, "\(text.debugDescription)")
        }
    }

    @Test(arguments: [
        ["programme", "add", "p", "--name", "PETR\u{202E}"], ["office", "add", "o", "--name=\u{2066}Office\u{2069}"],
        [
            "cohort", "open", "c", "--places", "2", "--from", "2021-09-13", "--to", "2022-01-21", "--title",
            "a\u{200F}b",
        ],
        ["enrolment", "withdraw", "c", "a@example.org", "--reason", "health", "--note", "Saisi\u{061C}"],
        ["participant", "merge", "a@example.org", "b@example.org", "--reason", "Deux\u{202A} adresses"],
        ["enrol", "c", "--family-name", "Nom\u{200E}"],
        ["support", "list", "--lang", "en", "--participant", "\u{2067}"],
    ])
    func whatIsTypedTurnsNoDirectionOfWriting(_ words: [String]) throws {
        let run = try stage.start("", words).finished()
        #expect(run.code == 64 && run.text == "")
        let sentence = words.contains("en") ? "turns the direction of writing" : "change le sens de l’écriture"
        #expect(run.said.contains(sentence), "\(run.said)")
        #expect(!run.said.unicodeScalars.contains { $0.turnsDirection })
    }

    @Test func aFileWhoseNameTurnsTheDirectionIsRead() throws {
        let file = stage.folder.file("notes\u{200E}.csv", "before;after\n1;2\n2;3\n")
        let run = try stage.start("", ["figures", file, "--min", "0", "--max", "8"]).finished()
        #expect(run.code == 0, "\(run.said)")
    }

    @Test func controlCharactersInDataDoNotReachATable() throws {
        let stage = try Stage(.open)
        let file = stage.folder.file("f.csv", enrolments(applicant(provider: "Gîte\u{1B}[31m", family: "Nom\u{202E}")))
        let run = try stage.run("enrol pilote-2021 \(file) --as-of 2021-06-30")
        let list = try stage.run("enrolment list --cohort pilote-2021")
        for text in [run.said, run.text, list.text] { #expect(text.unicodeScalars.allSatisfy { isHarmless($0) }) }
    }

    private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar.properties.generalCategory != .control && scalar != "\u{202E}"
    }

    @Test func theVersionIsPrinted() throws {
        let run = try stage.run("--version")
        #expect(run.code == 0 && run.said == "")
        #expect(run.text.contains(/^[0-9]+\.[0-9]+\.[0-9]+\n$/))
    }

    @Test(arguments: [
        "nulle-part", "cohort nulle-part", "cohort list --nulle-part", "cohort list --format xml",
        "cohort list --lang de",
        "enrol", "cohort open x --places beaucoup --from 2021-09-13 --to 2022-01-21",
        "cohort open x --places 20 --from 2021-02-29 --to 2022-01-21", "evaluate", "evaluate pilote-2021 --due",
        "enrolment withdraw pilote-2021 a@example.org --reason ennui", "enrolment complete pilote-2021",
        "score list --cohort pilote-2021 --wave pendant", "instrument show competences-numeriques@deux",
        "enrolment complete pilote-2021 a@example.org --all", "evaluate pilote-2021 --as-of hier",
    ])
    func aCommandThatMeansNothingIsRefused(_ command: String) throws {
        let run = try stage.run(command)
        #expect(run.code == 64)
        #expect(run.text == "")
        #expect(run.said.count > 10)
    }
}
