public import FoundationEssentials
public import Postgres
import TrainingSQL

/// A secret token that makes a caller an office (jeton d'accès).
public struct Pass: Sendable {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
    }

    /// A pass in its programme.
    public struct Key: Hashable, Sendable {
        public let programme: Programme.ID
        public let pass: ID
    }

    /// Whether a pass still opens the door.
    public enum State: String, CaseIterable, PostgresValue, Labelled {
        case valid, expired, revoked
        public var label: Sentence {
            switch self {
            case .valid: Sentence("valable", "valid")
            case .expired: Sentence("expiré", "expired")
            case .revoked: Sentence("révoqué", "revoked")
            }
        }
    }

    /// A line of the list of passes; of their secrets nothing.
    public struct Line: Sendable {
        public let passID: ID
        public let office: Office.Code
        public let label: String
        public let issuedAt: Instant
        public let expiresAt: Instant
        public let revokedAt: Instant?
        public let lastUsedAt: Instant?
        public let replaces: ID?
        public let state: State
    }

    /// What the door knows of a pass that somebody shows.
    public struct Shown: Sendable {
        let office: Office.ID
        let hash: Bytes
        /// For how long it is still good.
        public let seconds: Double

        /// Of the secret.
        public var sha256: [UInt8] { hash.bytes }

        /// The office that the pass speaks for.
        public func office(in programme: Programme.ID) -> Office.Key {
            Office.Key(programme: programme, office: office)
        }
    }
}

extension Query<Pass.Line> {
    /// The passes of a programme, of one office when named.
    public static func passes(of programme: Programme.ID, office: Office.Code?) -> Self {
        Query(SQL.`queries/pass/list`, programme, office, as: Pass.Line.init)
    }
}

extension Query<Pass.Shown> {
    /// The pass, if it is valid.
    public static func shown(_ pass: Pass.Key) -> Self {
        Query(SQL.`queries/pass/shown`, pass.programme, pass.pass, as: Pass.Shown.init)
    }
}

extension Transaction {
    /// The passes of a programme, in the order of their issue.
    public func passes(of programme: Programme.ID, office: Office.Code? = nil) throws -> [Pass.Line] {
        if let office { _ = try self.office(office.rawValue, of: programme) }
        return try ask(.passes(of: programme, office: office))
    }

    /// Issues a pass for an office, good to the end of a day (a year, when nil); the token is told this once and cannot be told again.
    public func issuePass(
        for named: String, label: String, until last: Day?, replacing replaced: Pass.ID? = nil,
        of programme: Programme.ID
    ) throws -> (Pass.Line, PassToken) {
        let office = try self.office(named, of: programme)
        let token = PassToken.new(in: programme)
        try change(.issue(token, for: office.officeID, label, until: last, replacing: replaced))
        return (try pass(token.pass.pass, of: programme), token)
    }

    /// Makes a pass useless at once. One that was revoked already is unchanged.
    public func revokePass(_ pass: Pass.ID, of programme: Programme.ID) throws -> Made {
        _ = try self.pass(pass, of: programme)
        return try change(.revoke(.init(programme: programme, pass: pass))) == 1 ? .added : .unchanged
    }

    /// Issues another pass in the place of one, which then ends within `overlap` hours.
    public func rotatePass(_ pass: Pass.ID, until last: Day?, overlap: Int, of programme: Programme.ID) throws -> (
        Pass.Line, PassToken
    ) {
        let old = try self.pass(pass, of: programme)
        guard try change(.end(.init(programme: programme, pass: pass), in: overlap)) == 1 else {
            throw Refusal(
                rule: "only_a_valid_pass_is_rotated",
                "Ce jeton n’est plus valable : « cohorte pass issue » en crée un autre.",
                "This pass is no longer valid: \"cohorte pass issue\" makes another.")
        }
        return try issuePass(
            for: old.office.rawValue, label: old.label, until: last, replacing: pass, of: programme)
    }

    private func pass(_ pass: Pass.ID, of programme: Programme.ID) throws -> Pass.Line {
        guard let line = try ask(.passes(of: programme, office: nil)).first(where: { $0.passID == pass }) else {
            throw Refusal.unknown("Le jeton", "pass", pass.rawValue.uuidString.lowercased(), "cohorte pass list")
        }
        return line
    }
}

extension Command {
    static func issue(
        _ token: PassToken, for office: Office.ID, _ label: String, until last: Day?, replacing replaced: Pass.ID?
    ) -> Command {
        Command(
            SQL.`queries/pass/issue`, token.pass.programme, token.pass.pass, office, label, Bytes(token.secret), last,
            replaced)
    }

    static func revoke(_ pass: Pass.Key) -> Command {
        Command(SQL.`queries/pass/revoke`, pass.programme, pass.pass)
    }

    /// Lets a pass end in so many hours at the latest.
    static func end(_ pass: Pass.Key, in hours: Int) -> Command {
        Command(SQL.`queries/pass/end_in`, pass.programme, pass.pass, Int32(clamping: hours))
    }

    /// Notes when a pass was last used.
    static func used(_ pass: Pass.Key, at instant: Instant) -> Command {
        Command(SQL.`queries/pass/used`, pass.programme, pass.pass, instant)
    }
}

extension Transaction {
    /// Notes when passes were last used.
    public func note(used pass: Pass.Key, at instant: Instant) throws { try change(.used(pass, at: instant)) }
}
