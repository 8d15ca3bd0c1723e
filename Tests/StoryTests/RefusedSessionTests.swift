import Testing

/// Half-days and marks that cannot be.
@Suite struct RefusedSessionTests {
    static let open = Result { try Still(.open) }
    static let held = Result { try Still(.held) }

    static func session(_ name: String, _ lines: String..., said: String, errors: Int = 1) -> Refused {
        let header = "seance;date;demi_journee;debut;fin;lieu;mode;formateur;theme"
        let file = Array(([header] + lines.map { $0 + ";Salle;on_site;Formatrice;Thème" }).joined(separator: "\n").utf8)
        return Refused(name, "session schedule pilote-2021 FILE", file, code: 2, said + "\n" + count(errors))
    }

    @Test(arguments: [
        session(
            "an hour that happens twice", "x1;31/10/2021;matin;02:30;05:00",
            said: """
                FILE:2: colonne « debut » : 02:30 existe deux fois ce jour-là, à l’heure d’été (UTC+2) puis à l’heure \
                d’hiver (UTC+1) : choisissez une autre heure
                """),
        session(
            "the end of it happens twice", "x1;31/10/2021;matin;00:30;02:59",
            said: """
                FILE:2: colonne « fin » : 02:59 existe deux fois ce jour-là, à l’heure d’été (UTC+2) puis à l’heure \
                d’hiver (UTC+1) : choisissez une autre heure
                """),
        session(
            "an hour that is skipped", "x1;27/03/2022;matin;02:30;05:00",
            said: """
                FILE:2: colonne « date » : hors de la période de la cohorte (13/09/2021 – 21/01/2022)
                FILE:2: colonne « debut » : 02:30 n’existe pas ce jour-là, on passe à l’heure d’été : écrivez 01:30 \
                (heure d’hiver) ou 03:30 (heure d’été)
                """, errors: 2),
        session(
            "one over the other", "x1;28/10/2021;matin;09:00;12:00", "x2;28/10/2021;matin;11:59;12:30",
            said: "FILE:3: colonne « debut » : chevauche la séance x1"),
        session(
            "one given twice", "x1;28/10/2021;matin;09:00;12:00", "x1;29/10/2021;matin;09:00;12:00",
            said: "FILE:3: colonne « seance » : déjà donné à la ligne 2"),
        session(
            "longer than a half-day", "x1;28/10/2021;matin;08:00;20:01",
            said: "FILE:2: colonne « fin » : une séance dure 12 heures au plus"),
        session(
            "24:00", "x1;28/10/2021;soiree;20:00;24:00", said: "FILE:2: colonne « fin » : l’heure 24:00 n’existe pas"),
        session(
            "an unknown half-day", "x1;28/10/2021;midi;12:00;14:00",
            said: "FILE:2: colonne « demi_journee » : « midi » est inconnu (matin, apres_midi, soiree)"),
    ])
    func aHalfDayThatCannotBeIsNamed(_ refused: Refused) throws { try refused.expect(on: Self.open.get()) }

    /// It is taken as it is written, since only a person knows which of the two is wrong; but it is said.
    @Test func aMorningInTheAfternoonIsTakenAndSaid() throws {
        let stage = try Stage(.open)
        let header = "seance;date;demi_journee;debut;fin;lieu;mode;formateur;theme\n"
        stage.folder.file(
            "s.csv",
            header + "x1;28/10/2021;matin;14:00;17:00;Salle;on_site;Formatrice;Thème\n"
                + "x2;29/10/2021;matin;10:00;13:30;Salle;on_site;Formatrice;Thème\n")
        let run = try stage.run("session schedule pilote-2021 s.csv")
        #expect(run.code == 0)
        #expect(run.said.contains("Attention, x1 : « matin », mais de 14:00 à 17:00"), "\(run.said)")
        #expect(!run.said.contains("x2"), "\(run.said)")
    }

    @Test(arguments: ["09:00", "08:59"]) func aHalfDayLastsSomeMinutes(_ end: String) throws {
        let stage = try Self.open.get().stage
        stage.folder.file(
            "s\(end).csv",
            """
            session,date,half_day,starts,ends,place,mode,trainer,theme
            x1,2021-10-28,morning,09:00,\(end),P,on_site,T,T
            """)
        let run = try stage.run("session schedule pilote-2021 s\(end).csv")
        #expect(run.code == 2)
        #expect(run.said.hasPrefix("s\(end).csv:2: colonne « ends » : "))
    }

    @Test func theHoursAroundTheChangeOfTheClockAreCounted() throws {
        let stage = try Stage(.open)
        stage.folder.file(
            "nuit.csv",
            """
            seance;date;demi_journee;debut;fin;lieu;mode;formateur;theme
            n1;31/10/2021;matin;00:30;05:00;Salle;remote;Formatrice;Nuit
            """)
        #expect(try stage.run("session schedule pilote-2021 nuit.csv").code == 0)
        let list = try JSON(stage.run("session list --cohort pilote-2021 --format json").bytes)
        #expect(list[0]?["planned_minutes"]?.number == 330)
    }

    static func mark(_ name: String, _ lines: String..., said: String, errors: Int = 1) -> Refused {
        let header = "seance;participant;statut;minutes;mode;motif"
        let file = Array(([header] + lines).joined(separator: "\n").utf8)
        return Refused(name, "attend pilote-2021 FILE", file, code: 2, said + "\n" + count(errors))
    }

    @Test(arguments: [
        mark(
            "after leaving", "s08;reception@gare-endormie.exemple.invalid;present;;;",
            said: "FILE:2: colonne « seance » : la personne n’est plus inscrite depuis le 15/11/2021"),
        mark(
            "more than planned", "s01;agnes.exemple-un@example.org;late;181;;montre arrêtée",
            said: "FILE:2: colonne « minutes » : plus que les 180 minutes prévues"),
        mark(
            "present for a part", "s01;agnes.exemple-un@example.org;late;;;montre arrêtée",
            said: "FILE:2: colonne « minutes » : donnez les minutes suivies"),
        mark(
            "before the beginning of time", "s01;agnes.exemple-un@example.org;late;-1;;",
            said: "FILE:2: colonne « minutes » : « -1 » n’est pas entre 0 et 720"),
        mark(
            "a session nobody knows", "s99;agnes.exemple-un@example.org;present;;;",
            said: """
                FILE:2: colonne « seance » : séance inconnue ; séances : s01, s02, s03, s04, s05, s06, s07, s08, s09, s10
                """),
        mark(
            "somebody nobody knows", "s01;personne@example.org;present;;;",
            said: """
                FILE:2: colonne « participant » : « personne@example.org » n’a pas d’inscription dans cette cohorte
                """),
        mark(
            "somebody who only waited", "s01;nathan.anonyme-trois@example.org;present;;;",
            said: "FILE:2: colonne « participant » : cette personne n’a jamais eu de place (en liste d’attente)"),
        mark(
            "twice", "s01;agnes.exemple-un@example.org;present;;;", "s01;AGNES.exemple-un@example.org;present;;;",
            said: "FILE:3: colonne « participant » : déjà donné à la ligne 2"),
    ])
    func aMarkThatCannotBeIsNamed(_ refused: Refused) throws { try refused.expect(on: Self.held.get()) }

    @Test func aCorrectionGivesItsReason() throws {
        let stage = try Self.held.get().stage
        let mark = "s01;agnes.exemple-un@example.org;absent;;;"
        let file = stage.folder.file("correction.csv", "seance;participant;statut;minutes;mode;motif\n" + mark)
        let run = try stage.run("attend pilote-2021 \(file)")
        #expect(run.code == 2)
        #expect(run.said.hasPrefix("correction.csv:2: colonne « motif » : déjà marqué «"))
        #expect(try stage.fingerprint() == Self.held.get().fingerprint)
    }

    @Test func aHalfDayBeforeTheEnrolmentIsNotAttended() throws {
        let stage = try Stage(.open)
        stage.folder.file("un.csv", enrolments(applicant(on: "2021-10-01")))
        stage.folder.file(
            "marques.csv", "seance,participant,statut\ns03,anne@example.org,present\ns02,anne@example.org,present\n")
        let made = try stage.shell(
            """
            set -e
            cohorte enrol pilote-2021 un.csv --as-of 2021-10-01
            cohorte session schedule pilote-2021 '\(Scene.seed)/sessions.csv'
            """)
        #expect(made.code == 0, "\(made.said)")
        let file = try stage.run("attend pilote-2021 marques.csv --as-of 2021-10-12")
        #expect(file.code == 2)
        #expect(
            file.said.hasPrefix(
                "marques.csv:3: colonne « seance » : la séance précède l’inscription (01/10/2021)\n1 erreur"))
        let mark = "attend pilote-2021 --session s02 --participant anne@example.org --status present --as-of 2021-10-12"
        let single = try stage.run(mark)
        #expect(single.code == 65)
        #expect(single.said == "colonne « session » : la séance précède l’inscription (01/10/2021)\n")
    }

    @Test func aHalfDayToComeIsNotAttendedYet() throws {
        let stage = try Self.held.get().stage
        let file = stage.folder.file(
            "avenir.csv", "seance;participant;statut\ns10;agnes.exemple-un@example.org;present\n")
        let run = try stage.run("attend pilote-2021 \(file) --as-of 2022-01-16")
        #expect(run.code == 2)
        #expect(
            run.said.hasPrefix("avenir.csv:2: colonne « seance » : la séance n’a pas encore eu lieu (17/01/2022)\n"))
    }
}
