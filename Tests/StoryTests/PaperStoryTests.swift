import Testing

/// Sheets and certificates as the coordinator makes them.
@Suite struct PaperStoryTests {
    let pilot: Pilot
    var stage: Stage { pilot.stage }

    init() throws { pilot = try Pilot.first.get() }

    @Test func theSheetOfAHalfDayKeepsItsBytes() throws {
        let run = try stage.run("session sheet pilote-2021 s03")
        #expect(run.code == 0 && run.said == "", "\(run.said)")
        Golden.expect("sheet-s03.html", run.bytes)
        #expect(try stage.run("session sheet pilote-2021 s03 --out s03.html").code == 0)
        expectSame(stage.folder.taken("s03.html"), run.bytes)
    }

    /// Rose Maquette left on 15 November: she is on the sheets before and on none after.
    @Test func aSheetHasWhoWasEnrolledThatDay() throws {
        for (session, isThere) in [("s01", true), ("s05", true), ("s06", false), ("s10", false)] {
            let page = try stage.run("session sheet pilote-2021 \(session)").text
            #expect(page.contains("<bdi>Maquette</bdi>") == isThere, "\(session)")
            #expect(page.matches(of: /<th scope="row">/).count == (isThere ? 20 : 19))
        }
    }

    @Test func certificatesAreMadeForWhoeverCompleted() throws {
        let run = try stage.run("certificate pilote-2021 --out attestations --format csv")
        #expect(run.code == 0, "\(run.said)")
        #expect(run.said == "1 sans attestation : parti avant la fin.\n")
        Golden.expect("certificates.csv", run.bytes)
        #expect(stage.folder.names(in: "attestations/pilote-2021").count == 19)
        Golden.expect("certificate-p01.html", stage.folder.bytes("attestations/pilote-2021/p01-pseudonyme-ugo.html"))
        let sum = CSV.rows(run.bytes).dropFirst().compactMap { Int($0[3]) }.reduce(0, +)
        #expect(sum == 32190 - 360, "without the 360 minutes of who left")
    }

    @Test func aCertificateIsRefusedWithEveryReason() throws {
        let stage = try Stage(.held)
        let one = try stage.run("certificate pilote-2021 agnes.exemple-un@example.org --out a")
        #expect(one.code == 65 && one.text == "")
        #expect(one.said == "agnes.exemple-un@example.org : parcours non terminé (entré en formation).\n")
        let left = try stage.run("certificate pilote-2021 reception@gare-endormie.exemple.invalid --out a")
        #expect(left.code == 65 && left.said.contains("parcours non terminé (abandon)"))
        let early = try stage.run(
            "certificate pilote-2021 agnes.exemple-un@example.org --out a --as-of 2022-01-10 --lang en")
        #expect(early.said.contains("not completed (active)") && early.said.contains("sessions to come: s10"))
        #expect(stage.folder.names(in: "a") == [])
        #expect(try stage.run("enrolment complete pilote-2021 agnes.exemple-un@example.org").code == 0)
        let all = try stage.run("certificate pilote-2021 --out a --format csv")
        #expect(all.code == 65)
        #expect(all.said.split(separator: "\n").count == 19)
        #expect(stage.folder.names(in: "a/pilote-2021") == ["p03-exemple-un-agnes.html"])
    }

    @Test func paperIsPrintedAsTaggedPDFOnA4WithTheSameBytes() throws {
        let tools = try Tools.made.get()
        let path = ["PATH": tools.folder + ":/usr/bin:/bin", "COHORTE_HOME": "/nonexistent"]
        let run = try stage.run("session sheet pilote-2021 s03 --pdf --out s03.pdf", with: path)
        #expect(run.code == 0 && run.said == "Écrit : s03.pdf\n", "\(run.said)")
        let again = try stage.run("session sheet pilote-2021 s03 --pdf", with: path)
        #expect(again.bytes == stage.folder.bytes("s03.pdf"))
        let shown = try stage.shell("pdfinfo s03.pdf; pdftotext -layout s03.pdf -").text
        #expect(shown.contains(/Pages: +1\n/) && shown.contains("(A4)") && shown.contains(/Tagged: +yes/))
        for words in ["Feuille d’émargement", "lundi 11 octobre 2021, matin", "Chimère", "Témoin-Deux"] {
            #expect(shown.replacing("\u{A0}", with: " ").contains(words), "\(words)")
        }
        let certificate = try stage.run(
            "certificate pilote-2021 ugo.pseudonyme@example.org --pdf --out a --format csv", with: path)
        #expect(certificate.text.contains("a/pilote-2021/p01-pseudonyme-ugo.pdf"))
    }

    @Test func aMissingPrinterIsSaidWithWhatToInstall() throws {
        let without = ["PATH": "/nonexistent", "COHORTE_HOME": "/nonexistent/cohorte"]
        for command in [
            "session sheet pilote-2021 s03 --pdf --out x.pdf", "certificate pilote-2021 --pdf --out x",
            "evaluate pilote-2021 --pdf --out x",
        ] {
            let run = try stage.run(command, with: without)
            #expect(run.code == 69 && run.text == "")
            #expect(
                run.said.hasSuffix(
                    "python3 -m venv '/nonexistent/cohorte/pdf' && '/nonexistent/cohorte/pdf/bin/pip' install weasyprint==70.0\n"
                ))
            #expect(!stage.folder.exists("x.pdf") && !stage.folder.exists("x"))
        }
    }

    @Test(arguments: [
        ("session sheet pilote-2021 s99", "La cohorte « pilote-2021 » n’a pas de séance « s99 » ; séances : s01, "),
        ("session sheet nulle-part s01", "La cohorte « nulle-part » n’existe pas"),
        ("certificate pilote-2021 personne@example.org", "« personne@example.org » n’a pas d’inscription"),
        ("calendar nulle-part", "La cohorte « nulle-part » n’existe pas"),
    ])
    func whatIsNotThereIsNamed(_ command: String, _ words: String) throws {
        let run = try stage.run(command)
        #expect(run.code == 65 && run.text == "")
        #expect(run.said.hasPrefix(words), "\(run.said)")
    }
}
