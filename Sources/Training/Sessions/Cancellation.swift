public import Postgres
import TrainingSQL

extension Command {
    static func cancel(_ session: Session.Code, of cohort: Cohort, because reason: String) -> Command {
        Command(SQL.`queries/session/cancel`, cohort.programmeID, cohort.cohortID, session, reason)
    }
}

extension Transaction {
    /// The half-day of this code in a cohort, or a `Refusal` that names those there are.
    public func session(_ code: Session.Code, of cohort: Cohort) throws -> Session.Line {
        let sessions = try sessions(of: cohort)
        if let session = sessions.first(where: { $0.session == code }) { return session }
        let codes = sessions.isEmpty ? "–" : sessions.map(\.session.rawValue).joined(separator: ", ")
        throw Refusal(
            rule: "session_is_known",
            "La cohorte « \(cohort.code) » n’a pas de séance « \(code) » ; séances : \(codes).",
            "The cohort \"\(cohort.code)\" has no session \"\(code)\"; sessions: \(codes).")
    }

    /// Cancels a half-day for all, which takes it out of the planned minutes; the same twice is unchanged.
    ///
    /// One where somebody was is refused: it was held, and its marks come first.
    public func cancel(
        _ code: Session.Code, in cohortCode: Cohort.Code, of programme: Programme.ID, because reason: String
    ) throws -> Made {
        let cohort = try lockedCohort(cohortCode, of: programme)
        let session = try session(code, of: cohort)
        if session.isCancelled {
            guard session.cancelledBecause == reason else { throw Refusal.cancelledOtherwise(session) }
            return .unchanged
        }
        guard try change(.cancel(code, of: cohort, because: reason)) == 1 else {
            throw Refusal(
                rule: "attended_session_is_not_cancelled",
                "La séance \(code) a eu lieu (personnes présentes : \(session.present)) : corrigez d’abord ses émargements.",
                "Session \(code) was held (people there: \(session.present)): correct its marks first.")
        }
        return .added
    }
}

extension Refusal {
    fileprivate static func cancelledOtherwise(_ session: Session.Line) -> Refusal {
        let reason = session.cancelledBecause ?? "–"
        return Refusal(
            rule: "session_is_cancelled_once",
            "La séance \(session.session) est déjà annulée pour un autre motif (\(reason)).",
            "Session \(session.session) is already cancelled for another reason (\(reason)).")
    }
}
