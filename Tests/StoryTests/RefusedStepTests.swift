import Testing

/// Steps that the rules refuse, and names that nobody knows.
@Suite struct RefusedStepTests {
    static let held = Result { try Still(.held) }
    static let known = "« cohorte cohort list » donne ce qui existe."

    @Test(arguments: [
        Refused(
            "withdrawing somebody unknown", "enrolment withdraw pilote-2021 personne@example.org --reason health",
            code: 65,
            """
            « personne@example.org » n’a pas d’inscription dans « pilote-2021 » ; voir « cohorte enrolment list --cohort \
            pilote-2021 ».
            """),
        Refused(
            "withdrawing who has entered", "enrolment withdraw pilote-2021 ugo.pseudonyme@example.org --reason health",
            code: 65,
            "ugo.pseudonyme@example.org : « entré en formation » ne peut pas devenir « désistement » ; voyez « cohorte enrolment drop-out »."
        ),
        Refused(
            "leaving before being seen",
            "enrolment drop-out pilote-2021 ugo.pseudonyme@example.org --reason health --on 2022-01-17", code: 65,
            """
            ugo.pseudonyme@example.org est noté « présent » à la séance s10 du 17/01/2022 : au plus tôt le 18/01/2022, \
            premier jour sans inscription ; sinon retirez d’abord cet émargement (« cohorte attend pilote-2021 --session s10 \
            --participant ugo.pseudonyme@example.org --status unmarked --reason … »).
            """),
        Refused(
            "accepting what was not offered", "enrolment accept pilote-2021 nathan.anonyme-trois@example.org", code: 65,
            "nathan.anonyme-trois@example.org : « en liste d’attente » ne peut pas devenir « inscrit »."),
        Refused(
            "offering a place of a full cohort", "enrolment offer pilote-2021", code: 65,
            "Aucune place n’est libre : 20 sur 20 sont prises."),
        Refused(
            "closing with people inside", "cohort close pilote-2021", code: 65,
            """
            La cohorte ne peut pas être close : 19 « entré en formation ». Voir « cohorte enrolment list --cohort \
            pilote-2021 ».
            """),
        Refused(
            "an unknown cohort", "cohort show nulle-part", code: 65, "La cohorte « nulle-part » n’existe pas ; " + known
        ),
        Refused(
            "a list of an unknown cohort", "score list --cohort nulle-part", code: 65,
            "La cohorte « nulle-part » n’existe pas ; " + known),
        Refused(
            "enrolling in an unknown cohort", "enrol nulle-part FILE", enrolments(applicant()), code: 65,
            "La cohorte « nulle-part » n’existe pas ; " + known),
        Refused(
            "an unknown programme", "cohort list --programme nulle-part", code: 64,
            "Le programme « nulle-part » n’existe pas. Programmes : petr-albigeois-bastides."),
        Refused(
            "an unknown person", "participant show personne@example.org", code: 65,
            "La personne « personne@example.org » n’existe pas ; « cohorte participant list » donne ce qui existe."),
        Refused(
            "an unknown instrument", "assess pilote-2021 FILE --instrument autre --wave after",
            Array("participant;date;q11a\n".utf8), code: 65,
            "Le questionnaire « autre » n’existe pas ; « cohorte instrument list » donne ce qui existe."),
        Refused(
            "explaining what is not missing",
            "assessment explain pilote-2021 ugo.pseudonyme@example.org --wave before --reason unreachable", code: 65,
            "ugo.pseudonyme@example.org a répondu à cette vague : rien à expliquer."),
        Refused(
            "neither a file nor a person", "enrol pilote-2021", code: 64,
            "Donnez un fichier CSV, ou une personne par --office, --commune, --provider…"),
        Refused(
            "no evaluation yet", "evaluation show pilote-2021", code: 65,
            "Pas de bilan de « pilote-2021 » ; « cohorte evaluate pilote-2021 » en fait un."),
    ])
    func aStepAgainstTheRulesIsRefused(_ refused: Refused) throws { try refused.expect(on: Self.held.get()) }

    @Test(arguments: ["enrolment list --cohort pilote-2021", "provider list", "commune list", "participant list"])
    func anUnknownOfficeIsNotAnEmptyList(_ list: String) throws {
        let run = try Self.held.get().stage.run(list + " --office nulle-part")
        #expect(run.code == 65)
        #expect(run.said.contains("nulle-part"))
    }

    static func assess(_ name: String, _ header: String, _ line: String, _ said: String) -> Refused {
        Refused(
            name, "assess pilote-2021 FILE --instrument competences-numeriques --wave after",
            Array("participant;date;\(header)\n\(line)\n".utf8), code: 2, said + "\n" + count(1))
    }

    @Test(arguments: [
        assess(
            "a score above the scale", "q11a", "ugo.pseudonyme@example.org;17/01/2022;9",
            "FILE:2: colonne « q11a » : 9 est hors de l’échelle 0–8"),
        assess(
            "a score below the scale", "q11a", "ugo.pseudonyme@example.org;17/01/2022;-0,5",
            "FILE:2: colonne « q11a » : -0.5 est hors de l’échelle 0–8"),
        assess(
            "an unknown item", "q99", "ugo.pseudonyme@example.org;17/01/2022;3",
            """
            FILE:1: colonne « q99 » : n’est pas une question de competences-numeriques@1 : q11a, q11b, q12a, q12b, q21a, \
            q21b, q22a, q22b, q26a, q26b, q31a, q31b, q33a, q33b, q41a, q41b, q42a, q42b, q52a, q52b
            """),
        assess(
            "a word that is no answer", "q11a", "ugo.pseudonyme@example.org;17/01/2022;bien",
            "FILE:2: colonne « q11a » : « bien » n’est ni un nombre, ni passe, sans_objet, refus ou non_pose"),
        assess(
            "somebody unknown", "q11a", "personne@example.org;17/01/2022;3",
            "FILE:2: colonne « participant » : « personne@example.org » n’a pas d’inscription dans cette cohorte"),
    ])
    func anAnswerThatCannotBeIsNamed(_ refused: Refused) throws { try refused.expect(on: Self.held.get()) }

    @Test func completingNeedsTheMinimum() throws {
        let stage = try Stage(.held)
        let person = "visites@prieure.exemple.invalid"
        for session in ["s01", "s02", "s03"] {
            let mark = "attend pilote-2021 --session \(session) --participant \(person) --status absent --reason Erreur"
            #expect(try stage.run(mark).code == 0)
        }
        let run = try stage.run("enrolment complete pilote-2021 \(person) --on 2022-01-21")
        #expect(run.code == 65)
        #expect(
            run.said.contains(
                /visites@prieure\.exemple\.invalid : [0-9]+ min suivies sur 1800, moins que les 80 % demandés\./))
        let all = try stage.run("enrolment complete pilote-2021 --all --on 2022-01-21 --lang en")
        #expect(all.code == 65)
        #expect(all.said.hasPrefix("18 completed.\nvisites@prieure.exemple.invalid: "))
    }

    @Test func aFinalEvaluationListsEverythingMissingAndWhoMustAct() throws {
        let stage = try Stage(.held)
        try stage.sql("delete from attendance where session_id in (select session_id from session where code = 's09')")
        let before = try stage.fingerprint()
        let run = try stage.run("evaluate pilote-2021 --final --out bilans")
        #expect(run.code == 65)
        let said = run.said.split(separator: "\n").map(String.init)
        #expect(said.first == "Le bilan ne peut pas être définitif :")
        #expect(said.count == 1 + 1 + 19 + 1)
        let actor = /\[(coordinator|albi|centre-tarn|pays-cordais|segala-tarnais|vallee-du-tarn)\]$/
        #expect(said.dropFirst().allSatisfy { $0.contains(actor) })
        #expect(said.contains { $0.hasPrefix("  - Séance s09 du 4 janvier 2022 : 19 émargements non renseignés (") })
        #expect(said.last == "  - La cohorte n’est pas close. [coordinator]")
        #expect(try stage.fingerprint() == before)
        #expect(!stage.folder.exists("bilans"))
        let draft = try stage.run("evaluate pilote-2021 --out bilans --format json")
        #expect(draft.code == 0)
        #expect(try JSON(draft.bytes)[0]?["status"] == .text("draft"))
    }

    @Test func theProgrammeIsNamedWhenItIsNotTheOnlyOne() throws {
        let stage = try Stage()
        #expect(try stage.run("cohort list").code == 69)
        #expect(try stage.run("db migrate --quiet").said == "")
        let none = try stage.run("cohort list")
        #expect(none.code == 64)
        #expect(none.said.contains("cohorte programme add"))
        for code in ["un", "deux"] { #expect(try stage.run("programme add \(code) --name \(code)").code == 0) }
        let several = try stage.run("cohort list")
        #expect(several.code == 64)
        #expect(several.said == "Plusieurs programmes : ajoutez --programme avec un code parmi deux, un.\n")
        #expect(try stage.run("cohort list --programme deux").code == 0)
        let demo = try stage.run("demo")
        #expect(demo.code == 64)
        #expect(demo.said.contains("deux, un"))
    }
}
