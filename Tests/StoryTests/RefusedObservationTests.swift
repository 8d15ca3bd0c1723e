import Testing

/// Observations and skills that cannot be.
@Suite struct RefusedObservationTests {
    static let held = Result { try Still(.held) }

    static func seen(_ name: String, _ lines: String..., said: String, errors: Int = 1) -> Refused {
        let header = "unite;critere;vague;date;observateur;valeur;preuve;envoye_le;repondu_le;nature;motif"
        let file = Array(([header] + lines).joined(separator: "\n").utf8)
        return Refused(name, "observe FILE", file, code: 2, said + "\n" + count(errors))
    }

    @Test(arguments: [
        seen(
            "a criterion of another unit", "Albi;P05;avant;2021-09-01;Inès;2;;;;;",
            said: "FILE:2: colonne « critere » : P05 s’observe chez un prestataire, et « Albi » est une commune"),
        seen(
            "the other way round", "Gîte fictif de la Lune rousse;C01;avant;2021-09-01;Inès;2;;;;;",
            said: """
                FILE:2: colonne « critere » : C01 s’observe sur une commune, et « Gîte fictif de la Lune rousse » est un \
                prestataire
                """),
        seen(
            "a reply before its sending",
            "Albi;C08;avant;;Inès;;;2021-09-01 09:30;01/09/2021 9h29;complete;",
            said: "FILE:2: colonne « repondu_le » : la réponse ne vient pas après l’envoi (01/09/2021 09:30)"),
        seen(
            "a value off the scale", "Albi;C01;avant;2021-09-01;Inès;4;;;;;",
            said: "FILE:2: colonne « valeur » : « 4 » n’est pas sur l’échelle : de 0 à 3, sans_objet ou non_observe"),
        seen(
            "half a value", "Albi;C01;avant;2021-09-01;Inès;2,5;;;;;",
            said: "FILE:2: colonne « valeur » : « 2,5 » n’est pas sur l’échelle : de 0 à 3, sans_objet ou non_observe"),
        seen(
            "a provider nobody knows", "Gîte de nulle part;P05;avant;2021-09-01;Inès;2;;;;;",
            said: """
                FILE:2: colonne « unite » : prestataire « Gîte de nulle part » inconnu ; « cohorte provider list » donne les \
                prestataires
                """),
        seen(
            "a commune nobody knows", "Atlantide;C01;avant;2021-09-01;Inès;2;;;;;",
            said: """
                FILE:2: colonne « unite » : commune « Atlantide » inconnue ; « cohorte commune list » donne les communes
                """),
        seen(
            "twice in a file", "Albi;C01;avant;2021-09-01;Inès;2;;;;;", "81004;c01;avant;2021-09-02;INES;3;;;;;",
            said: "FILE:3: colonne « critere » : déjà donné à la ligne 2"),
        seen(
            "a mystery mail as a value", "Albi;C08;avant;2021-09-01;Inès;2;;;;;",
            said: """
                FILE:2: colonne « valeur » : C08 est un courriel mystère : donnez envoye_le, repondu_le et nature, pas une \
                valeur
                """),
        seen(
            "a value as a mystery mail", "Albi;C01;avant;2021-09-01;Inès;;;2021-09-01 09:00;;aucune;",
            said: """
                FILE:2: colonne « nature » : C01 n’est pas un courriel mystère : donnez une valeur, ni envoi, ni réponse, ni \
                nature
                """),
        seen(
            "an hour that happens twice", "Albi;C08;avant;;Inès;;;2021-10-31 02:30;;aucune;",
            said: """
                FILE:2: colonne « envoye_le » : 31/10/2021 02:30 existe deux fois à Paris : ajoutez +02:00 (heure d’été) ou \
                +01:00 (heure d’hiver)
                """),
        seen(
            "an hour that is skipped", "Albi;C08;avant;;Inès;;;27/03/2022 2h30;;aucune;",
            said: """
                FILE:2: colonne « envoye_le » : 02:30 n’existe pas ce jour-là, on passe à l’heure d’été : écrivez 01:30 \
                (heure d’hiver) ou 03:30 (heure d’été)
                """),
        seen(
            "a day without an hour", "Albi;C08;avant;;Inès;;;2021-09-01;;aucune;",
            said: """
                FILE:2: colonne « envoye_le » : « 2021-09-01 » n’a pas d’heure (attendu : 2021-09-13 09:30)
                """),
        seen(
            "no time at all", "Albi;C08;avant;;Inès;;;2021-09-01 09:30+2 h;;aucune;",
            said: """
                FILE:2: colonne « envoye_le » : « 2021-09-01 09:30+2 h » n’est pas une date avec son heure (attendu : \
                2021-09-13 09:30, ou 2021-10-31 02:30+02:00)
                """),
        seen(
            "told afterwards", "Albi;C01;rétrospectif;2021-09-01;Inès;2;;;;;",
            said: "FILE:2: colonne « vague » : « rétrospectif » est inconnu (avant, après, suivi)"),
        seen(
            "an unknown reply", "Albi;C08;avant;;Inès;;;2021-09-01 09:30;;polie;",
            said: """
                FILE:2: colonne « nature » : « polie » est inconnu (aucune, automatique, partielle, complète, \
                complète_avec_lien)
                """),
    ])
    func anObservationThatCannotBeIsNamed(_ refused: Refused) throws { try refused.expect(on: Self.held.get()) }

    @Test func anUnknownCriterionIsToldWhichThereAre() throws {
        let stage = try Self.held.get().stage
        let file = stage.folder.file(
            "c.csv", "unit,criterion,wave,date,observer,value\nAlbi,C99,before,2021-09-01,Zoé,2\n")
        let run = try stage.run("observe \(file) --lang en")
        #expect(run.code == 2)
        #expect(run.said.hasPrefix("c.csv:2: column \"criterion\": unknown criterion; criteria: P01, P02, P03, "))
        #expect(run.said.contains(", C08, C09\n1 error in c.csv: nothing was written."))
        #expect(try stage.fingerprint() == Self.held.get().fingerprint)
    }

    @Test func oneByOptionsTakesTheSamePathAndRehearses() throws {
        let stage = try Stage(.held)
        let one = ["observe --wave before --criterion C01 --date 2021-09-01 --observer Zoé --value 2 --unit Albi"]
        #expect(
            try stage.run(one[0] + " --dry-run").said
                == "1 constat ajouté, 0 corrigé, 0 inchangé.\n(essai à blanc : rien n’a été écrit)\n")
        #expect(try stage.run(one[0]).said == "1 constat ajouté, 0 corrigé, 0 inchangé.\n")
        #expect(try stage.run(one[0]).said == "0 constat ajouté, 0 corrigé, 1 inchangé.\n")
        let other = one[0].replacing("--value 2", with: "--value 1")
        let refused = try stage.run(other)
        #expect(
            refused.code == 65
                && refused.said.hasPrefix("colonne « reason » : déjà observé par la même personne : « 2 »"))
        #expect(
            try stage.run(other, "--reason", "Relu avec la mairie").said == "0 constat ajouté, 1 corrigé, 0 inchangé.\n"
        )
        let trail = try JSON(stage.run("diagnostic corrections --format json").bytes)[0]
        #expect(trail?["old_value"] == .text("2") && trail?["reason"] == .text("Relu avec la mairie"))
        #expect(try stage.run("observe --unit Albi --wave before").code == 64)
        #expect(try stage.run("observe f.csv --unit Albi").code == 64)
        let bad = try stage.run(one[0].replacing("--value 2", with: "--value 9"))
        #expect(bad.code == 65 && bad.said.hasPrefix("colonne « value » : « 9 » n’est pas sur l’échelle"))
        let mail = "observe --unit Albi --criterion C08 --wave before --observer Zoé --kind partielle --sent-at"
        let sent = try stage.run(mail, "2021-09-01 09:30", "--replied-at", "2021-09-02 10:00")
        #expect(sent.code == 0, "\(sent.said)")
        #expect(try JSON(stage.run("diagnostic list --criterion c08 --format json").bytes)[0]?["hours"]?.number == 24.5)
    }

    static func skill(_ name: String, _ line: String, said: String) -> Refused {
        let file = Array("office;theme;niveau;heures;valable_du;valable_au;note\n\(line)\n".utf8)
        return Refused(name, "skill import FILE", file, code: 2, said + "\n" + count(1))
    }

    @Test(arguments: [
        skill(
            "a level that is none", "albi;site_web;5;;2021-09-01;;",
            said: "FILE:2: colonne « niveau » : « 5 » n’est pas entre 1 et 4"),
        skill(
            "more hours than a month has", "albi;site_web;3;401;2021-09-01;;",
            said: "FILE:2: colonne « heures » : les heures sont celles d’un mois : de 0 à 400"),
        skill(
            "an end before the beginning", "albi;site_web;3;4;2021-09-01;31/08/2021;",
            said: "FILE:2: colonne « valable_au » : la fin précède le début (01/09/2021)"),
        skill(
            "a theme nobody knows", "albi;cuisine;3;4;2021-09-01;;",
            said: """
                FILE:2: colonne « theme » : thème inconnu ; thèmes connus : joignabilite, site_web, reservation, \
                reseaux_sociaux, destination, photo_ecriture, donnees_droits, outils
                """),
    ])
    func aSkillThatCannotBeIsNamed(_ refused: Refused) throws { try refused.expect(on: Self.held.get()) }
}
