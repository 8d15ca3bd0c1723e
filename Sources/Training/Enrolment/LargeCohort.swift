public import Postgres
import TrainingSQL

struct Crowd: Sendable {
    let isMany: Bool
}

extension Query<Crowd> {
    static func crowd(of programme: Programme.ID, in cohort: Cohort.ID?) -> Self {
        Query(SQL.`queries/enrolment/many`, programme, cohort, as: Crowd.init)
    }
}

extension Transaction {
    /// Has what is asked next in this transaction join by hashing where a cohort, or without one the programme, is large.
    ///
    /// Right after an import of thousands nothing is known of them yet, and row by row would take the square of their number:
    /// more than a minute for 20,000 enrolments, where this takes two seconds.
    public func planForMany(of programme: Programme.ID, in cohort: Cohort.ID? = nil) throws {
        guard try askOne(.crowd(of: programme, in: cohort))?.isMany == true else { return }
        try script("large cohort plan", "set local enable_nestloop to off; set local jit to off")
    }
}
