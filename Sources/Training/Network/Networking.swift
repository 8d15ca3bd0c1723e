public import Postgres
import TrainingSQL

extension Transaction {
    /// Adds the answers of a file about a group, or refuses it whole. `day` stands for lines without one.
    ///
    /// The same file twice changes nothing; what was taken back since stays so.
    public func importNetwork(
        _ lines: Lines<Network.Request>, in code: Cohort.Code, of programme: Programme.ID, on day: Day, today: Day
    ) throws -> Network.Imported {
        let cohort = try lockedCohort(code, of: programme)
        return try staged(
            Network.staging, lines,
            { copy, lines in
                for (line, request) in lines {
                    try copy.row(
                        Int32(clamping: line), request.participant, request.other, request.relation, request.wave,
                        request.day ?? day)
                }
            }
        ) { tx, staged in
            try tx.change(.resolveNamings(in: cohort))
            try tx.refuse(staged, .faults(SQL.`queries/network/faults`, programme, cohort.cohortID, today))
            let known = try tx.askOne(.knownNamings(of: programme)) ?? 0
            let answers = try tx.change(.addStagedAnswers(to: cohort))
            let namings = try tx.change(.addStagedNamings(to: cohort))
            return .init(answers: answers, namings: namings, unchanged: known)
        }
    }

    /// What was answered about a group, line by line.
    public func namings(in cohort: Cohort, at wave: Network.Wave? = nil) throws -> [Network.Line] {
        try ask(.namings(in: cohort, at: wave))
    }

    /// Takes back that somebody named another, and keeps that it was said and why it is not counted.
    public func retractNaming(
        _ participant: String, _ other: String, _ relation: Network.Relation, at wave: Network.Wave,
        in code: Cohort.Code, of programme: Programme.ID, because reason: String
    ) throws -> Made {
        let cohort = try lockedCohort(code, of: programme)
        let (one, two) = (try enrolment(of: participant, in: cohort), try enrolment(of: other, in: cohort))
        let lines = try namings(in: cohort, at: wave).filter {
            $0.participant == one.participant && $0.other == two.participant && $0.relation == relation
        }
        guard let line = lines.first else {
            throw Refusal(
                rule: "naming_is_known",
                "\(one.participant) n’a pas nommé \(two.participant) (\(relation.label.french), \(wave.label.french)) : rien à retirer ; « cohorte network list \(code) » donne les réponses.",
                "\(one.participant) did not name \(two.participant) (\(relation.label.english), \(wave.label.english)): nothing to retract; \"cohorte network list \(code)\" lists the answers."
            )
        }
        guard line.retractedBecause == nil else { return .unchanged }
        try change(
            .retract(
                relation, at: wave, from: one.enrolmentID, to: two.enrolmentID, of: programme, because: reason))
        return .added
    }

    /// The figures of a cohort's network, by question and wave; of the cohort only, never of a person.
    public func networkFigures(of cohort: Cohort, on day: Day) throws -> [Network.FigureLine] {
        let asked = Evaluation.Asked(cohort, on: day)
        let people = try ask(.enrolments(of: asked)).filter { $0.enteredOn != nil }
        let outcome = Network.Outcome(
            people: people.map { .init(arrival: $0.arrival, office: $0.office) },
            try ask(.namings(of: asked)))
        return outcome?.lines ?? []
    }
}
