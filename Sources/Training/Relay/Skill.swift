public import Postgres
import TrainingSQL

/// What a tourist office can help its providers with: a level on a theme, with hours a month, for as long as it holds.
public enum Skill {
    /// From 1 (notions), 2 (at ease) and 3 (helps others) to 4 (trains others).
    public static let levels = 1...4
    /// Hours a month that an office may give to one theme.
    public static let hours = 0.0...400.0

    /// One line of a file of skills. The office goes by code or name, the theme by code or label.
    public struct Request: Sendable {
        let office: String, theme: String, level: Int, hours: Double?, validFrom: Day, validUntil: Day?, note: String?

        public init(
            office: String, theme: String, level: Int, hours: Double?, validFrom: Day, validUntil: Day?, note: String?
        ) {
            (self.office, self.theme, self.level, self.hours) = (office, theme, level, hours)
            (self.validFrom, self.validUntil, self.note) = (validFrom, validUntil, note)
        }
    }

    /// What became of one line.
    public enum Outcome: String, CaseIterable, PostgresValue, Labelled {
        case added, changed, unchanged
        public var label: Sentence {
            switch self {
            case .added: Sentence("ajoutée", "added")
            case .changed: Sentence("changée", "changed")
            case .unchanged: Sentence("inchangée", "unchanged")
            }
        }
    }

    public struct LineOutcome: Sendable {
        public let line: Int32
        public let outcome: Outcome
    }

    /// A line of the list of skills, as each was last said.
    public struct Line: Sendable {
        public let office: Office.Code
        public let theme: Theme.Code
        public let labelFr: String
        public let labelEn: String
        public let level: Int32
        /// A month.
        public let hours: Double?
        public let validFrom: Day
        public let validUntil: Day?
        public let note: String?
    }

    /// An office that can help with a theme.
    public struct Match: Sendable {
        public let office: Office.Code
        public let officeName: String
        /// Whether it is the office that asks.
        public let isOwn: Bool
        public let level: Int32
        /// A month.
        public let hours: Double?
        public let validFrom: Day
        public let validUntil: Day?
        public let note: String?
    }

    /// A theme that no office covers.
    public struct Gap: Sendable {
        public let theme: Theme.Code
        public let labelFr: String
        public let labelEn: String
        /// Of the offices that say something, whatever the level asked for; nil when none does.
        public let bestLevel: Int?
    }

    static let staging = Staging(
        table: SQL.`queries/skill/stage`, name: "staged_skill",
        columns: ("line", Int32.self), ("office", String.self), ("theme", String.self), ("level", Int32.self),
        ("hours", Double?.self), ("valid_from", Day.self), ("valid_until", Day?.self), ("note", String?.self))
}

extension Query<Skill.LineOutcome> {
    static func skillsSaid() -> Self { Query(SQL.`queries/skill/outcome`, as: Skill.LineOutcome.init) }
}

extension Query<Skill.Line> {
    static func skills(of programme: Programme.ID, theme: Theme.Code?, office: Office.Code?, on day: Day?) -> Self {
        Query(SQL.`queries/skill/list`, programme, theme, office, day, as: Skill.Line.init)
    }
}

extension Query<Skill.Match> {
    static func matches(
        _ theme: Theme.Code, of programme: Programme.ID, on day: Day, atLeast level: Int, own office: Office.Code?
    ) -> Self {
        Query(
            SQL.`queries/skill/match`, programme, theme, day, Int32(clamping: level), office, as: Skill.Match.init)
    }
}

extension Command {
    static func resolveSkills(of programme: Programme.ID) -> Command {
        Command(SQL.`queries/skill/resolve`, programme)
    }
    static func addStagedSkills(to programme: Programme.ID) -> Command {
        Command(SQL.`queries/skill/add_staged`, programme)
    }
}
