public import Postgres
import TrainingSQL

extension Observation {
    /// A line of the list of observations.
    public struct Line: Sendable {
        public let unit: Criterion.Unit
        public let name: String
        public let office: Office.Code
        public let commune: String
        public let insee: String
        /// Of a provider.
        public let category: String?
        public let criterion: Criterion.Code
        public let wave: Wave
        /// 1 for the observation that counts, 2 for the second observer's.
        public let rank: Int32
        public let observedOn: Day
        public let observer: String
        /// From 0 to 3.
        public let value: Int32?
        public let missing: Missing?
        /// Date and time in Paris, as those of the reply.
        public let sentAt: String?
        public let repliedAt: String?
        public let kind: Reply?
        /// Whether somebody answered the mail, by the day that counts.
        public let isAnswered: Bool?
        /// Until then, else until that day's end.
        public let hours: Double?
        public let evidence: String?
        public let corrections: Int32
        /// For which it was observed; nil is the territory's.
        public let cohort: Cohort.Code?

        /// What tells this provider or commune from the others.
        var place: String { "\(insee) \(unit == .provider ? name : "")" }
    }

    /// One correction of an observation: what it was, what it became, who changed it and why.
    public struct Correction: Sendable {
        public let name: String
        public let office: Office.Code
        public let criterion: Criterion.Code
        public let wave: Wave
        public let observer: String
        /// 1 for the first correction of this observation.
        public let correction: Int32
        public let oldValue: String?
        public let newValue: String?
        public let reason: String?
        public let actor: String
        /// Date and time in Paris.
        public let recordedAt: String
    }

    /// Which observations are asked for; what is nil limits nothing.
    public struct Filter: Sendable {
        public var wave: Wave?
        public var office: Office.Code?
        /// By INSEE code or name.
        public var commune: String?
        public var category: String?
        public var criterion: Criterion.Code?
        /// A provider by id or name, a commune by INSEE code or name.
        public var unit: String?
        /// What counts for it: its own observations, and the territory's within its dates.
        public var cohort: Cohort.Code?

        public init() {}
    }
}

extension Query<Observation.Line> {
    static func observations(_ filter: Observation.Filter, of programme: Programme.ID, on day: Day) -> Self {
        Query(
            SQL.`queries/observation/list`, programme, Diagnostic.grid, filter.wave, filter.office, filter.commune,
            filter.category, filter.criterion, filter.unit, day, filter.cohort,
            as: Observation.Line.init)
    }
}

extension Query<Observation.Correction> {
    static func corrections(of programme: Programme.ID) -> Self {
        Query(SQL.`queries/observation/corrections`, programme, as: Observation.Correction.init)
    }
}

extension Transaction {
    /// What was observed by a day, by unit, criterion and wave.
    public func observations(_ filter: Observation.Filter, of programme: Programme.ID, on day: Day) throws
        -> [Observation.Line]
    {
        if let office = filter.office { _ = try self.office(office.rawValue, of: programme) }
        if let criterion = filter.criterion, try !criteria().contains(where: { $0.criterion == criterion }) {
            throw Refusal.unknown("Le critère", "criterion", criterion.rawValue, "cohorte diagnostic grid")
        }
        if let cohort = filter.cohort { _ = try self.cohort(cohort, of: programme) }
        return try ask(.observations(filter, of: programme, on: day))
    }

    /// Every correction of an observation.
    public func observationCorrections(of programme: Programme.ID) throws -> [Observation.Correction] {
        try ask(.corrections(of: programme))
    }
}
