import FoundationEssentials

extension Followed {
    /// Somebody to call, whatever cohorts the reasons are of.
    public struct Call: Sendable {
        public let participantID: Participant.ID
        public let familyName: String
        public let givenName: String
        public let phone: String?
        /// The most pressing first, each with its cohort's title.
        public let reasons: [(reason: CallReason, cohort: String)]
        /// How pressing it is, in all.
        let weight: Int
    }
}

extension [Followed.Call] {
    /// Whom to call, the most pressing first: those of several cohorts who have a reason, each person once.
    public init(_ boards: [(cohort: Followed.CohortLine, cards: [Followed.Card])]) {
        let cards = boards.flatMap { board in
            board.cards.filter { !$0.reasons.isEmpty }.map { (title: board.cohort.title, card: $0) }
        }.sorted { $0.card.weight > $1.card.weight }
        let calls = Dictionary(grouping: cards) { $0.card.participantID }.values.map { own in
            Followed.Call(
                participantID: own[0].card.participantID, familyName: own[0].card.familyName,
                givenName: own[0].card.givenName, phone: own[0].card.phone,
                reasons: own.flatMap { line in line.card.reasons.map { ($0, line.title) } },
                weight: own.reduce(0) { $0 + $1.card.weight })
        }
        self = calls.sorted {
            ($1.weight, $0.familyName, $0.givenName, $0.participantID.rawValue.uuidString)
                < ($0.weight, $1.familyName, $1.givenName, $1.participantID.rawValue.uuidString)
        }
    }
}
