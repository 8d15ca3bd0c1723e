import Postgres
import TrainingSQL

extension Evaluation {
    /// One observation of a provider (by the first arrival of its people) or of a commune (by its INSEE code).
    struct ObservationRow: Placed {
        let asked: Int
        let arrival: Int32?
        let insee: String?
        let criterion: Criterion.Code
        let wave: Observation.Wave
        let rank: Int32
        let value: Int32?
        let missing: Observation.Missing?
        let isAnswered: Bool?
        /// Until somebody answered, else until the day's end; in seconds.
        let followed: Int?
    }

    /// One office on one theme, with its level where it has a skill that holds.
    struct SkillRow: Sendable {
        let office: String
        let officeName: String
        let theme: Theme.Code
        let labelFr: String
        let labelEn: String
        let level: Int32?
        let hours: Double?
    }
}

extension Query<Evaluation.ObservationRow> {
    static func observations(of asked: Evaluation.Asked) -> Self {
        Query(
            SQL.`queries/evaluation/observations`, asked.programme, asked.cohorts, asked.days, Diagnostic.grid,
            as: Evaluation.ObservationRow.init)
    }
}

extension Query<Evaluation.SkillRow> {
    static func skills(in programme: Programme.ID, on day: Day) -> Self {
        Query(SQL.`queries/evaluation/skills`, programme, day, as: Evaluation.SkillRow.init)
    }
}

extension JSONObject {
    /// Only when there are any: the inputs of a cohort without them keep the hash that they always had.
    mutating func write(_ rows: [Evaluation.ObservationRow], _ criteria: [Criterion]) {
        if rows.isEmpty { return }
        array("criteria") { array in
            for criterion in criteria {
                array.element([
                    criterion.criterion.rawValue, criterion.unit.rawValue, criterion.isMail ? "mail" : "value",
                    criterion.theme.rawValue, criterion.themeFr, criterion.themeEn, criterion.labelFr,
                    criterion.labelEn,
                ])
            }
        }
        array("observations") { array in for row in rows { array.object { $0.write(row) } } }
    }

    private mutating func write(_ row: Evaluation.ObservationRow) {
        field("unit", row.arrival.map(Evaluation.pseudonym) ?? row.insee)
        field("criterion", row.criterion.rawValue)
        field("wave", row.wave.rawValue)
        field("rank", Int(row.rank))
        field("value", row.value.map { Int($0) })
        field("missing", row.missing?.rawValue)
        field("is_answered", row.isAnswered)
        field("followed", row.followed)
    }

    /// Only when any office said anything that holds.
    mutating func write(_ rows: [Evaluation.SkillRow]) {
        guard rows.contains(where: { $0.level != nil }) else { return }
        array("skills") { array in
            for row in rows {
                array.object {
                    $0.field("office", [row.office, row.officeName])
                    $0.field("theme", [row.theme.rawValue, row.labelFr, row.labelEn])
                    $0.field("level", row.level.map { Int($0) })
                    $0.field("hours", row.hours)
                }
            }
        }
    }
}
