import Training

/// A word and what it means here, or a fact and its value.
struct Term {
    let term: String
    let words: String

    init(_ term: String, _ words: String) { (self.term, self.words) = (term, words) }

    /// R2: what else could explain the change.
    static func explanations(_ cohort: Evaluation.CohortFacts, _ say: Tongue) -> [Term] {
        let dates = say.period(cohort.startsOn, cohort.endsOn).capitalised
        return [
            Term(
                say("Pas de groupe témoin", "No control group"),
                say(
                    "Aucun groupe comparable n’a été suivi sans formation : on ne sait pas ce qui se serait passé sans elle.",
                    "No comparable group was followed without the training: nobody knows what would have happened without it."
                )),
            Term(
                say("La saison", "The season"),
                say(
                    "\(dates), l’activité, le temps disponible et les outils ont changé eux aussi.",
                    "\(dates), business, spare time and tools changed too.")),
            Term(
                say("L’habitude du questionnaire", "Having seen the questions"),
                say(
                    "Répondre une seconde fois aux mêmes questions suffit parfois à mieux y répondre.",
                    "Answering the same questions a second time is sometimes enough to answer them better.")),
            Term(
                say("Qui est venu, qui est resté", "Who came and who stayed"),
                say(
                    "Les participants ont choisi de venir ; ceux qui sont partis en route auraient pu évoluer autrement.",
                    "The participants chose to come; those who left on the way might have changed otherwise.")),
            Term(
                say("Le retour vers la moyenne", "Regression to the mean"),
                say(
                    "Un score très bas un jour donné remonte souvent de lui-même la fois suivante, et un score très haut "
                        + "redescend.",
                    "A score that is very low one day often rises by itself the next time, and a very high one falls.")),
        ]
    }

    static func glossary(_ say: Tongue) -> [Term] {
        [
            Term(
                say("Score", "Score"),
                say(
                    "Note de 0 à 100 calculée sur les réponses ; zéro est un score, pas une absence de réponse.",
                    "A mark from 0 to 100 computed from the answers; zero is a score, not a missing answer.")),
            Term(
                "n",
                say(
                    "Nombre de personnes évaluées avant et après, sur les questions répondues aux deux moments.",
                    "Number of people assessed before and after, on the questions answered both times.")),
            Term(
                say("Évolution observée", "Observed change"),
                say(
                    "Score après moins score avant. Les écarts sont calculés avant d’être arrondis.",
                    "Score after minus score before. Differences are computed before they are rounded.")),
            Term(
                say("Intervalle de confiance à 95 %", "95% confidence interval"),
                say(
                    "Fourchette qui dit la précision de la moyenne : plus elle est large, moins on en sait. Calculée ainsi, "
                        + "elle contient la vraie valeur 95 fois sur 100.",
                    "A range that tells how precise the mean is: the wider, the less is known. Computed this way, it "
                        + "contains the true value 95 times in 100.")),
            Term(
                "p",
                say(
                    "Chance d’observer un écart au moins aussi grand si, en réalité, rien n’avait changé. Ce n’est pas la "
                        + "chance que la formation soit inutile.",
                    "The chance of observing a difference at least as large if, in truth, nothing had changed. It is not "
                        + "the chance that the training is useless.")),
            Term(
                say("p ajusté (Holm)", "Adjusted p (Holm)"),
                say(
                    "Le même, corrigé parce que plusieurs compétences sont testées à la fois.",
                    "The same, corrected because several competences are tested at once.")),
            Term(
                say("Assiduité", "Attendance"),
                say(
                    "Minutes suivies rapportées aux minutes prévues des séances tenues.",
                    "Minutes attended over the minutes planned of the sessions held.")),
        ]
    }

    /// Where the numbers come from, so that they can be found again.
    static func versions(_ edition: Edition, _ say: Tongue) -> [Term] {
        let (cohort, versions) = (edition.cohort, edition.versions)
        return [
            Term(
                say("Questionnaire", "Questionnaire"),
                cohort.instrument ?? say("aucune évaluation enregistrée", "no assessment recorded")),
            Term(say("Référentiel", "Framework"), cohort.framework ?? say("aucun", "none")),
            Term(say("Cohorte", "Cohort"), cohort.code),
            Term(say("Données arrêtées au", "Data as of"), say.date(edition.asOf)),
            Term(say("Version du logiciel", "Program version"), versions.program),
            Term(say("Schéma de la base", "Database schema"), String(versions.schema)),
            Term(say("Empreinte des données (SHA-256)", "Hash of the data (SHA-256)"), edition.inputsSHA256),
        ]
            + (edition.evaluationSHA256.map {
                [Term(say("Empreinte du bilan entier (SHA-256)", "Hash of the whole evaluation (SHA-256)"), $0)]
            } ?? [])
    }
}
