import Training

/// What each office can help with, and what none of them can.
struct SkillSection {
    struct Matrix {
        let offices: [String]
        let themes: [Row]
        /// The hours a month of each office, over its themes.
        let totals: [String]
        let caption: String
    }

    struct Row {
        let theme: String
        let cells: [Cell]
    }

    struct Cell {
        /// `3`, or nothing.
        let level: String?
        let hours: String?
    }

    let answer: String
    let matrix: Matrix?
    /// Said in place of the matrix, when it is kept back.
    let silence: String?

    /// Nil when no office has said anything.
    init?(_ edition: Edition, _ say: Tongue) {
        guard let skills = edition.skills else { return nil }
        answer = Self.answer(skills, say)
        silence =
            skills.matrix == nil ? say.withheld(.coordinatorOnly, fewerThan: edition.minimumGroup) : nil
        matrix = skills.matrix.map { Matrix($0, say) }
    }

    private static func answer(_ skills: Edition.Skills, _ say: Tongue) -> String {
        let filled = say(
            "\(skills.filled) offices sur \(skills.offices) ont dit sur quoi ils peuvent aider",
            "\(skills.filled) offices of \(skills.offices) said what they can help with")
        guard !skills.gaps.isEmpty else {
            return filled + say(" ; aucun thème ne reste sans office.", "; no theme is left without an office.")
        }
        let gaps = say.list(skills.gaps.map { say("« \($0.french) »", "“\($0.english)”") })
        return filled + say(" ; aucun ne couvre \(gaps).", "; none covers \(gaps).")
    }
}

extension SkillSection.Matrix {
    fileprivate init(_ matrix: Evaluation.SkillMatrix, _ say: Tongue) {
        offices = matrix.offices.map { say.words($0.name) }
        themes = matrix.themes.map { theme in
            let skills = Dictionary(theme.skills.map { ($0.office, $0) }) { first, _ in first }
            return SkillSection.Row(
                theme: say(theme.title),
                cells: matrix.offices.map { office in
                    let skill = skills[office.code]
                    return SkillSection.Cell(
                        level: skill.map { say.integer($0.level) },
                        hours: skill?.hours.map { Self.hours($0, say) })
                })
        }
        totals = matrix.offices.map { matrix.hours(of: $0.code).map { Self.hours($0, say) } ?? NumberStyle.missing }
        caption = say(
            "Niveau de 1 à 4 (1 notions, 2 à l’aise, 3 peut aider, 4 peut former) et heures par mois, au jour du bilan.",
            "Level from 1 to 4 (1 notions, 2 at ease, 3 can help, 4 can train) and hours a month, on the day of the evaluation."
        )
    }

    private static func hours(_ hours: Double, _ say: Tongue) -> String {
        say.numbers.fixed(hours, decimals: hours.rounded() == hours ? 0 : 1) + "\u{A0}h"
    }
}
