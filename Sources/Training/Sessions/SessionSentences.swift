extension Refusal {
    /// What the rules of half-days and marks say when they refuse.
    static let session: [String: Sentence] = [
        "session_is_of_a_cohort": Sentence("Cette cohorte n’existe pas.", "This cohort does not exist."),
        "session_code_is_unique": Sentence(
            "Ce code de séance est déjà pris dans cette cohorte.",
            "This session code is taken in this cohort."),
        "session_code_is_kebab_case": Sentence(
            "Un code de séance s’écrit en minuscules sans accent, mots joints par des tirets.",
            "A session code is lower case ASCII, words joined by hyphens."),
        "session_half_day_is_known": Sentence(
            "Une demi-journée est : matin, après-midi ou soirée.",
            "A half-day is morning, afternoon or evening."),
        "session_lasts_some_minutes": Sentence(
            "Une séance dure de 1 à 720 minutes.",
            "A session lasts 1 to 720 minutes."),
        "session_has_a_place": Sentence(
            "Une séance a un lieu de 200 caractères au plus.",
            "A session has a place of at most 200 characters."),
        "session_has_a_trainer": Sentence(
            "Une séance a un formateur, nommé en 200 caractères au plus.",
            "A session has a trainer, named in at most 200 characters."),
        "session_has_a_theme": Sentence(
            "Une séance a un thème de 200 caractères au plus.",
            "A session has a theme of at most 200 characters."),
        "session_mode_is_known": Sentence("Une séance est sur place ou à distance.", "A session is on site or remote."),
        "session_keeps_its_minutes": Sentence("Cette séance existe déjà.", "This session exists already."),
        "session_ends_after_it_starts": Sentence(
            "Une séance finit après avoir commencé.",
            "A session ends after it starts."),
        "session_does_not_overlap": Sentence(
            "Deux séances d’une cohorte ne se chevauchent pas.",
            "Two sessions of a cohort do not overlap."),
        "session_cancellation_has_a_reason": Sentence(
            "Une annulation donne son motif, en 2 000 caractères au plus.",
            "A cancellation gives its reason, in at most 2,000 characters."),
        "cancellation_is_of_a_session": Sentence("Cette séance n’existe pas.", "This session does not exist."),
        "session_change_reason_is_short": Sentence(
            "Un motif dit quelque chose, en 2 000 caractères au plus.",
            "A reason says something, in at most 2,000 characters."),
        "change_is_of_a_session": Sentence("Cette séance n’existe pas.", "This session does not exist."),
        "attendance_status_is_known": Sentence(
            "Ce statut d’émargement n’existe pas.",
            "This attendance status does not exist."),
        "attendance_mode_is_known": Sentence("On assiste sur place ou à distance.", "One attends on site or remotely."),
        "attendance_reason_is_short": Sentence(
            "Un motif dit quelque chose, en 2 000 caractères au plus.",
            "A reason says something, in at most 2,000 characters."),
        "attendance_is_of_a_session": Sentence(
            "Cette séance n’existe pas, ou sa durée a changé.",
            "This session does not exist, or its length has changed."),
        "attendance_is_of_an_enrolment": Sentence(
            "Cette personne n’est pas inscrite dans cette cohorte.",
            "This person is not enrolled in this cohort."),
        "attendance_is_followed_by_an_office": Sentence(
            "Un émargement est suivi par un office du programme.",
            "An attendance is followed by one of the programme's offices."),
        "attendance_minutes_fit_its_status": Sentence(
            "Ces minutes ne vont pas avec ce statut.",
            "These minutes do not go with this status."),
        "correction_is_of_an_attendance": Sentence("Cet émargement n’existe pas.", "This attendance does not exist."),
        "attendance_correction_has_a_reason": Sentence(
            "Une correction donne son motif.",
            "A correction gives its reason."),
    ]
}
