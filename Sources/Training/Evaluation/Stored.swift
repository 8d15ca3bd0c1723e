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
        let cohort: Cohort
        let facts: Facts
    }

    /// What the database says of an evaluation that it stored; its bytes are not asked back.
    struct Added: Sendable {
        let number: Int32
        let bodySHA256: String
    }

    /// A final evaluation that came into force.
    struct InForce: Sendable {
        let step: Int32
        let evaluationNumber: Int32
        let inputsSHA256: String
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

    static func evaluation(of cohort: Cohort, number: Int?) -> Self {
        Query(
            SQL.`queries/evaluation/find`, cohort.programmeID, cohort.cohortID, number.map { Int32(clamping: $0) },
            as: Evaluation.Stored.init)
    }
}

extension Query<Evaluation.Added> {
    static func add(_ evaluation: Evaluation, _ body: String, in cohort: Cohort) -> Self {
        Query(
            SQL.`queries/evaluation/add`, cohort.programmeID, Evaluation.ID(rawValue: .v7()), cohort.cohortID,
            evaluation.audience.rawValue, evaluation.status, evaluation.asOf, evaluation.inputsSHA256, body,
            evaluation.versions.program, Int32(clamping: evaluation.versions.schema), as: Evaluation.Added.init)
    }
}

extension Query<Evaluation.InForce> {
    static func inForce(_ cohort: Cohort) -> Self {
        Query(SQL.`queries/evaluation/in_force`, cohort.programmeID, cohort.cohortID, as: Evaluation.InForce.init)
    }
}

extension Query<Bool> {
    static func lockEvaluation(of cohort: Cohort) -> Self {
        Query(SQL.`queries/evaluation/lock`, cohort.programmeID, cohort.cohortID) { (isHeld: Bool) in isHeld }
    }
}

extension Command {
    static func enforce(_ number: Int32, in cohort: Cohort, step: Int32) -> Self {
        Command(SQL.`queries/evaluation/enforce`, cohort.programmeID, cohort.cohortID, step, number)
    }

    static func written(_ number: Int32, in cohort: Cohort) -> Self {
        Command(SQL.`queries/evaluation/written`, cohort.programmeID, cohort.cohortID, number)
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

extension Evaluation.Stored {
    init(_ evaluation: Evaluation, _ body: String, _ added: Evaluation.Added) {
        self.init(
            number: added.number, status: evaluation.status, asOf: evaluation.asOf,
            inputsSHA256: evaluation.inputsSHA256, bodySHA256: added.bodySHA256,
            programVersion: evaluation.versions.program, schemaVersion: Int32(clamping: evaluation.versions.schema),
            body: body)
    }

    /// A draft of another program stands for nothing: this one makes its own of the same facts.
    func isOldDraft(before program: String) -> Bool { status == .draft && programVersion != program }

    var versions: Evaluation.Versions { .init(program: programVersion, schema: Int(schemaVersion)) }
}

extension Evaluation.Status: PostgresValue {}
