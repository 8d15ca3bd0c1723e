import Testing

/// Files as offices have them: whatever the form, the same facts.
@Suite struct FileFormTests {
    /// The pilot's applications, as a plain file: UTF-8, line feeds, English titles, ISO dates.
    static let plain: [[String]] = {
        let rows = CSV.rows(windows1252(Folder().bytes(Scene.seed + "/enrolments.csv")), separator: ";")
        return rows.dropFirst().map { row in
            row.dropLast() + [row.last.map { $0.split(separator: "/").reversed().joined(separator: "-") } ?? ""]
        }
    }()
    static let english = [
        "office", "commune", "provider", "category", "family_name", "given_name", "email", "phone", "applied_on",
    ]
    static let french = [
        "office", "commune", "prestataire", "categorie", "nom", "prenom", "courriel", "telephone", "candidature_le",
    ]

    /// The enrolments that the plain file gives.
    static let expected = Result { try enrolled(bytes(english, plain)) }

    static func bytes(_ titles: [String], _ rows: [[String]], separator: String = ";", end: String = "\n") -> [UInt8] {
        let lines = ([titles] + rows).map { cells in
            cells.map { $0.contains(separator) || $0.contains("\"") ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0 }
                .joined(separator: separator)
        }
        return Array((lines.joined(separator: end) + end).utf8)
    }

    /// Enrols a file in a fresh cohort and lists what is there then.
    static func enrolled(_ file: [UInt8], byPipe: Bool = false) throws -> [UInt8] {
        let stage = try Stage(.open)
        stage.folder.file("f.csv", file)
        let command = "enrol pilote-2021 --as-of 2021-08-20"
        let run = byPipe ? try stage.run(command, "-", input: "f.csv") : try stage.run(command, "f.csv")
        #expect(run.code == 0, "\(run.said)")
        let list = try stage.run("enrolment list --cohort pilote-2021 --format csv")
        let people = try stage.run("participant list --format csv")
        #expect(list.lines.count == 25)
        return Array(Golden.masked(list.text + people.text).utf8)
    }

    @Test(arguments: [";", ","], ["\n", "\r\n", "\r"]) func separatorsAndLineEndsDoNotMatter(
        _ separator: String, _ end: String
    )
        throws
    {
        let file = Self.bytes(Self.french, Self.plain, separator: separator, end: end)
        expectSame(try Self.enrolled(file), try Self.expected.get())
    }

    @Test func theSeedAsItIsGivesTheSame() throws {
        let seed = Folder().bytes(Scene.seed + "/enrolments.csv")
        expectSame(try Self.enrolled(seed), try Self.expected.get())
    }

    @Test func aByteOrderMarkBlankLinesAndSpacesDoNotMatter() throws {
        let padded = Self.plain.map { $0.map { "  \($0)\u{A0}" } } + [Self.french.map { _ in "" }]
        let file = [0xEF, 0xBB, 0xBF] + Array("\r\n".utf8) + Self.bytes(Self.french, padded, end: "\r\n\r\n")
        expectSame(try Self.enrolled(file), try Self.expected.get())
    }

    @Test func windows1252IsReadAndSaid() throws {
        let text = String(decoding: Self.bytes(Self.french, Self.plain), as: UTF8.self)
        let stage = try Stage(.open)
        stage.folder.file("f.csv", windows1252(text))
        let run = try stage.run("enrol pilote-2021 f.csv --as-of 2021-08-20 --dry-run")
        #expect(run.code == 0)
        #expect(run.said.hasPrefix("ce fichier n’est pas en UTF-8 (ligne 2) : il a été lu en Windows-1252.\n"))
        expectSame(try Self.enrolled(windows1252(text)), try Self.expected.get())
    }

    @Test func shuffledColumnsAccentedAndCapitalTitlesDoNotMatter() throws {
        let order = [8, 3, 0, 6, 5, 1, 7, 2, 4]
        let titles = [
            "Office", "COMMUNE", "Prestataire", "Catégorie", "Nom", "Prénom", "Courriel", "Téléphone", "Candidature le",
        ]
        let file = Self.bytes(order.map { titles[$0] }, Self.plain.map { row in order.map { row[$0] } })
        expectSame(try Self.enrolled(file), try Self.expected.get())
    }

    @Test func accentsInPiecesAreTheSameAccents() throws {
        let text = String(decoding: Self.bytes(Self.french, Self.plain), as: UTF8.self)
        let pieces = decomposed(text)
        #expect(pieces.utf8.count > text.utf8.count)
        expectSame(try Self.enrolled(Array(pieces.utf8)), try Self.expected.get())
    }

    @Test func codesNamesAndFrenchDatesMeanTheSame() throws {
        let codes = [
            "Office de tourisme d'Albi": "albi", "Office de tourisme Centre Tarn": "Centre Tarn",
            "Office de tourisme du Ségala Tarnais": "SEGALA-TARNAIS",
        ]
        let rows = Self.plain.map { row in
            let day = row[8].split(separator: "-").reversed().joined(separator: "/")
            return [codes[row[0]] ?? row[0]] + row[1...7] + [day]
        }
        expectSame(try Self.enrolled(Self.bytes(Self.french, rows)), try Self.expected.get())
    }

    @Test func standardInputIsAFile() throws {
        expectSame(try Self.enrolled(Self.bytes(Self.french, Self.plain), byPipe: true), try Self.expected.get())
    }

    @Test func aPipeIsAFile() throws {
        let stage = try Stage(.open)
        let run = try stage.shell(
            "cat '\(Scene.seed)/enrolments.csv' | cohorte enrol pilote-2021 - --as-of 2021-08-20 --format csv")
        #expect(run.code == 0, "\(run.said)")
        #expect(run.lines.count == 25)
    }

    @Test func decimalCommasAreDecimals() throws {
        let stage = try Stage(.held)
        let header = "participant;date;q11a;q11b\n"
        stage.folder.file("virgule.csv", header + "ugo.pseudonyme@example.org;17/01/2022;5,5;+3,25\n")
        stage.folder.file(
            "point.csv", header.replacing(";", with: ",") + "UGO.pseudonyme@example.org,2022-01-17,5.50,3.25\n")
        let command = "assess pilote-2021 --instrument competences-numeriques --wave after"
        #expect(try stage.run(command, "virgule.csv").said.hasSuffix(" : 1 ajouté, 0 inchangé.\n"))
        let before = try stage.fingerprint()
        #expect(try stage.run(command, "point.csv").said.hasSuffix(" : 0 ajouté, 1 inchangé.\n"))
        #expect(try stage.fingerprint() == before)
    }

    /// The commands that take a file, each on the scene where the file is new.
    static let imports: [(command: String, file: String)] = [
        ("enrol pilote-2021 --as-of 2021-08-20", "enrolments.csv"), ("session schedule pilote-2021", "sessions.csv"),
        ("commune import", "communes.csv"), ("instrument publish --code autre --title Autre", "instrument.csv"),
    ]

    @Test(arguments: imports) func aRehearsalSaysTheSameAndWritesNothing(_ command: String, _ file: String) throws {
        let stage = try Stage(.open)
        let before = try stage.fingerprint()
        let path = "\(Scene.seed)/\(file)"
        let rehearsal = try stage.run(command + " --dry-run", path)
        #expect(rehearsal.code == 0, "\(rehearsal.said)")
        #expect(try stage.fingerprint() == before)
        let real = try stage.run(command, path)
        #expect(real.code == 0, "\(real.said)")
        #expect(rehearsal.said == real.said + "(essai à blanc : rien n’a été écrit)\n")
        #expect(Golden.masked(rehearsal.text) == Golden.masked(real.text))
        let after = try stage.fingerprint()
        let again = try stage.run(command, path)
        #expect(again.code == 0, "\(again.said)")
        #expect(!again.said.contains(/[1-9][0-9]* (ajouté|inscrit|en liste)/), "\(again.said)")
        #expect(try stage.fingerprint() == after)
    }

    @Test func marksAndAnswersToo() throws {
        let stage = try Stage(.held)
        let assess = "assess pilote-2021 --instrument competences-numeriques --wave"
        let before = try stage.fingerprint()
        let rehearsal = try stage.run(assess + " after --dry-run", Scene.seed + "/assessments-after.csv")
        #expect(rehearsal.said.hasSuffix("18 ajoutés, 0 inchangé.\n(essai à blanc : rien n’a été écrit)\n"))
        let twice = try stage.run(assess + " before", Scene.seed + "/assessments-before.csv")
        #expect(twice.said.hasSuffix("0 ajouté, 20 inchangés.\n"), "\(twice.said)")
        let correction = try stage.run("attend pilote-2021", Scene.seed + "/attendance-correction.csv")
        #expect(correction.said == "0 marqué, 0 corrigé, 1 inchangé.\n")
        let mark =
            "attend pilote-2021 --session s01 --participant agnes.exemple-un@example.org --status absent --reason x"
        #expect(try stage.run(mark + " --dry-run").said.hasPrefix("0 marqué, 1 corrigé, 0 inchangé.\n"))
        #expect(try stage.fingerprint() == before)
    }
}
