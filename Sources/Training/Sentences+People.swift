/// What the rules about who somebody is, and who follows them, say when they refuse.
extension Refusal {
    static let people: [String: Sentence] = [
        "participant_is_merged_into_a_person": Sentence("Cette personne n’existe pas.", "This person does not exist."),
        "participant_is_not_merged_into_itself": Sentence(
            "Une personne ne fusionne pas avec elle-même.",
            "A person is not merged with themselves."),
        "merge_has_a_reason": Sentence(
            "Une fusion a un motif de 2 000 caractères au plus.",
            "A merge has a reason of at most 2,000 characters."),
        "merge_keeps_a_person": Sentence("La personne gardée n’existe pas.", "The person kept does not exist."),
        "merge_is_of_a_person": Sentence("La personne fusionnée n’existe pas.", "The person merged does not exist."),
        "merge_is_of_two_people": Sentence("Une fusion réunit deux fiches.", "A merge is of two records."),
        "merge_undoes_a_merge": Sentence("Cette fusion n’existe pas.", "This merge does not exist."),
        "merge_is_undone_once": Sentence("Cette fusion est déjà défaite.", "This merge is undone already."),
        "transfer_has_a_reason": Sentence(
            "Un transfert a un motif de 2 000 caractères au plus.",
            "A transfer has a reason of at most 2,000 characters."),
        "transfer_is_of_a_person": Sentence("La personne transférée n’existe pas.", "The person does not exist."),
        "transfer_leaves_an_office": Sentence("L’office quitté n’existe pas.", "The office left does not exist."),
        "transfer_goes_to_an_office": Sentence(
            "Le nouvel office n’existe pas.",
            "The new office does not exist."),
        "transfer_changes_the_office": Sentence(
            "Cet office suit déjà cette personne.",
            "This office follows this person already."),
        "origin_is_of_an_enrolment": Sentence("Cette inscription n’existe pas.", "This enrolment does not exist."),
        "origin_is_an_office": Sentence("L’office d’origine n’existe pas.", "The office of origin does not exist."),
        "origin_is_a_provider": Sentence(
            "Le prestataire d’origine n’existe pas.",
            "The provider of origin does not exist."),
    ]
}
