public import Postgres
public import Statistics
import TrainingSQL

extension Diagnostic {
    /// What a provider should do first: the page for an adviser's visit.
    public struct Sheet: Sendable {
        public let programme: String
        public let provider: Visited
        public let wave: Observation.Wave
        /// The last day on which a criterion was observed.
        public let observedOn: Day
        public let index: ProviderIndex
        public let steps: [Step]
        /// Every criterion of the provider that is no mystery mail, with what was observed.
        public let criteria: [Judged]
        /// Nil when no mail was sent.
        public let mail: Mail?
    }

    /// A provider that is visited.
    public struct Visited: Sendable {
        public let providerID: Provider.ID
        public let name: String
        public let commune: String
        public let office: Office.Code
        public let officeName: String
        public let categoryFr: String
        public let categoryEn: String

        public var category: Sentence { Sentence(categoryFr, categoryEn) }
    }

    /// A criterion and what was observed of it; neither is "not observed".
    public struct Judged: Sendable {
        public let criterion: Criterion
        public let value: Int?
        public let missing: Observation.Missing?
        public let evidence: String?
    }

    /// One thing to do: a criterion below its best value.
    public struct Step: Sendable {
        public let criterion: Criterion
        public let value: Int
        public let evidence: String?

        /// What is missing to the best value, times the weight of the theme.
        public var priority: Int { (ProviderIndex.best - value) * Int(criterion.weight) }
    }

    /// How the mystery mail was answered.
    public struct Mail: Sendable {
        public let kind: Observation.Reply
        /// Until somebody answered, nil when nobody did.
        public let hours: Double?
    }

    /// The first steps: the highest priorities, the lowest values first among equals, then the order of the grid.
    public static func steps(_ judged: [Judged], atMost limit: Int) -> [Step] {
        let all = judged.enumerated().compactMap { place, judged -> (Int, Step)? in
            guard let value = judged.value, value < ProviderIndex.best, !judged.criterion.isMail else { return nil }
            return (place, Step(criterion: judged.criterion, value: value, evidence: judged.evidence))
        }
        let sorted = all.sorted { one, other in
            (-one.1.priority, one.1.value, one.0) < (-other.1.priority, other.1.value, other.0)
        }
        return sorted.prefix(max(0, limit)).map(\.1)
    }
}

extension Query<Diagnostic.Visited> {
    static func providers(named name: String, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/provider/find`, programme, name, as: Diagnostic.Visited.init)
    }
}

extension Transaction {
    /// What a provider should do first, of the last wave it was observed at unless one is asked for. A provider goes by id or
    /// name, and its commune tells those of one name apart; one that nobody observed is refused.
    public func firstSteps(
        for name: String, in commune: String?, of programme: Programme.ID, at wave: Observation.Wave?, on day: Day,
        atMost limit: Int
    ) throws -> Diagnostic.Sheet {
        let provider = try visited(name, in: commune, of: programme)
        var filter = Observation.Filter()
        (filter.unit, filter.wave) = (provider.providerID.postgresText, wave)
        let lines = try ask(.observations(filter, of: programme, on: day)).filter { $0.rank == 1 }
        let lastDay = lines.map(\.observedOn).max()
        guard let last = lines.filter({ $0.observedOn == lastDay }).max(by: { $0.wave.place < $1.wave.place }) else {
            throw Refusal(
                rule: "provider_was_observed",
                "Personne n’a encore observé « \(provider.name) » : « cohorte observe » enregistre les constats.",
                "Nobody has observed \"\(provider.name)\" yet: \"cohorte observe\" records observations.")
        }
        return Diagnostic.Sheet(
            try self.programme(programme).name, provider,
            lines.filter { $0.wave == last.wave && $0.cohort == last.cohort }, at: last.wave,
            try criteria().filter { $0.unit == .provider }, atMost: limit)
    }

    private func visited(_ name: String, in commune: String?, of programme: Programme.ID) throws -> Diagnostic.Visited {
        let all = try ask(.providers(named: name, of: programme))
        let insee = try commune.map { named in try ask(.communes(named: named, of: programme)) }
        let found = all.filter { provider in insee?.contains(provider.commune) ?? true }
        guard let provider = found.first else {
            throw Refusal.unknown("Le prestataire", "provider", name, "cohorte provider list")
        }
        guard found.count == 1 else {
            let communes = found.map(\.commune).joined(separator: ", ")
            throw Refusal(
                rule: "provider_is_one",
                "Plusieurs prestataires s’appellent « \(name) » : ajoutez --commune (\(communes)).",
                "Several providers are called \"\(name)\": add --commune (\(communes)).")
        }
        return provider
    }
}

extension Query<String> {
    static func communes(named name: String, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/commune/named`, programme, name) { (name: String) in name }
    }
}

extension Diagnostic.Sheet {
    fileprivate init(
        _ programme: String, _ provider: Diagnostic.Visited, _ lines: [Observation.Line], at wave: Observation.Wave,
        _ criteria: [Criterion], atMost limit: Int
    ) {
        (self.programme, self.provider, self.wave) = (programme, provider, wave)
        let said = Dictionary(lines.map { ($0.criterion, $0) }) { first, _ in first }
        let judged = criteria.filter { !$0.isMail }.map { criterion in
            let line = said[criterion.criterion]
            return Diagnostic.Judged(
                criterion: criterion, value: line?.value.map(Int.init), missing: line?.missing,
                evidence: line?.evidence)
        }
        self.criteria = judged
        observedOn = lines.map(\.observedOn).reduce(lines[0].observedOn, max)
        index = ProviderIndex(judged.compactMap(\.value))
        steps = Diagnostic.steps(judged, atMost: limit)
        mail = lines.first { $0.kind != nil }.flatMap { line in
            line.kind.map { Diagnostic.Mail(kind: $0, hours: line.isAnswered == true ? line.hours : nil) }
        }
    }
}
