/// What each rule of the schema says to a person when it refuses: a sentence for every named constraint, and no other.
extension Refusal {
    /// By the constraint's name.
    static let sentences: [String: Sentence] = territory.merging(enrolment) { first, _ in first }
        .merging(session) { first, _ in first }.merging(competence) { first, _ in first }
        .merging(people) { first, _ in first }.merging(publication) { first, _ in first }
        .merging(diagnostic) { first, _ in first }.merging(network) { first, _ in first }
        .merging(instruments) { first, _ in first }.merging(support) { first, _ in first }
        .merging(door) { first, _ in first }

    private static let territory: [String: Sentence] = [
        "programme_code_is_unique": Sentence("Ce code de programme est déjà pris.", "This programme code is taken."),
        "programme_code_is_kebab_case": Sentence(
            "Un code de programme s’écrit en minuscules sans accent, mots joints par des tirets.",
            "A programme code is lower case ASCII, words joined by hyphens."),
        "programme_has_a_name": Sentence(
            "Un programme a un nom de 200 caractères au plus.",
            "A programme has a name of at most 200 characters."),
        "office_is_of_a_programme": Sentence("Ce programme n’existe pas.", "This programme does not exist."),
        "office_code_is_unique": Sentence("Ce code d’office est déjà pris.", "This office code is taken."),
        "office_name_is_unique": Sentence(
            "Un autre office porte déjà ce nom.", "Another office has this name already."),
        "office_code_is_kebab_case": Sentence(
            "Un code d’office s’écrit en minuscules sans accent, mots joints par des tirets.",
            "An office code is lower case ASCII, words joined by hyphens."),
        "office_has_a_name": Sentence(
            "Un office a un nom de 200 caractères au plus.",
            "An office has a name of at most 200 characters."),
        "office_has_a_short_name": Sentence(
            "Un office a un nom court de 80 caractères au plus.",
            "An office has a short name of at most 80 characters."),
        "commune_has_an_insee_code": Sentence(
            "Un code INSEE a cinq caractères, comme 81004 ou 2A004.",
            "An INSEE code has five characters, such as 81004 or 2A004."),
        "commune_has_a_name": Sentence(
            "Une commune a un nom de 200 caractères au plus.",
            "A commune has a name of at most 200 characters."),
        "commune_is_in_the_area_of_an_office": Sentence(
            "Une commune est suivie par un office du programme.",
            "A commune is in the area of one of the programme's offices."),
        "provider_has_a_known_category": Sentence(
            "Cette catégorie de prestataire n’existe pas.",
            "This category of provider does not exist."),
        "provider_has_a_name": Sentence(
            "Un prestataire a un nom de 200 caractères au plus.",
            "A provider has a name of at most 200 characters."),
        "provider_is_once_per_commune": Sentence(
            "Ce prestataire existe déjà dans cette commune.",
            "This provider exists already in this commune."),
        "provider_is_in_a_known_commune": Sentence(
            "Un prestataire est dans une commune du programme.",
            "A provider is in one of the programme's communes."),
        "provider_is_followed_by_an_office": Sentence(
            "Un prestataire est suivi par un office du programme.",
            "A provider is followed by one of the programme's offices."),
        "participant_has_a_family_name": Sentence(
            "Une personne a un nom de 100 caractères au plus.",
            "A person has a family name of at most 100 characters."),
        "participant_has_a_given_name": Sentence(
            "Une personne a un prénom de 100 caractères au plus.",
            "A person has a given name of at most 100 characters."),
        "participant_email_is_short": Sentence(
            "Une adresse électronique a de 3 à 254 caractères.",
            "An e-mail address has 3 to 254 characters."),
        "participant_phone_is_short": Sentence(
            "Un numéro de téléphone a de 6 à 30 caractères.",
            "A phone number has 6 to 30 characters."),
        "participant_email_is_unique": Sentence(
            "Cette adresse électronique est déjà celle d’une autre personne.",
            "This e-mail address is another person's already."),
        "participant_is_once_per_provider": Sentence(
            "Cette personne est déjà connue chez ce prestataire.",
            "This person is known at this provider already."),
        "participant_can_be_reached": Sentence(
            "Il faut une adresse électronique ou un téléphone.",
            "An e-mail address or a phone number is needed."),
        "participant_is_followed_by_an_office": Sentence(
            "Une personne est suivie par un office du programme.",
            "A person is followed by one of the programme's offices."),
        "participant_is_sent_by_a_provider": Sentence(
            "Une personne est envoyée par un prestataire du programme.",
            "A person is sent by one of the programme's providers."),
    ]

    private static let enrolment: [String: Sentence] = [
        "cohort_is_of_a_programme": Sentence("Ce programme n’existe pas.", "This programme does not exist."),
        "cohort_code_is_unique": Sentence("Ce code de cohorte est déjà pris.", "This cohort code is taken."),
        "cohort_code_is_kebab_case": Sentence(
            "Un code de cohorte s’écrit en minuscules sans accent, mots joints par des tirets.",
            "A cohort code is lower case ASCII, words joined by hyphens."),
        "cohort_has_a_title": Sentence(
            "Une cohorte a un titre de 200 caractères au plus.",
            "A cohort has a title of at most 200 characters."),
        "cohort_has_places": Sentence(
            "Une cohorte a de 1 à 10 000 000 places.", "A cohort has 1 to 10,000,000 places."),
        "cohort_ends_after_it_starts": Sentence(
            "Une cohorte ne finit pas avant d’avoir commencé.",
            "A cohort does not end before it starts."),
        "cohort_minimum_assiduity_is_a_percentage": Sentence(
            "L’assiduité minimale va de 0 à 100 %.",
            "The minimum assiduity goes from 0 to 100%."),
        "cohort_primary_outcome_is_overall": Sentence(
            "Le critère principal est le score global.",
            "The primary outcome is the overall score."),
        "cohort_status_is_known": Sentence("Cet état de cohorte n’existe pas.", "This cohort status does not exist."),
        "quota_is_positive": Sentence("Un quota est d’une place au moins.", "A quota is one place at least."),
        "quota_is_of_a_cohort": Sentence("Cette cohorte n’existe pas.", "This cohort does not exist."),
        "quota_is_for_an_office": Sentence("Cet office n’existe pas.", "This office does not exist."),
        "enrolment_is_once_per_cohort": Sentence(
            "Cette personne est déjà inscrite dans cette cohorte.",
            "This person is enrolled in this cohort already."),
        "enrolment_arrival_is_positive": Sentence("Un numéro d’arrivée est positif.", "An arrival number is positive."),
        "enrolment_arrival_is_unique": Sentence(
            "Ce numéro d’arrivée est déjà pris ; recommencez.",
            "This arrival number is taken; try again."),
        "enrolment_is_in_its_cohort": Sentence(
            "Cette inscription est déjà dans cette cohorte.",
            "This enrolment is in this cohort already."),
        "enrolment_is_in_a_cohort": Sentence("Cette cohorte n’existe pas.", "This cohort does not exist."),
        "enrolment_is_of_a_participant": Sentence("Cette personne n’existe pas.", "This person does not exist."),
        "enrolment_is_followed_by_an_office": Sentence(
            "Une inscription est suivie par un office du programme.",
            "An enrolment is followed by one of the programme's offices."),
        "enrolment_reason_is_known": Sentence("Ce motif n’existe pas.", "This reason does not exist."),
        "enrolment_leaving_has_a_reason": Sentence(
            "Un désistement ou un abandon a un motif.",
            "A withdrawal or drop-out has a reason."),
        "enrolment_note_is_short": Sentence(
            "Une note dit quelque chose, en 2 000 caractères au plus.",
            "A note says something, in at most 2,000 characters."),
        "enrolment_changes_by_steps": Sentence(
            "Une inscription ne change que par étapes.", "An enrolment changes by steps only."),
        "enrolment_offer_has_an_end": Sentence(
            "Une place proposée l’est jusqu’à une date.",
            "An offered place is offered until a date."),
        "history_is_of_an_enrolment": Sentence("Cette inscription n’existe pas.", "This enrolment does not exist."),
        "enrolment_starts_as_applied": Sentence(
            "Une inscription commence par une candidature.",
            "An enrolment starts as an application."),
        "enrolment_moves_along_its_lifecycle": Sentence(
            "Cette inscription ne peut pas passer à cet état.",
            "This enrolment cannot move to this status."),
        "enrolment_reopening_has_a_note": Sentence(
            "Une réouverture est une correction : elle dit pourquoi.",
            "Reopening is a correction: it says why."),
    ]

    private static let competence: [String: Sentence] = [
        "framework_code_is_short": Sentence(
            "Un code de référentiel s’écrit en minuscules, chiffres, points et tirets.",
            "A framework code is lower case letters, digits, dots and hyphens."),
        "competence_is_of_a_framework": Sentence("Ce référentiel n’existe pas.", "This framework does not exist."),
        "competence_has_a_code": Sentence(
            "Une compétence a un code de 40 caractères au plus.",
            "A competence has a code of at most 40 characters."),
        "competence_has_an_area": Sentence("Une compétence est dans un domaine.", "A competence is in an area."),
        "competence_position_is_unique": Sentence(
            "Cette place dans le référentiel est déjà prise.",
            "This position in the framework is taken."),
        "cohort_is_assessed_by_an_instrument": Sentence(
            "Ce questionnaire n’existe pas.", "This instrument does not exist."),
        "instrument_is_of_a_programme": Sentence("Ce programme n’existe pas.", "This programme does not exist."),
        "instrument_code_is_kebab_case": Sentence(
            "Un code de questionnaire s’écrit en minuscules sans accent, mots joints par des tirets.",
            "An instrument code is lower case ASCII, words joined by hyphens."),
        "instrument_version_is_positive": Sentence(
            "Une version est un nombre positif.",
            "A version is a positive number."),
        "instrument_version_is_unique": Sentence(
            "Cette version du questionnaire existe déjà ; recommencez.",
            "This version of the instrument exists already; try again."),
        "instrument_has_a_title": Sentence(
            "Un questionnaire a un titre de 200 caractères au plus.",
            "An instrument has a title of at most 200 characters."),
        "instrument_is_on_a_framework": Sentence("Ce référentiel n’existe pas.", "This framework does not exist."),
        "item_position_is_positive": Sentence(
            "La place d’une question est positive.",
            "An item's position is positive."),
        "item_code_is_short": Sentence(
            "Un code de question : lettres minuscules, chiffres, points, tirets, 40 au plus.",
            "An item code is at most 40 lower case letters, digits, dots and hyphens."),
        "item_code_is_unique": Sentence(
            "Deux questions d’un questionnaire n’ont pas le même code.",
            "Two items of an instrument do not share a code."),
        "item_has_a_text": Sentence(
            "Une question a un texte de 2 000 caractères au plus.",
            "An item has a text of at most 2,000 characters."),
        "item_is_of_an_instrument": Sentence("Ce questionnaire n’existe pas.", "This instrument does not exist."),
        "item_is_on_a_competence": Sentence(
            "Cette compétence n’existe pas dans ce référentiel.",
            "This competence does not exist in this framework."),
        "item_scale_rises": Sentence(
            "Une échelle va d’un minimum à un maximum plus grand.",
            "A scale goes from a minimum to a greater maximum."),
        "assessment_wave_is_known": Sentence(
            "Une vague est : avant, après, rétrospectif ou suivi.",
            "A wave is before, after, retrospective or follow_up."),
        "assessment_has_answers": Sentence("Un positionnement a des réponses.", "An assessment has answers."),
        "assessment_is_once_per_wave": Sentence(
            "Cette personne a déjà répondu à cette vague.",
            "This person was assessed at this wave already."),
        "assessment_is_of_an_enrolment": Sentence(
            "Cette personne n’est pas inscrite dans cette cohorte.",
            "This person is not enrolled in this cohort."),
        "assessment_is_of_an_instrument": Sentence("Ce questionnaire n’existe pas.", "This instrument does not exist."),
        "assessment_is_followed_by_an_office": Sentence(
            "Un positionnement est suivi par un office du programme.",
            "An assessment is followed by one of the programme's offices."),
        "missing_assessment_wave_is_known": Sentence(
            "Une vague est : avant, après, rétrospectif ou suivi.",
            "A wave is before, after, retrospective or follow_up."),
        "missing_assessment_reason_is_known": Sentence("Ce motif n’existe pas.", "This reason does not exist."),
        "missing_assessment_note_is_short": Sentence(
            "Une note a 2 000 caractères au plus.",
            "A note has at most 2,000 characters."),
        "missing_assessment_is_of_an_enrolment": Sentence(
            "Cette personne n’est pas inscrite dans cette cohorte.",
            "This person is not enrolled in this cohort."),
        "missing_assessment_is_followed_by_an_office": Sentence(
            "Une explication est suivie par un office du programme.",
            "An explanation is followed by one of the programme's offices."),
        "reminder_wave_is_known": Sentence(
            "Une vague est : avant, après, rétrospectif ou suivi.",
            "A wave is before, after, retrospective or follow_up."),
        "reminder_channel_is_known": Sentence(
            "On relance par courriel, téléphone, SMS, courrier ou visite.",
            "People are reminded by e-mail, phone, text message, post or visit."),
        "reminder_note_is_short": Sentence(
            "Une note a 2 000 caractères au plus.",
            "A note has at most 2,000 characters."),
        "reminder_is_of_an_enrolment": Sentence(
            "Cette personne n’est pas inscrite dans cette cohorte.",
            "This person is not enrolled in this cohort."),
        "reminder_is_followed_by_an_office": Sentence(
            "Une relance est suivie par un office du programme.",
            "A reminder is followed by one of the programme's offices."),
        "evaluation_is_of_a_cohort": Sentence("Cette cohorte n’existe pas.", "This cohort does not exist."),
        "evaluation_audience_is_known": Sentence("Ce public n’existe pas.", "This audience does not exist."),
        "evaluation_status_is_known": Sentence(
            "Un bilan est provisoire ou définitif.",
            "An evaluation is draft or final."),
        "evaluation_number_is_positive": Sentence(
            "Un numéro de bilan est positif.",
            "An evaluation's number is positive."),
        "evaluation_number_is_unique": Sentence(
            "Ce numéro de bilan est déjà pris ; recommencez.",
            "This evaluation number is taken; try again."),
        "evaluation_is_final_once_per_inputs": Sentence(
            "Ce bilan définitif existe déjà.",
            "This final evaluation exists already."),
    ]
}
