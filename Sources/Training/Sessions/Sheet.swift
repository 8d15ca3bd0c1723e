public import Postgres
import TrainingSQL

extension Session {
    /// The attendance sheet of a half-day: what is printed for people to sign, before anybody has.
    public struct Sheet: Sendable {
        public let programme: String
        public let cohort: Cohort.Code
        public let title: String
        public let session: Line
        public let expected: [Expected]
    }

    /// Somebody who is enrolled on the day of a half-day, and the mark there is.
    public struct Expected: Sendable {
        public let participant: String
        public let familyName: String
        public let givenName: String
        public let provider: String
        /// The office's short name.
        public let office: String
        public let status: Presence
        public let reason: String?
    }
}

extension Query<Session.Expected> {
    static func expected(at session: Session.Code, of cohort: Cohort) -> Self {
        Query(
            SQL.`queries/session/expected`, cohort.programmeID, cohort.cohortID, session, as: Session.Expected.init)
    }
}

extension Transaction {
    /// The sheet of a half-day: everybody enrolled that day, by name. One that is cancelled has none.
    public func sheet(of code: Session.Code, in cohortCode: Cohort.Code, of programme: Programme.ID) throws
        -> Session.Sheet
    {
        let cohort = try cohort(cohortCode, of: programme)
        let session = try session(code, of: cohort)
        guard !session.isCancelled else { throw Refusal.cancelled(session.session) }
        return Session.Sheet(
            programme: try self.programme(programme).name, cohort: cohort.code, title: cohort.title, session: session,
            expected: try ask(.expected(at: code, of: cohort)))
    }
}

extension Refusal {
    static func cancelled(_ session: Session.Code) -> Refusal {
        Refusal(
            rule: "cancelled_session_has_no_sheet", "La séance \(session) est annulée : elle n’a pas de feuille.",
            "Session \(session) is cancelled: it has no sheet.")
    }
}
