public import Postgres
import TrainingSQL

/// One criterion of the diagnostic grid, seen from outside on a provider or commune at one wave (constat).
public enum Observation {
    /// When the territory was looked at.
    public enum Wave: String, CaseIterable, PostgresValue, Labelled {
        case before, after
        case followUp = "follow_up"
        public var label: Sentence {
            switch self {
            case .before: Sentence("avant", "before")
            case .after: Sentence("après", "after")
            case .followUp: Sentence("suivi", "follow-up")
            }
        }

        /// In the order of time, from 0.
        var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// Why there is no value.
    public enum Missing: String, CaseIterable, PostgresValue, Labelled {
        case notApplicable = "not_applicable"
        case notObserved = "not_observed"
        public var label: Sentence {
            switch self {
            case .notApplicable: Sentence("sans objet", "not applicable")
            case .notObserved: Sentence("non observé", "not observed")
            }
        }
    }

    /// How a mystery mail was answered; nobody's is an automatic reply.
    public enum Reply: String, CaseIterable, PostgresValue, Labelled {
        case none, automatic, partial, complete
        case completeWithLink = "complete_with_link"
        public var label: Sentence {
            switch self {
            case .none: Sentence("aucune", "none")
            case .automatic: Sentence("automatique", "automatic")
            case .partial: Sentence("partielle", "partial")
            case .complete: Sentence("complète", "complete")
            case .completeWithLink: Sentence("complète, avec lien", "complete, with a link")
            }
        }
    }

    /// A time as a file writes it: `2021-09-13T09:30:00`, on the clocks of Paris, or with its offset, `…+02:00`.
    public struct Time: Equatable, Sendable {
        let text: String

        /// - Parameter offset: such as `+02:00`; nil on the clocks of Paris.
        public init(_ day: Day, _ time: TimeOfDay, second: Int = 0, offset: String? = nil) {
            text = "\(day)T\(time):\(second < 10 ? "0" : "")\(second)\(offset ?? "")"
        }
    }

    /// One line of a file of observations. The unit goes by id, INSEE code or name; a commune tells providers of one name apart.
    /// Without a cohort it is of the territory, and counts for each cohort whose dates it suits.
    public struct Request: Sendable {
        let unit: String, commune: String?, criterion: String, wave: Wave, date: Day?, observer: String
        let value: Int?, missing: Missing?, sent: Time?, replied: Time?, kind: Reply?
        let evidence: String?, reason: String?, cohort: String?

        public init(
            unit: String, commune: String? = nil, criterion: String, wave: Wave, date: Day?, observer: String,
            value: Int? = nil, missing: Missing? = nil, sent: Time? = nil, replied: Time? = nil, kind: Reply? = nil,
            evidence: String? = nil, reason: String? = nil, cohort: String? = nil
        ) {
            (self.unit, self.commune, self.criterion, self.wave) = (unit, commune, criterion, wave)
            (self.date, self.observer, self.value, self.missing) = (date, observer, value, missing)
            (self.sent, self.replied, self.kind) = (sent, replied, kind)
            (self.evidence, self.reason, self.cohort) = (evidence, reason, cohort)
        }
    }

    /// What became of one line.
    public enum Outcome: String, CaseIterable, PostgresValue, Labelled {
        case added
        /// A mail that was silent was answered since.
        case answered
        case corrected, unchanged
        /// The line says what was said before a correction: an old file again, which changes nothing.
        case correctedSince = "corrected_since"
        public var label: Sentence {
            switch self {
            case .added: Sentence("ajouté", "added")
            case .answered: Sentence("répondu depuis", "answered since")
            case .corrected: Sentence("corrigé", "corrected")
            case .unchanged: Sentence("inchangé", "unchanged")
            case .correctedSince: Sentence("corrigé depuis", "corrected since")
            }
        }
    }

    public struct LineOutcome: Sendable {
        public let line: Int32
        public let outcome: Outcome
    }
}
