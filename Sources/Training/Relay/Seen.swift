import Postgres
public import Statistics
import TrainingSQL

extension Followed {
    /// How the provider of a person looks on the web, before and since, and what to do first.
    public struct Diagnosis: Sendable {
        /// A criterion, and what was observed of it at the first wave and at the last.
        public struct Line: Sendable {
            public let criterion: Criterion
            public let before: Seen?
            /// Nil when it was observed at one wave only.
            public let after: Seen?
        }

        /// Nil when nothing was observed at the wave `before`.
        public let before: ProviderIndex?
        /// At the last wave since; nil when there was none.
        public let after: ProviderIndex?
        /// The last day on which a criterion was observed.
        public let observedOn: Day
        public let steps: [Diagnostic.Step]
        public let lines: [Line]
    }

    /// What was observed of one criterion at one wave.
    public struct Seen: Sendable {
        let criterion: Criterion.Code
        public let wave: Observation.Wave
        public let observedOn: Day
        /// From 0 to 3; nil for a mystery mail, and when it could not be said.
        public let value: Int32?
        public let missing: Observation.Missing?
        public let evidence: String?
        /// How a mystery mail was answered.
        public let kind: Observation.Reply?
        /// Until somebody answered it; nil when nobody did.
        public let hours: Double?
    }
}

extension Query<Followed.Seen> {
    static func followed(_ person: Participant.ID, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/followed/observations`, programme, person, Diagnostic.grid, as: Followed.Seen.init)
    }
}

extension Transaction {
    /// The diagnostic of the provider for whom somebody comes whom the asker follows; nil when nobody observed it.
    func diagnosis(of person: Participant.ID, in programme: Programme.ID) throws -> Followed.Diagnosis? {
        let seen = try ask(Query<Followed.Seen>.followed(person, of: programme))
        return try Followed.Diagnosis(seen, seen.isEmpty ? [] : criteria().filter { $0.unit == .provider })
    }
}

extension Followed.Diagnosis {
    /// What to do first: five things at most.
    private static let mostSteps = 5

    init?(_ seen: [Followed.Seen], _ criteria: [Criterion]) {
        guard let observedOn = seen.map(\.observedOn).max() else { return nil }
        let before = seen.filter { $0.wave == .before }
        let last = [Observation.Wave.followUp, .after].first { wave in seen.contains { $0.wave == wave } }
        let after = last.map { wave in seen.filter { $0.wave == wave } }
        func index(_ seen: [Followed.Seen]) -> ProviderIndex {
            ProviderIndex(seen.compactMap { $0.value.map(Int.init) })
        }
        (self.before, self.after) = (before.isEmpty ? nil : index(before), after.map(index))
        self.observedOn = observedOn
        let latest = after ?? before
        steps = Diagnostic.steps(
            criteria.map { criterion in
                let said = latest.first { $0.criterion == criterion.criterion }
                return .init(
                    criterion: criterion, value: said?.value.map(Int.init), missing: said?.missing,
                    evidence: said?.evidence)
            }, atMost: Self.mostSteps)
        lines = criteria.compactMap { criterion in
            let (one, other) = (
                before.first { $0.criterion == criterion.criterion },
                after?.first { $0.criterion == criterion.criterion }
            )
            return one == nil && other == nil ? nil : Line(criterion: criterion, before: one, after: other)
        }
    }
}
