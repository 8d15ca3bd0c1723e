/// What the rules about ceilings, kinds, versions and windows say when they refuse.
extension Refusal {
    static let instruments: [String: Sentence] = [
        "ceiling_is_of_a_framework": Sentence("Ce référentiel n’existe pas.", "This framework does not exist."),
        "ceiling_level_is_positive": Sentence("Un niveau est un nombre positif.", "A level is a positive number."),
        "ceiling_per_competence_is_positive": Sentence("Un plafond est positif.", "A ceiling is positive."),
        "ceiling_total_is_positive": Sentence("Un plafond total est positif.", "A total ceiling is positive."),
        "instrument_kind_is_known": Sentence(
            "Un questionnaire mesure les compétences, ou la satisfaction à chaud ou à froid.",
            "A questionnaire is of skills, or of satisfaction, hot or cold."),
        "instrument_of_skills_bears_names": Sentence(
            "Un questionnaire de compétences est nominatif.", "A questionnaire of skills bears names."),
        "anonymous_answer_wave_is_known": Sentence(
            "Une vague est avant, après, rétrospectif ou suivi.", "A wave is before, after, retrospective or follow-up."
        ),
        "anonymous_answer_has_a_sheet": Sentence(
            "Une réponse anonyme a un numéro de feuille de 40 caractères au plus.",
            "An anonymous answer has a sheet number of at most 40 characters."),
        "anonymous_answer_has_answers": Sentence("Une feuille a des réponses.", "A sheet has answers."),
        "anonymous_answer_is_of_a_cohort": Sentence("Cette cohorte n’existe pas.", "This cohort does not exist."),
        "anonymous_answer_is_of_an_instrument": Sentence(
            "Ce questionnaire n’existe pas.", "This instrument does not exist."),
        "mapping_leads_to_an_item_once": Sentence(
            "Deux questions d’une version ne correspondent pas à une même question de l’autre.",
            "Two items of one version do not map to the same item of the other."),
        "mapping_is_from_an_item": Sentence("Cette question n’existe pas.", "This item does not exist."),
        "mapping_is_to_an_item": Sentence(
            "Cette question n’existe pas dans l’autre version.", "This item does not exist in the other version."),
        "mapping_is_of_two_versions": Sentence(
            "Une correspondance lie deux versions.", "A mapping is of two versions."),
        "cohort_window_wave_is_known": Sentence(
            "Une vague est avant, après, rétrospectif ou suivi.", "A wave is before, after, retrospective or follow-up."
        ),
        "cohort_window_is_of_a_cohort": Sentence("Cette cohorte n’existe pas.", "This cohort does not exist."),
        "cohort_window_closes_after_it_opens": Sentence(
            "Une fenêtre ne se ferme pas avant de s’ouvrir.", "A window does not close before it opens."),
    ]
}
