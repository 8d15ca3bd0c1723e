import Statistics

extension Evaluation.Diagnosis {
    func write(to json: inout JSONObject) {
        json.field("grid", grid)
        json.field("providers") { providers.write(to: &$0) }
        json.field("communes") { communes.write(to: &$0) }
        json.field("criteria") { object in
            for change in criteria { object.field(change.criterion.criterion.rawValue) { change.write(to: &$0) } }
        }
        json.field("provider_index") { $0.fields(index.entries) }
        json.array("providers_by_index") { array in
            for indexed in indices { array.object { indexed.write(to: &$0) } }
        }
        json.field("agreement") {
            $0.field("seconded_units", seconded)
            $0.fields(agreement.entries)
        }
    }
}

extension Evaluation.Looked {
    func write(to json: inout JSONObject) {
        json.field("before", before)
        json.field("after", after)
        json.field("both", both)
    }
}

extension Evaluation.CriterionChange {
    func write(to json: inout JSONObject) {
        json.field("unit", criterion.unit.rawValue)
        json.field("theme", criterion.theme.rawValue)
        json.field("label", criterion.label)
        json.fields(figures.entries)
    }
}

extension Evaluation.Indexed {
    func write(to json: inout JSONObject) {
        json.field("pseudonym", pseudonym)
        for (wave, index) in [("before", before), ("after", after)] {
            json.field("criteria_\(wave)", index.criteria)
            json.field("index_\(wave)", index.index)
        }
    }
}

extension Evaluation.SkillMatrix {
    func write(to json: inout JSONObject) {
        json.field("offices_filled", filled)
        json.field("offices", offices.count)
        json.field("gaps", gaps.map(\.theme.rawValue))
        json.array("themes") { array in for theme in themes { array.object { theme.write(to: &$0) } } }
    }
}

extension Evaluation.MatrixTheme {
    func write(to json: inout JSONObject) {
        json.field("theme", theme.rawValue)
        json.field("title", title)
        json.field("levels") { object in for skill in skills { object.field(skill.office, skill.level) } }
        json.field("hours") { object in for skill in skills { object.field(skill.office, skill.hours) } }
    }
}

extension [Evaluation.Mails] {
    /// By unit, then by wave.
    func write(to json: inout JSONObject) {
        for unit in Criterion.Unit.allCases {
            let own = filter { $0.unit == unit }
            if own.isEmpty { continue }
            json.field(unit.rawValue) { object in
                for mails in own { object.field(mails.wave.rawValue) { $0.fields(mails.figures.entries) } }
            }
        }
    }
}
