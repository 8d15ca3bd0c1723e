import Statistics

extension Network.Outcome {
    /// Writes the figures by question and wave; ties stand under pseudonyms.
    func write(to json: inout JSONObject) {
        json.field("people", members.count)
        for relation in Network.Relation.allCases {
            let asked = questions.filter { $0.relation == relation }
            guard !asked.isEmpty else { continue }
            json.field(relation.rawValue) { waves in
                for line in asked {
                    waves.field(line.wave.rawValue) { object in
                        object.fields(line.entries)
                        object.array("pairs") { array in
                            for tie in line.figures.ties.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
                                array.element([Evaluation.pseudonym(tie.first), Evaluation.pseudonym(tie.second)])
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Support.Summary {
    /// Writes the figures, by office, theme and competence, and what is still to be done.
    func write(to json: inout JSONObject) {
        json.fields(entries)
        json.field("offices") { object in
            for office in offices {
                object.field(office.office) {
                    $0.field("acts", office.acts)
                    $0.field("people", office.people)
                    $0.field("minutes", office.minutes)
                    $0.field("to_follow", office.toFollow)
                    $0.field("overdue", office.overdue)
                }
            }
        }
        json.array("themes") { array in
            for theme in themes {
                array.object {
                    $0.field("theme", theme.code.rawValue)
                    $0.field("title", theme.title)
                    $0.field("people", theme.people)
                    $0.field("met", theme.met)
                    $0.field("referred", theme.referred)
                    $0.field("unmet", theme.unmet)
                }
            }
        }
        json.field("no_progress") { object in
            for gap in gaps {
                object.field(gap.code) {
                    $0.field("people", gap.people)
                    $0.field("helped", gap.helped)
                    $0.field("helped_since", gap.helpedSince)
                }
            }
        }
        json.array("next_actions") { array in
            for action in next {
                array.object {
                    $0.field("person", action.pseudonym)
                    $0.field("office", action.office)
                    $0.field("theme", action.theme)
                    $0.field("due_on", action.dueOn?.description)
                    $0.field("is_overdue", action.isOverdue)
                }
            }
        }
    }
}
