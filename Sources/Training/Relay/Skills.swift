public import Postgres
import TrainingSQL

extension Transaction {
    /// Records what offices can help with, or refuses the file whole; what is said anew from the same day takes the place of
    /// what was, which is kept. Hands over what became of each line, in order.
    public func setSkills(
        _ lines: some LineSource<Skill.Request>, of programme: Programme.ID,
        outcome: (Skill.LineOutcome) throws -> Void
    ) throws {
        try staged(
            Skill.staging, lines,
            { copy, lines in
                for (line, skill) in lines {
                    try copy.row(
                        Int32(clamping: line), skill.office, skill.theme, Int32(clamping: skill.level), skill.hours,
                        skill.validFrom, skill.validUntil, skill.note)
                }
            }
        ) { tx, staged in
            try tx.change(.resolveSkills(of: programme))
            try tx.refuse(staged, .faults(SQL.`queries/skill/faults`, programme))
            try tx.change(.addStagedSkills(to: programme))
            try tx.tellEach(.skillsSaid(), outcome)
        }
    }

    /// What offices said they can help with; those that hold on a day when it is given.
    public func skills(
        of programme: Programme.ID, theme: Theme.Code? = nil, office: Office.Code? = nil, on day: Day? = nil
    ) throws -> [Skill.Line] {
        if let theme { _ = try skillTheme(theme) }
        if let office { _ = try self.office(office.rawValue, of: programme) }
        return try ask(.skills(of: programme, theme: theme, office: office, on: day))
    }

    /// Who can help with a theme on a day: the office that asks first, then the most skilled, then who has most hours.
    public func matches(
        _ theme: Theme.Code, of programme: Programme.ID, on day: Day, atLeast level: Int, own office: Office.Code?
    ) throws -> [Skill.Match] {
        _ = try skillTheme(theme)
        if let office { _ = try self.office(office.rawValue, of: programme) }
        return try ask(.matches(theme, of: programme, on: day, atLeast: level, own: office))
    }

    /// The themes that no office covers on a day at that level.
    public func skillGaps(of programme: Programme.ID, on day: Day, atLeast level: Int) throws -> [Skill.Gap] {
        let valid = Dictionary(grouping: try skills(of: programme, on: day), by: \.theme)
        return try themes().filter(\.isSkill).compactMap { theme in
            let levels = (valid[theme.theme] ?? []).map { Int($0.level) }
            guard !levels.contains(where: { $0 >= level }) else { return nil }
            return Skill.Gap(
                theme: theme.theme, labelFr: theme.labelFr, labelEn: theme.labelEn, bestLevel: levels.max())
        }
    }

    /// The office that follows somebody, by e-mail or id.
    public func officeFollowing(_ participant: String, of programme: Programme.ID) throws -> Office.Code {
        try livingRecord(participant, of: programme).office
    }
}
