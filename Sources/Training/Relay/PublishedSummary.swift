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
            meanBefore: overall?.meanBefore, meanAfter: overall?.meanAfter, meanChange: overall?.meanChange)
    }

    /// The names are those of `evaluation.json`.
    private struct Body: Decodable {
        struct Flow: Decodable {
            let entered: Int?
            let completed: Int?
            let pairs: Int?
        }

        struct Overall: Decodable {
            let meanBefore: Double?
            let meanAfter: Double?
            let meanChange: Double?

            private enum CodingKeys: String, CodingKey {
                case meanBefore = "mean_before"
                case meanAfter = "mean_after"
                case meanChange = "mean_change"
            }
        }

        struct Figures: Decodable { let overall: Overall? }

        let flow: Flow?
        let figures: Figures?
    }
}
