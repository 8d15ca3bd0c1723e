import Statistics

/// The pairs of scores that people have on one instrument: overall, by area and by competence.
struct ScoreTally: Sendable {
    let scoring: Scoring
    private(set) var overall = PairTally()
    private(set) var areas: [PairTally]
    private(set) var competences: [PairTally]

    init(_ scoring: Scoring) {
        self.scoring = scoring
        areas = scoring.areas.map { _ in PairTally() }
        competences = scoring.competences.map { _ in PairTally() }
    }

    /// Whether nobody was counted.
    var isEmpty: Bool { ([overall] + areas + competences).allSatisfy { $0.count == 0 } }

    /// Counts those of another tally of the same items as well.
    mutating func add(_ other: ScoreTally) {
        overall.add(other.overall)
        for index in areas.indices { areas[index].add(other.areas[index]) }
        for index in competences.indices { competences[index].add(other.competences[index]) }
    }

    /// Counts what one person answered before and after, in item order, wherever that makes a pair.
    mutating func add(_ before: [Answer], _ after: [Answer]) {
        if let pair = scoring.overallPair(before, after) { overall.add(Pair(pair)) }
        for (index, scope) in scoring.areas.enumerated() {
            if let pair = scoring.pair(before, after, on: scope) { areas[index].add(Pair(pair)) }
        }
        for (index, scope) in scoring.competences.enumerated() {
            if let pair = scoring.pair(before, after, on: scope) { competences[index].add(Pair(pair)) }
        }
    }
}

extension Pair {
    init(_ scores: (before: Double, after: Double)) { self.init(before: scores.before, after: scores.after) }
}

extension Evaluation.Scores {
    /// The primary outcome, then every area and competence; Holm over the competences' Wilcoxon p.
    init(_ tally: ScoreTally) {
        overall = PairedFigures(tally.overall, minimum: 0, maximum: 100)
        areas = zip(tally.scoring.areas, tally.areas).map { Self.part($0, $1) }
        let parts = zip(tally.scoring.competences, tally.competences).map { Self.part($0, $1) }
        competences = zip(parts, holm(parts.map(\.figures.wilcoxonP.value))).map { part, p in
            .init(code: part.code, title: part.title, figures: part.figures, holmP: p)
        }
    }

    private static func part(_ scope: Scoring.Scope, _ tally: PairTally) -> Evaluation.Part {
        Evaluation.Part(
            code: scope.code, title: scope.title, figures: PairedFigures(tally, minimum: 0, maximum: 100), holmP: nil)
    }
}
