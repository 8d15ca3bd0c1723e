extension Evaluation.Release {
    /// Writes the diagnostic and the skills, where there are any: what was not measured is among the blanks.
    func writeTerritory(to json: inout JSONObject) {
        if let territory { json.field("diagnostic") { territory.write(to: &$0) } }
        if let skills { json.field("skills") { skills.write(to: &$0) } }
    }
}

extension Evaluation.Release.Territory {
    fileprivate func write(to json: inout JSONObject) {
        json.field("grid", Diagnostic.grid)
        json.field("providers") { providers.write(to: &$0) }
        json.field("communes") { communes.write(to: &$0) }
        json.field("criteria") { object in
            for table in criteria { object.field(table.criterion.criterion.rawValue) { table.write(to: &$0) } }
        }
        json.field("provider_index") { index.write(to: &$0) }
        json.array("providers_by_index") { array in
            for indexed in own { array.object { indexed.write(to: &$0) } }
        }
    }
}

extension Evaluation.Release.CriterionTable {
    fileprivate func write(to json: inout JSONObject) {
        json.field("unit", criterion.unit.rawValue)
        json.field("theme", criterion.theme.rawValue)
        json.field("label", criterion.label)
        guard let rows else { return json.field("suppressed", true) }
        for row in rows { json.row(row) }
    }
}

extension Evaluation.Release.Skills {
    fileprivate func write(to json: inout JSONObject) {
        guard let matrix else {
            json.field("offices_filled", filled)
            json.field("offices", offices)
            json.field("gaps", gaps.map(\.theme.rawValue))
            return json.field("themes_suppressed", true)
        }
        matrix.write(to: &json)
    }
}
