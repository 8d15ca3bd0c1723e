public import FoundationEssentials
public import Postgres
import TrainingSQL

/// One act of help by an office for somebody of a cohort, during the training or after it.
public struct Support: Sendable {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
        /// As it is typed and printed.
        public var name: String { rawValue.uuidString.lowercased() }
    }

    /// Where, or over what, it was given.
    public enum Mode: String, CaseIterable, PostgresValue, Labelled {
        case onSite = "on_site"
        case office, phone, video, workshop

        public var label: Sentence {
            switch self {
            case .onSite: Sentence("chez le prestataire", "on site")
            case .office: Sentence("à l’office", "at the office")
            case .phone: Sentence("par téléphone", "by phone")
            case .video: Sentence("en visioconférence", "by video")
            case .workshop: Sentence("en atelier", "in a workshop")
            }
        }
    }

    /// How far the person did it alone.
    public enum Autonomy: String, CaseIterable, PostgresValue, Labelled {
        case accompanied, partly, autonomous

        public var label: Sentence {
            switch self {
            case .accompanied: Sentence("accompagné", "accompanied")
            case .partly: Sentence("en partie autonome", "partly autonomous")
            case .autonomous: Sentence("autonome", "autonomous")
            }
        }
    }

    /// What came of it.
    public enum Outcome: String, CaseIterable, PostgresValue, Labelled {
        case solved
        case toFollow = "to_follow"
        case referred

        public var label: Sentence {
            switch self {
            case .solved: Sentence("résolu", "solved")
            case .toFollow: Sentence("à suivre", "to follow")
            case .referred: Sentence("orienté ailleurs", "referred")
            }
        }
    }

    /// What is said of an act: one line of a support file, or a command. The theme goes by code or label.
    public struct Request: Sendable {
        let participant: String
        let day: Day
        let theme: String
        let mode: Mode
        let content: Content
        /// The office that helped, by code or name; nil is the one that follows the person.
        let office: String?

        public init(
            participant: String, day: Day, mode: Mode, theme: String, content: Content, office: String? = nil
        ) {
            (self.participant, self.day, self.theme) = (participant, day, theme)
            (self.mode, self.content, self.office) = (mode, content, office)
        }
    }

    /// What may be corrected in an act.
    public struct Content: Sendable, Equatable {
        public var minutes: Int
        public var competence: String?
        public var autonomy: Autonomy
        public var outcome: Outcome
        public var nextAction: String?
        public var dueOn: Day?
        /// When the next action was done.
        public var doneOn: Day?

        public init(
            minutes: Int, competence: String? = nil, autonomy: Autonomy, outcome: Outcome, nextAction: String? = nil,
            dueOn: Day? = nil, doneOn: Day? = nil
        ) {
            (self.minutes, self.competence, self.autonomy) = (minutes, competence, autonomy)
            (self.outcome, self.nextAction, self.dueOn, self.doneOn) = (outcome, nextAction, dueOn, doneOn)
        }
    }

    /// A line of the list of acts.
    public struct Line: Sendable {
        public let supportID: ID
        public let date: Day
        public let participant: String
        public let familyName: String
        public let givenName: String
        /// The office that follows the person now.
        public let office: Office.Code
        public let helpedBy: Office.Code
        public let minutes: Int32
        public let mode: Mode
        public let theme: String
        public let competence: String?
        public let autonomy: Autonomy
        public let outcome: Outcome
        public let nextAction: String?
        public let dueOn: Day?
        public let doneOn: Day?
        public let isAfterTheCohort: Bool
        /// Whether it was logged by mistake, and counts nowhere.
        public let isCancelled: Bool
    }

    /// What an office did.
    public struct Load: Sendable {
        public let office: Office.Code
        public let name: String
        public let acts: Int
        public let people: Int
        public let minutes: Int
        public let toFollow: Int
        public let overdue: Int
    }

    /// An act as it stands.
    struct Stored: Sendable {
        let supportID: ID
        let minutes: Int32
        let framework: Framework.Code?
        let competence: String?
        let autonomy: Autonomy
        let outcome: Outcome
        let nextAction: String?
        let dueOn: Day?
        let doneOn: Day?
        let isCancelled: Bool
        let supportedOn: Day

        var content: Content {
            Content(
                minutes: Int(minutes), competence: competence, autonomy: autonomy, outcome: outcome,
                nextAction: nextAction, dueOn: dueOn, doneOn: doneOn)
        }
    }

    static let staging = Staging(
        table: SQL.`queries/support/stage`, name: "staged_support",
        columns: ("line", Int32.self), ("participant", String.self), ("supported_on", Day.self),
        ("minutes", Int32.self), ("mode", Mode.self), ("theme", String.self), ("competence", String?.self),
        ("autonomy", Autonomy.self), ("outcome", Outcome.self), ("next_action", String?.self), ("due_on", Day?.self),
        ("done_on", Day?.self), ("office", String?.self), ("support_id", ID.self))
}

extension Query<Support.Line> {
    /// - Parameter overdueOn: only what was due before that day and was not done.
    static func supports(
        of programme: Programme.ID, cohort: Cohort.ID?, participant: String?, office: Office.Code?, overdueOn: Day?
    ) -> Self {
        Query(
            SQL.`queries/support/list`, programme, cohort, participant, office, overdueOn, as: Support.Line.init)
    }
}

extension Query<Support.Load> {
    static func supportLoad(of programme: Programme.ID, cohort: Cohort.ID?, on day: Day) -> Self {
        Query(SQL.`queries/support/load`, programme, cohort, day, as: Support.Load.init)
    }
}

extension Query<Support.Stored> {
    static func support(_ id: Support.ID, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/support/find`, programme, id, as: Support.Stored.init)
    }
}

extension Command {
    static func resolveSupports(in cohort: Cohort, on framework: Framework.Code) -> Command {
        Command(SQL.`queries/support/resolve`, cohort.programmeID, cohort.cohortID, framework)
    }

    static func addStagedSupports(to cohort: Cohort) -> Command {
        Command(SQL.`queries/support/add_staged`, cohort.programmeID, cohort.cohortID)
    }

    static func log(
        _ request: Support.Request, about theme: Theme, for enrolment: Enrolment.ID, by office: Office.ID,
        on framework: Framework.Code,
        in cohort: Cohort
    ) -> Command {
        let content = request.content
        return Command(
            SQL.`queries/support/log`, cohort.programmeID, Support.ID.new(), enrolment, cohort.cohortID, office,
            request.day, Int32(clamping: content.minutes), request.mode, theme.labelFr,
            content.competence.map { _ in framework }, content.competence, content.autonomy, content.outcome,
            content.nextAction, content.dueOn, content.doneOn, theme.theme)
    }

    static func change(
        _ id: Support.ID, to content: Support.Content, on framework: Framework.Code?, isCancelled: Bool,
        of programme: Programme.ID, because reason: String
    ) -> Command {
        Command(
            SQL.`queries/support/change`, programme, id, Int32(clamping: content.minutes),
            content.competence.map { _ in framework }.flatMap(\.self), content.competence, content.autonomy,
            content.outcome, content.nextAction, content.dueOn, content.doneOn, isCancelled, reason)
    }
}
