public import Training

extension DeskPage {
    /// What an office can help with, who can help with something else, and what nobody can.
    public struct Skills: Sendable {
        let own: [Followed.OwnSkill]
        let themes: [Theme]
        let chosen: Theme?
        let level: Int
        /// Nil until a theme is chosen.
        let matches: [Skill.Match]?
        let gaps: [Skill.Gap]

        public init(
            own: [Followed.OwnSkill], themes: [Theme], chosen: Theme?, level: Int, matches: [Skill.Match]?,
            gaps: [Skill.Gap]
        ) {
            (self.own, self.themes, self.chosen) = (own, themes, chosen)
            (self.level, self.matches, self.gaps) = (level, matches, gaps)
        }
    }

    /// The page of skills.
    public static func skills(_ skills: Skills, _ reader: Reader) -> DeskPage {
        let say = Tongue(reader.language)
        return DeskPage(
            DeskView(
                title: say("Mes compétences", "My skills"), bar: .init(reader, at: .skills),
                skills: SkillsView(skills, reader, say)), reader.language)
    }
}

struct SkillsView {
    struct Line {
        let name: String
        let level: String
        let hours: String
        let until: String
        let note: String
        let isOwn: Bool
    }

    let office: String
    let cohort: String?
    let hasOwn: Bool
    let own: [Line]
    let themes: [ActFields.Choice]
    let levels: [ActFields.Choice]
    let isAsked: Bool
    let found: String
    let hasMatches: Bool
    let matches: [Line]
    let hasGaps: Bool
    let gaps: [String]

    init(_ skills: DeskPage.Skills, _ reader: DeskPage.Reader, _ say: Tongue) {
        (office, cohort) = (say.words(reader.office), reader.cohort?.rawValue)
        own = skills.own.map { skill in
            Self.line(say(skill.label), skill.level, skill.hours, skill.validUntil, skill.note, isOwn: true, say)
        }
        hasOwn = !own.isEmpty
        themes = skills.themes.map {
            .init(code: $0.theme.rawValue, words: say($0.label), isChosen: $0 == skills.chosen)
        }
        levels = Skill.levels.map {
            .init(code: String($0), words: Self.level(Int32($0), say), isChosen: $0 == skills.level)
        }
        matches = (skills.matches ?? []).map { match in
            Self.line(
                say.words(match.officeName), match.level, match.hours, match.validUntil, match.note, isOwn: match.isOwn,
                say)
        }
        (isAsked, hasMatches) = (skills.matches != nil, !matches.isEmpty)
        found =
            skills.chosen.map { theme in
                say("Qui peut aider : \(say(theme.label))", "Who can help: \(say(theme.label))")
            } ?? ""
        gaps = skills.gaps.map { gap in
            let label = say(Sentence(gap.labelFr, gap.labelEn))
            guard let best = gap.bestLevel.map({ Self.level(Int32($0), say) }) else {
                return say("\(label) (aucun office n’a noté de niveau)", "\(label) (no office has recorded a level)")
            }
            return say("\(label) (au mieux, \(best))", "\(label) (at best, \(best))")
        }
        hasGaps = !gaps.isEmpty
    }

    private static func line(
        _ name: String, _ level: Int32, _ hours: Double?, _ until: Day?, _ note: String?, isOwn: Bool, _ say: Tongue
    ) -> Line {
        Line(
            name: name, level: Self.level(level, say),
            hours: hours.map { say.numbers.fixed($0, decimals: $0.rounded() == $0 ? 0 : 1) + "\u{A0}h" } ?? "–",
            until: until.map { say.shortDate($0) } ?? say("sans fin", "open-ended"),
            note: note.map { say.words($0) } ?? "",
            isOwn: isOwn)
    }

    /// `3 (peut aider)`.
    private static func level(_ level: Int32, _ say: Tongue) -> String {
        let words: Sentence =
            switch level {
            case 1: Sentence("notions", "notions")
            case 2: Sentence("à l’aise", "at ease")
            case 3: Sentence("peut aider", "can help")
            default: Sentence("peut former", "can train")
            }
        return "\(level)\u{A0}(\(say(words)))"
    }
}
