/// Scores from 0 to 100 on some of an instrument's items: 100 × mean((x − min) / (max − min)), reverse-keyed items turned.
///
/// An area's score is the mean of all its items, not of its competences; the overall score is the mean of all items.
public struct Scoring: Sendable {
    private let items: [Instrument.Item]

    public init(_ items: [Instrument.Item]) { self.items = items }

    /// What a score is about, and which items (by position) it stands on.
    public struct Scope: Equatable, Sendable {
        public let code: String
        public let title: Sentence
        let positions: [Int]
    }

    /// The areas in the order of the instrument.
    public var areas: [Scope] {
        grouped { ($0.area, Sentence($0.areaFr, $0.areaEn)) }
    }

    /// The competences in the order of the instrument.
    public var competences: [Scope] {
        grouped { ($0.competence, Sentence($0.competenceFr, $0.competenceEn)) }
    }

    private func grouped(_ key: (Instrument.Item) -> (String, Sentence)) -> [Scope] {
        var order: [String] = []
        var positions: [String: (title: Sentence, positions: [Int])] = [:]
        for (position, item) in items.enumerated() {
            let (code, title) = key(item)
            if positions[code] == nil { order.append(code) }
            positions[code, default: (title, [])].positions.append(position)
        }
        return order.compactMap { code in
            positions[code].map { Scope(code: code, title: $0.title, positions: $0.positions) }
        }
    }

    /// The score on one scope; nil when fewer than half of the items asked are answered.
    public func score(_ answers: [Answer], on scope: Scope) -> Double? {
        mean(of: answered(answers, among: scope.positions), in: answers)
    }

    /// The overall score; nil unless every area has one.
    public func overall(_ answers: [Answer]) -> Double? {
        guard !areas.isEmpty, areas.allSatisfy({ score(answers, on: $0) != nil }) else { return nil }
        return mean(of: items.indices.filter { answers[$0].number != nil }, in: answers)
    }

    /// Both scores of one person on the items answered in both waves; nil when either has too few of them.
    public func pair(_ before: [Answer], _ after: [Answer], on scope: Scope) -> (before: Double, after: Double)? {
        pair(before, after, among: scope.positions)
    }

    /// Both overall scores on the items answered in both waves; nil unless every area has a pair.
    public func overallPair(_ before: [Answer], _ after: [Answer]) -> (before: Double, after: Double)? {
        guard !areas.isEmpty, areas.allSatisfy({ pair(before, after, on: $0) != nil }) else { return nil }
        let positions = items.indices.filter { before[$0].number != nil && after[$0].number != nil }
        return mean(of: positions, in: before).flatMap { first in
            mean(of: positions, in: after).map { (first, $0) }
        }
    }

    private func pair(_ before: [Answer], _ after: [Answer], among positions: [Int]) -> (before: Double, after: Double)?
    {
        let common = positions.filter { before[$0].number != nil && after[$0].number != nil }
        let isEnough = [before, after].allSatisfy { answers in
            2 * common.count >= positions.count { answers[$0].isAsked }
        }
        guard isEnough, let first = mean(of: common, in: before), let last = mean(of: common, in: after) else {
            return nil
        }
        return (first, last)
    }

    /// The positions answered with a number; none when they are fewer than half of those asked.
    private func answered(_ answers: [Answer], among positions: [Int]) -> [Int] {
        let numbers = positions.filter { answers[$0].number != nil }
        return 2 * numbers.count >= positions.count { answers[$0].isAsked } ? numbers : []
    }

    private func mean(of positions: [Int], in answers: [Answer]) -> Double? {
        guard !positions.isEmpty else { return nil }
        let shares = positions.map { position -> Double in
            let item = items[position]
            let share = ((answers[position].number ?? 0) - item.minimum) / (item.maximum - item.minimum)
            return item.isReversed ? 1 - share : share
        }
        return 100 * shares.reduce(0, +) / Double(shares.count)
    }
}
