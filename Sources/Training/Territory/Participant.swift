public import FoundationEssentials
public import Postgres
import TrainingSQL

/// The person a provider sends.
public struct Participant: Sendable {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
    }

    public let participantID: ID
    /// How commands name the person: the e-mail, or the id where there is none.
    public let participant: String
    public let familyName: String
    public let givenName: String
    public let email: String?
    public let phone: String?
    public let office: Office.Code
    public let commune: String
    public let provider: String
    public let category: String

    /// A line of the list of people: the person, and one cohort where they have a place.
    public struct Line: Sendable {
        public let participantID: ID
        public let participant: String
        public let familyName: String
        public let givenName: String
        public let email: String?
        public let phone: String?
        public let office: Office.Code
        public let commune: String
        public let provider: String
        public let category: String
        public let cohort: Cohort.Code?
        public let status: Enrolment.Status?
    }

    /// A place of the person in a cohort.
    public struct Place: Sendable {
        public let cohort: Cohort.Code
        public let title: String
        public let status: Enrolment.Status
        public let rank: Int?
        public let appliedOn: Day
        public let effectiveOn: Day
        public let reason: Enrolment.LeavingReason?
        public let note: String?
    }
}

extension Query<Participant.Line> {
    /// The people of a programme, of one cohort or office when named, whose name holds `text`.
    public static func participants(
        of programme: Programme.ID, cohort: Cohort.Code?, office: Office.Code?, named text: String?
    ) -> Self {
        Query(SQL.`queries/participant/list`, programme, cohort, office, text, as: Participant.Line.init)
    }
}

extension Query<Participant> {
    static func participant(_ named: String, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/participant/find`, programme, named, as: Participant.init)
    }
}

extension Query<Participant.Place> {
    static func places(of participant: Participant.ID, in programme: Programme.ID, on day: Day) -> Self {
        Query(SQL.`queries/participant/enrolments`, programme, participant, day, as: Participant.Place.init)
    }
}

extension Transaction {
    /// The people of a programme, by office and name.
    public func participants(
        of programme: Programme.ID, cohort: Cohort.Code? = nil, office: Office.Code? = nil, named text: String? = nil
    ) throws -> [Participant.Line] {
        if let office { _ = try self.office(office.rawValue, of: programme) }
        if let cohort { _ = try self.cohort(cohort, of: programme) }
        return try ask(.participants(of: programme, cohort: cohort, office: office, named: text))
    }

    /// The person of this e-mail or id (or whom that one turned out to be), with their places on a day (today), or a `Refusal`.
    public func participant(_ named: String, of programme: Programme.ID, on day: Day? = nil) throws
        -> (Participant, [Participant.Place])
    {
        guard let person = try askOne(.participant(named, of: programme)) else {
            throw Refusal.unknown("La personne", "person", named, "cohorte participant list")
        }
        return (person, try ask(.places(of: person.participantID, in: programme, on: day ?? self.day(.now))))
    }
}
