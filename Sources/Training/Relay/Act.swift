public import Postgres
import TrainingSQL

extension Followed {
    /// An act of support for somebody whom the asker follows.
    public struct Act: Sendable {
        public let supportID: Support.ID
        public let cohort: Cohort.Code
        public let participantID: Participant.ID
        public let date: Day
        /// The office that helped; whoever follows the person may correct it.
        public let helpedBy: Office.Code
        public let minutes: Int32
        public let mode: Support.Mode
        public let theme: String
        public let competence: String?
        public let autonomy: Support.Autonomy
        public let outcome: Support.Outcome
        public let nextAction: String?
        public let dueOn: Day?
        public let doneOn: Day?
        public let isAfterTheCohort: Bool
        /// Whether it was logged by mistake, and counts nowhere.
        public let isCancelled: Bool
        /// 1 as it was logged, one more with each correction.
        public let version: Int32

        /// What may be corrected in it.
        public var content: Support.Content {
            Support.Content(
                minutes: Int(minutes), competence: competence, autonomy: autonomy, outcome: outcome,
                nextAction: nextAction, dueOn: dueOn, doneOn: doneOn)
        }
    }

    /// Something that was due for somebody whom the asker follows, and is not done.
    public struct Due: Sendable {
        public let supportID: Support.ID
        public let cohort: Cohort.Code
        public let participantID: Participant.ID
        public let familyName: String
        public let givenName: String
        public let phone: String?
        /// Of the act that it follows from.
        public let date: Day
        public let helpedBy: Office.Code
        public let theme: String
        public let nextAction: String
        public let dueOn: Day
        public let version: Int32
    }

    /// Where a page of acts begins, and how long it is.
    public struct ActPage: Sendable {
        let after: (day: Day, id: Support.ID)?
        public let limit: Int

        /// From the start of the list when `after` is nil.
        public init(after: (day: Day, id: Support.ID)? = nil, limit: Int) { (self.after, self.limit) = (after, limit) }
    }
}

extension Query<Followed.Act> {
    /// A page of the acts for a person that the asker may see, the newest first.
    public static func acts(for person: Participant.ID, of programme: Programme.ID, _ page: Followed.ActPage) -> Self {
        Query(
            SQL.`queries/support/of_person`, programme, person, page.after?.day, page.after?.id, page.limit,
            as: Followed.Act.init)
    }

    /// One act.
    public static func act(_ id: Support.ID, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/support/act`, programme, id, as: Followed.Act.init)
    }

    static func held(_ id: Support.ID, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/support/hold`, programme, id, as: Followed.Act.init)
    }

    static func logged(
        for person: Participant.ID, in cohort: Cohort.Code, of programme: Programme.ID, on day: Day,
        _ mode: Support.Mode,
        _ theme: String
    ) -> Self {
        Query(
            SQL.`queries/support/logged`, programme, cohort, person, day, mode, theme, as: Followed.Act.init)
    }
}

extension Query<Followed.Due> {
    /// A page of what was due before a day, the longest overdue first.
    public static func due(before day: Day, of programme: Programme.ID, _ page: Followed.ActPage) -> Self {
        Query(
            SQL.`queries/support/overdue`, programme, day, page.after?.day, page.after?.id, page.limit,
            as: Followed.Due.init)
    }
}
