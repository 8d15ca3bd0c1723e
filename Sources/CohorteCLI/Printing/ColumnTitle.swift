/// What the columns of lists are called in French spreadsheets.
///
/// Where a file that the imports read has the same column, its title is the one they know, but for accents, capitals and
/// spaces, so that a list that was exported can be sent back.
enum ColumnTitle {
    /// The French titles of a list's columns, by their names: lower case words joined by underscores.
    static func french(_ names: [String]) -> [String] {
        names.map { name in
            switch name {
            case "held" where names.contains("planned"): "Tenues"
            case "place" where !names.contains("starts"): "Place"
            case "change" where names.contains("before"): "Évolution"
            default: french(name)
            }
        }
    }

    private static func french(_ name: String) -> String {
        if let title = titles[name] { return title }
        if name.hasSuffix("_why"), let title = titles[String(name.dropLast(4))] { return title + " : pourquoi pas" }
        return name
    }

    /// Names that are themselves French titles, or symbols that statisticians know.
    private static let titles: [String: String] = [
        // People and places
        "participant": "Participant", "participant_id": "Identifiant", "person": "Personne", "people": "Personnes",
        "participants": "Participants", "trainees": "Stagiaires", "family_name": "Nom", "given_name": "Prénom",
        "email": "Courriel", "phone": "Téléphone", "provider": "Prestataire", "providers": "Prestataires",
        "category": "Catégorie", "commune": "Commune", "communes": "Communes", "insee": "INSEE", "office": "Office",
        "office_name": "Nom de l’office", "short_name": "Nom court", "name": "Nom", "programme": "Programme",
        "cohort": "Cohorte", "title": "Titre", "other": "Autre", "other_family_name": "Nom de l’autre",
        "other_given_name": "Prénom de l’autre", "other_provider": "Prestataire de l’autre",
        "other_office": "Office de l’autre", "other_phone": "Téléphone de l’autre", "from_office": "De l’office",
        "to_office": "À l’office", "actor": "Par", "recorded_at": "Noté le", "reason": "Motif", "note": "Note",
        // Enrolments
        "status": "Statut", "from_status": "Ancien statut", "rank": "Rang", "because": "Raison", "step": "Étape",
        "applied_on": "Candidature le", "effective_on": "En vigueur le", "is_correction": "Correction",
        "offered_on": "Proposée le", "offered_through": "Proposée jusqu’au", "offered_to": "Proposée à",
        "lapsed_on": "Expirée le", "outcome": "Résultat", "line": "Ligne", "what": "Quoi", "place": "Lieu",
        "places": "Places", "held": "Prises", "seats": "Places gardées", "waitlisted": "En attente",
        "starts_on": "Commence le", "ends_on": "Finit le", "minimum_assiduity": "Assiduité minimale (%)",
        "quota_until": "Quotas jusqu’au",
        // Half-days and marks
        "session": "Séance", "date": "Date", "half_day": "Demi-journée", "half_days": "Demi-journées",
        "starts": "Début", "ends": "Fin", "planned_minutes": "Minutes prévues", "mode": "Mode", "trainer": "Formateur",
        "theme": "Thème", "is_cancelled": "Annulée", "cancelled_because": "Motif de l’annulation",
        "marked": "Émargements", "present": "Présents", "minutes": "Minutes", "corrections": "Corrections",
        "correction": "Correction n°", "change": "Changement n°", "old_date": "Ancienne date",
        "old_half_day": "Ancienne demi-journée", "old_starts": "Ancien début", "old_ends": "Ancienne fin",
        "old_place": "Ancien lieu", "old_mode": "Ancien mode", "old_trainer": "Ancien formateur",
        "old_theme": "Ancien thème", "old_status": "Ancien statut", "old_minutes": "Anciennes minutes",
        "new_status": "Nouveau statut", "new_minutes": "Nouvelles minutes", "new_mode": "Nouveau mode",
        "attended": "Suivies", "planned": "Prévues", "unmarked": "Non renseignées",
        "attended_minutes": "Minutes suivies", "held_minutes": "Minutes tenues", "assiduity": "Assiduité (part)",
        "best_possible": "Au mieux (part)", "minimum": "Minimum", "spare_minutes": "Minutes de marge",
        "prospect": "Perspective", "year": "Année", "hours": "Heures", "remote_hours": "Heures à distance",
        "file": "Fichier",
        // Assessments and scores
        "wave": "Vague", "reminders": "Relances", "last_reminded_on": "Dernière relance le", "sent_on": "Envoyée le",
        "channel": "Moyen", "instrument": "Questionnaire", "version": "Version", "framework": "Référentiel",
        "assessments": "Positionnements", "item": "Item", "items": "Items", "text": "Énoncé",
        "text_fr": "Énoncé (français)", "text_en": "Énoncé (anglais)", "maximum": "Maximum", "is_reversed": "Inversée",
        "is_anonymous": "Anonyme", "frozen_on": "Figé le", "kind": "Nature", "competence": "Compétence",
        "competences": "Compétences", "competence_fr": "Compétence (français)",
        "competence_en": "Compétence (anglais)", "area": "Domaine", "areas": "Domaines",
        "area_fr": "Domaine (français)", "area_en": "Domaine (anglais)", "level": "Niveau",
        "per_competence": "Par compétence", "total": "Total", "stated_on": "Énoncé le", "source": "Source",
        "source_fr": "Source (français)", "source_en": "Source (anglais)", "opens_on": "Ouvre le",
        "closes_on": "Ferme le", "is_chosen": "Choisie", "is_out_of_window": "Hors fenêtre",
        "out_of_window": "Hors fenêtre", "taken_on": "Répondu le", "scope": "Portée", "code": "Code",
        "score": "Score", "answered": "Réponses", "from_version": "De la version", "to_version": "À la version",
        // Figures
        "figure": "Chiffre", "n": "n", "group": "Groupe", "value": "Valeur", "values": "Valeurs",
        "lower": "Borne basse",
        "upper": "Borne haute", "why": "Pourquoi pas", "definition": "Définition", "reference": "Référence",
        "unit": "Unité", "units": "Unités", "scale": "Échelle", "mean": "Moyenne", "mean_before": "Moyenne avant",
        "mean_after": "Moyenne après", "mean_change": "Évolution moyenne", "sd_change": "Écart type de l’évolution",
        "ci95_lower": "IC 95 % bas", "ci95_upper": "IC 95 % haut", "t_p": "p (Student)", "d_z": "d_z",
        "wilcoxon_p": "p (Wilcoxon)", "hodges_lehmann": "Hodges-Lehmann", "holm_p": "p (Holm)",
        "class_gain": "Gain de la classe", "improved": "En hausse", "unchanged": "Inchangés", "declined": "En baisse",
        "part": "Partie", "before": "Avant", "after": "Après",
        // The diagnostic
        "criterion": "Critère", "observer": "Observateur", "observed_on": "Observé le", "evidence": "Preuve",
        "sent_at": "Envoyé le", "replied_at": "Répondu le", "is_answered": "Répondu", "is_mail": "Courriel mystère",
        "is_skill": "Compétence d’office", "weight": "Poids", "label": "Libellé", "label_fr": "Libellé (français)",
        "label_en": "Libellé (anglais)", "scale_fr": "Échelle (français)", "scale_en": "Échelle (anglais)",
        "step_fr": "Premier pas (français)", "step_en": "Premier pas (anglais)", "theme_fr": "Thème (français)",
        "theme_en": "Thème (anglais)", "title_fr": "Titre (français)", "title_en": "Titre (anglais)",
        "old_value": "Ancienne valeur", "new_value": "Nouvelle valeur", "missing": "Manquants",
        "not_applicable": "Sans objet", "not_observed": "Non observé", "yes": "Oui", "yes_share": "Oui (part)",
        "yes_lower": "Oui, borne basse", "yes_upper": "Oui, borne haute", "yes_before": "Oui avant",
        "yes_after": "Oui après", "before_lower": "Avant, borne basse", "before_upper": "Avant, borne haute",
        "after_lower": "Après, borne basse", "after_upper": "Après, borne haute", "indexed": "Avec un indice",
        "mean_index": "Indice moyen", "gained": "Gagnés", "lost": "Perdus", "mcnemar_p": "p (McNemar)",
        "sent": "Envoyés",
        "replied": "Réponses", "within24h": "Sous 24 h", "within48h": "Sous 48 h", "never": "Sans réponse",
        "median_hours": "Heures (médiane)", "observed_agreement": "Accord observé", "kappa": "Kappa",
        "seconded_units": "Unités observées deux fois",
        // Relay work and the network
        "valid_from": "Valable du", "valid_until": "Valable au", "best_level": "Meilleur niveau",
        "is_own": "De l’office",
        "relation": "Relation", "retracted_because": "Retiré parce que", "ties": "Liens", "density": "Densité",
        "isolates": "Sans lien", "ties_across_offices": "Liens entre offices", "support_id": "Identifiant",
        "acts": "Accompagnements", "supports": "Accompagnements", "supports_since": "Accompagnements depuis",
        "last_support_on": "Dernier accompagnement le", "autonomy": "Autonomie", "result": "Résultat",
        "next_action": "Prochaine action", "due_on": "Échéance", "done_on": "Fait le", "helped_by": "Aidé par",
        "to_follow": "À suivre", "overdue": "En retard", "is_after_the_cohort": "Après la formation",
        // The door
        "access_id": "Identifiant", "pass": "Jeton", "owner": "Office suivant", "granted_at": "Ouvert le",
        "expires_at": "Expire le", "is_open": "Ouvert", "pass_id": "Identifiant", "issued_at": "Créé le",
        "revoked_at": "Révoqué le", "last_used_at": "Dernier usage le", "replaces": "Remplace", "token": "Jeton",
        // Evaluations and the database
        "evaluation_number": "Bilan n°", "number": "N°", "audience": "Destinataire", "reader": "Lecteur",
        "published_at": "Publié le", "made_at": "Fait le", "inputs_sha256": "Empreinte des données",
        "body_sha256": "Empreinte du bilan", "body_again_sha256": "Empreinte du bilan refait",
        "minimum_group": "Groupe minimal", "id": "Identifiant", "as_of": "Au", "kept": "Gardés",
        "database": "Base", "state": "État",
        "process": "Processus", "data": "Données", "schema": "Schéma",
    ]
}
