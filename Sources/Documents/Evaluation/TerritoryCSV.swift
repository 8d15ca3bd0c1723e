import Statistics
import Training

extension Evaluation.Diagnosis {
    /// `criterion,unit,theme,n,yes_before,…`: a line a criterion.
    var criteriaCSV: [UInt8] {
        var csv = CSVWriter()
        csv.line([
            "criterion", "unit", "theme", "label", "n", "yes_before", "before_lower", "before_upper", "yes_after",
            "after_lower", "after_upper", "kept", "gained", "lost", "never", "mcnemar_p",
        ])
        for change in criteria {
            let (criterion, figures) = (change.criterion, change.figures)
            let words = [
                criterion.criterion.rawValue, criterion.unit.rawValue, criterion.theme.rawValue, criterion.labelFr,
            ].map(CSVCell.text)
            let (before, after) = (figures.beforeCI95.value, figures.afterCI95.value)
            let told: [CSVCell] =
                [.integer(figures.n), .integer(figures.yesBefore)] + [before?.lower, before?.upper].map(CSVCell.figure)
                + [.integer(figures.yesAfter)] + [after?.lower, after?.upper].map(CSVCell.figure)
            let moved = [figures.kept, figures.gained, figures.lost, figures.never].map(CSVCell.integer)
            csv.line(words + told + moved + [.figure(figures.p.value)])
        }
        return csv.bytes
    }

    /// `pseudonym,criteria_before,index_before,criteria_after,index_after`: a line a provider.
    var indexCSV: [UInt8] {
        var csv = CSVWriter()
        csv.line(["pseudonym", "criteria_before", "index_before", "criteria_after", "index_after"])
        for indexed in indices {
            csv.line([
                .text(indexed.pseudonym), .integer(indexed.before.criteria), .figure(indexed.before.index.value),
                .integer(indexed.after.criteria), .figure(indexed.after.index.value),
            ])
        }
        return csv.bytes
    }
}

extension Evaluation.SkillMatrix {
    /// `theme,office,level,hours`: a line a skill, and one without an office for each gap.
    var csv: [UInt8] {
        var csv = CSVWriter()
        csv.line(["theme", "office", "level", "hours"])
        for theme in themes {
            for skill in theme.skills {
                csv.line([
                    .text(theme.theme.rawValue), .text(skill.office), .integer(skill.level), .figure(skill.hours),
                ])
            }
            if theme.skills.isEmpty { csv.line([.text(theme.theme.rawValue), .empty, .empty, .empty]) }
        }
        return csv.bytes
    }
}

extension CSVCell {
    fileprivate static func figure(_ number: Double?) -> CSVCell { number.map { .number(significant($0)) } ?? .empty }
}
