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
        let cohort = try cohort(code, of: programme)
        try lockEvaluation(of: cohort)
        return try keep(judge(cohort, wish, on: day, program: program))
    }

    public func evaluate(
        _ code: Cohort.Code, of programme: Programme.ID, isFinal: Bool, on day: Day?, program: String
    ) throws -> Evaluation.Made {
        try evaluate(code, of: programme, isFinal ? .final : .draft, on: day, program: program)
    }

    /// Reads the facts of a cohort and judges them, also on a standby. Within one snapshot.
    public func judge(
        _ code: Cohort.Code, of programme: Programme.ID, _ wish: Evaluation.Wish, on day: Day?, program: String
    ) throws -> Evaluation.Judged {
        try judge(cohort(code, of: programme), wish, on: day, program: program)
    }

    private func judge(_ cohort: Cohort, _ wish: Evaluation.Wish, on day: Day?, program: String) throws
        -> Evaluation.Judged
    {
        let facts = try facts(of: cohort, on: day)
        let hash = try askOne(.sha256(of: facts.canonical())) ?? ""
        let versions = Evaluation.Versions(program: program, schema: Int(facts.cohort.schemaVersion ?? 0))
        let names = try ask(.names(in: cohort))
        let evaluation = Evaluation(
            facts, status: wish == .draft ? .draft : nil, versions: versions, inputsSHA256: hash)
        if wish == .final, evaluation.status != .final { throw Refusal(missing: evaluation.missing, names) }
        return .init(evaluation: evaluation, cohort: cohort, facts: facts, names: names)
    }

    /// Stores what was judged, perhaps elsewhere, or gives back what was stored of the same facts.
    public func store(_ judged: Evaluation.Judged) throws -> Evaluation.Made {
        try lockEvaluation(of: judged.cohort)
        return try keep(judged)
    }

    private func keep(_ judged: Evaluation.Judged) throws -> Evaluation.Made {
        let cohort = judged.cohort
        _ = try ask(.lock(cohort))
        let past = try ask(.inForce(cohort))
        let inForce = past.first
        var evaluation = judged.evaluation
        if evaluation.status == .draft, let inForce, inForce.inputsSHA256 == evaluation.inputsSHA256 {
            let final = judged.judged(.final, evaluation.versions)
            // A final one of another version of the program, which says otherwise, does not take a draft's place.
            if let standing = try askOne(.same(as: final, in: cohort)),
                judged.judged(.final, standing.versions).body() == standing.body
            {
                evaluation = final
            }
        }
        var known = try askOne(.same(as: evaluation, in: cohort))
        if let same = known {
            let again = judged.judged(same.status, same.versions)
            if again.body() == same.body {
                evaluation = again
            } else if same.isOldDraft(before: evaluation.versions.program) {
                known = nil
            } else {
                throw Refusal.judgedOtherwise(same)
            }
        }
        guard let stored = try known ?? add(evaluation, in: cohort) else {
            throw Refusal.unknown("La cohorte", "cohort", cohort.code.rawValue, "cohorte cohort list")
        }
        return .init(
            evaluation: evaluation, stored: stored, names: judged.names, isNew: known == nil,
            supersedes: try enforce(stored, in: cohort, after: past), cohort: cohort, facts: judged.facts)
    }

    private func add(_ evaluation: Evaluation, in cohort: Cohort) throws -> Evaluation.Stored? {
        let body = evaluation.body()
        return try askOne(.add(evaluation, body, in: cohort)).map { .init(evaluation, body, $0) }
    }

    /// Waits for whoever makes the same cohort's evaluation. What they stored meanwhile may be later than this snapshot: the
    /// numbers, which are unique, then refuse a second one, and the transaction is begun again.
    private func lockEvaluation(of cohort: Cohort) throws { _ = try ask(.lockEvaluation(of: cohort)) }

    /// Puts a final evaluation in force, and gives the number of the one that it supersedes.
    private func enforce(_ stored: Evaluation.Stored, in cohort: Cohort, after past: [Evaluation.InForce]) throws
        -> Int?
    {
        guard stored.status == .final else { return nil }
        if past.first?.evaluationNumber == stored.number {
            return past.dropFirst().first.map { Int($0.evaluationNumber) }
        }
        guard try change(.enforce(stored.number, in: cohort, step: (past.first?.step ?? 0) + 1)) == 1 else {
            throw PostgresError(sqlState: "40001", message: "this step was taken meanwhile", statement: "enforce")
        }
        if cohort.status != .evaluated { try change(.set(.evaluated, of: cohort)) }
        return past.first.map { Int($0.evaluationNumber) }
    }

    /// Keeps that the documents of a final evaluation were written, so that no batch writes them again.
    public func keepWritten(_ made: Evaluation.Made) throws {
        guard made.stored.status == .final else { return }
        try change(.written(made.stored.number, in: made.cohort))
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

    /// The same facts were judged by another program: its bytes stand, and no second evaluation of them is made.
    fileprivate static func judgedOtherwise(_ known: Evaluation.Stored) -> Refusal {
        Refusal(
            rule: "evaluation_stands",
            "Le bilan n° \(known.number) a été fait des mêmes faits par une autre version du programme (\(known.programVersion)) et dit autre chose ; il reste en vigueur : « cohorte evaluation show --number \(known.number) ».",
            "Evaluation \(known.number) was made of the same facts by another version of the program (\(known.programVersion)) and says otherwise; it stays in force: \"cohorte evaluation show --number \(known.number)\"."
        )
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
