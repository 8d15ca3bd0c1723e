import Statistics

/// The sums that a release could tell of a cohort, and the values they add.
struct ReleaseSums {
    let people: [Assessed]
    let entered: [Assessed]
    let held: [Evaluation.SessionRow]
    let scoring: Scoring
    let seen: [Diagnostic.Seen]
    private let competences: [Scoring.Scope]

    init(_ facts: Evaluation.Facts) {
        people = Assessed.all(facts)
        entered = people.filter { $0.row.enteredOn != nil }
        held = facts.sessions.filter { $0.date <= facts.asOf }
        scoring = Scoring(facts.items)
        seen = facts.observations.map(Diagnostic.Seen.init)
        competences = scoring.competences
    }

    /// The scores of some people on one scope, or on all items; each is a weighted mean of what they answered on each
    /// competence, so that sums over areas, competences and the whole are seen together.
    func scores(_ name: String, of people: [Assessed], on scope: Scoring.Scope? = nil) -> ToldSum {
        ToldSum(
            name: name,
            terms: people.filter { pair(of: $0, on: scope) != nil }.flatMap { person -> [ToldSum.Term] in
                let parts = competences.map { part in
                    common(person, part.positions.filter { scope?.positions.contains($0) ?? true })
                }
                let all = parts.map(\.count).reduce(0, +)
                return zip(competences, parts).filter { !$1.isEmpty }.map { part, answers in
                    let quantity = ToldSum.quantity("score", part.code, answers.joined(separator: " "))
                    return ToldSum.Term(person.pseudonym, quantity, answers.count, of: all)
                }
            })
    }

    func pair(of person: Assessed, on scope: Scoring.Scope?) -> Pair? {
        guard let scope else { return person.overallPair }
        guard let before = person.before, let after = person.after else { return nil }
        return scoring.pair(before, after, on: scope).map(Pair.init)
    }

    /// The items that somebody answered in both waves, with both answers.
    private func common(_ person: Assessed, _ positions: [Int]) -> [String] {
        guard let before = person.before, let after = person.after else { return [] }
        return positions.compactMap { position in
            before[position].number.flatMap { first in after[position].number.map { "\(position):\(first):\($0)" } }
        }
    }

    /// The minutes of some people, at one held session or at all.
    func minutes(_ name: String, of people: [Assessed], at session: Int? = nil) -> ToldSum {
        ToldSum(
            name: name,
            terms: people.flatMap { person in
                marks(of: person, at: session).map { index, mark in
                    let value = "\(mark.status.rawValue) \(mark.minutes)"
                    return .init(person.pseudonym, ToldSum.quantity("minutes", held[index].code, value))
                }
            })
    }

    /// Whom a session expects and who is not exempt; somebody who never entered has no minutes to tell.
    func marks(of person: Assessed, at session: Int?) -> [(index: Int, mark: Evaluation.Mark)] {
        let indices = session.map { $0..<($0 + 1) } ?? held.indices
        let marks = indices.compactMap { index in person.marks[index].map { (index, $0) } }.filter {
            $0.1.status != .exempt
        }
        return person.row.enteredOn == nil && marks.allSatisfy({ $0.1.minutes == 0 }) ? [] : marks
    }

    /// Minutes attended and planned by pseudonym, of those whom `minutes` adds.
    func presence(of people: [Assessed], at session: Int?) -> [String: (attended: Double, planned: Double)] {
        var presence: [String: (attended: Double, planned: Double)] = [:]
        for person in people {
            let marks = marks(of: person, at: session)
            guard !marks.isEmpty else { continue }
            let planned = marks.map { Int(held[$0.index].plannedMinutes) }.reduce(0, +)
            presence[person.pseudonym] = (
                Double(marks.map(\.mark.minutes).reduce(0, +)), Double(planned)
            )
        }
        return presence
    }
}
