import Postgres

extension Evaluation {
    /// What an evaluation knows besides answers and minutes: who named whom, and what the offices did.
    struct RelayFacts: Sendable {
        var namings: [Network.NamingRow] = []
        var supports: [Support.Row] = []
    }
}

extension Network.Outcome {
    /// Of everybody who entered; nil when nobody answered.
    init?(_ facts: Evaluation.Facts, _ entered: [Assessed]) {
        self.init(
            people: entered.map { .init(arrival: $0.row.arrival, office: $0.row.office) }, facts.relay.namings)
    }
}

extension JSONObject {
    /// Among the canonical inputs, only what there is: cohorts without it keep the hash that they always had.
    mutating func write(_ relay: Evaluation.RelayFacts) {
        if !relay.namings.isEmpty {
            array("network") { array in
                for row in relay.namings {
                    array.array {
                        $0.element(row.wave.rawValue)
                        $0.element(row.question.rawValue)
                        $0.element(Int(row.arrival))
                        $0.element(row.other.map { Int($0) })
                    }
                }
            }
        }
        if !relay.supports.isEmpty {
            array("support") { array in for row in relay.supports { array.object { $0.write(row) } } }
        }
    }

    private mutating func write(_ row: Support.Row) {
        field("arrival", Int(row.arrival))
        field("office", row.office)
        field("date", row.supportedOn.description)
        field("minutes", Int(row.minutes))
        field("mode", row.mode.rawValue)
        field("theme", row.theme)
        field("competence", row.competence)
        field("autonomy", row.autonomy.rawValue)
        field("outcome", row.outcome.rawValue)
        field("has_next_action", row.hasNextAction)
        field("due_on", row.dueOn?.description)
        field("done_on", row.doneOn?.description)
    }
}
