import Testing

/// Enrolment files that are refused: each says its line, its column and why, and writes nothing.
@Suite struct RefusedEnrolmentTests {
    static let stage = Result { try Still(.open) }
    static let command = "enrol pilote-2021 FILE --as-of 2021-06-30"

    static func line(_ name: String, _ line: String, _ said: String) -> Refused {
        Refused(name, command, enrolments(line), code: 2, "FILE:2: \(said)\n" + count(1))
    }

    static let cells = [
        line(
            "an unknown office", applicant(office: "nulle-part"),
            """
            colonne « office » : office inconnu ; offices connus : albi, centre-tarn, pays-cordais, segala-tarnais, \
            vallee-du-tarn
            """),
        line(
            "an unknown commune", applicant(commune: "Ailleurs"),
            "colonne « commune » : commune « Ailleurs » inconnue ; « cohorte commune list » donne les communes"),
        line(
            "a commune of another office", applicant(commune: "Cordes-sur-Ciel"),
            "colonne « commune » : cette commune est suivie par un autre office ; Cordes-sur-Ciel : pays-cordais"),
        line(
            "neither e-mail nor phone", applicant(email: ""),
            "colonne « courriel » : il faut une adresse électronique ou un téléphone"),
        line("no family name", applicant(family: ""), "colonne « nom » : cellule vide"),
        line(
            "29 February of a common year", applicant(on: "29/02/2021"),
            "colonne « candidature_le » : le 29/02/2021 n’existe pas (attendu : aaaa-mm-jj ou jj/mm/aaaa)"),
        line(
            "31 April", applicant(on: "31/04/2021"),
            "colonne « candidature_le » : le 31/04/2021 n’existe pas (attendu : aaaa-mm-jj ou jj/mm/aaaa)"),
        line(
            "a date of another kind", applicant(on: "3 juin"),
            "colonne « candidature_le » : « 3 juin » n’est pas une date (attendu : aaaa-mm-jj ou jj/mm/aaaa)"),
        line(
            "an application after the cohort", applicant(on: "2022-01-22"),
            "colonne « candidature_le » : candidature postérieure à la fin de la cohorte (21/01/2022)"),
        line(
            "an application of tomorrow", applicant(on: "01/07/2021"),
            "colonne « candidature_le » : le 01/07/2021 n’est pas encore arrivé"),
        line(
            "a phone that is none", applicant(phone: "demander Rose"),
            "colonne « telephone » : « demander Rose » n’est pas un numéro de téléphone : « d » y est de trop"),
    ]

    @Test(arguments: cells) func aBadCellIsNamed(_ refused: Refused) throws {
        try refused.expect(on: Self.stage.get())
    }

    @Test(arguments: [
        ("anne", "il manque « @ »"), ("anne@", "il manque un point après « @ »"), ("@example.org", "rien avant « @ »"),
        ("anne@example", "il manque un point après « @ »"), ("an ne@example.org", "elle contient une espace"),
        ("anne@@example.org", "« @ » y est deux fois"), ("anne.@example.org", "un point est mal placé avant « @ »"),
        ("anne@-example.org", "« -example.org » n’est pas un nom de domaine"),
        ("anne@example..org", "« example..org » n’est pas un nom de domaine"),
        ("anne@ex,ample.org", "« , » y est de trop"), ("<anne@example.org>", "« < » y est de trop"),
    ])
    func anAddressThatIsNoneSaysWhy(_ email: String, _ why: String) throws {
        try Self.line(
            email, applicant(email: email), "colonne « courriel » : « \(email) » n’est pas une adresse : \(why)"
        )
        .expect(on: Self.stage.get())
    }

    static func text(_ name: String, _ lines: String..., said: String, errors: Int = 1) -> Refused {
        let header = "office;commune;prestataire;categorie;nom;prenom;courriel;telephone;candidature_le"
        let bytes = Array(([header] + lines).joined(separator: "\n").utf8) + [0x0A]
        return Refused(name, command, bytes, code: 2, said + "\n" + count(errors))
    }

    static let grammar = [
        text(
            "a quote that is never closed", applicant(), applicant(provider: "\"Gîte", email: "b@example.org"),
            applicant(email: "c@example.org"),
            said: "FILE:3: colonne « prestataire » : le guillemet \" qui ouvre cette cellule n’est jamais fermé"),
        text(
            "text after a closing quote", applicant(provider: "\"Gîte\" fictif"),
            said: "FILE:2: colonne « prestataire » : du texte après le guillemet \" qui ferme la cellule"),
        text(
            "a quote inside a cell", applicant(provider: "Gîte \"fictif\""),
            said: """
                FILE:2: colonne « prestataire » : un guillemet " au milieu d’une cellule : mettez la cellule entre \
                guillemets et doublez-le
                """),
        text(
            "a NUL byte", applicant(), applicant(family: "Exem\0ple", email: "b@example.org"),
            said: "FILE:3: colonne « nom » : un octet nul : ce fichier n’est pas du texte en UTF-8"),
        text(
            "a cell of 10 MB", applicant(), applicant(provider: String(repeating: "x", count: 10_000_000)),
            said: """
                FILE:3: colonne « prestataire » : une cellule de plus de 1 Mo (1 000 000 octets) ; un guillemet " n’est \
                peut-être pas fermé
                """),
        text(
            "too many cells", applicant() + ";encore",
            said: """
                FILE:2: 10 cellules pour 9 colonnes ; un texte qui contient le séparateur se met entre guillemets "…"
                """),
        text("too few cells", "albi;Albi", said: "FILE:2: 2 cellules pour 9 colonnes"),
        text(
            "a line given twice", applicant(), applicant(),
            said: "FILE:3: colonne « courriel » : déjà donné à la ligne 2"),
        text(
            "a line given twice in other letters", applicant(), applicant(email: "ANNE@Example.ORG"),
            said: "FILE:3: colonne « courriel » : déjà donné à la ligne 2"),
        text(
            "a line after one of several lines", applicant(provider: "\"Gîte\nfictif\nde la Côte\""),
            applicant(office: "x", email: "b@example.org"),
            said: """
                FILE:5: colonne « office » : office inconnu ; offices connus : albi, centre-tarn, pays-cordais, \
                segala-tarnais, vallee-du-tarn
                """),
    ]

    @Test(arguments: grammar) func aBrokenLineIsNamed(_ refused: Refused) throws {
        try refused.expect(on: Self.stage.get())
    }

    @Test func aHeaderIsRefusedWithEverythingThatIsWrongWithIt() throws {
        let file = Array("office;commune;prestataire;nom;prenom;couriel;telephone\n".utf8)
        let run = Refused(
            "header", Self.command, file, code: 2,
            """
            FILE:1: colonne « categorie » : colonne obligatoire absente
            FILE:1: colonne « couriel » : colonne inconnue ; vouliez-vous dire « courriel » ? (colonnes connues : office, \
            commune, prestataire, categorie, nom, prenom, courriel, telephone, candidature_le)
            FILE:1: colonne « courriel » : colonne obligatoire absente ; est-ce « couriel » ?
            """ + "\n" + count(3))
        try run.expect(on: Self.stage.get())
    }

    @Test func badLinesAmongGoodOnesAreAllListedInBothLanguages() throws {
        let stage = try Self.stage.get()
        let file = enrolments(
            applicant(email: "a@example.org"), applicant(commune: "Ailleurs", email: "b@example.org"),
            applicant(email: "c@example.org"), applicant(email: "d@example"), applicant(email: "e@example.org"),
            applicant(email: "A@EXAMPLE.org"))
        let french = """
            FILE:3: colonne « commune » : commune « Ailleurs » inconnue ; « cohorte commune list » donne les communes
            FILE:5: colonne « courriel » : « d@example » n’est pas une adresse : il manque un point après « @ »
            FILE:7: colonne « courriel » : déjà donné à la ligne 2
            3 erreurs dans FILE : rien n’a été écrit.
            """
        let english = """
            FILE:3: column "commune": unknown commune "Ailleurs"; "cohorte commune list" lists the communes
            FILE:5: column "courriel": "d@example" is not an address: a dot is missing after the @
            FILE:7: column "courriel": already given on line 2
            3 errors in FILE: nothing was written.
            """
        try Refused("mixed", Self.command, file, code: 2, french).expect(on: stage)
        try Refused("mixed", Self.command + " --lang en", file, code: 2, english).expect(on: stage)
        try Refused("mixed", Self.command + " --dry-run --quiet", file, code: 2, french).expect(on: stage)
    }

    static func unreadable(_ name: String, _ file: [UInt8], _ why: String) -> Refused {
        Refused(name, command, file, code: 65, "FILE : \(why).")
    }

    @Test(arguments: [
        unreadable("nothing", [], "ce fichier est vide"),
        unreadable("blank lines", Array("\n \n\n".utf8), "ce fichier est vide"),
        unreadable("a byte order mark alone", [0xEF, 0xBB, 0xBF], "ce fichier est vide"),
        unreadable(
            "a spreadsheet", [0x50, 0x4B, 3, 4, 20, 0], "c’est un classeur (.xlsx ou .ods) : enregistrez-le en CSV"),
        unreadable(
            "an old spreadsheet", [0xD0, 0xCF, 0x11, 0xE0, 0xA1],
            "c’est un ancien classeur (.xls) : enregistrez-le en CSV"),
        unreadable(
            "UTF-16", [0xFF, 0xFE, 0x6F, 0, 0x66, 0], "ce texte est en UTF-16 : enregistrez-le en CSV UTF-8"),
        unreadable(
            "UTF-8 that breaks off", [0xEF, 0xBB, 0xBF] + enrolments(applicant()) + [0xE9, 0x0A],
            "ce fichier se dit en UTF-8, mais la ligne 3 ne l’est pas"),
        Refused(
            "a folder", command.replacing("FILE", with: "/tmp"), code: 65, "/tmp : c’est un dossier, pas un fichier."),
        Refused("no file", command, code: 65, "FILE : ce fichier n’existe pas."),
    ])
    func aFileThatIsNoTextIsRefusedAsAWhole(_ refused: Refused) throws { try refused.expect(on: Self.stage.get()) }

    @Test func aFileThatMayNotBeReadIsRefused() throws {
        let stage = try Self.stage.get().stage
        stage.folder.file("secret.csv", enrolments(applicant()))
        _ = try stage.shell("chmod 000 secret.csv")
        let run = try stage.start("enrol pilote-2021 secret.csv", as: Stage.withoutPrivileges).finished()
        #expect(run.code == 65)
        #expect(run.said == "secret.csv : vous n’avez pas le droit de lire ce fichier.\n")
    }
}
