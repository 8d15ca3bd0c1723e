public import Postgres
import TrainingSQL

extension Enrolment {
    /// What decides where somebody stands on the waiting list: what puts them before the next, and the last behind the one
    /// before.
    ///
    /// Whoever let no offer lapse comes first; then an office below its quota while the quotas hold, for as many as it has
    /// places left; then the earliest application; then arrival.
    public enum Precedence: String, CaseIterable, PostgresValue, Labelled {
        /// The next in the list is of an office that has its quota.
        case officeBelowQuota = "office_below_quota"
        /// The last in the list is behind an office below its quota.
        case behindQuota = "behind_quota"
        /// The next in the list applied on a later day.
        case earliestApplication = "earliest_application"
        /// The last in the list applied on a later day than the one before.
        case laterApplication = "later_application"
        /// The next in the list (or of the last, the one before) applied on the same day.
        case arrival
        /// An offer was not taken up in time: the first of those behind everybody who let fewer lapse.
        case offerLapsed = "offer_lapsed"
        /// The next in the list let more offers lapse.
        case fewerOffersLapsed = "fewer_offers_lapsed"
        /// Nobody else waits.
        case alone

        public var label: Sentence {
            switch self {
            case .officeBelowQuota: Sentence("office sous son quota", "office below its quota")
            case .behindQuota: Sentence("après un office sous son quota", "after an office below its quota")
            case .earliestApplication: Sentence("candidature plus ancienne", "earlier application")
            case .laterApplication: Sentence("candidature plus récente", "later application")
            case .arrival: Sentence("même jour, ordre d’arrivée", "same day, by arrival")
            case .offerLapsed: Sentence("offre expirée", "offer lapsed")
            case .fewerOffersLapsed: Sentence("moins d’offres expirées", "fewer offers lapsed")
            case .alone: Sentence("personne d’autre n’attend", "nobody else waits")
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
