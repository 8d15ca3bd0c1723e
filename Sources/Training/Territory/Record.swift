public import Postgres
import TrainingSQL

extension Participant {
    /// One record of a person, as it is itself; whoever changes it holds its lock.
    struct Record: Sendable {
        let participantID: ID
        let participant: String
        let officeID: Office.ID
        let office: Office.Code
        let providerID: Provider.ID
        let provider: String
        /// The person that this one turned out to be.
        let mergedInto: ID?
        let standsForOthers: Bool
    }

    /// What happened to a person besides their places.
    public enum Change: String, CaseIterable, PostgresValue, Labelled {
        case merged, unmerged, transferred
        public var label: Sentence {
            switch self {
            case .merged: Sentence("fusionnée", "merged")
            case .unmerged: Sentence("séparée", "unmerged")
            case .transferred: Sentence("transférée", "transferred")
            }
        }
    }

    /// A step of a person's trail.
    public struct Past: Sendable {
        public let what: Change
        /// Whose record was merged, taken back or transferred.
        public let person: String
        public let fromOffice: Office.Code?
        public let toOffice: Office.Code?
        public let reason: String
        public let actor: String
        /// Date and time in Paris.
        public let recordedAt: String
    }
}

extension Query<Participant.Record> {
    static func record(_ named: String, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/participant/name`, programme, named, as: Participant.Record.init)
    }
}

extension Query<Participant.Past> {
    static func past(of participant: Participant.ID, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/participant/history`, programme, participant, as: Participant.Past.init)
    }
}

extension Transaction {
    /// Merges, separations and transfers of a person, in order.
    public func past(of participant: String, in programme: Programme.ID) throws -> [Participant.Past] {
        let person = try record(participant, of: programme)
        return try ask(.past(of: person.participantID, in: programme))
    }

    /// The record of this e-mail or id, as it is itself, locked until the end; or a `Refusal`.
    func record(_ named: String, of programme: Programme.ID) throws -> Participant.Record {
        guard let record = try askOne(.record(named, of: programme)) else {
            throw Refusal.unknown("La personne", "person", named, "cohorte participant list")
        }
        return record
    }

    /// The record of whoever this e-mail or id stands for.
    func livingRecord(_ named: String, of programme: Programme.ID) throws -> Participant.Record {
        let record = try record(named, of: programme)
        guard let other = record.mergedInto?.postgresText else { return record }
        return try self.record(other, of: programme)
    }

    /// Waits until nobody applies or is marked, and keeps it so until the end: people change meanwhile.
    func lockPeople(of programme: Programme.ID) throws { _ = try ask(.lockAll(in: programme)) }
}
