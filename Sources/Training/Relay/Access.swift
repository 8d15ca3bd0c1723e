public import FoundationEssentials
public import Postgres
import TrainingSQL

/// Another office's leave to read one person's record for three hours, with its reason.
public struct Access: Sendable {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
    }

    /// What was granted.
    public struct Grant: Sendable {
        public let accessID: ID
        public let participantID: Participant.ID
        public let grantedAt: Instant
        public let expiresAt: Instant
    }

    /// A line of the list of accesses.
    public struct Line: Sendable {
        public let accessID: ID
        public let participantID: Participant.ID
        /// Who asked.
        public let office: Office.Code
        /// Whose person it is.
        public let owner: Office.Code
        public let reason: String
        public let grantedAt: Instant
        public let expiresAt: Instant
        public let isOpen: Bool
    }
}

extension Query<Access.Grant> {
    static func grant(to person: Participant.ID, _ office: Office.Key, _ pass: Pass.ID, reason: String) -> Self {
        Query(
            SQL.`queries/access/grant`, office.programme, Access.ID.new(), person, office.office, pass, reason,
            as: Access.Grant.init)
    }
}

extension Query<Access.Line> {
    /// The accesses that the asker may see: of its own office, and to its own people.
    public static func accesses(to person: Participant.ID?, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/access/list`, programme, person, as: Access.Line.init)
    }
}

extension Transaction {
    /// Lets an office read another's person for three hours. A person that does not exist and one of its own are refused.
    public func grantAccess(to person: Participant.ID, _ office: Office.Key, with pass: Pass.ID, reason: String) throws
        -> Access.Grant
    {
        guard let grant = try askOne(.grant(to: person, office, pass, reason: reason)) else {
            throw Refusal.unknown("La personne", "person", person.rawValue.uuidString.lowercased(), "participants")
        }
        return grant
    }
}
