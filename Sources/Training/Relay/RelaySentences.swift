/// What the rules about a group and about support say when they refuse.
extension Refusal {
    static let network: [String: Sentence] = [
        "network_wave_is_known": Sentence(
            "Le réseau se demande avant, après ou au suivi.", "The network is asked for before, after or at follow-up."),
        "network_question_is_known": Sentence(
            "On demande : qui connaissez-vous, avec qui avez-vous travaillé, à qui avez-vous envoyé un client.",
            "The questions are whom you know, have worked with, have sent a customer to."),
        "network_answer_is_of_an_enrolment": Sentence(
            "Cette personne n’est pas inscrite dans cette cohorte.", "This person is not enrolled in this cohort."),
        "network_answer_is_followed_by_an_office": Sentence(
            "Une réponse est suivie par un office du programme.",
            "An answer is followed by one of the programme's offices."),
        "naming_is_of_an_answer": Sentence(
            "On nomme quelqu’un en répondant à une question.", "Somebody is named in answer to a question."),
        "naming_is_of_somebody_in_the_cohort": Sentence(
            "La personne nommée n’est pas de cette cohorte.", "The person named is not of this cohort."),
        "naming_is_followed_by_an_office": Sentence(
            "Une réponse est suivie par un office du programme.",
            "An answer is followed by one of the programme's offices."),
        "naming_is_of_two_people": Sentence("On ne se nomme pas soi-même.", "Nobody names themselves."),
        "network_retraction_has_a_reason": Sentence(
            "Un retrait a un motif de 2 000 caractères au plus.",
            "A retraction has a reason of at most 2,000 characters."),
        "retraction_is_of_a_naming": Sentence("Cette réponse n’existe pas.", "This answer does not exist."),
        "retraction_is_followed_by_an_office": Sentence(
            "Un retrait est suivi par un office du programme.",
            "A retraction is followed by one of the programme's offices."
        ),
    ]

    static let support: [String: Sentence] = [
        "support_is_on_a_known_theme": Sentence("Ce thème n’existe pas.", "This theme does not exist."),
        "support_lasts_some_minutes": Sentence(
            "Un accompagnement dure de 1 à 1 440 minutes.", "Support lasts 1 to 1,440 minutes."),
        "support_mode_is_known": Sentence(
            "On accompagne sur place, à l’office, par téléphone, en visioconférence ou en atelier.",
            "Support is given on site, at the office, by phone, by video or in a workshop."),
        "support_has_a_theme": Sentence(
            "Un accompagnement a un thème de 100 caractères au plus.", "Support has a theme of at most 100 characters."),
        "support_autonomy_is_known": Sentence(
            "L’autonomie est : accompagné, en partie, autonome.", "Autonomy is accompanied, partly or autonomous."),
        "support_outcome_is_known": Sentence(
            "Un accompagnement est résolu, à suivre ou orienté ailleurs.", "Support is solved, to follow or referred."),
        "support_next_action_is_short": Sentence(
            "Une prochaine action a 500 caractères au plus.", "A next action has at most 500 characters."),
        "support_reason_is_short": Sentence(
            "Un motif a 2 000 caractères au plus.", "A reason has at most 2,000 characters."),
        "support_is_once_a_day_by_theme_and_mode": Sentence(
            "Cet accompagnement est déjà noté.", "This support is logged already."),
        "support_is_of_an_enrolment": Sentence(
            "Cette personne n’est pas inscrite dans cette cohorte.", "This person is not enrolled in this cohort."),
        "support_is_followed_by_an_office": Sentence(
            "Un accompagnement est suivi par un office du programme.",
            "Support is followed by one of the programme's offices."),
        "support_is_given_by_an_office": Sentence(
            "Un accompagnement est donné par un office du programme.",
            "Support is given by one of the programme's offices."),
        "support_is_on_a_known_competence": Sentence(
            "Cette compétence n’existe pas dans ce référentiel.", "This competence does not exist in this framework."),
        "support_competence_has_a_framework": Sentence(
            "Une compétence est celle d’un référentiel.", "A competence is of a framework."),
        "support_to_follow_has_a_next_action": Sentence(
            "Un accompagnement à suivre dit la prochaine action.", "Support to follow says the next action."),
        "support_due_day_is_of_an_action": Sentence(
            "Une échéance est celle d’une prochaine action, et ne précède pas l’accompagnement.",
            "A due day is of a next action, and not before the support."),
        "support_done_day_is_of_an_action": Sentence(
            "Ce qui est fait est une prochaine action, et ne précède pas l’accompagnement.",
            "What is done is a next action, and not before the support."),
        "support_correction_has_a_reason": Sentence(
            "Une correction a un motif de 2 000 caractères au plus.",
            "A correction has a reason of at most 2,000 characters."
        ),
        "correction_is_made_by_an_office": Sentence(
            "Une correction est faite par un office du programme.",
            "A correction is made by one of the programme's offices."),
        "correction_is_of_a_support": Sentence("Cet accompagnement n’existe pas.", "This support does not exist."),
        "correction_is_followed_by_an_office": Sentence(
            "Une correction est suivie par un office du programme.",
            "A correction is followed by one of the programme's offices."),
    ]
}
