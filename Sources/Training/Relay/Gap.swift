public import Postgres
import Statistics
import TrainingSQL

/// A competence that did not progress for somebody, and the support they had on it since.
public struct Gap: Sendable {
    public let participant: String
    public let office: Office.Code
    public let competence: String
    public let titleFr: String
    public let titleEn: String
    /// 0...100, on the items answered in both waves.
    public let before: Double
    public let after: Double
    /// After - before: zero or less.
    public let change: Double
    /// Acts on this competence at any time, and since the assessment after.
    public let supports: Int
    public let supportsSince: Int
    public let lastSupportOn: Day?
}

/// An act on a competence.
struct CompetenceSupport: Sendable {
    let participant: String
    let competence: String
    let date: Day
    let outcome: Support.Outcome
}

extension Query<CompetenceSupport> {
    static func supportsByCompetence(in cohort: Cohort, on day: Day) -> Self {
        Query(
            SQL.`queries/support/by_competence`, cohort.programmeID, cohort.cohortID, day,
            as: CompetenceSupport.init)
    }
}

extension Transaction {
    /// For everybody assessed before and after: the competences whose score did not rise, by arrival.
    public func gaps(in cohort: Cohort, on day: Day) throws -> [Gap] {
        guard let instrument = try askOne(.instrument(answeredBy: cohort, code: nil)) else { return [] }
        let items = try ask(.items(of: instrument.instrumentID, in: cohort.programmeID))
        let scoring = Scoring(items)
        let titles = Dictionary(items.map { ($0.competence, $0) }) { first, _ in first }
        let acts = Dictionary(grouping: try ask(.supportsByCompetence(in: cohort, on: day)), by: \.participant)
        let stored = try answers(in: cohort, to: instrument, items.count, on: day)
        var order: [String] = []
        for row in stored where !order.contains(row.participant) { order.append(row.participant) }
        let answers = Dictionary(grouping: stored, by: \.participant)
        return order.flatMap { participant -> [Gap] in
            let rows = answers[participant] ?? []
            func at(_ wave: Assessment.Wave) -> Assessment.Stored? {
                let own = rows.first { $0.wave == wave && $0.instrumentID == instrument.instrumentID }
                return own ?? rows.first { $0.wave == wave }
            }
            guard let before = at(.before), let after = at(.after) else { return [] }
            return scoring.competences.compactMap { scope in
                let pair = scoring.pair(
                    before.answers.map(Answer.init(stored:)), after.answers.map(Answer.init(stored:)), on: scope)
                guard let pair = pair.map(Pair.init), significant(pair.after - pair.before) <= 0,
                    let title = titles[scope.code]
                else { return nil }
                let helped = (acts[participant] ?? []).filter { $0.competence == scope.code }
                return Gap(
                    participant: participant, office: after.office, competence: scope.code, titleFr: title.competenceFr,
                    titleEn: title.competenceEn, before: significant(pair.before), after: significant(pair.after),
                    change: significant(pair.after - pair.before), supports: helped.count,
                    supportsSince: helped.count { $0.date >= after.takenOn }, lastSupportOn: helped.map(\.date).max())
            }
        }
    }

    /// What a cohort answered up to a day, as answers to one version: those to that version itself, and to others from which a
    /// mapping leads.
    private func answers(in cohort: Cohort, to instrument: Instrument, _ items: Int, on day: Day) throws
        -> [Assessment.Stored]
    {
        let stored = try ask(.assessments(in: cohort, at: nil)).filter { $0.takenOn <= day }
        var mappings: [Instrument.ID: [Instrument.MappedPosition]] = [:]
        for other in Set(stored.map(\.instrumentID)) where other != instrument.instrumentID {
            mappings[other] = try ask(
                .mapping(from: other, to: instrument.instrumentID, in: cohort.programmeID))
        }
        return stored.compactMap { row in
            if row.instrumentID == instrument.instrumentID { return row }
            guard let mapping = mappings[row.instrumentID], !mapping.isEmpty else { return nil }
            return row.mapped(by: mapping, items)
        }
    }
}

extension Assessment.Stored {
    /// As answers to the questions to which a mapping leads; the others were not asked.
    fileprivate func mapped(by mapping: [Instrument.MappedPosition], _ items: Int) -> Self {
        var mapped = [Double?](repeating: Answer.notAsked.stored, count: items)
        for position in mapping {
            mapped[Int(position.toPosition) - 1] = answers[Int(position.fromPosition) - 1]
        }
        return Self(
            participant: participant, office: office, wave: wave, takenOn: takenOn, instrumentID: instrumentID,
            answers: mapped)
    }
}
