import Postgres

/// What can be wrong with a line of a file once it is compared with what is known; the words are here and nowhere else.
enum Fault: String, CaseIterable, PostgresValue {
    case officeUnknown = "office_unknown"
    case communeUnknown = "commune_unknown"
    case communeOfAnotherOffice = "commune_of_another_office"
    case communeAmbiguous = "commune_ambiguous"
    case communeKnownOtherwise = "commune_known_otherwise"
    case categoryUnknown = "category_unknown"
    case providerOfAnotherCategory = "provider_of_another_category"
    case emailOfAnotherName = "email_of_another_name"
    case emailOfAnotherProvider = "email_of_another_provider"
    case duplicateLine = "duplicate_line"
    case appliedAfterTheCohort = "applied_after_the_cohort"
    case dayInTheFuture = "day_in_the_future"
    case sessionWithoutMinutes = "session_without_minutes"
    case sessionTooLong = "session_too_long"
    case timeDoesNotExist = "time_does_not_exist"
    case timeIsAmbiguous = "time_is_ambiguous"
    case sessionOutsideTheCohort = "session_outside_the_cohort"
    case sessionOverlaps = "session_overlaps"
    case sessionKnownOtherwise = "session_known_otherwise"
    case sessionUnknown = "session_unknown"
    case sessionIsCancelled = "session_is_cancelled"
    case sessionNotHeldYet = "session_not_held_yet"
    case participantNotInCohort = "participant_not_in_cohort"
    case participantNeverEnrolled = "participant_never_enrolled"
    case sessionBeforeEnrolment = "session_before_enrolment"
    case sessionAfterLeaving = "session_after_leaving"
    case attendedWithoutAPlace = "attended_without_a_place"
    case minutesMissing = "minutes_missing"
    case minutesAbovePlanned = "minutes_above_planned"
    case minutesDoNotFit = "minutes_do_not_fit"
    case correctionWithoutReason = "correction_without_reason"
    case assessmentFarFromCohort = "assessment_far_from_cohort"
    case assessmentKnownOtherwise = "assessment_known_otherwise"
    case cohortUnknown = "cohort_unknown"
    case criterionUnknown = "criterion_unknown"
    case criterionIsForProviders = "criterion_is_for_providers"
    case criterionIsForCommunes = "criterion_is_for_communes"
    case providerUnknown = "provider_unknown"
    case providerAmbiguous = "provider_ambiguous"
    case mailSeenAsValue = "mail_seen_as_value"
    case mailWithoutSending = "mail_without_sending"
    case mailWithoutKind = "mail_without_kind"
    case mailBothSentAndMissing = "mail_both_sent_and_missing"
    case valueSeenAsMail = "value_seen_as_mail"
    case valueEmpty = "value_empty"
    case dateEmpty = "date_empty"
    case replyBeforeSending = "reply_before_sending"
    case replyWithoutTime = "reply_without_time"
    case replyOfNoKind = "reply_of_no_kind"
    case instantIsAmbiguous = "instant_is_ambiguous"
    case observedByTwoAlready = "observed_by_two_already"
    case observedOtherwise = "observed_otherwise"
    case themeUnknown = "theme_unknown"
    case skillEndsBeforeItBegins = "skill_ends_before_it_begins"
    case tieWithOneself = "tie_with_oneself"
    case namesNobodyAndSomebody = "names_nobody_and_somebody"
    case namesSomebodyAlready = "names_somebody_already"
    case competenceUnknown = "competence_unknown"
    case supportBeforeCohort = "support_before_cohort"
    case supportKnownOtherwise = "support_known_otherwise"
    case sheetKnownOtherwise = "sheet_known_otherwise"

    /// The sentence for a person; `detail` is what the database names with it.
    func sentence(_ detail: String) -> Sentence {
        switch self {
        case .officeUnknown, .communeUnknown, .communeOfAnotherOffice, .communeAmbiguous, .communeKnownOtherwise,
            .categoryUnknown, .providerOfAnotherCategory, .emailOfAnotherName, .emailOfAnotherProvider, .duplicateLine,
            .appliedAfterTheCohort, .dayInTheFuture:
            territorySentence(detail)
        case .sessionWithoutMinutes, .sessionTooLong, .timeDoesNotExist, .timeIsAmbiguous, .sessionOutsideTheCohort,
            .sessionOverlaps, .sessionKnownOtherwise, .sessionUnknown, .sessionIsCancelled, .sessionNotHeldYet:
            sessionSentence(detail)
        case .participantNotInCohort, .participantNeverEnrolled, .sessionBeforeEnrolment, .sessionAfterLeaving,
            .minutesMissing, .minutesAbovePlanned, .minutesDoNotFit, .correctionWithoutReason,
            .assessmentFarFromCohort, .assessmentKnownOtherwise:
            personSentence(detail)
        case .themeUnknown:
            Sentence("thème inconnu ; thèmes connus : \(detail)", "unknown theme; known themes: \(detail)")
        case .skillEndsBeforeItBegins:
            Sentence(
                "la fin précède le début (\(Day(detail)?.french ?? detail))",
                "the end precedes the beginning (\(detail))")
        case .tieWithOneself, .namesNobodyAndSomebody, .namesSomebodyAlready, .competenceUnknown, .supportBeforeCohort,
            .supportKnownOtherwise, .sheetKnownOtherwise:
            relaySentence(detail)
        default: observationSentence(detail)
        }
    }

    private func territorySentence(_ detail: String) -> Sentence {
        switch self {
        case .officeUnknown:
            Sentence("office inconnu ; offices connus : \(detail)", "unknown office; known offices: \(detail)")
        case .communeUnknown:
            Sentence(
                "commune « \(detail) » inconnue ; « cohorte commune list » donne les communes",
                "unknown commune \"\(detail)\"; \"cohorte commune list\" lists the communes")
        case .communeOfAnotherOffice:
            Sentence(
                "cette commune est suivie par un autre office ; \(detail)",
                "another office follows this commune; \(detail)")
        case .communeAmbiguous:
            Sentence(
                "plusieurs communes s’appellent « \(detail) » ; donnez le code INSEE",
                "several communes are called \"\(detail)\"; give the INSEE code")
        case .communeKnownOtherwise:
            Sentence("ce code INSEE est déjà celui de \(detail)", "this INSEE code is already that of \(detail)")
        case .categoryUnknown:
            Sentence(
                "catégorie inconnue ; catégories connues : \(detail)", "unknown category; known categories: \(detail)")
        case .providerOfAnotherCategory:
            Sentence("ce prestataire est déjà connu dans la catégorie \(detail)", "this provider is known as \(detail)")
        case .emailOfAnotherName:
            Sentence(
                "\(detail) est l’adresse d’une personne d’un autre nom",
                "\(detail) is the address of a person of another name")
        case .emailOfAnotherProvider:
            Sentence(
                "cette personne est connue chez un autre prestataire : \(detail)",
                "this person is known at another provider: \(detail)")
        case .dayInTheFuture: Sentence("le \(french(detail)) n’est pas encore arrivé", "\(detail) has not come yet")
        case .duplicateLine:
            Sentence("déjà donné à la ligne \(detail)", "already given on line \(detail)")
        default:
            Sentence(
                "candidature postérieure à la fin de la cohorte (\(french(detail)))",
                "application after the cohort's end (\(detail))")
        }
    }

    private func sessionSentence(_ detail: String) -> Sentence {
        switch self {
        case .sessionWithoutMinutes:
            Sentence("la fin n’est pas après le début", "the end is not after the beginning")
        case .sessionTooLong: Sentence("une séance dure 12 heures au plus", "a session lasts 12 hours at most")
        case .timeDoesNotExist:
            skippedHour(detail.split(separator: " ").map(String.init))
        case .timeIsAmbiguous:
            Sentence(
                "\(detail) existe deux fois ce jour-là, à l’heure d’été (UTC+2) puis à l’heure d’hiver (UTC+1) : choisissez une autre heure",
                "\(detail) happens twice that day, in summer time (UTC+2) then in winter time (UTC+1): choose another time"
            )
        case .sessionOutsideTheCohort:
            Sentence("hors de la période de la cohorte (\(french(detail)))", "outside the cohort's period (\(detail))")
        case .sessionOverlaps: Sentence("chevauche la séance \(detail)", "overlaps session \(detail)")
        case .sessionKnownOtherwise:
            Sentence(
                "la séance \(detail) est déjà planifiée autrement", "session \(detail) is already scheduled otherwise")
        case .sessionUnknown where detail.isEmpty:
            Sentence("séance inconnue : aucune n’est planifiée", "unknown session: none is scheduled")
        case .sessionUnknown: Sentence("séance inconnue ; séances : \(detail)", "unknown session; sessions: \(detail)")
        case .sessionIsCancelled: Sentence("la séance \(detail) est annulée", "session \(detail) is cancelled")
        default:
            Sentence(
                "la séance n’a pas encore eu lieu (\(french(detail)))", "the session has not been held yet (\(detail))")
        }
    }

    /// `times`: the hour that is skipped, then what it could mean: on the clock before the change, and after it.
    private func skippedHour(_ times: [String]) -> Sentence {
        guard times.count == 3 else { return Sentence("cette heure n’existe pas", "this time does not exist") }
        return Sentence(
            "\(times[0]) n’existe pas ce jour-là, on passe à l’heure d’été : écrivez \(times[1]) (heure d’hiver) ou \(times[2]) (heure d’été)",
            "\(times[0]) does not exist that day, summer time begins: write \(times[1]) (winter time) or \(times[2]) (summer time)"
        )
    }

    private func personSentence(_ detail: String) -> Sentence {
        switch self {
        case .participantNotInCohort:
            Sentence(
                "« \(detail) » n’a pas d’inscription dans cette cohorte",
                "\"\(detail)\" has no enrolment in this cohort")
        case .participantNeverEnrolled:
            Sentence(
                "cette personne n’a jamais eu de place (\(word(detail, .french)))",
                "this person never held a place (\(word(detail, .english)))")
        case .sessionBeforeEnrolment:
            Sentence(
                "la séance précède l’inscription (\(french(detail)))", "the session precedes the enrolment (\(detail))")
        case .sessionAfterLeaving:
            Sentence(
                "la personne n’est plus inscrite depuis le \(french(detail))",
                "the person is no longer enrolled since \(detail)")
        case .attendedWithoutAPlace:
            Sentence(
                "cette personne n’est pas entrée en formation (\(word(detail, .french))) : rouvrez d’abord son inscription",
                "this person has not entered (\(word(detail, .english))): reopen the enrolment first")
        case .minutesMissing:
            Sentence("donnez les minutes suivies", "give the minutes attended")
        case .minutesAbovePlanned:
            Sentence("plus que les \(detail) minutes prévues", "more than the \(detail) planned minutes")
        case .minutesDoNotFit:
            Sentence(
                "ces minutes ne vont pas avec le statut « \(word(detail, .french)) » (présent : la durée prévue ; retard ou départ anticipé : moins ; sinon 0)",
                "these minutes do not go with status \"\(word(detail, .english))\" (present: as planned; late or left early: less; otherwise 0)"
            )
        case .correctionWithoutReason:
            Sentence(
                "déjà marqué « \(word(detail, .french)) » : une correction donne son motif",
                "already marked \"\(word(detail, .english))\": a correction gives its reason")
        case .assessmentFarFromCohort:
            Sentence(
                "à plus de 180 jours de la cohorte (\(french(detail))) : vérifiez l’année",
                "more than 180 days away from the cohort (\(detail)): check the year")
        default:
            Sentence(
                "un autre positionnement est déjà enregistré pour cette vague (\(french(detail)))",
                "another assessment is already recorded for this wave (\(detail))")
        }
    }

    /// The days that a detail names, as French people write them.
    private func french(_ detail: String) -> String {
        detail.split(separator: " ").map { Day($0)?.french ?? String($0) }.joined(separator: " ")
    }

    private func word(_ status: String, _ language: Language) -> String {
        Enrolment.Status(rawValue: status)?.label.text(language) ?? Presence(rawValue: status)?.label.text(language)
            ?? status
    }
}
