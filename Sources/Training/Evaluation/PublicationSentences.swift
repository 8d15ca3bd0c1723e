extension Refusal {
    static let publication: [String: Sentence] = [
        "final_evaluation_step_is_positive": Sentence(
            "Les bilans définitifs d’une cohorte se comptent à partir de 1.",
            "The final evaluations of a cohort are counted from 1."),
        "final_evaluation_is_stored": Sentence("Ce bilan n’existe pas.", "This evaluation does not exist."),
        "written_evaluation_is_stored": Sentence("Ce bilan n’existe pas.", "This evaluation does not exist."),
        "publication_number_is_positive": Sentence(
            "Un numéro de publication est positif.", "A publication's number is positive."),
        "publication_reader_is_known": Sentence(
            "On publie pour un office ou pour tous.", "One publishes for an office or for everybody."),
        "publication_hides_small_groups": Sentence(
            "Un groupe publié compte au moins 5 personnes.", "A published group counts at least 5 people."),
        "publication_number_is_unique": Sentence(
            "Ce numéro de publication est déjà pris ; recommencez.", "This publication number is taken; try again."),
        "publication_is_once_per_evaluation": Sentence(
            "Cette version a déjà été publiée.", "This version was published already."),
        "publication_is_of_an_evaluation": Sentence("Ce bilan n’existe pas.", "This evaluation does not exist."),
    ]
}
