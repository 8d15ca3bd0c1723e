extension Fault {
    /// What is wrong with an observation, for a person.
    func observationSentence(_ detail: String) -> Sentence {
        switch self {
        case .cohortUnknown, .criterionUnknown, .criterionIsForProviders, .criterionIsForCommunes, .providerUnknown,
            .providerAmbiguous, .observedByTwoAlready, .observedOtherwise, .dateEmpty, .valueEmpty:
            unitSentence(detail)
        default: mailSentence(detail)
        }
    }

    private func unitSentence(_ detail: String) -> Sentence {
        let (criterion, unit) = Self.halves(detail)
        switch self {
        case .cohortUnknown:
            return detail.isEmpty
                ? Sentence("cohorte inconnue ; il n’y en a aucune", "unknown cohort; there is none")
                : Sentence("cohorte inconnue ; cohortes : \(detail)", "unknown cohort; cohorts: \(detail)")
        case .criterionUnknown:
            return Sentence("critère inconnu ; critères : \(detail)", "unknown criterion; criteria: \(detail)")
        case .criterionIsForProviders:
            return Sentence(
                "\(criterion) s’observe chez un prestataire, et « \(unit) » est une commune",
                "\(criterion) is observed on a provider, and \"\(unit)\" is a commune")
        case .criterionIsForCommunes:
            return Sentence(
                "\(criterion) s’observe sur une commune, et « \(unit) » est un prestataire",
                "\(criterion) is observed on a commune, and \"\(unit)\" is a provider")
        case .providerUnknown:
            return Sentence(
                "prestataire « \(detail) » inconnu ; « cohorte provider list » donne les prestataires",
                "unknown provider \"\(detail)\"; \"cohorte provider list\" lists the providers")
        case .providerAmbiguous:
            return Sentence(
                "plusieurs prestataires s’appellent « \(detail) » ; ajoutez la colonne « commune »",
                "several providers are called \"\(detail)\"; add the column \"commune\"")
        case .observedByTwoAlready:
            return Sentence(
                "déjà observé par deux personnes (\(detail)) : un troisième constat ne se garde pas ; pour la campagne d’une autre cohorte, dites laquelle (colonne « cohorte » ou --cohort)",
                "observed by two people already (\(detail)): a third observation is not kept; for another cohort's campaign, say which (column \"cohort\" or --cohort)"
            )
        case .observedOtherwise:
            return Sentence(
                "déjà observé par la même personne : « \(word(detail, .french)) » ; une correction donne son motif, et la campagne d’une autre cohorte dit laquelle",
                "observed by the same person already: \"\(word(detail, .english))\"; a correction gives its reason, another cohort's campaign says which"
            )
        case .dateEmpty: return Sentence("donnez le jour du constat", "give the day of the observation")
        default:
            return Sentence(
                "donnez une valeur de 0 à 3, sans_objet ou non_observe",
                "give a value from 0 to 3, not_applicable or not_observed")
        }
    }

    private func mailSentence(_ detail: String) -> Sentence {
        switch self {
        case .mailSeenAsValue:
            Sentence(
                "\(detail) est un courriel mystère : donnez envoye_le, repondu_le et nature, pas une valeur",
                "\(detail) is a mystery mail: give sent_at, replied_at and kind, not a value")
        case .mailWithoutSending:
            Sentence(
                "\(detail) est un courriel mystère : donnez le jour et l’heure d’envoi",
                "\(detail) is a mystery mail: give the day and time at which it was sent")
        case .mailWithoutKind:
            Sentence(
                "\(detail) est un courriel mystère : donnez la nature de la réponse (aucune, s’il n’y en a pas)",
                "\(detail) is a mystery mail: give the kind of the reply (none, when there is none)")
        case .mailBothSentAndMissing:
            Sentence(
                "\(detail) est sans objet ou non observé : ni envoi, ni réponse, ni nature",
                "\(detail) is not applicable or not observed: no sending, no reply, no kind")
        case .valueSeenAsMail:
            Sentence(
                "\(detail) n’est pas un courriel mystère : donnez une valeur, ni envoi, ni réponse, ni nature",
                "\(detail) is no mystery mail: give a value, no sending, no reply, no kind")
        case .replyBeforeSending:
            Sentence(
                "la réponse ne vient pas après l’envoi (\(Self.frenchClock(detail)))",
                "the reply does not come after the sending (\(Self.clock(detail)))")
        case .replyWithoutTime:
            Sentence(
                "une réponse « \(word(detail, .french)) » a un jour et une heure",
                "a reply that is \"\(word(detail, .english))\" has a day and a time")
        case .replyOfNoKind:
            Sentence(
                "une réponse a été reçue : sa nature n’est pas « aucune »",
                "a reply was received: its kind is not \"none\"")
        default:
            Sentence(
                "\(Self.frenchClock(detail)) existe deux fois à Paris : ajoutez +02:00 (heure d’été) ou +01:00 (heure d’hiver)",
                "\(detail) happens twice in Paris: add +02:00 (summer time) or +01:00 (winter time)")
        }
    }

    private func word(_ said: String, _ language: Language) -> String {
        Observation.Missing(rawValue: said)?.label.text(language)
            ?? Observation.Reply(rawValue: said)?.label.text(language) ?? said
    }

    /// A code, and what follows it.
    private static func halves(_ detail: String) -> (String, String) {
        guard let space = detail.firstIndex(of: " ") else { return (detail, detail) }
        return (String(detail[..<space]), String(detail[detail.index(after: space)...]))
    }

    private static func frenchClock(_ time: String) -> String {
        let words = clock(time)
        return (Day(words.prefix(10))?.french ?? String(words.prefix(10))) + words.dropFirst(10)
    }

    private static func clock(_ time: String) -> String { String(time.replacing("T", with: " ").prefix(16)) }
}

/// What the rules of the diagnostic and of skills say when they refuse.
extension Refusal {
    static let diagnostic: [String: Sentence] = [
        "theme_code_is_snake_case": Sentence(
            "Un code de thème s’écrit en minuscules sans accent, mots joints par « _ ».",
            "A theme code is lower case ASCII, words joined by underscores."),
        "criterion_is_of_a_version_of_the_grid": Sentence(
            "Une version de la grille s’écrit v1, v2 et ainsi de suite.",
            "A version of the grid is written v1, v2 and so on."),
        "criterion_code_is_short": Sentence(
            "Un code de critère est une lettre et deux chiffres, comme P05.",
            "A criterion's code is a letter and two digits, such as P05."),
        "criterion_is_on_a_known_unit": Sentence(
            "Un critère s’observe chez un prestataire ou sur une commune.",
            "A criterion is observed on a provider or on a commune."),
        "criterion_is_on_a_known_theme": Sentence("Ce thème n’existe pas.", "This theme does not exist."),
        "criterion_weighs_one_to_nine": Sentence("Un thème pèse de 1 à 9.", "A theme weighs 1 to 9."),
        "criterion_position_is_once_per_grid": Sentence(
            "Cette place dans la grille est déjà prise.", "This position in the grid is taken."),
        "criterion_is_of_one_unit_and_kind": Sentence(
            "Ce critère existe déjà dans cette grille.", "This criterion is in this grid already."),
        "observation_wave_is_known": Sentence(
            "On observe avant, après ou au suivi.", "One observes before, after or at follow-up."),
        "observation_is_first_or_second": Sentence(
            "Un constat est du premier observateur ou du second.",
            "An observation is the first observer's or the second's."),
        "observation_has_an_observer": Sentence(
            "Un constat a un observateur, nommé en 200 caractères au plus.",
            "An observation has an observer, named in at most 200 characters."),
        "observation_value_is_on_its_scale": Sentence("Une valeur va de 0 à 3.", "A value goes from 0 to 3."),
        "observation_missing_is_known": Sentence(
            "Un constat sans valeur est sans objet ou non observé.",
            "An observation without a value is not applicable or not observed."),
        "reply_kind_is_known": Sentence(
            "Une réponse est : aucune, automatique, partielle, complète ou complète avec lien.",
            "A reply is none, automatic, partial, complete or complete with a link."),
        "observation_evidence_is_short": Sentence(
            "Une preuve a 2 000 caractères au plus.", "Evidence has at most 2,000 characters."),
        "observation_reason_is_short": Sentence(
            "Le motif d’un constat a 2 000 caractères au plus.",
            "The reason of an observation has at most 2,000 characters."),
        "observation_is_of_a_cohort": Sentence("Cette cohorte n’existe pas.", "This cohort does not exist."),
        "observation_is_once_per_provider": Sentence(
            "Ce prestataire est déjà observé sur ce critère à cette vague ; recommencez.",
            "This provider was observed on this criterion at this wave already; try again."),
        "observation_is_once_per_commune": Sentence(
            "Cette commune est déjà observée sur ce critère à cette vague ; recommencez.",
            "This commune was observed on this criterion at this wave already; try again."),
        "observer_looks_once_at_a_provider": Sentence(
            "Cet observateur a déjà observé ce prestataire sur ce critère ; recommencez.",
            "This observer looked at this provider on this criterion already; try again."),
        "observer_looks_once_at_a_commune": Sentence(
            "Cet observateur a déjà observé cette commune sur ce critère ; recommencez.",
            "This observer looked at this commune on this criterion already; try again."),
        "observation_is_followed_by_an_office": Sentence(
            "Un constat est suivi par un office du programme.",
            "An observation is followed by one of the programme's offices."),
        "observation_is_of_a_provider": Sentence("Ce prestataire n’existe pas.", "This provider does not exist."),
        "observation_is_of_a_commune": Sentence("Cette commune n’existe pas.", "This commune does not exist."),
        "observation_is_of_one_unit": Sentence(
            "Un constat porte sur un prestataire ou sur une commune.",
            "An observation is of a provider or of a commune."),
        "observation_fits_its_criterion": Sentence(
            "Ce critère ne s’observe pas ainsi.", "This criterion is not observed like this."),
        "observation_says_one_thing": Sentence(
            "Un constat dit une valeur, pourquoi il n’y en a pas, ou un courriel envoyé.",
            "An observation says a value, why there is none, or a mail that was sent."),
        "reply_comes_after_sending": Sentence(
            "Une réponse vient après l’envoi.", "A reply comes after the sending."),
        "reply_has_its_time": Sentence(
            "Une réponse a un jour et une heure, et sans réponse il n’y en a pas.",
            "A reply has a day and a time, and without reply there is none."),
        "observation_correction_is_of_one": Sentence(
            "Ce constat n’existe pas.", "This observation does not exist."),
        "observation_correction_has_a_reason": Sentence(
            "La correction d’un constat donne son motif.", "The correction of an observation gives its reason."),
        "skill_is_on_a_known_theme": Sentence("Ce thème n’existe pas.", "This theme does not exist."),
        "skill_step_is_positive": Sentence("Un numéro d’étape est positif.", "A step's number is positive."),
        "skill_does_not_end_before_it_begins": Sentence(
            "Une compétence d’office ne finit pas avant d’avoir commencé.",
            "An office's skill does not end before it begins."),
        "skill_level_is_one_to_four": Sentence("Un niveau va de 1 à 4.", "A level goes from 1 to 4."),
        "skill_hours_are_of_a_month": Sentence(
            "Les heures sont celles d’un mois : de 0 à 400.", "Hours are those of a month: 0 to 400."),
        "skill_note_is_short": Sentence(
            "Une note a 2 000 caractères au plus.", "A note has at most 2,000 characters."),
        "skill_is_of_an_office": Sentence("Cet office n’existe pas.", "This office does not exist."),
    ]
}
