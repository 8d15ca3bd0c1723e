import Postgres
public import Statistics
import TrainingSQL

extension Network {
    /// One answer, in arrival numbers; no other is who named nobody.
    struct NamingRow: Placed, Equatable {
        let asked: Int
        let wave: Wave
        let question: Relation
        let arrival: Int32
        let other: Int32?
    }

    /// Somebody of the group, with the office that sent them.
    public struct Member: Sendable, Equatable {
        public let arrival: Int32
        public let office: String
        public var pseudonym: String { Evaluation.pseudonym(arrival) }
    }

    /// One question at one wave.
    public struct Answered: Sendable {
        public let relation: Relation
        public let wave: Wave
        /// How many of the group answered; the others may be named.
        public let answered: Int
        public let figures: NetworkFigures<Int32>
        /// Ties between people whom different offices sent.
        public let tiesAcross: Int
        /// Since before; nil before, and where there was no before.
        public let gained: Int?
        public let lost: Int?
    }

    /// R10, objective 3: the ties of a cohort before and after. Everybody who entered is of the group, at each wave, so that
    /// densities compare; who did not answer can still be named.
    public struct Outcome: Sendable {
        public let members: [Member]
        /// By question, then wave; only what was asked.
        public let questions: [Answered]

        /// Nil when nobody of the group answered anything.
        init?(people members: [Member], _ rows: [NamingRow]) {
            let known = Set(members.map(\.arrival))
            let rows = rows.filter { known.contains($0.arrival) }
            guard !rows.isEmpty else { return nil }
            self.members = members
            let offices = Dictionary(members.map { ($0.arrival, $0.office) }) { first, _ in first }
            func figures(_ relation: Relation, _ wave: Wave) -> (Int, NetworkFigures<Int32>)? {
                let rows = rows.filter { $0.question == relation && $0.wave == wave }
                guard !rows.isEmpty else { return nil }
                let named = rows.compactMap { row in row.other.map { (row.arrival, $0) } }
                return (Set(rows.map(\.arrival)).count, NetworkFigures(people: members.map(\.arrival), named: named))
            }
            questions = Relation.allCases.flatMap { relation -> [Answered] in
                let before = figures(relation, .before)?.1
                return Wave.allCases.compactMap { wave in
                    guard let (answered, figures) = figures(relation, wave) else { return nil }
                    let since = wave == .before ? nil : before
                    return Answered(
                        relation: relation, wave: wave, answered: answered, figures: figures,
                        tiesAcross: figures.tiesAcross { offices[$0] },
                        gained: since.map { figures.gained(since: $0) }, lost: since.map { $0.gained(since: figures) })
                }
            }
        }

        /// The one question at the one wave, where it was asked.
        public func answered(_ relation: Relation, _ wave: Wave) -> Answered? {
            questions.first { $0.relation == relation && $0.wave == wave }
        }

        /// The question that the objective is answered by: the first that was asked before and after.
        public var main: (before: Answered, after: Answered)? {
            Relation.allCases.lazy.compactMap { relation in
                guard let before = answered(relation, .before), let after = answered(relation, .after) else {
                    return nil
                }
                return (before, after)
            }.first
        }
    }

    /// A line of the figures of a cohort's network.
    public struct FigureLine: Sendable {
        public let relation: Relation
        public let wave: Wave
        public let people: Int
        public let answered: Int
        public let ties: Int
        /// Ties over n (n - 1) / 2; nil below two people.
        public let density: Double?
        public let isolates: Int
        public let tiesAcrossOffices: Int
        public let gained: Int?
        public let lost: Int?
    }
}

extension Network.Outcome {
    var lines: [Network.FigureLine] {
        questions.map { line in
            .init(
                relation: line.relation, wave: line.wave, people: line.figures.people.count, answered: line.answered,
                ties: line.figures.ties.count, density: line.figures.density.value.map { significant($0) },
                isolates: line.figures.isolates.count, tiesAcrossOffices: line.tiesAcross, gained: line.gained,
                lost: line.lost)
        }
    }
}

extension Network.Answered {
    /// Its figures in their order.
    public var entries: [Entry] {
        figures.entries(answered: answered, across: tiesAcross, gained: gained, lost: lost)
    }
}

extension Query<Network.NamingRow> {
    static func namings(of asked: Evaluation.Asked) -> Self {
        Query(
            SQL.`queries/evaluation/namings`, asked.programme, asked.cohorts, asked.days, as: Network.NamingRow.init)
    }
}
