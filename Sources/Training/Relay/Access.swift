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

    /// An access as an office is shown it, on the clocks of Paris.
    public struct Shown: Sendable {
        public let accessID: ID
        public let participantID: Participant.ID
        /// Nil of another office's person.
        public let familyName: String?
        public let givenName: String?
        /// The name of the office that asked, and of the one that followed the person then.
        public let asker: String
        public let owner: String
        /// Whether the office itself asked.
        public let isOwn: Bool
        public let reason: String
        public let grantedOn: Day
        public let grantedTime: TimeOfDay
        public let endsOn: Day
        public let endsTime: TimeOfDay
        public let isOpen: Bool
    }

    /// An access as the coordinator is told of it.
    public struct Told: Sendable {
        public let accessID: ID
        /// Who asked.
        public let office: Office.Code
        /// The label of the pass that was shown.
        public let pass: String
        public let participant: String
        public let familyName: String
        public let givenName: String
        /// Whose person it was then.
        public let owner: Office.Code
        public let reason: String
        public let grantedAt: Instant
        public let expiresAt: Instant
        public let isOpen: Bool
    }

    /// To whom access is asked.
    public enum Sought: Sendable {
        case person(Participant.ID)
        /// The one of this e-mail address.
        case email(String)
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

extension Query<Access.Shown> {
    /// The newest accesses that an office may see: those it asked for, and those to its own people, to one when named.
    public static func accesses(
        shownTo office: Office.Key, to person: Participant.ID? = nil, atMost limit: Int = 200
    ) -> Self {
        Query(SQL.`queries/access/shown`, office.programme, person, limit, office.office, as: Access.Shown.init)
    }
}

extension Query<Access.Told> {
    /// Every access of a programme; of one office, asking or asked, of one person, or only those still open, when told.
    public static func accesses(
        of programme: Programme.ID, office: Office.Code?, person: String?, onlyOpen: Bool
    ) -> Self {
        Query(SQL.`queries/access/told`, programme, office, person, onlyOpen, as: Access.Told.init)
    }
}

/// What a statement that only says something gives back.
struct Said: Sendable { let words: String }

extension Query<Said> {
    static func seek(_ email: String) -> Self { Query(SQL.`queries/access/seek`, email, as: Said.init) }
}

extension Transaction {
    /// Lets an office read another's person for three hours. A person that does not exist and one of its own are refused.
    public func grantAccess(
        to sought: Access.Sought, _ office: Office.Key, with pass: Pass.ID, reason: String
    ) throws -> Access.Grant {
        try Wording.refuseUnreadable(reason, by: "access_has_a_reason")
        let person: Participant.ID
        switch sought {
        case .person(let id): person = id
        case .email(let email):
            _ = try askOne(.seek(email))
            person = .nobody
        }
        guard let grant = try askOne(.grant(to: person, office, pass, reason: reason)) else {
            throw Refusal.unknown("La personne", "person", person.rawValue.uuidString.lowercased(), "participants")
        }
        return grant
    }
}

extension Participant.ID {
    /// Of no person; in its place the database takes whoever has the e-mail address that is sought.
    fileprivate static let nobody = Self(rawValue: UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
}
