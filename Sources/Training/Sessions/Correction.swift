public import Postgres
import TrainingSQL

extension Attendance {
    /// One correction of a mark: what it was, what it became, who changed it and why.
    public struct Correction: Sendable {
        public let session: Session.Code
        public let date: Day
        public let participant: String
        public let familyName: String
        public let givenName: String
        /// 1 for the first correction of this mark.
        public let correction: Int32
        public let oldStatus: Presence
        public let oldMinutes: Int32
        public let oldMode: Session.Mode?
        public let newStatus: Presence
        public let newMinutes: Int32
        public let newMode: Session.Mode?
        public let reason: String?
        public let actor: String
        /// Date and time in Paris.
        public let recordedAt: String
    }
}

extension Query<Attendance.Correction> {
    /// Every correction of a mark of a cohort, by half-day and person.
    public static func corrections(in cohort: Cohort) -> Self {
        Query(
            SQL.`queries/attendance/corrections`, cohort.programmeID, cohort.cohortID, as: Attendance.Correction.init)
    }
}

extension Transaction {
    /// Every correction of a mark of a cohort, by half-day and person.
    public func corrections(in cohort: Cohort) throws -> [Attendance.Correction] { try ask(.corrections(in: cohort)) }
}
