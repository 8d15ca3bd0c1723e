public import FoundationEssentials
public import Postgres
import TrainingSQL

/// A tourist office; as a local relay it follows its participants.
public struct Office: Sendable, Equatable {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
    }

    public struct Code: Training.Code {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// An office in its programme.
    public struct Key: Hashable, Sendable {
        public let programme: Programme.ID
        public let office: Office.ID
    }

    public let officeID: ID
    public let code: Code
    public let name: String
    public let shortName: String

    /// A line of the list of offices, with what each follows.
    public struct Line: Sendable {
        public let office: Code
        public let name: String
        public let shortName: String
        public let communes: Int
        public let providers: Int
        public let participants: Int
    }
}

extension Query<Office> {
    static func office(_ named: String, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/office/find`, programme, named, as: Office.init)
    }
}

extension Query<Office.Line> {
    /// The offices of a programme, by code.
    public static func offices(of programme: Programme.ID) -> Self {
        Query(SQL.`queries/office/list`, programme, as: Office.Line.init)
    }
}

extension Query<Office.ID> {
    static func add(_ office: Office, to programme: Programme.ID) -> Self {
        Query(SQL.`queries/office/add`, programme, office.officeID, office.code, office.name, office.shortName) {
            (id: Office.ID) in id
        }
    }
}

extension Transaction {
    /// The office of this code or name, or a `Refusal`.
    public func office(_ named: String, of programme: Programme.ID) throws -> Office {
        guard let office = try askOne(.office(named, of: programme)) else {
            throw Refusal.unknown("L’office", "office", named, "cohorte office list")
        }
        return office
    }

    /// Adds an office; the same twice is unchanged, the code with other names is refused.
    public func addOffice(_ code: Office.Code, name: String, shortName: String, to programme: Programme.ID) throws
        -> Made
    {
        let office = Office(officeID: .new(), code: code, name: name, shortName: shortName)
        if try askOne(.add(office, to: programme)) != nil { return .added }
        let known = try self.office(code.rawValue, of: programme)
        guard (known.code, known.name, known.shortName) == (code, name, shortName) else {
            throw Refusal(
                rule: "office_is_known_otherwise",
                "L’office « \(code) » existe déjà sous un autre nom : « \(known.name) ».",
                "The office \"\(code)\" exists already under another name: \"\(known.name)\".")
        }
        return .unchanged
    }
}
