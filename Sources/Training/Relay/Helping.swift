public import Postgres
import TrainingSQL

extension Followed {
    /// What the asker's office can help with on a day.
    public struct OwnSkill: Sendable {
        public let theme: Theme.Code
        public let labelFr: String
        public let labelEn: String
        /// From 1 (notions) to 4 (can train).
        public let level: Int32
        /// A month.
        public let hours: Double?
        public let validUntil: Day?
        public let note: String?

        public var label: Sentence { Sentence(labelFr, labelEn) }
    }
}

extension Skill {
    /// From this level on an office can help others with a theme.
    public static let helps = 3
}

extension Theme.Code {
    /// The competences of a framework on which somebody works who is helped with this theme; nil when the framework's are not
    /// told apart by theme, and any theme may serve any of them.
    ///
    /// DigComp 2.1: this project's own reading of the themes and of the competences' titles.
    func competences(in framework: Framework.Code) -> [String]? {
        guard framework == .digcomp else { return nil }
        return switch rawValue {
        case "joignabilite": ["2.1", "2.6"]
        case "site_web": ["1.1", "3.1", "3.2", "3.4"]
        case "reservation": ["2.1", "5.2"]
        case "reseaux_sociaux": ["2.2", "2.5", "2.6", "3.1"]
        case "destination": ["1.2", "2.2", "2.4"]
        case "photo_ecriture": ["3.1", "3.2", "3.3"]
        case "donnees_droits": ["3.3", "4.2"]
        case "outils": ["1.1", "1.2", "1.3", "4.1", "5.1", "5.2"]
        default: []
        }
    }
}

extension Query<Followed.OwnSkill> {
    static func skills(of office: Office.Key, on day: Day) -> Self {
        Query(SQL.`queries/followed/skills`, office.programme, office.office, day, as: Followed.OwnSkill.init)
    }
}

extension Transaction {
    /// What an office can help with on a day, by theme.
    public func skills(of office: Office.Key, on day: Day) throws -> [Followed.OwnSkill] {
        try ask(.skills(of: office, on: day))
    }

    /// Who can help with a theme today, the office that asks first.
    public func matches(_ theme: Theme.Code, atLeast level: Int, askedBy office: Office.Key) throws -> [Skill.Match] {
        let me = try askOne(Query<Followed.Me>.me(office))?.office
        return try matches(theme, of: office.programme, on: day(.now), atLeast: level, own: me)
    }
}

extension [Followed.OwnSkill] {
    /// Whether the office can help with a competence: a theme on which it is skilled enough to help others trains it.
    func canHelp(with competence: String, of framework: Framework.Code) -> Bool {
        contains { skill in
            skill.level >= Skill.helps && skill.theme.competences(in: framework)?.contains(competence) ?? true
        }
    }
}
