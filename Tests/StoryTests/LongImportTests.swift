import Testing

/// Files so long that nobody looks at each line, and of which nothing may be lost.
@Suite struct LongImportTests {
    @Test func aLongFileIsEnrolledInOneGo() throws {
        let stage = try Stage(.open)
        stage.folder.file("f.csv", manyApplicants(20_000))
        let command = "enrol pilote-2021 f.csv --as-of 2021-06-30 --format csv"
        let run = try stage.start(command, as: ["timeout", "300"]).finished()
        #expect(run.code == 0, "\(run.said)")
        #expect(run.lines.count == 20_001)
        #expect(run.lines.last == "20001,p19999@example.org,waitlisted,waitlisted,19996")
        #expect(run.said == "4 inscrits, 19996 en liste d’attente, 0 inchangé.\n")
        #expect(try stage.sql("select count(*), count(distinct arrival) from enrolment") == "20000|20000\n")
        #expect(try stage.sql("select count(*), max(step) from enrolment_history") == "40000|2\n")
        // Nothing is known of them yet, and row by row a list of them would not end.
        for (list, lines) in [
            ("enrolment list --status waitlisted --as-of 2021-06-30", 19_997), ("participant duplicates", 1),
        ] {
            let run = try stage.start(list + " --format csv", as: ["timeout", "120"]).finished()
            #expect(run.code == 0 && run.lines.count == lines, "\(list): \(run.said)")
        }
        // Again, by another way and as another list.
        let again = try stage.shell(
            "cat f.csv | cohorte enrol pilote-2021 - --as-of 2021-06-30 --format json --out list.json")
        #expect(again.said.hasSuffix("0 inscrit, 0 en liste d’attente, 20000 inchangés.\n"))
        let list = try JSON(stage.folder.bytes("list.json")).list
        #expect(list?.count == 20_000)
        #expect(list?.last?["participant"]?.cell == "p19999@example.org")
        #expect(list?.last?["rank"]?.number == 19_996)
    }

    @Test func aTableOfManyLinesHasTheWidthsOfAll() throws {
        let stage = try Stage(.open)
        stage.folder.file("f.csv", manyApplicants(30_000) + Array(applicant(email: "la.derniere@example.org").utf8))
        let run = try stage.run("enrol pilote-2021 f.csv --as-of 2021-06-30 --quiet")
        #expect(run.code == 0, "\(run.said)")
        #expect(run.lines.count == 30_003)
        #expect(Set(run.lines.dropFirst(6).map(\.count)).count == 1)
    }

    @Test func badLinesAreExactAtTheFarEnd() throws {
        let stage = try Stage(.open)
        let before = try stage.fingerprint()
        var lines = manyApplicants(30_000).split(separator: 0x0A, omittingEmptySubsequences: false)
        lines[2] = Array(applicant(on: "31/02/2021").utf8)[...]
        lines[15_000] = Array(applicant(office: "nulle-part", family: "N14999", email: "p14999@example.org").utf8)[...]
        lines[20_000] = Array(applicant(family: "Double", email: "P5@example.org").utf8)[...]
        lines[29_999] = Array(applicant(family: "N29998", email: "p29998@").utf8)[...]
        stage.folder.file("f.csv", lines.joined(separator: [0x0A]))
        let run = try stage.run("enrol pilote-2021 f.csv --as-of 2021-06-30")
        #expect(run.code == 2 && run.text == "")
        let said = run.said.split(separator: "\n")
        #expect(
            said.map { $0.prefix { $0 != "«" } } == [
                "f.csv:3: colonne ", "f.csv:15001: colonne ", "f.csv:20001: colonne ", "f.csv:30000: colonne ",
                "4 erreurs dans f.csv : rien n’a été écrit.",
            ])
        #expect(said.count > 2 && said[2].contains("7"))
        #expect(try stage.fingerprint() == before)
    }

    @Test func whenEveryLineIsBadEveryLineIsSaid() throws {
        let stage = try Stage(.open)
        let bad = (0..<30_000).map { number in
            // Every third is found by the reader, the others by the database.
            applicant(
                office: number % 3 == 0 ? "albi" : "nulle-part", family: "N\(number)",
                email: number % 3 == 0 ? "p\(number)@" : "p\(number)@example.org")
        }
        stage.folder.file("f.csv", enrolments() + Array(bad.joined(separator: "\n").utf8))
        let run = try stage.run("enrol pilote-2021 f.csv --as-of 2021-06-30")
        #expect(run.code == 2 && run.text == "")
        let numbers = run.said.split(separator: "\n").dropLast().map { $0.split(separator: ":")[1] }
        #expect(numbers == (2...30_001).map { "\($0)" })
        #expect(run.said.hasSuffix("30000 erreurs dans f.csv : rien n’a été écrit.\n"))
    }

    @Test(arguments: [false, true]) func memoryDoesNotGrowWithTheFile(isBad: Bool) throws {
        let stage = try Stage(.open)
        let small = try memory(of: 1_000, isBad, on: stage)
        let large = try memory(of: 60_000, isBad, on: stage)
        #expect(large < 64_000)
        #expect(large - small < 12_000)
    }

    /// The most memory, in kilobytes, that the import of so many lines took, good or bad all of them.
    private func memory(of count: Int, _ isBad: Bool, on stage: Stage) throws -> Int {
        let good = String(decoding: manyApplicants(count), as: UTF8.self)
        stage.folder.file("f.csv", isBad ? good.replacing("albi;", with: "x;") : good)
        let run = try stage.shell(
            """
            '\(Stage.program)' enrol pilote-2021 f.csv --as-of 2021-06-30 --format csv >out 2>err & process=$!
            while memory=$(grep VmHWM /proc/$process/status | tr -dc 0-9) && [ -n "$memory" ]; do most=$memory; sleep 0.01; done
            wait $process; echo "$? $most"
            """)
        let figures = run.text.split(whereSeparator: \.isWhitespace)
        #expect(figures.first == (isBad ? "2" : "0"), "\(stage.folder.text("err").suffix(300))")
        return figures.last.flatMap { Int($0) } ?? .max
    }
}
