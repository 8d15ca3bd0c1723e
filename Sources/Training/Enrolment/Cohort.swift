public import FoundationEssentials
public import Postgres
import TrainingSQL

/// A group trained together over a period, with places.
public struct Cohort: Sendable {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
    }

    public struct Code: Training.Code {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// Open until its first held half-day, running until it is closed, evaluated by a final evaluation.
    public enum Status: String, CaseIterable, PostgresValue, Labelled {
        case open, running, closed, evaluated
        public var label: Sentence {
            switch self {
            case .open: Sentence("ouverte", "open")
            case .running: Sentence("en cours", "running")
            case .closed: Sentence("close", "closed")
            case .evaluated: Sentence("évaluée", "evaluated")
            }
        }
    }

    public let programmeID: Programme.ID
    public let cohortID: ID
    public let code: Code
    public let title: String
    public let places: Int32
    public let startsOn: Day
    public let endsOn: Day
    /// In per cent of the planned minutes.
    public let minimumAssiduity: Int32
    public let quotaUntil: Day?
    public let status: Status

    /// Closed, evaluated or not.
    var isClosed: Bool { status == .closed || status == .evaluated }

    /// Whether the places kept for offices are still kept on this day.
    func keepsQuotas(on day: Day) -> Bool { quotaUntil.map { day <= $0 } ?? true }

    /// What `cohort open` is given.
    public struct Opening: Sendable {
        let code: Code, title: String, places: Int, startsOn: Day, endsOn: Day, minimumAssiduity: Int
        let quotas: [(office: String, seats: Int)], quotaUntil: Day?

        public init(
            code: Code, title: String, places: Int, startsOn: Day, endsOn: Day, minimumAssiduity: Int,
            quotas: [(office: String, seats: Int)], quotaUntil: Day?
        ) {
            (self.code, self.title, self.places) = (code, title, places)
            (self.startsOn, self.endsOn, self.minimumAssiduity) = (startsOn, endsOn, minimumAssiduity)
            (self.quotas, self.quotaUntil) = (quotas, quotaUntil)
        }
    }

    /// A line of the list of cohorts.
    public struct Line: Sendable {
        public let cohort: Code
        public let title: String
        public let status: Status
        public let places: Int32
        public let held: Int
        public let waitlisted: Int
        public let startsOn: Day
        public let endsOn: Day
        public let minimumAssiduity: Int32
        /// The last day on which places are kept for offices; nil for ever, where any are.
        public let quotaUntil: Day?
    }

    /// The places kept for one office.
    public struct Quota: Equatable, Sendable {
        public let office: Office.Code
        public let seats: Int32
        public let held: Int
    }
}

extension Query<Cohort> {
    static func cohort(_ code: Cohort.Code, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/cohort/find`, programme, code, as: Cohort.init)
    }
}

extension Query<Cohort.Line> {
    static func cohorts(of programme: Programme.ID, code: Cohort.Code?) -> Self {
        Query(SQL.`queries/cohort/list`, programme, code, as: Cohort.Line.init)
    }
}

extension Query<Cohort.Quota> {
    static func quotas(of cohort: Cohort) -> Self {
        Query(SQL.`queries/cohort/quotas`, cohort.programmeID, cohort.cohortID, as: Cohort.Quota.init)
    }
}

extension Query<Cohort.ID> {
    static func lock(_ cohort: Cohort) -> Self {
        Query(SQL.`queries/cohort/lock`, cohort.programmeID, cohort.cohortID) { (id: Cohort.ID) in id }
    }

    static func lockAll(in programme: Programme.ID) -> Self {
        Query(SQL.`queries/cohort/lock_all`, programme) { (id: Cohort.ID) in id }
    }

    static func open(_ opening: Cohort.Opening, in programme: Programme.ID) -> Self {
        Query(
            SQL.`queries/cohort/open`, programme, Cohort.ID.new(), opening.code, opening.title,
            Int32(clamping: opening.places), opening.startsOn, opening.endsOn,
            Int32(clamping: opening.minimumAssiduity),
            opening.quotaUntil
        ) { (id: Cohort.ID) in id }
    }
}

extension Query<Cohort.Code> {
    static func cohortsWithLapsedOffers(in programme: Programme.ID, on day: Day) -> Self {
        Query(SQL.`queries/cohort/with_lapsed_offers`, programme, day) { (code: Cohort.Code) in code }
    }
}

/// How many people of a cohort stand at a status that keeps it open.
struct Unsettled: Sendable {
    let status: Enrolment.Status
    let people: Int
}

extension Query<Unsettled> {
    static func unsettled(in cohort: Cohort) -> Self {
        Query(SQL.`queries/cohort/unsettled`, cohort.programmeID, cohort.cohortID, as: Unsettled.init)
    }
}

extension Command {
    static func keep(_ seats: Int, of cohort: Cohort.ID, for office: Office.ID, in programme: Programme.ID) -> Command {
        Command(SQL.`queries/cohort/keep_quota`, programme, cohort, office, Int32(clamping: seats))
    }

    static func declare(_ instrument: Instrument, of cohort: Cohort) -> Command {
        Command(
            SQL.`queries/cohort/declare_instrument`, cohort.programmeID, cohort.cohortID, instrument.instrumentID)
    }

    static func set(_ status: Cohort.Status, of cohort: Cohort) -> Command {
        Command(SQL.`queries/cohort/set_status`, cohort.programmeID, cohort.cohortID, status)
    }
}
