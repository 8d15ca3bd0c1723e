import Postgres

extension Evaluation {
    /// What the database says of a cohort, in natural order: no identifier, no instant of recording, nobody's name.
    struct Facts: Sendable {
        let cohort: CohortRow
        let asOf: Day
        let enrolments: [EnrolmentRow]
        let sessions: [SessionRow]
        let marks: [MarkRow]
        let instrument: Instrument?
        let items: [Instrument.Item]
        let assessments: [AssessmentRow]
        let satisfaction: [SatisfactionRow]
        let categories: [Category]
        /// When each wave was open.
        var windows: [WindowRow] = []
        var criteria: [Criterion] = []
        var observations: [ObservationRow] = []
        var skills: [SkillRow] = []
        /// Who named whom and what the offices did.
        var relay = RelayFacts()
    }

    struct CohortRow: Placed {
        let asked: Int
        let code: String
        let title: String
        let programme: String
        let startsOn: Day
        let endsOn: Day
        let places: Int32
        let minimumAssiduity: Int32
        let status: Cohort.Status
        let instrumentID: Instrument.ID?
        let lastAssessedOn: Day?
        let schemaVersion: Int32?
    }

    struct EnrolmentRow: Placed {
        let asked: Int
        let arrival: Int32
        let office: String
        let officeName: String
        let category: String
        let appliedOn: Day
        let status: Enrolment.Status
        let effectiveOn: Day
        let reason: Enrolment.LeavingReason?
        let enrolledOn: Day?
        let enteredOn: Day?
        let beforeMissing: Assessment.MissingReason?
        let afterMissing: Assessment.MissingReason?
        /// The spans of days on which the person was enrolled: the first day of each, and the first no longer.
        let spansFrom: [Day]
        let spansUntil: [Day]

        /// Whether the days of enrolling and leaving say by themselves when the person was enrolled.
        var wasEnrolledOnce: Bool {
            let hasAPlace = status.isEnrolled || status.isLeaving
            guard hasAPlace, let enrolledOn, leftOn.map({ enrolledOn < $0 }) ?? true else { return spansFrom.isEmpty }
            return spansFrom == [enrolledOn] && spansUntil.allSatisfy { $0 == leftOn ?? $0 }
        }

        /// The first day no longer enrolled.
        var leftOn: Day? { [.withdrawn, .droppedOut, .excluded].contains(status) ? effectiveOn : nil }

        func isExpected(on day: Day) -> Bool {
            zip(spansFrom, spansUntil).contains { $0 <= day && day < $1 }
        }
    }

    struct SessionRow: Placed {
        let asked: Int
        let code: String
        let date: Day
        let halfDay: Training.Session.HalfDay
        let theme: String
        let place: String
        let mode: Training.Session.Mode
        let plannedMinutes: Int32
    }

    struct MarkRow: Placed {
        let asked: Int
        let session: String
        let arrival: Int32
        let status: Presence
        let minutes: Int32
    }

    struct AssessmentRow: Placed {
        let asked: Int
        let wave: Assessment.Wave
        let arrival: Int32
        let takenOn: Day
        let answers: [Double?]
    }

    /// The answers to one question of a satisfaction questionnaire at one wave, in increasing order.
    struct SatisfactionRow: Placed {
        let asked: Int
        let instrument: Instrument.Code
        let version: Int32
        let wave: Assessment.Wave
        let item: String
        let textFr: String
        let textEn: String
        let minimum: Double
        let maximum: Double
        let answers: [Double]
    }

    /// When a wave was open.
    struct WindowRow: Placed {
        let asked: Int
        let wave: Assessment.Wave
        let opensOn: Day
        let closesOn: Day
        let isChosen: Bool
    }

    /// Whom a pseudonym stands for.
    public struct Name: Placed {
        let asked: Int
        let arrival: Int32
        public let givenName: String
        public let familyName: String
        public let provider: String

        public var pseudonym: String { Evaluation.pseudonym(arrival) }
    }

    /// `P01` for the first to arrive: natural, stable, and nobody's name.
    static func pseudonym(_ arrival: Int32) -> String { arrival < 10 ? "P0\(arrival)" : "P\(arrival)" }
}
