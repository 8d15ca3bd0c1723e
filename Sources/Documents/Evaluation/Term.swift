import Training

/// A word and what it means here, or a fact and its value.
struct Term {
    let term: String
    let words: String

    init(_ term: String, _ words: String) { (self.term, self.words) = (French.words(term), French.words(words)) }

    /// R2: what else could explain the change.
    static func explanations(_ cohort: Evaluation.CohortFacts) -> [Term] {
        [
            Term(
                "Pas de groupe témoin",
                "Personne de comparable n’a été suivi sans formation. On ne sait pas ce qui se serait passé sans elle."),
            Term(
                "La saison",
                "\(French.period(cohort.startsOn, cohort.endsOn).capitalised), l’activité, le temps disponible et les outils "
                    + "ont changé eux aussi."),
            Term(
                "L’habitude du questionnaire",
                "Répondre une seconde fois aux mêmes questions suffit parfois à mieux y répondre."),
            Term(
                "Qui est venu, qui est resté",
                "Les participants ont choisi de venir ; ceux qui sont partis en route auraient pu évoluer autrement."),
            Term(
                "Le retour vers la moyenne",
                "Un score très bas un jour donné remonte souvent de lui-même la fois suivante, et un score très haut "
                    + "redescend."),
        ]
    }

    static let glossary: [Term] = [
        Term("Score", "Note de 0 à 100 calculée sur les réponses ; zéro est un score, pas une absence de réponse."),
        Term("n", "Nombre de personnes évaluées avant et après, sur les questions répondues aux deux moments."),
        Term("Évolution observée", "Score après moins score avant. Les écarts sont calculés avant d’être arrondis."),
        Term(
            "Intervalle de confiance à 95 %",
            "Fourchette qui dit la précision de la moyenne : plus elle est large, moins on en sait. Calculée ainsi, elle "
                + "contient la vraie valeur 95 fois sur 100."),
        Term(
            "p",
            "Chance d’observer un écart au moins aussi grand si, en réalité, rien n’avait changé. Ce n’est pas la chance "
                + "que la formation soit inutile."),
        Term("p ajusté (Holm)", "Le même, corrigé parce que plusieurs compétences sont testées à la fois."),
        Term("Assiduité", "Minutes suivies rapportées aux minutes prévues des séances tenues."),
    ]

    /// Where the numbers come from, so that they can be found again.
    static func versions(_ evaluation: Evaluation) -> [Term] {
        [
            Term("Questionnaire", evaluation.cohort.instrument ?? "aucune évaluation enregistrée"),
            Term("Référentiel", evaluation.cohort.framework ?? "aucun"),
            Term("Cohorte", evaluation.cohort.code),
            Term("Données arrêtées au", French.date(evaluation.asOf)),
            Term("Version du logiciel", evaluation.versions.program),
            Term("Schéma de la base", String(evaluation.versions.schema)),
            Term("Empreinte des données (SHA-256)", evaluation.inputsSHA256),
        ]
    }

    /// How the figures were made, one paragraph each.
    static func method(_ evaluation: Evaluation) -> [String] {
        let framework = evaluation.cohort.framework?.lowercased() ?? ""
        return [
            "Le score va de 0 à 100 : c’est la moyenne des réponses rapportées à leur échelle. L’évolution ne compte que les "
                + "questions répondues aux deux moments, avec la même version du questionnaire.",
            "Critère principal, fixé avant les données : l’évolution moyenne du score global, avec l’intervalle de Student "
                + "des différences appariées. Tests exacts et autres tailles sont donnés à titre de contrôle ; les "
                + "compétences forment une famille secondaire, ajustée par Holm.",
            "Sous six évolutions non nulles, un test exact ne peut pas atteindre le seuil de 5 % : il n’est pas calculé, "
                + "et le tableau le dit.",
            "Les mêmes faits donnent le même document, octet pour octet. Les données des graphiques l’accompagnent en CSV, "
                + "sous pseudonymes.",
            framework.hasPrefix("digcomp")
                ? "Les intitulés français des compétences DigComp sont une traduction de ce projet, non la version officielle."
                : nil,
        ].compactMap { $0.map(French.words) }
    }
}
