public import Postgres
import TrainingSQL

/// The figures of everybody who answered one instrument before and after, whichever their cohort.
public struct ScoreFigures: Sendable {
    /// `code@version`.
    public let instrument: String
    public let scores: Evaluation.Scores

    /// Both answers of one person.
    struct Answered: Sendable {
        let instrumentID: Instrument.ID
        let before: AnswerSheet
        let after: AnswerSheet
    }

    /// Pairs counted by instrument; those of several programmes are one when name and items are the same.
    public struct Count: Sendable {
        private struct Key: Hashable {
            let name: String
            let items: [Instrument.Item]
        }

        private var tallies: [Key: ScoreTally] = [:]

        public init() {}

        /// The figures of what was counted, by instrument.
        public var figures: [ScoreFigures] {
            tallies.sorted { ($0.key.name, $0.key.items.count) < ($1.key.name, $1.key.items.count) }
                .map { ScoreFigures(instrument: $0.key.name, scores: Evaluation.Scores($0.value)) }
        }

        /// Counts those of another programme as well.
        public mutating func add(_ other: Count) {
            for (key, tally) in other.tallies { add(tally, of: key) }
        }

        mutating func add(_ tally: ScoreTally, of instrument: Instrument, _ items: [Instrument.Item]) {
            add(tally, of: Key(name: instrument.name, items: items))
        }

        private mutating func add(_ tally: ScoreTally, of key: Key) {
            if tallies[key] == nil { tallies[key] = tally } else { tallies[key]?.add(tally) }
        }
    }
}

extension Query<ScoreFigures.Answered> {
    static func pairs(in programme: Programme.ID, cohort: Cohort.ID?) -> Self {
        Query(SQL.`queries/assessment/pairs`, programme, cohort, as: ScoreFigures.Answered.init)
    }
}

extension Transaction {
    /// Counts the pairs of scores of a programme, of one cohort when named, in memory that does not grow with the people.
    ///
    /// A pair is of somebody who entered and answered the instrument that their cohort declared.
    public func countPairs(in programme: Programme.ID, cohort: Cohort.Code? = nil) throws -> ScoreFigures.Count {
        var instruments: [Instrument.ID: (instrument: Instrument, items: [Instrument.Item], tally: ScoreTally)] = [:]
        for line in try ask(.instruments(of: programme)) {
            let (instrument, items) = try instrument(line.instrument, version: Int(line.version), of: programme)
            instruments[instrument.instrumentID] = (instrument, items, ScoreTally(Scoring(items)))
        }
        let cohort = try cohort.map { try self.cohort($0, of: programme).cohortID }
        try each(.pairs(in: programme, cohort: cohort)) { row in
            instruments[row.instrumentID]?.tally.add(row.before.answers, row.after.answers)
        }
        var count = ScoreFigures.Count()
        for (instrument, items, tally) in instruments.values where !tally.isEmpty {
            count.add(tally, of: instrument, items)
        }
        return count
    }
}
