public import Postgres
import TrainingSQL

extension Assessment {
    /// When a wave of a cohort is open, and what was answered then or outside.
    public struct Window: Sendable {
        public let wave: Wave
        public let opensOn: Day
        public let closesOn: Day
        /// Whether somebody chose it; else it follows from the cohort's first and last day.
        public let isChosen: Bool
        public let assessments: Int
        public let outOfWindow: Int
    }

    /// An assessment with its day.
    public struct Dated: Sendable {
        public let participant: String
        public let office: Office.Code
        public let wave: Wave
        /// `code@version`.
        public let instrument: String
        public let takenOn: Day
        public let opensOn: Day
        public let closesOn: Day
        public let isOutOfWindow: Bool
    }
}

extension Query<Assessment.Window> {
    static func windows(of cohort: Cohort) -> Self {
        Query(SQL.`queries/assessment/windows`, cohort.programmeID, cohort.cohortID, as: Assessment.Window.init)
    }
}

extension Query<Assessment.Dated> {
    /// The assessments of a cohort with their days, those outside their wave's window flagged.
    public static func datedAssessments(in cohort: Cohort, at wave: Assessment.Wave?) -> Self {
        Query(SQL.`queries/assessment/dated`, cohort.programmeID, cohort.cohortID, wave, as: Assessment.Dated.init)
    }
}

extension Command {
    static func open(_ wave: Assessment.Wave, of cohort: Cohort, from opens: Day, to closes: Day) -> Command {
        Command(
            SQL.`queries/assessment/set_window`, cohort.programmeID, cohort.cohortID, wave, opens, closes)
    }
}

extension Transaction {
    /// The windows of a cohort's waves, in their order.
    public func windows(of cohort: Cohort) throws -> [Assessment.Window] { try ask(.windows(of: cohort)) }

    /// Chooses when a wave is open. Answers of other days are taken, and flagged.
    public func open(_ wave: Assessment.Wave, of code: Cohort.Code, in programme: Programme.ID, from: Day, to: Day)
        throws
    {
        try change(.open(wave, of: lockedCohort(code, of: programme), from: from, to: to))
    }

    /// The assessments of a cohort with their days, those outside their wave's window flagged.
    public func datedAssessments(in cohort: Cohort, at wave: Assessment.Wave? = nil) throws -> [Assessment.Dated] {
        try ask(.datedAssessments(in: cohort, at: wave))
    }
}
