import FoundationEssentials
public import Postgres
import TrainingSQL

extension Evaluation {
    struct ID: Identity {
        let rawValue: UUID
    }

    /// An evaluation as it is kept: its bytes and their hash.
    public struct Stored: Sendable {
        /// Counted per cohort.
        public let number: Int32
        public let status: Status
        public let asOf: Day
        public let inputsSHA256: String
        public let bodySHA256: String
        public let programVersion: String
        public let schemaVersion: Int32
        /// `evaluation.json`.
        public let body: String
    }

    /// A line of the list of evaluations; status is draft, final or superseded.
    public struct Line: Sendable {
        public let cohort: Cohort.Code
        public let number: Int32
        public let audience: String
        public let status: String
        public let asOf: Day
        public let inputsSHA256: String
        public let bodySHA256: String
        /// Date and time in Paris.
        public let madeAt: String
    }

    /// What `evaluate` gives: the judgement, what was stored, and whose the pseudonyms are.
    public struct Made: Sendable {
        public let evaluation: Evaluation
        public let stored: Stored
        public let names: [Name]
        /// False when the same was stored before.
        public let isNew: Bool
        /// The number of the final evaluation that this one supersedes.
        public let supersedes: Int?
    }
}

extension Query<String> {
    static func sha256(of text: String) -> Self {
        Query(SQL.`queries/evaluation/sha256`, text) { (hash: String) in hash }
    }
}

extension Query<Evaluation.Stored> {
    static func same(as evaluation: Evaluation, in cohort: Cohort) -> Self {
        Query(
            SQL.`queries/evaluation/same`, cohort.programmeID, cohort.cohortID, evaluation.audience.rawValue,
            evaluation.status, evaluation.inputsSHA256, as: Evaluation.Stored.init)
    }

    static func add(_ evaluation: Evaluation, in cohort: Cohort) -> Self {
        Query(
            SQL.`queries/evaluation/add`, cohort.programmeID, Evaluation.ID(rawValue: .v7()), cohort.cohortID,
            evaluation.audience.rawValue, evaluation.status, evaluation.asOf, evaluation.inputsSHA256,
            evaluation.body(),
            evaluation.versions.program, Int32(clamping: evaluation.versions.schema), as: Evaluation.Stored.init)
    }

    static func evaluation(of cohort: Cohort, number: Int?) -> Self {
        Query(
            SQL.`queries/evaluation/find`, cohort.programmeID, cohort.cohortID, number.map { Int32(clamping: $0) },
            as: Evaluation.Stored.init)
    }
}

extension Query<Cohort.Code> {
    static func due(in programme: Programme.ID) -> Self {
        Query(SQL.`queries/evaluation/due`, programme) { (code: Cohort.Code) in code }
    }
}

extension Query<Evaluation.Line> {
    static func evaluations(of programme: Programme.ID, cohort: Cohort.Code?) -> Self {
        Query(SQL.`queries/evaluation/list`, programme, cohort, as: Evaluation.Line.init)
    }
}

extension Transaction {
    /// Makes the evaluation of a cohort and stores it; the same facts give the stored one back. Within one snapshot.
    ///
    /// A final one is refused while something is missing. `day` is the last day that counts.
    public func evaluate(_ code: Cohort.Code, of programme: Programme.ID, isFinal: Bool, on day: Day?, program: String)
        throws
        -> Evaluation.Made
    {
        let cohort = try cohort(code, of: programme)
        _ = try ask(.lock(cohort))
        let facts = try facts(of: cohort, on: day)
        let hash = try askOne(.sha256(of: facts.canonical())) ?? ""
        func judged(_ versions: Evaluation.Versions) -> Evaluation {
            Evaluation(facts, status: isFinal ? .final : .draft, versions: versions, inputsSHA256: hash)
        }
        let evaluation = judged(.init(program: program, schema: Int(facts.cohort.schemaVersion ?? 0)))
        let names = try ask(.names(in: cohort))
        if isFinal, !evaluation.missing.isEmpty { throw Refusal(missing: evaluation.missing, names) }
        if let known = try askOne(.same(as: evaluation, in: cohort)) {
            let again = judged(known.versions)
            if again.body() == known.body {
                if isFinal { try change(.set(.evaluated, of: cohort)) }
                return .init(
                    evaluation: again, stored: known, names: names, isNew: false,
                    supersedes: try finalBefore(known, of: cohort))
            }
            guard known.isOldDraft(before: program) else { throw Refusal.judgedOtherwise(known) }
        }
        guard let stored = try askOne(.add(evaluation, in: cohort)) else {
            throw Refusal.unknown("La cohorte", "cohort", code.rawValue, "cohorte cohort list")
        }
        if isFinal { try change(.set(.evaluated, of: cohort)) }
        return .init(
            evaluation: evaluation, stored: stored, names: names, isNew: true,
            supersedes: try finalBefore(stored, of: cohort))
    }

    /// The final evaluation that a final one comes after.
    private func finalBefore(_ stored: Evaluation.Stored, of cohort: Cohort) throws -> Int? {
        guard stored.status == .final else { return nil }
        return try evaluations(of: cohort.programmeID, cohort: cohort.code)
            .filter { $0.status != Evaluation.Status.draft.rawValue && $0.number < stored.number }
            .map { Int($0.number) }.max()
    }

    /// The closed cohorts that have no final evaluation yet.
    public func cohortsDue(in programme: Programme.ID) throws -> [Cohort.Code] { try ask(.due(in: programme)) }

    /// The evaluations of a programme, of one cohort when named.
    public func evaluations(of programme: Programme.ID, cohort: Cohort.Code? = nil) throws -> [Evaluation.Line] {
        try ask(.evaluations(of: programme, cohort: cohort))
    }

    /// A stored evaluation: the one of this number, else the last final one, else the last draft.
    public func evaluation(of code: Cohort.Code, number: Int? = nil, in programme: Programme.ID) throws
        -> Evaluation.Stored
    {
        let cohort = try cohort(code, of: programme)
        guard let stored = try askOne(.evaluation(of: cohort, number: number)) else {
            throw Refusal(
                rule: "evaluation_is_known", "Pas de bilan de « \(code) » ; « cohorte evaluate \(code) » en fait un.",
                "No evaluation of \"\(code)\"; \"cohorte evaluate \(code)\" makes one.")
        }
        return stored
    }

    /// Makes a stored evaluation again from today's facts: the same bytes, or what differs.
    public func verify(_ code: Cohort.Code, number: Int? = nil, of programme: Programme.ID) throws
        -> Evaluation.Verification
    {
        let stored = try evaluation(of: code, number: number, in: programme)
        let facts = try facts(of: try cohort(code, of: programme), on: stored.asOf)
        let hash = try askOne(.sha256(of: facts.canonical())) ?? ""
        let again = Evaluation(facts, status: stored.status, versions: stored.versions, inputsSHA256: hash).body()
        return Evaluation.Verification(
            number: stored.number, status: stored.status, programVersion: stored.programVersion,
            inputsSHA256: stored.inputsSHA256, inputsAgainSHA256: hash,
            bodySHA256: stored.bodySHA256, bodyAgainSHA256: try askOne(.sha256(of: again)) ?? "",
            storedAgainSHA256: try askOne(.sha256(of: stored.body)) ?? "")
    }
}

extension Evaluation {
    /// A stored evaluation beside the one made again.
    public struct Verification: Sendable {
        public let number: Int32
        public let status: Status
        /// The program that made the stored one; another may judge the same facts otherwise.
        public let programVersion: String
        public let inputsSHA256: String
        public let inputsAgainSHA256: String
        public let bodySHA256: String
        public let bodyAgainSHA256: String
        let storedAgainSHA256: String

        /// The stored bytes are those that were hashed, and those that are made again.
        public var isSame: Bool { bodySHA256 == bodyAgainSHA256 && isIntact }
        public var isIntact: Bool { bodySHA256 == storedAgainSHA256 }
        public var hasSameInputs: Bool { inputsSHA256 == inputsAgainSHA256 }
    }
}

extension Evaluation.Stored {
    /// A draft of another program stands for nothing: this one makes its own of the same facts.
    fileprivate func isOldDraft(before program: String) -> Bool { status == .draft && programVersion != program }

    var versions: Evaluation.Versions { .init(program: programVersion, schema: Int(schemaVersion)) }
}

extension Evaluation.Status: PostgresValue {}

extension Refusal {
    /// The same facts were judged by another program: its bytes stand, and no second evaluation of them is made.
    fileprivate static func judgedOtherwise(_ known: Evaluation.Stored) -> Refusal {
        Refusal(
            rule: "evaluation_is_final_once_per_inputs",
            "Le bilan n° \(known.number) a été fait des mêmes faits par une autre version du programme (\(known.programVersion)) et dit autre chose ; il reste en vigueur : « cohorte evaluation show --number \(known.number) ».",
            "Evaluation \(known.number) was made of the same facts by another version of the program (\(known.programVersion)) and says otherwise; it stays in force: \"cohorte evaluation show --number \(known.number)\"."
        )
    }

    /// R9: why an evaluation cannot be final yet, and who must act.
    init(missing: [Evaluation.Missing], _ names: [Evaluation.Name]) {
        func list(_ language: Language) -> String {
            missing.map { "\n  - \($0.sentence(naming: names).text(language)) [\($0.actor)]" }.joined()
        }
        self.init(
            rule: "final_evaluation_misses_nothing", "Le bilan ne peut pas être définitif :\(list(.french))",
            "The evaluation cannot be final:\(list(.english))")
    }
}

extension Evaluation.Missing {
    /// The sentence with people's names beside their pseudonyms, for the coordinator.
    public func sentence(naming names: [Evaluation.Name]) -> Sentence {
        let known = Dictionary(uniqueKeysWithValues: names.map { ($0.pseudonym, "\($0.givenName) \($0.familyName)") })
        func named(_ text: String) -> String {
            text.split(separator: " ", omittingEmptySubsequences: false).map { word in
                let bare = word.trimmingSuffix { !$0.isNumber }.drop { $0 == "(" }
                guard let name = known[String(bare)] else { return String(word) }
                return String(word.replacing(bare, with: "\(bare) \(name)"))
            }.joined(separator: " ")
        }
        return Sentence(named(sentence.french), named(sentence.english))
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ isOff: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isOff(last) { rest.removeLast() }
        return rest
    }
}
