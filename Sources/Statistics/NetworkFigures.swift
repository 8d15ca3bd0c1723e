/// R10: who knows whom in a group: a tie exists when either of the two names the other.
public struct NetworkFigures<Node: Hashable & Comparable & Sendable>: Sendable, Equatable {
    /// One tie, its two ends in order.
    public struct Tie: Hashable, Sendable {
        public let first: Node
        public let second: Node

        init?(_ one: Node, _ other: Node) {
            guard one != other else { return nil }
            (first, second) = (min(one, other), max(one, other))
        }
    }

    public let people: Set<Node>
    public let ties: Set<Tie>

    /// - Parameters:
    ///   - people: the group; each counts once.
    ///   - named: who named whom; a name outside the group, or one's own, is left out.
    public init(people: [Node], named: [(Node, Node)]) {
        let people = Set(people)
        self.people = people
        ties = Set(
            named.filter { people.contains($0.0) && people.contains($0.1) }.compactMap { Tie($0.0, $0.1) })
    }

    /// Ties over n (n - 1) / 2, between 0 and 1.
    public var density: Figure<Double> {
        let possible = people.count * (people.count - 1) / 2
        if people.count < 2 { return .unavailable(people.isEmpty ? .noAnswers : .onePerson) }
        return .value(Double(ties.count) / Double(possible))
    }

    /// People without any tie, in order.
    public var isolates: [Node] {
        people.subtracting(ties.flatMap { [$0.first, $0.second] }).sorted()
    }

    /// How many ties join two of different groups, such as people whom different offices sent; source: domain of the
    /// product. A person of no group is in a group apart.
    public func tiesAcross<Group: Hashable>(_ group: (Node) -> Group) -> Int {
        ties.count { group($0.first) != group($0.second) }
    }

    /// How many ties are here that were not there before.
    public func gained(since before: Self) -> Int { ties.subtracting(before.ties).count }
}

extension NetworkFigures {
    /// Its figures in their order.
    public var entries: [Entry] {
        [
            Entry("people", people.count), Entry("ties", ties.count), Entry("density", density),
            Entry("isolates", isolates.count),
        ]
    }

    /// Its figures with what it takes more than one network to know: how many answered, ties across groups, and what came
    /// and went since another wave, where there was one.
    public func entries(answered: Int, across: Int, gained: Int?, lost: Int?) -> [Entry] {
        entries + [
            Entry("answered", answered), Entry("ties_across_offices", across),
            Entry("ties_gained", gained.map(Figure.value) ?? .unavailable(.notMeasured)),
            Entry("ties_lost", lost.map(Figure.value) ?? .unavailable(.notMeasured)),
        ]
    }
}
