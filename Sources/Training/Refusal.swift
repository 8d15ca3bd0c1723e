import Postgres

/// A rule that said no: a named constraint of the schema, or a use case's own. Nothing was changed.
public struct Refusal: Error, Equatable, Sendable {
    /// The constraint's name, or the use case's name for its rule.
    public let rule: String
    public let sentence: Sentence

    public init(rule: String, _ french: String, _ english: String) {
        (self.rule, sentence) = (rule, Sentence(french, english))
    }

    /// The refusal that a broken constraint stands for; nil when the error is no broken rule.
    init?(_ error: PostgresError) {
        guard let name = error.constraint.map(Self.withoutShard), let sentence = Self.sentences[name] else {
            return nil
        }
        (rule, self.sentence) = (name, sentence)
    }

    /// The name of a constraint as the schema writes it, without the number of a distributed server's shard.
    private static func withoutShard(_ name: String) -> String {
        guard let underscore = name.lastIndex(of: "_") else { return name }
        let digits = name[name.index(after: underscore)...]
        return !digits.isEmpty && digits.allSatisfy(\.isNumber) ? String(name[..<underscore]) : name
    }
}

/// Several rules said no at once, each with its sentence. Nothing was changed.
public struct Refusals: Error, Equatable, Sendable {
    public let all: [Refusal]

    /// Nil when nothing was refused.
    public init?(_ all: [Refusal]) {
        guard !all.isEmpty else { return nil }
        self.all = all
    }
}

extension Refusal {
    /// Whether somebody else wrote the same key between our look and our step: begun again, it is seen.
    var isLostRace: Bool {
        [
            "participant_email_is_unique", "participant_is_once_per_provider", "evaluation_number_is_unique",
            "evaluation_is_final_once_per_inputs", "instrument_version_is_unique", "publication_number_is_unique",
            "publication_is_once_per_evaluation", "observation_is_once_per_provider", "observation_is_once_per_commune",
            "observer_looks_once_at_a_provider", "observer_looks_once_at_a_commune",
            "request_key_is_once", "read_batch_number_is_once",
        ].contains(rule)
    }

    static func unknown(_ french: String, _ english: String, _ name: String, _ command: String) -> Refusal {
        Refusal(
            rule: "name_is_known",
            "\(french) « \(name) » n’existe pas ; « \(command) » donne ce qui existe.",
            "There is no \(english) \"\(name)\"; \"\(command)\" lists what there is.")
    }
}
