import Statistics

@testable import Training

extension Example {
    /// What is said besides the primary outcome, of these people; no retrospective baseline and no satisfaction unless told.
    var secondary: Evaluation.Secondary {
        let indices = Array(0..<count)
        let paired = indices.compactMap(pairs)
        let items = ["q1", "q2", "q3"]
        let answers = indices.map { person in items.indices.map { item in Optional(Double((person * 3 + item) % 9)) } }
        let shift = looksBack ? paired.map { Pair(before: $0.before, after: max(0, $0.before - 5)) } : nil
        let question = Evaluation.Question(
            instrument: "satisfaction@1", wave: .after, item: "ensemble",
            text: Sentence("Dans l'ensemble, êtes-vous satisfait ?", "Are you satisfied on the whole?"),
            figures: Satisfaction(indices.dropLast(2).map { 7 + $0 % 4 }, asked: count, scale: 0...10))
        return Evaluation.Secondary(
            attrition: Attrition(
                assessedAgain: paired.map(\.before),
                notAssessedAgain: indices.filter { pairs($0) == nil }.map { _ in 40 }, draws: 49),
            dose: Association(
                minutes: indices.filter { pairs($0) != nil }.map { 900 + 60 * ($0 % 7) }, pairs: paired, draws: 49),
            reliability: [Assessment.Wave.before, .after].map {
                .init(wave: $0, figures: Reliability(answers, items: 3), items: items)
            },
            bootstrap: Bootstrap(paired, draws: 49),
            responseShift: shift.map { gap in
                .init(
                    gap: PairedFigures(gap, minimum: 0, maximum: 100),
                    change: PairedFigures(
                        zip(gap, paired).map { Pair(before: $0.after, after: $1.after) }, minimum: 0, maximum: 100))
            },
            satisfaction: looksBack && count > 2 ? [question] : [],
            diagnosis: diagnosis, mysteryMail: mails, skills: skills,
            unmeasured: Evaluation.Unmeasured.all(
                measured: [
                    "response_shift": looksBack, "satisfaction": looksBack && count > 2, "diagnostic": isObserved,
                    "mystery_mail": isObserved, "skills": isObserved,
                ]))
    }
}
