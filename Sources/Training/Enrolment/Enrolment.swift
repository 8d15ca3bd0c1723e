public import FoundationEssentials
public import Postgres

/// A participant's place in a cohort, with a lifecycle.
public enum Enrolment {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
    }

    /// Where an enrolment stands; the transitions are a table of the database.
    public enum Status: String, CaseIterable, PostgresValue, Labelled {
        case applied, enrolled, waitlisted, rejected, withdrawn, offered, active, suspended
        case droppedOut = "dropped_out"
        case excluded, completed

        public var label: Sentence {
            switch self {
            case .applied: Sentence("candidature déposée", "applied")
            case .enrolled: Sentence("inscrit", "enrolled")
            case .waitlisted: Sentence("en liste d’attente", "waitlisted")
            case .rejected: Sentence("non retenu", "rejected")
            case .withdrawn: Sentence("désistement", "withdrawn")
            case .offered: Sentence("place proposée", "offered")
            case .active: Sentence("entré en formation", "active")
            case .suspended: Sentence("parcours suspendu", "suspended")
            case .droppedOut: Sentence("abandon", "dropped out")
            case .excluded: Sentence("exclusion", "excluded")
            case .completed: Sentence("terminé", "completed")
            }
        }
    }

    /// Why somebody withdrew or dropped out.
    public enum LeavingReason: String, CaseIterable, PostgresValue, Labelled {
        case health, workload
        case situationChange = "situation_change"
        case contentUnsuited = "content_unsuited"
        case levelUnsuited = "level_unsuited"
        case scheduleOrPlace = "schedule_or_place"
        case dissatisfied
        case businessClosed = "business_closed"
        case forceMajeure = "force_majeure"
        case other, unknown

        public var label: Sentence {
            switch self {
            case .health: Sentence("santé", "health")
            case .workload: Sentence("charge de travail (saison)", "workload (season)")
            case .situationChange: Sentence("changement de situation", "change of situation")
            case .contentUnsuited: Sentence("contenu inadapté", "content unsuited")
            case .levelUnsuited: Sentence("niveau inadapté", "level unsuited")
            case .scheduleOrPlace: Sentence("horaires ou lieu", "schedule or place")
            case .dissatisfied: Sentence("insatisfaction", "dissatisfied")
            case .businessClosed: Sentence("fermeture de l’activité", "business closed")
            case .forceMajeure: Sentence("force majeure", "force majeure")
            case .other: Sentence("autre motif", "other")
            case .unknown: Sentence("motif inconnu", "unknown")
            }
        }
    }
}

/// A code that people read as words.
public protocol Labelled {
    var label: Sentence { get }
}
