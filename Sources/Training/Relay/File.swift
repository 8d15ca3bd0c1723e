public import Postgres

extension Followed {
    /// Everything that the page of a person shows, and what its form offers.
    public struct File: Sendable {
        public let record: Record
        /// Nil for somebody of another office's, whom the asker may read but does not help.
        public let help: Help?
        /// Other offices' accesses to a person of one's own; of another office's, the access by which they are read.
        public let accesses: [Access.Shown]
    }

    /// What an office did for a person, what it knows of their provider, and what it may log.
    public struct Help: Sendable {
        /// The newest first.
        public let acts: [Act]
        public let diagnosis: Diagnosis?
        /// Those at which an office may be skilled.
        public let themes: [Theme]
        public let today: Day
    }
}

extension Transaction {
    /// Everything that is shown of a person whom an office follows; nil when there is none, or none that it may see.
    public func file(of person: Participant.ID, for office: Office.Key) throws -> Followed.File? {
        let programme = office.programme
        guard let record = try record(of: person, in: programme) else { return nil }
        return Followed.File(
            record: record,
            help: .init(
                acts: try ask(.acts(for: person, of: programme, .init(limit: Self.mostActs))),
                diagnosis: try diagnosis(of: person, in: programme), themes: try themes().filter(\.isSkill),
                today: try day(.now)),
            accesses: try ask(.accesses(shownTo: office, to: person)).filter { !$0.isOwn })
    }

    /// Acts on a page.
    private static var mostActs: Int { 100 }
}

extension Followed.File {
    /// What an office reads of another's person while its access lasts: the record, and that access.
    public init(lent record: Followed.Record, by access: Access.Shown?) {
        self.init(record: record, help: nil, accesses: access.map { [$0] } ?? [])
    }
}
