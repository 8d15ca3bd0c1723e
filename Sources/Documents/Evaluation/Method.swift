import Training

/// How the figures were made, one paragraph each.
enum Method {
    static func paragraphs(_ edition: Edition, _ say: Tongue) -> [String] {
        let isDigComp = edition.cohort.framework?.lowercased().hasPrefix("digcomp") ?? false
        return [score(say), primary(say), exact(say), bytes(edition, say)] + (isDigComp ? [translation(say)] : [])
    }

    private static func score(_ say: Tongue) -> String {
        say(
            "Le score va de 0 à 100 : c’est la moyenne des réponses rapportées à leur échelle. L’évolution ne compte que les "
                + "questions répondues aux deux moments, avec la même version du questionnaire.",
            "The score goes from 0 to 100: it is the mean of the answers over their scale. The change counts only the "
                + "questions answered both times, with the same version of the questionnaire.")
    }

    private static func primary(_ say: Tongue) -> String {
        say(
            "Critère principal, fixé avant les données : l’évolution moyenne du score global, avec l’intervalle de Student "
                + "des différences appariées. Les tests exacts et les autres tailles sont donnés à titre de contrôle ; les "
                + "compétences forment une famille secondaire, ajustée par Holm.",
            "Primary outcome, declared before the data: the mean change of the overall score, with Student’s interval of "
                + "the paired differences. Exact tests and other sizes are given as a check; the competences are a "
                + "secondary family, adjusted by Holm.")
    }

    private static func exact(_ say: Tongue) -> String {
        say(
            "Sous six évolutions non nulles, un test exact ne peut pas atteindre le seuil de 5 % : il n’est pas calculé, "
                + "et le tableau le dit.",
            "Below six changes that are not zero, an exact test cannot reach the 5% level: it is not computed, and the "
                + "table says so.")
    }

    private static func bytes(_ edition: Edition, _ say: Tongue) -> String {
        let same = say(
            "Les mêmes faits donnent le même document, octet pour octet. ",
            "The same facts give the same document, byte for byte. ")
        guard edition.reader.seesEverybody else {
            return same
                + say(
                    "Les chiffres communiqués l’accompagnent en CSV, sans ligne de personne.",
                    "The figures that are disclosed come with it as CSV, without anybody’s line.")
        }
        return same
            + say(
                "Les données des graphiques l’accompagnent en CSV, sous pseudonymes.",
                "The data of the charts come with it as CSV, under pseudonyms.")
    }

    private static func translation(_ say: Tongue) -> String {
        say(
            "Les intitulés français des compétences DigComp sont une traduction de ce projet, non la version officielle.",
            "The English titles of the DigComp competences are the framework’s own.")
    }
}
