public import Postgres

extension Evaluation {
    /// Which kind of evaluation is asked for.
    public enum Wish: Sendable {
        /// A draft; the final one when it was made of the same facts.
        case draft
        /// A final one, or a refusal that says what is missing.
        case final
        /// A final one when nothing is missing, else a draft.
        case whatever
    }

    /// A cohort's facts as they were read, and what follows from them; nothing is stored yet.
    public struct Judged: Sendable {
        public let evaluation: Evaluation
        let cohort: Cohort
        let facts: Facts
        let names: [Name]

        func judged(_ status: Status, _ versions: Versions) -> Evaluation {
            Evaluation(facts, status: status, versions: versions, inputsSHA256: evaluation.inputsSHA256)
        }
    }
}

extension Transaction {
    /// Makes the evaluation of a cohort and stores it; the same facts give the stored one back. Within one snapshot.
    ///
    /// A final one is refused while something is missing. `day` is the last day that counts.
    public func evaluate(
        _ code: Cohort.Code, of programme: Programme.ID, _ wish: Evaluation.Wish, on day: Day?, program: String
    ) throws -> Evaluation.Made {
        try evaluate([code], of: programme, wish, on: day, program: program)[0]
    }

    public func evaluate(
        _ code: Cohort.Code, of programme: Programme.ID, isFinal: Bool, on day: Day?, program: String
    ) throws -> Evaluation.Made {
        try evaluate(code, of: programme, isFinal ? .final : .draft, on: day, program: program)
    }

    /// The same of several cohorts of a programme, in the order of their codes: all of them or, when one is refused, none.
    public func evaluate(
        _ codes: [Cohort.Code], of programme: Programme.ID, _ wish: Evaluation.Wish, on day: Day?, program: String
    ) throws -> [Evaluation.Made] {
        let cohorts = try cohorts(codes, of: programme)
        try lockEvaluations(of: cohorts)
        return try keep(judge(cohorts, wish, on: day, program: program))
    }

    /// Reads the facts of cohorts and judges them, also on a standby, in the order of their codes. Within one snapshot.
    public func judge(
        _ codes: [Cohort.Code], of programme: Programme.ID, _ wish: Evaluation.Wish, on day: Day?, program: String
    ) throws -> [Evaluation.Judged] {
        try judge(cohorts(codes, of: programme), wish, on: day, program: program)
    }

    private func judge(_ cohorts: [Cohort], _ wish: Evaluation.Wish, on day: Day?, program: String) throws
        -> [Evaluation.Judged]
    {
        let facts = try facts(of: cohorts, on: day)
        let names = try names(in: cohorts)
        return try cohorts.indices.map { place in
            let facts = facts[place]
            let versions = Evaluation.Versions(program: program, schema: Int(facts.cohort.schemaVersion ?? 0))
            let evaluation = Evaluation(
                facts, status: wish == .draft ? .draft : nil, versions: versions,
                inputsSHA256: try sha256(of: facts.canonical()))
            if wish == .final, evaluation.status != .final {
                throw Refusal(missing: evaluation.missing, names[place])
            }
            return .init(evaluation: evaluation, cohort: cohorts[place], facts: facts, names: names[place])
        }
    }

    /// The hash of a text, by the server that makes the same of what it stores.
    func sha256(of text: String) throws -> String { try askOne(.sha256(of: text)) ?? "" }

    /// Stores what was judged, perhaps elsewhere, or gives back what was stored of the same facts.
    public func store(_ judged: [Evaluation.Judged]) throws -> [Evaluation.Made] {
        try lockEvaluations(of: judged.map(\.cohort))
        return try keep(judged)
    }

    private func cohorts(_ codes: [Cohort.Code], of programme: Programme.ID) throws -> [Cohort] {
        let found = try ask(.cohorts(codes, of: programme))
        guard found.count == codes.count else {
            let known = Set(found.map(\.code))
            let gone = codes.first { !known.contains($0) }
            throw Refusal.unknown("La cohorte", "cohort", gone?.rawValue ?? "", "cohorte cohort list")
        }
        return found
    }

    private func names(in cohorts: [Cohort]) throws -> [[Evaluation.Name]] {
        guard let programme = cohorts.first?.programmeID else { return [] }
        let asked = Evaluation.Asked(programme, cohorts.map(\.cohortID))
        return try askEach(.names(in: asked), asked)
    }

    /// Waits for whoever makes the evaluation of one of these cohorts. What they stored meanwhile may be later than this
    /// snapshot: the numbers, which are unique, then refuse a second one, and the transaction is begun again.
    private func lockEvaluations(of cohorts: [Cohort]) throws {
        guard let programme = cohorts.first?.programmeID else { return }
        _ = try ask(.lockEvaluations(of: .init(programme, cohorts.map(\.cohortID))))
    }

    /// The cohorts that are closed without a final evaluation, or whose final evaluation was never written out.
    public func cohortsDue(in programme: Programme.ID) throws -> [Cohort.Code] { try ask(.due(in: programme)) }

    /// The evaluations of a programme, of one cohort when named.
    public func evaluations(of programme: Programme.ID, cohort: Cohort.Code? = nil) throws -> [Evaluation.Line] {
        try ask(.evaluations(of: programme, cohort: cohort))
    }

    /// A stored evaluation: the one of this number, else the final one in force, else the last draft.
    public func evaluation(of code: Cohort.Code, number: Int? = nil, in programme: Programme.ID) throws
        -> Evaluation.Stored
    {
        let cohort = try cohort(code, of: programme)
        guard let stored = try askOne(.evaluation(of: cohort, number: number)) else {
            if let number, try askOne(.evaluation(of: cohort, number: nil)) != nil {
                throw Refusal.noEvaluation(number, of: code)
            }
            throw Refusal(
                rule: "evaluation_is_known", "Pas de bilan de « \(code) » ; « cohorte evaluate \(code) » en fait un.",
                "No evaluation of \"\(code)\"; \"cohorte evaluate \(code)\" makes one.")
        }
        return stored
    }
}

extension Refusal {
    /// There are evaluations of this cohort, and none of this number.
    static func noEvaluation(_ number: Int, of code: Cohort.Code) -> Refusal {
        Refusal(
            rule: "evaluation_is_known",
            "« \(code) » n’a pas de bilan n° \(number) ; « cohorte evaluation list --cohort \(code) » donne ceux qu’elle a.",
            "\"\(code)\" has no evaluation \(number); \"cohorte evaluation list --cohort \(code)\" lists those it has.")
    }

    /// R9: why an evaluation cannot be final yet, and who must act.
    public init(missing: [Evaluation.Missing], _ names: [Evaluation.Name]) {
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
