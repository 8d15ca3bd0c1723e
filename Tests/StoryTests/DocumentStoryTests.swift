import Testing

/// The evaluation as it is read: on a screen, on paper, in both languages.
@Suite struct DocumentStoryTests {
    private static let folder = "pilote-2021/coordinator/"
    private static let others = ["bilan", "evaluation"].flatMap { folder in
        ["relay=albi", "shared"].map { "\(folder)/pilote-2021/\($0)" }
    }

    private func printing() throws -> [String: String?] {
        ["PATH": try Tools.made.get().folder + ":/usr/bin:/bin", "COHORTE_HOME": "/nonexistent"]
    }

    @Test func everyPageIsSoundInABrowser() throws {
        let stage = try Stage(.done)
        for command in [
            "evaluate pilote-2021 --out bilan", "evaluate pilote-2021 --lang en --out evaluation",
            "evaluate pilote-2021 --as-of 2021-10-15 --out provisoire",
            "evaluate pilote-2021 --audience relay=albi --out bilan",
            "evaluate pilote-2021 --audience shared --out bilan",
            "evaluate pilote-2021 --audience shared --lang en --out evaluation",
            "evaluate pilote-2021 --audience relay=albi --lang en --out evaluation",
            "session sheet pilote-2021 s03 --out feuille.html",
            "session sheet pilote-2021 s03 --lang en --out sheet.html",
            "certificate pilote-2021 ugo.pseudonyme@example.org --out attestation",
            "certificate pilote-2021 ugo.pseudonyme@example.org --lang en --out certificate",
        ] {
            let run = try stage.run(command)
            #expect(run.code == 0, "\(run.said)")
        }
        let pages =
            ["bilan", "evaluation", "provisoire"].map { "\($0)/\(Self.folder)evaluation.html" }
            + Self.others.map { $0 + "/evaluation.html" } + ["feuille.html", "sheet.html"]
            + ["attestation", "certificate"].map { "\($0)/pilote-2021/p01-pseudonyme-ugo.html" }
        let tried = try Tools.made.get().tried(pages, by: "pages.py", in: stage.folder)
        #expect(tried.code == 0 && tried.text == "11 pages are sound\n", "\(tried.text)\(tried.said)")
    }

    @Test func everyPaperCanBeReadAloud() throws {
        let stage = try Stage(.done)
        for command in [
            "evaluate pilote-2021 --pdf --out bilan", "evaluate pilote-2021 --pdf --lang en --out evaluation",
            "evaluate pilote-2021 --pdf --audience relay=albi --out bilan",
            "evaluate pilote-2021 --pdf --audience shared --out bilan",
            "evaluate pilote-2021 --pdf --audience shared --lang en --out evaluation",
            "evaluate pilote-2021 --pdf --audience relay=albi --lang en --out evaluation",
            "session sheet pilote-2021 s03 --pdf --out feuille.pdf",
            "session sheet pilote-2021 s03 --pdf --lang en --out sheet.pdf",
            "certificate pilote-2021 ugo.pseudonyme@example.org --pdf --out attestation",
            "certificate pilote-2021 ugo.pseudonyme@example.org --pdf --lang en --out certificate",
        ] {
            let run = try stage.run(command, with: try printing())
            #expect(run.code == 0, "\(run.said)")
        }
        let papers =
            ["bilan", "evaluation"].map { "\($0)/\(Self.folder)evaluation.pdf" }
            + Self.others.map { $0 + "/evaluation.pdf" } + ["feuille.pdf", "sheet.pdf"]
            + ["attestation", "certificate"].map { "\($0)/pilote-2021/p01-pseudonyme-ugo.pdf" }
        let tried = try Tools.made.get().tried(papers, by: "papers.py", in: stage.folder)
        #expect(tried.code == 0 && tried.text == "10 papers are sound\n", "\(tried.text)\(tried.said)")
    }

    @Test func anEvaluationIsPrintedOnA4WithTheSameBytesAnywhere() throws {
        let stage = try Stage(.done)
        for folder in ["un", "un/autre/dossier"] {
            let run = try stage.run("evaluate pilote-2021 --pdf --format csv --out \(folder)", with: try printing())
            #expect(run.code == 0 && run.text.contains("\(folder)/\(Self.folder)evaluation.pdf"), "\(run.said)")
        }
        let printed = stage.folder.bytes("un/\(Self.folder)evaluation.pdf")
        #expect(printed.starts(with: Array("%PDF-1.7".utf8)))
        #expect(printed == stage.folder.bytes("un/autre/dossier/\(Self.folder)evaluation.pdf"))
        let shown = try stage.shell("pdfinfo un/\(Self.folder)evaluation.pdf").text
        #expect(shown.contains("(A4)") && shown.contains(/Tagged: +yes/))
        let pages = try #require(shown.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) })
        #expect(pages <= 14)
        let last = try stage.shell("pdftotext -f \(pages) un/\(Self.folder)evaluation.pdf - | wc -w").text
        #expect(Int(last.filter(\.isNumber)) ?? 0 > 60, "the last page is nearly empty: \(last) words")
    }

    @Test func theEnglishEvaluationIsMadeOfTheSameData() throws {
        let stage = try Stage(.done)
        #expect(try stage.run("evaluate pilote-2021 --lang en --out en").code == 0)
        #expect(try stage.run("evaluate pilote-2021 --out fr").code == 0)
        for name in stage.folder.names(in: "fr/\(Self.folder)") where name != "evaluation.html" {
            expectSame(
                stage.folder.bytes("en/\(Self.folder)\(name)"), stage.folder.bytes("fr/\(Self.folder)\(name)"), name)
        }
        let page = String(decoding: stage.folder.bytes("en/\(Self.folder)evaluation.html"), as: UTF8.self)
        let words = page.replacing(/<[^>]+>/, with: "").replacing(/[ \u{A0}\n]+/, with: " ")
        #expect(
            words.contains(
                """
                Of the 20 people who entered the training, 18 were assessed before and after: their mean score rises from \
                43.5 to 57.7 out of 100, that is +14.2 points (95% confidence interval: +8.8 to +19.7).
                """))
    }
}
