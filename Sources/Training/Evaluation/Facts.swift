import Postgres
import Statistics
import TrainingSQL

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
        var windows: [Assessment.Window] = []
        var criteria: [Criterion] = []
        var observations: [ObservationRow] = []
        var skills: [SkillRow] = []
        /// Who named whom and what the offices did.
        var relay = RelayFacts()
    }

    struct CohortRow: Sendable {
        let code: String
        let title: String
        let programme: String
        let startsOn: Day
        let endsOn: Day
        let places: Int32
        let minimumAssiduity: Int32
        let status: Cohort.Status
        let lastAssessedOn: Day?
        let schemaVersion: Int32?
    }

    struct EnrolmentRow: Sendable {
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

    struct SessionRow: Sendable {
        let code: String
        let date: Day
        let halfDay: Training.Session.HalfDay
        let theme: String
        let place: String
        let mode: Training.Session.Mode
        let plannedMinutes: Int32
    }

    struct MarkRow: Sendable {
        let session: String
        let arrival: Int32
        let status: Presence
        let minutes: Int32
    }

    struct AssessmentRow: Sendable {
        let wave: Assessment.Wave
        let arrival: Int32
        let takenOn: Day
        let answers: [Double?]
    }

    /// The answers to one question of a satisfaction questionnaire at one wave, in increasing order.
    struct SatisfactionRow: Sendable {
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

    /// Whom a pseudonym stands for.
    public struct Name: Sendable {
        let arrival: Int32
        public let givenName: String
        public let familyName: String
        public let provider: String

        public var pseudonym: String { Evaluation.pseudonym(arrival) }
    }

    /// `P01` for the first to arrive: natural, stable, and nobody's name.
    static func pseudonym(_ arrival: Int32) -> String { arrival < 10 ? "P0\(arrival)" : "P\(arrival)" }
}

extension Query<Evaluation.CohortRow> {
    static func evaluated(_ cohort: Cohort) -> Self {
        Query(SQL.`queries/evaluation/cohort`, cohort.programmeID, cohort.cohortID, as: Evaluation.CohortRow.init)
    }
}

extension Query<Evaluation.EnrolmentRow> {
    static func enrolments(of cohort: Cohort, on day: Day) -> Self {
        Query(
            SQL.`queries/evaluation/enrolments`, cohort.programmeID, cohort.cohortID, day,
            as: Evaluation.EnrolmentRow.init)
    }
}

extension Query<Evaluation.SessionRow> {
    static func evaluatedSessions(of cohort: Cohort) -> Self {
        Query(SQL.`queries/evaluation/sessions`, cohort.programmeID, cohort.cohortID, as: Evaluation.SessionRow.init)
    }
}

extension Query<Evaluation.MarkRow> {
    static func marks(of cohort: Cohort, on day: Day) -> Self {
        Query(SQL.`queries/evaluation/marks`, cohort.programmeID, cohort.cohortID, day, as: Evaluation.MarkRow.init)
    }
}

extension Query<Evaluation.AssessmentRow> {
    static func assessments(of cohort: Cohort, with instrument: Instrument.ID, on day: Day) -> Self {
        Query(
            SQL.`queries/evaluation/assessments`, cohort.programmeID, cohort.cohortID, instrument, day,
            as: Evaluation.AssessmentRow.init)
    }
}

extension Query<Evaluation.SatisfactionRow> {
    static func satisfaction(of cohort: Cohort, on day: Day) -> Self {
        Query(
            SQL.`queries/evaluation/satisfaction`, cohort.programmeID, cohort.cohortID, day,
            as: Evaluation.SatisfactionRow.init)
    }
}

extension Query<Evaluation.Name> {
    static func names(in cohort: Cohort) -> Self {
        Query(SQL.`queries/evaluation/names`, cohort.programmeID, cohort.cohortID, as: Evaluation.Name.init)
    }
}

extension Transaction {
    /// Reads everything an evaluation is made from. Within one snapshot.
    ///
    /// Without a day it is made as of the cohort's last day, or of its last assessment when that came later.
    func facts(of cohort: Cohort, on day: Day?) throws -> Evaluation.Facts {
        guard let row = try askOne(.evaluated(cohort)) else {
            throw Refusal.unknown("La cohorte", "cohort", cohort.code.rawValue, "cohorte cohort list")
        }
        let asOf = day ?? max(row.endsOn, row.lastAssessedOn ?? row.endsOn)
        let instrument = try askOne(.instrument(answeredBy: cohort, code: nil))
        let observations = try ask(.observations(of: cohort, on: asOf))
        return Evaluation.Facts(
            cohort: row, asOf: asOf, enrolments: try ask(.enrolments(of: cohort, on: asOf)),
            sessions: try ask(.evaluatedSessions(of: cohort)), marks: try ask(.marks(of: cohort, on: asOf)),
            instrument: instrument,
            items: try instrument.map { try ask(.items(of: $0.instrumentID, in: cohort.programmeID)) } ?? [],
            assessments: try instrument.map { try ask(.assessments(of: cohort, with: $0.instrumentID, on: asOf)) }
                ?? [],
            satisfaction: try ask(.satisfaction(of: cohort, on: asOf)),
            categories: try ask(.categories()), windows: try windows(of: cohort),
            criteria: observations.isEmpty ? [] : try criteria(),
            observations: observations, skills: try ask(.skills(of: cohort, on: asOf)),
            relay: try relayFacts(of: cohort, on: asOf))
    }
}
