public import Postgres
import TrainingSQL

extension Followed {
    /// Why an office should call somebody it follows: the rule that is shown beside the name.
    public enum CallReason: Equatable, Sendable {
        /// The cohort is over, and who answered before has not answered after.
        case noScoreAfter
        /// Absent from so many half-days without an excuse; from two on.
        case absent(times: Int)
        /// After is not above before in these competences, with which the office can help, and nobody helped them since that
        /// assessment, nor in the last 30 days.
        case noProgress([Sentence])
        /// So much was due to them, since that day, and is not done.
        case supportOverdue(times: Int, since: Day)

        public var sentence: Sentence {
            switch self {
            case .noScoreAfter: Sentence("positionnement final manquant", "no score after")
            case .absent(let times): Sentence("absences : \(times)", "absences: \(times)")
            case .noProgress(let titles):
                Sentence(
                    "pas de progrès : \(Self.some(titles.map(\.french))) \(titles.count > 2 ? "et \(titles.count - 2) de plus" : "")",
                    "no progress: \(Self.some(titles.map(\.english))) \(titles.count > 2 ? "and \(titles.count - 2) more" : "")"
                ).trimmed
            case .supportOverdue(let times, let since):
                Sentence(
                    "accompagnement en retard depuis le \(since.words.french)\(times > 1 ? " (\(times))" : "")",
                    "support overdue since \(since.words.english)\(times > 1 ? " (\(times))" : "")")
            }
        }

        /// How much it presses: a score that is missing, what was promised (the more, the older and the more often), absences,
        /// then the many competences.
        func weight(daysOverdue: Int) -> Int {
            switch self {
            case .noScoreAfter: 100
            case .supportOverdue(let times, _): 60 + min(daysOverdue, 60) + 10 * (times - 1)
            case .absent(let times): 10 * times
            case .noProgress(let titles): titles.count
            }
        }

        private static func some(_ titles: [String]) -> String { titles.prefix(2).joined(separator: " ; ") }
    }

    /// Somebody whom the office follows in a cohort, at a glance.
    public struct Card: Sendable {
        public let participantID: Participant.ID
        public let familyName: String
        public let givenName: String
        public let email: String?
        public let phone: String?
        public let provider: String
        public let commune: String
        public let status: Enrolment.Status
        /// Minutes attended of those planned so far; nil before the first half-day.
        public let assiduity: Double?
        /// Overall, on the items answered in both waves where there are two.
        public let before: Double?
        public let after: Double?
        /// The first is the most pressing; none for who needs no call.
        public let reasons: [CallReason]

        /// How pressing a call is: the sum of what the reasons weigh, and 20 more for each after the first; 0 for none.
        public let weight: Int
    }

    struct CardFacts: Sendable {
        let participantID: Participant.ID
        let enrolmentID: Enrolment.ID
        let familyName: String
        let givenName: String
        let email: String?
        let phone: String?
        let provider: String
        let commune: String
        let status: Enrolment.Status
        let absences: Int
        let attended: Int
        let planned: Int
        let instrumentID: Instrument.ID?
        let before: AnswerSheet?
        let after: AnswerSheet?
        let isOver: Bool
        let overdue: Int
        let dueSince: Day?
        /// Since `dueSince`.
        let overdueDays: Int32?
        /// Whether somebody helped since the assessment after, or in the last 30 days.
        let isHelpedSince: Bool
    }
}

extension Query<Followed.CardFacts> {
    static func cards(in cohort: Cohort, on day: Day, query: String?, status: Enrolment.Status?) -> Self {
        Query(
            SQL.`queries/followed/cards`, cohort.programmeID, cohort.code, day, query, status,
            as: Followed.CardFacts.init)
    }
}

extension Transaction {
    /// Those whom an office follows in a cohort, by name, and why some should be called, as of a day (today); only those
    /// whose name or provider holds `query` (case and accents apart) and who stand at `status`, when given.
    public func cards(
        in cohort: Cohort, for office: Office.Key, on day: Day? = nil, query: String? = nil,
        status: Enrolment.Status? = nil
    ) throws -> [Followed.Card] {
        let day = try day ?? self.day(.now)
        let facts: [Followed.CardFacts] = try ask(.cards(in: cohort, on: day, query: query, status: status))
        let asked = try askOne(.instrument(answeredBy: cohort, code: nil))
        let items = try asked.map { try ask(.items(of: $0.instrumentID, in: cohort.programmeID)) } ?? []
        let skills = try skills(of: office, on: day)
        let rule = Followed.CallRule(scoring: Scoring(items)) { competence in
            asked.map { skills.canHelp(with: competence, of: $0.framework) } ?? false
        }
        return facts.map { Followed.Card($0, rule) }
    }
}

extension Followed {
    /// What it takes to say who needs a call.
    struct CallRule {
        let scoring: Scoring
        /// Whether the office can help with a competence.
        let helps: (String) -> Bool
    }
}

extension Followed.Card {
    init(_ facts: Followed.CardFacts, _ rule: Followed.CallRule) {
        let scoring = rule.scoring
        (participantID, familyName, givenName) = (facts.participantID, facts.familyName, facts.givenName)
        (email, phone, provider, commune) = (facts.email, facts.phone, facts.provider, facts.commune)
        (status, assiduity) = (
            facts.status, facts.planned > 0 ? Double(facts.attended) / Double(facts.planned) : nil
        )
        let (before, after) = (facts.before?.answers, facts.after?.answers)
        let pair = before.flatMap { before in after.flatMap { scoring.overallPair(before, $0) } }
        self.before = pair?.before ?? before.flatMap(scoring.overall)
        self.after = pair?.after ?? after.flatMap(scoring.overall)
        let days = Int(facts.overdueDays ?? 0)
        reasons = Self.reasons(facts, rule).sorted { $0.weight(daysOverdue: days) > $1.weight(daysOverdue: days) }
        weight = Self.weight(of: reasons, days)
    }

    /// What several reasons weigh together.
    static func weight(of reasons: [Followed.CallReason], _ daysOverdue: Int) -> Int {
        reasons.reduce(20 * max(0, reasons.count - 1)) { $0 + $1.weight(daysOverdue: daysOverdue) }
    }

    /// The rule: what is overdue, for anybody; the others for who entered and has not left.
    private static func reasons(_ facts: Followed.CardFacts, _ rule: Followed.CallRule) -> [Followed.CallReason] {
        let overdue = facts.dueSince.map { Followed.CallReason.supportOverdue(times: facts.overdue, since: $0) }
        var reasons = overdue.map { [$0] } ?? []
        guard [.active, .suspended, .completed].contains(facts.status) else { return reasons }
        if facts.isOver, facts.before != nil, facts.after == nil { reasons.append(.noScoreAfter) }
        if facts.absences >= 2 { reasons.append(.absent(times: facts.absences)) }
        if !facts.isHelpedSince, let before = facts.before?.answers, let after = facts.after?.answers {
            let stuck = rule.scoring.competences.filter { scope in
                rule.helps(scope.code)
                    && rule.scoring.pair(before, after, on: scope).map { $0.after <= $0.before } ?? false
            }
            if !stuck.isEmpty { reasons.append(.noProgress(stuck.map(\.title))) }
        }
        return reasons
    }
}

extension Sentence {
    fileprivate var trimmed: Sentence {
        func trimmed(_ text: String) -> String { text.hasSuffix(" ") ? String(text.dropLast()) : text }
        return Sentence(trimmed(french), trimmed(english))
    }
}
