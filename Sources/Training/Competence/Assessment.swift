public import FoundationEssentials
public import Postgres
import TrainingSQL

/// One enrolment's answers to an instrument at one wave.
public enum Assessment {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
    }

    /// When people answer; retrospective is "before", told afterwards, and never mixed with it.
    public enum Wave: String, CaseIterable, PostgresValue, Labelled {
        case before, after, retrospective
        case followUp = "follow_up"

        public var label: Sentence {
            switch self {
            case .before: Sentence("avant", "before")
            case .after: Sentence("après", "after")
            case .retrospective: Sentence("rétrospectif", "retrospective")
            case .followUp: Sentence("suivi", "follow-up")
            }
        }
    }

    /// Why an assessment that was expected is not there.
    public enum MissingReason: String, CaseIterable, PostgresValue, Labelled {
        case left, health, workload, unreachable, declined, technical, other, unknown

        public var label: Sentence {
            switch self {
            case .left: Sentence("a quitté la formation", "left the training")
            case .health: Sentence("santé", "health")
            case .workload: Sentence("charge de travail (saison)", "workload (season)")
            case .unreachable: Sentence("injoignable", "unreachable")
            case .declined: Sentence("n’a pas souhaité répondre", "declined to answer")
            case .technical: Sentence("empêchement technique", "technical obstacle")
            case .other: Sentence("autre motif", "other")
            case .unknown: Sentence("motif inconnu", "unknown")
            }
        }
    }

    /// One line of an assessment file: answers by item code.
    public struct Request: Sendable {
        let participant: String, takenOn: Day, answers: [String: Answer]
        /// The questionnaire that was answered, as `code@version`, where the file says so.
        let version: String?

        public init(participant: String, takenOn: Day, answers: [String: Answer], version: String? = nil) {
            (self.participant, self.takenOn, self.answers) = (participant, takenOn, answers)
            self.version = version
        }
    }

    /// Somebody who entered and was not assessed at a wave.
    public struct MissingLine: Sendable {
        public let participant: String
        public let familyName: String
        public let givenName: String
        public let phone: String?
        public let office: Office.Code
        public let wave: Wave
        public let status: Enrolment.Status
        /// Nil while nobody explained it.
        public let reason: MissingReason?
        public let note: String?
        /// How often they were reminded of this wave.
        public let reminders: Int
        public let lastRemindedOn: Day?
    }

    /// One assessment as it is stored.
    struct Stored: Sendable {
        let participant: String
        let office: Office.Code
        let wave: Wave
        let takenOn: Day
        let instrumentID: Instrument.ID
        let answers: [Double?]
    }

    /// An explanation as it stands.
    struct Explained: Sendable {
        let reason: MissingReason
        let note: String?
    }

    static let staging = Staging(
        table: SQL.`queries/assessment/stage`, name: "staged_assessment",
        columns: ("line", Int32.self), ("participant", String.self), ("taken_on", Day.self),
        ("answers", [Double?].self), ("assessment_id", ID.self))
}

extension Query<Assessment.MissingLine> {
    static func notAssessed(in cohort: Cohort, at wave: Assessment.Wave?, by instrument: Instrument.ID?) -> Self {
        Query(
            SQL.`queries/assessment/missing`, cohort.programmeID, cohort.cohortID, wave, instrument,
            as: Assessment.MissingLine.init)
    }
}

extension Query<Assessment.Stored> {
    static func assessments(in cohort: Cohort, at wave: Assessment.Wave?) -> Self {
        Query(SQL.`queries/assessment/list`, cohort.programmeID, cohort.cohortID, wave, as: Assessment.Stored.init)
    }
}

extension Query<Assessment.Explained> {
    static func explained(_ enrolment: Enrolment.ID, at wave: Assessment.Wave, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/assessment/explained`, programme, enrolment, wave, as: Assessment.Explained.init)
    }
}

extension Query<Int> {
    static func assessments(
        of enrolment: Enrolment.ID, at wave: Assessment.Wave, by instrument: Instrument.ID?, in programme: Programme.ID
    ) -> Self {
        Query(SQL.`queries/assessment/has`, programme, enrolment, wave, instrument) { (count: Int) in count }
    }
}

extension Query<Assessment.MissingReason> {
    static func explain(
        _ found: Enrolment.Found, in cohort: Cohort, at wave: Assessment.Wave, _ reason: Assessment.MissingReason,
        note: String?
    ) -> Self {
        Query(
            SQL.`queries/assessment/explain`, cohort.programmeID, found.enrolmentID, wave, cohort.cohortID,
            found.officeID,
            reason, note
        ) { (reason: Assessment.MissingReason) in reason }
    }
}

extension Command {
    static func resolveAssessments(in cohort: Cohort) -> Command {
        Command(SQL.`queries/assessment/resolve`, cohort.programmeID, cohort.cohortID)
    }

    static func addStagedAssessments(to cohort: Cohort, of instrument: Instrument, at wave: Assessment.Wave) -> Command
    {
        Command(
            SQL.`queries/assessment/add_staged`, cohort.programmeID, cohort.cohortID, instrument.instrumentID, wave)
    }
}
