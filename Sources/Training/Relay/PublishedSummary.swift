import FoundationEssentials

extension Followed {
    /// The main figures of an evaluation, read back from its publication; nil where it does not tell them.
    public struct Summary: Sendable {
        public let number: Int
        public let entered: Int?
        public let completed: Int?
        public let pairs: Int?
        public let meanBefore: Double?
        public let meanAfter: Double?
        public let meanChange: Double?
    }
}

extension Followed.Published {
    /// The main figures; nil when the publication cannot be read.
    public var summary: Followed.Summary? {
        guard let body = try? JSONDecoder().decode(Body.self, from: Data(body.utf8)) else { return nil }
        let overall = body.figures?.overall
        return Followed.Summary(
            number: Int(number), entered: body.flow?.entered, completed: body.flow?.completed, pairs: body.flow?.pairs,
            meanBefore: overall?.mean_before, meanAfter: overall?.mean_after, meanChange: overall?.mean_change)
    }

    /// The names are those of `evaluation.json`.
    private struct Body: Decodable {
        struct Flow: Decodable {
            let entered: Int?
            let completed: Int?
            let pairs: Int?
        }

        struct Overall: Decodable {
            let mean_before: Double?
            let mean_after: Double?
            let mean_change: Double?
        }

        struct Figures: Decodable { let overall: Overall? }

        let flow: Flow?
        let figures: Figures?
    }
}
