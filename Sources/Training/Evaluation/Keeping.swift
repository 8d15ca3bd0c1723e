public import Postgres

extension Transaction {
    /// Stores evaluations of cohorts of one programme, or gives back those that were stored of the same facts, and puts
    /// final ones in force.
    func keep(_ judged: [Evaluation.Judged]) throws -> [Evaluation.Made] {
        guard let programme = judged.first?.cohort.programmeID else { return [] }
        let asked = Evaluation.Asked(programme, judged.map(\.cohort.cohortID))
        _ = try ask(.hold(asked))
        let past = try askEach(.inForce(asked), asked)
        let evaluations = try zip(judged, past).map { try finalAgain($0, after: $1) ?? $0.evaluation }
        let known = try askEach(.same(as: evaluations, asked), asked)
        let kept = try judged.indices.map { place in
            try stored(judged[place], as: evaluations[place], known[place].first?.stored)
        }
        let superseded = try enforce(kept, judged.map(\.cohort), after: past)
        return judged.indices.map { place in
            .init(
                evaluation: kept[place].evaluation, stored: kept[place].stored, names: judged[place].names,
                isNew: kept[place].isNew, supersedes: superseded[place], cohort: judged[place].cohort,
                facts: judged[place].facts)
        }
    }

    /// Instead of a draft, the final one of the same facts that is in force; nil when there is none.
    ///
    /// A final one of another version of the program, which says otherwise, does not take a draft's place.
    private func finalAgain(_ judged: Evaluation.Judged, after past: [Evaluation.InForce]) throws -> Evaluation? {
        guard judged.evaluation.status == .draft, let inForce = past.first,
            inForce.inputsSHA256 == judged.evaluation.inputsSHA256
        else { return nil }
        let final = judged.judged(.final, judged.evaluation.versions)
        let asked = Evaluation.Asked(judged.cohort.programmeID, [judged.cohort.cohortID])
        guard let standing = try askOne(.same(as: [final], asked))?.stored,
            judged.judged(.final, standing.versions).body() == standing.body
        else { return nil }
        return final
    }

    /// What is stored of an evaluation: what is known already of the same facts, or a new line.
    private func stored(_ judged: Evaluation.Judged, as evaluation: Evaluation, _ same: Evaluation.Stored?) throws
        -> Evaluation.Kept
    {
        if let same {
            let again = judged.judged(same.status, same.versions)
            if again.body() == same.body { return .init(evaluation: again, stored: same, isNew: false) }
            if !same.isOldDraft(before: evaluation.versions.program) { throw Refusal.judgedOtherwise(same) }
        }
        let body = evaluation.body()
        guard let added = try askOne(.add(evaluation, body, in: judged.cohort)) else {
            throw Refusal.unknown("La cohorte", "cohort", judged.cohort.code.rawValue, "cohorte cohort list")
        }
        return .init(evaluation: evaluation, stored: .init(evaluation, body, added), isNew: true)
    }

    /// Puts final evaluations in force, and gives the numbers of those that they supersede.
    private func enforce(_ kept: [Evaluation.Kept], _ cohorts: [Cohort], after past: [[Evaluation.InForce]]) throws
        -> [Int?]
    {
        let finals = kept.indices.filter { kept[$0].stored.status == .final }
        let new = finals.filter { past[$0].first?.evaluationNumber != kept[$0].stored.number }
        if let programme = cohorts.first?.programmeID, !new.isEmpty {
            let steps = new.map { (past[$0].first?.step ?? 0) + 1 }
            let asked = Evaluation.Asked(programme, new.map { cohorts[$0].cohortID })
            guard try change(.enforce(new.map { kept[$0].stored.number }, asked, steps: steps)) == new.count else {
                throw PostgresError(sqlState: "40001", message: "this step was taken meanwhile", statement: "enforce")
            }
            let moved = new.filter { cohorts[$0].status != .evaluated }
            if !moved.isEmpty { try change(.moveToEvaluated(.init(programme, moved.map { cohorts[$0].cohortID }))) }
        }
        return kept.indices.map { place in
            guard kept[place].stored.status == .final else { return nil }
            let isNew = past[place].first?.evaluationNumber != kept[place].stored.number
            return past[place].dropFirst(isNew ? 0 : 1).first.map { Int($0.evaluationNumber) }
        }
    }

    /// Keeps that the documents of final evaluations of one programme were written, so that no batch writes them again.
    public func keepWritten(_ made: [Evaluation.Made]) throws {
        let finals = made.filter { $0.stored.status == .final }
        guard let programme = finals.first?.cohort.programmeID else { return }
        try change(.written(finals.map(\.stored.number), .init(programme, finals.map(\.cohort.cohortID))))
    }
}

extension Refusal {
    /// The same facts were judged by another program: its bytes stand, and no second evaluation of them is made.
    fileprivate static func judgedOtherwise(_ known: Evaluation.Stored) -> Refusal {
        Refusal(
            rule: "evaluation_stands",
            "Le bilan n° \(known.number) a été fait des mêmes faits par une autre version du programme (\(known.programVersion)) et dit autre chose ; il reste en vigueur : « cohorte evaluation show --number \(known.number) ».",
            "Evaluation \(known.number) was made of the same facts by another version of the program (\(known.programVersion)) and says otherwise; it stays in force: \"cohorte evaluation show --number \(known.number)\"."
        )
    }
}
