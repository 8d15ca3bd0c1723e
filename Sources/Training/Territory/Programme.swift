public import FoundationEssentials
public import Postgres
import TrainingSQL

/// Who organises and owns cohorts, offices and data.
public struct Programme: Sendable {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
    }

    public struct Code: Training.Code {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    public let id: ID
    public let code: Code
    public let name: String
}

extension Query<Programme> {
    /// Every programme, by code.
    public static func programmes() -> Self { Query(SQL.`queries/programme/list`, as: Programme.init) }
}

extension Query<Programme.ID> {
    static func add(_ programme: Programme) -> Self {
        Query(SQL.`queries/programme/add`, programme.id, programme.code, programme.name) { (id: Programme.ID) in id }
    }
}

/// What a command that makes a thing did: it made it, or the same was there.
public enum Made: String, Sendable, Labelled {
    case added, unchanged
    public var label: Sentence {
        self == .added ? Sentence("c’est fait", "done") : Sentence("rien à changer", "unchanged")
    }
}

extension Transaction {
    /// Every programme, by code.
    public func programmes() throws -> [Programme] { try ask(.programmes()) }

    /// The programme of this id, or a `Refusal`.
    public func programme(_ id: Programme.ID) throws -> Programme {
        guard let programme = try programmes().first(where: { $0.id == id }) else {
            throw Refusal.unknown("Le programme", "programme", id.rawValue.uuidString, "cohorte programme list")
        }
        return programme
    }

    /// Adds a programme; the same twice is unchanged, the code with another name is refused.
    public func addProgramme(_ code: Programme.Code, name: String) throws -> Made {
        if try askOne(.add(Programme(id: .new(), code: code, name: name))) != nil { return .added }
        guard let known = try programmes().first(where: { $0.code == code }), known.name == name else {
            throw Refusal(
                rule: "programme_is_known_otherwise", "Le programme « \(code) » existe déjà sous un autre nom.",
                "The programme \"\(code)\" exists already under another name.")
        }
        return .unchanged
    }
}
