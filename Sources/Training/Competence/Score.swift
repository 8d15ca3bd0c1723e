/// Scores from 0 to 100 on some of an instrument's items: 100 × mean((x − min) / (max − min)), reverse-keyed items turned.
///
/// An area's score is the mean of all its items, not of its competences; the overall score is the mean of all items.
public struct Scoring: Sendable {
    private let items: [Instrument.Item]

    /// The areas in the order of the instrument.
    public let areas: [Scope]

    /// The competences in the order of the instrument.
    public let competences: [Scope]

    public init(_ items: [Instrument.Item]) {
        self.items = items
        areas = Self.grouped(items) { ($0.area, Sentence($0.areaFr, $0.areaEn)) }
        competences = Self.grouped(items) { ($0.competence, Sentence($0.competenceFr, $0.competenceEn)) }
    }

    /// What a score is about, and which items (by position) it stands on.
    public struct Scope: Equatable, Sendable {
        public let code: String
        public let title: Sentence
        let positions: [Int]
    }

    private static func grouped(_ items: [Instrument.Item], by key: (Instrument.Item) -> (String, Sentence)) -> [Scope]
    {
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
        let sums = sums(before, after, among: items.indices)
        return sums.common > 0 ? sums.means : nil
    }

    private func pair(_ before: [Answer], _ after: [Answer], among positions: [Int]) -> (before: Double, after: Double)?
    {
        let sums = sums(before, after, among: positions)
        let isEnough = sums.common > 0 && 2 * sums.common >= max(sums.askedBefore, sums.askedAfter)
        return isEnough ? sums.means : nil
    }

    /// What two waves have in common on some items.
    private struct Sums {
        var askedBefore = 0
        var askedAfter = 0
        /// How many items are answered in both.
        var common = 0
        var before = 0.0
        var after = 0.0

        var means: (before: Double, after: Double) { (100 * before / Double(common), 100 * after / Double(common)) }
    }

    private func sums(_ before: [Answer], _ after: [Answer], among positions: some Sequence<Int>) -> Sums {
        var sums = Sums()
        for position in positions {
            let (first, last) = (before[position], after[position])
            if first.isAsked { sums.askedBefore += 1 }
            if last.isAsked { sums.askedAfter += 1 }
            guard let was = first.number, let became = last.number else { continue }
            sums.common += 1
            sums.before += share(was, of: items[position])
            sums.after += share(became, of: items[position])
        }
        return sums
    }

    private func share(_ number: Double, of item: Instrument.Item) -> Double {
        let share = (number - item.minimum) / (item.maximum - item.minimum)
        return item.isReversed ? 1 - share : share
    }

    /// The positions answered with a number; none when they are fewer than half of those asked.
    private func answered(_ answers: [Answer], among positions: [Int]) -> [Int] {
        let numbers = positions.filter { answers[$0].number != nil }
        return 2 * numbers.count >= positions.count { answers[$0].isAsked } ? numbers : []
    }

    private func mean(of positions: [Int], in answers: [Answer]) -> Double? {
        guard !positions.isEmpty else { return nil }
        let sum = positions.reduce(0) { $0 + share(answers[$1].number ?? 0, of: items[$1]) }
        return 100 * sum / Double(positions.count)
    }
}
