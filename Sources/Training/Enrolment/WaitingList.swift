public import Postgres
import TrainingSQL

extension Enrolment {
    /// What decides where somebody stands on the waiting list.
    ///
    /// Whoever let no offer lapse comes first; then an office below its quota while the quotas hold; then the earliest
    /// application; then arrival.
    public enum Precedence: String, CaseIterable, PostgresValue, Labelled {
        case officeBelowQuota = "office_below_quota"
        case earliestApplication = "earliest_application"
        /// The next in the list applied on the same day.
        case arrival
        /// An offer was not taken up in time: behind everybody who let fewer lapse.
        case offerLapsed = "offer_lapsed"

        public var label: Sentence {
            switch self {
            case .officeBelowQuota: Sentence("office sous son quota", "office below its quota")
            case .earliestApplication: Sentence("candidature la plus ancienne", "earliest application")
            case .arrival: Sentence("ordre d’arrivée", "arrival")
            case .offerLapsed: Sentence("offre expirée", "offer lapsed")
            }
        }
    }

    /// A place that is free, by what made it so.
    public enum FreePlace: Sendable {
        /// Never taken: kept for an office below its quota, while the quotas hold.
        case untaken
        /// Given up: it goes to the next, whatever the quotas keep.
        case freed
        /// Offered and not taken up: it goes to the next who let no offer lapse, so to nobody twice.
        case lapsed
    }
}

struct NextInLine: Sendable {
    let enrolmentID: Enrolment.ID
    let participant: String
    /// The day of the step where they stand.
    let effectiveOn: Day
}

extension Query<NextInLine> {
    /// Whoever a free place would be offered to on a day.
    static func next(for place: Enrolment.FreePlace, in cohort: Cohort, on day: Day) -> Self {
        Query(
            SQL.`queries/enrolment/next`, cohort.programmeID, cohort.cohortID, cohort.keepsQuotas(on: day),
            place != .untaken, place == .lapsed, as: NextInLine.init)
    }
}
