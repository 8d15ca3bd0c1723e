import Testing

/// Lists as French spreadsheets open them.
@Suite struct SpreadsheetTests {
    let stage: Stage

    init() throws { stage = try Pilot.first.get().stage }

    @Test func aFrenchCSVHasItsMarkSemicolonsWordsAndDecimalCommas() throws {
        let run = try stage.run("session hours --format csv-fr")
        #expect(run.code == 0)
        #expect(run.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        Golden.expect("hours-fr.csv", run.bytes)
        let rows = try CSV.rows(stage.run("enrolment list --cohort pilote-2021 --format csv-fr").bytes, separator: ";")
        let status = try #require(rows[0].firstIndex(of: "Statut"))
        let day = try #require(rows[0].firstIndex(of: "Candidature le"))
        let category = try #require(rows[0].firstIndex(of: "Catégorie"))
        #expect(rows[1][status] == "terminé" && rows[1][day] == "07/06/2021")
        #expect(rows[1][category] == "Gîte ou meublé de tourisme")
    }

    /// Every column has a French title of its own; asked for in English, it keeps its name.
    @Test(arguments: ListTests.lists) func everyColumnHasAFrenchTitle(_ command: String, _ name: String) throws {
        let names = try #require(CSV.rows(stage.run(command + " --format csv").bytes).first)
        let bytes = try stage.run(command + " --format csv-fr").bytes
        let titles = try #require(CSV.rows(Array(bytes.dropFirst(3)), separator: ";").first)
        let same: Set<String> = ["n", "d_z"]
        for (name, title) in zip(names, titles) {
            #expect(title != name || same.contains(name), "\(command): \(name)")
            #expect(!title.contains("_") || same.contains(name), "\(command): \(title)")
        }
        #expect(Set(titles).count == names.count, "\(command): \(titles)")
        let english = try stage.run(command + " --format csv-fr --lang en").bytes.dropFirst(3)
        #expect(CSV.rows(Array(english), separator: ";").first == names)
    }

    /// Hours that are no round number are not rounded: the minutes can be had back from them.
    @Test func hoursAreExact() throws {
        let rows = try CSV.rows(stage.run("session hours --format csv-fr").bytes, separator: ";").dropFirst()
        #expect(!rows.isEmpty)
        for row in rows {
            let (minutes, hours) = (Double(row[4]), Double(row[5].replacing(",", with: ".")))
            #expect(minutes.map { $0 / 60 } == hours)
        }
    }

    /// Every list, read back by another program: the same cells as the CSV, numbers and days typed.
    @Test(arguments: ListTests.lists) func aWorkbookHoldsTheCellsOfTheList(_ command: String, _ name: String) throws {
        let file = "xlsx-\(name).xlsx"
        let run = try stage.run(command + " --format xlsx --out \(file)")
        #expect(run.code == 0 && run.text == "" && run.said == "Écrit : \(file)\n", "\(run.said)")
        let read = try Tools.made.get().python(Self.reader, stage.folder.path(file))
        let rows = CSV.rows(try stage.run(command + " --format csv-fr").bytes, separator: ";")
        let wanted = rows.map { $0.map(Self.plain).joined(separator: "|") }
        #expect(read.count == wanted.count)
        for (found, wanted) in zip(read, wanted) where found != wanted { #expect(found == wanted) }
    }

    /// A cell of a French CSV as the reader below prints the same cell of a workbook.
    private static func plain(_ cell: String) -> String {
        let text = cell.replacing("\u{FEFF}", with: "").replacing(/^'(?=[=+\-@])/, with: "")
        return text.wholeMatch(of: /-?[0-9]+,[0-9]+/) == nil ? text : text.replacing(",", with: ".")
    }

    private static let reader = """
        import datetime, openpyxl, sys
        from openpyxl.utils.escape import unescape
        book = openpyxl.load_workbook(sys.argv[1])
        sheet = book.active
        assert book.sheetnames == ["Liste"] and sheet.freeze_panes == "A2"
        def plain(cell):
            value = cell.value
            assert cell.data_type != "f"
            if isinstance(value, datetime.datetime): return value.strftime("%d/%m/%Y")
            return "" if value is None else unescape(str(value))
        for row in sheet.iter_rows(): print("|".join(plain(c) for c in row))
        """

    @Test func aWorkbookIsNotPrintedOnATerminal() throws {
        let run = try stage.shell(
            "script -qec \"'\(Stage.program)' cohort list --format xlsx\" /dev/null; echo $?")
        #expect(run.text.contains("Ces octets ne sont pas pour un écran"), "\(run.text)")
        #expect(run.text.hasSuffix("64\n"))
        let piped = try stage.run("cohort list --format xlsx")
        #expect(piped.code == 0 && piped.bytes.starts(with: Array("PK\u{3}\u{4}".utf8)))
    }

    @Test func aListGoesToAFileInAnyFormat() throws {
        for format in ["table", "csv", "json", "csv-fr"] {
            let printed = try stage.run("office list --format \(format)")
            let run = try stage.run("office list --format \(format) --out liste --quiet")
            #expect(run.code == 0 && run.text == "" && run.said == "")
            expectSame(stage.folder.taken("liste"), printed.bytes, format)
        }
        #expect(try stage.run("office list --out /dev/null/liste").code == 74)
    }

    @Test func hostileCellsComeBackAsTheyWere() throws {
        let stage = try Stage(.open)
        let name = "=HYPERLINK(\"\"http://x\"\";1) & <b> _x0041_ é😀"
        let line = applicant(provider: "\"\(name)\"", email: "", phone: "+33 6 39 98 01 11")
        let file = stage.folder.file("f.csv", enrolments(line))
        #expect(try stage.run("enrol pilote-2021 \(file) --as-of 2021-06-30").code == 0)
        #expect(try stage.run("participant list --format xlsx --out p.xlsx").code == 0)
        let row = try Tools.made.get().python(Self.reader, stage.folder.path("p.xlsx")).last ?? ""
        #expect(row.contains(name.replacing("\"\"", with: "\"")), "\(row)")
    }
}
