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

    /// What is stored of an evaluation, and the evaluation as it says it.
    struct Kept: Sendable {
        let evaluation: Evaluation
        let stored: Stored
        let isNew: Bool
    }

    /// The evaluation that is stored of the same facts.
    struct Standing: Placed {
        let asked: Int
        let number: Int32
        let status: Status
        let asOf: Day
        let inputsSHA256: String
        let bodySHA256: String
        let programVersion: String
        let schemaVersion: Int32
        let body: String

        var stored: Stored {
            .init(
                number: number, status: status, asOf: asOf, inputsSHA256: inputsSHA256, bodySHA256: bodySHA256,
                programVersion: programVersion, schemaVersion: schemaVersion, body: body)
        }
    }

    /// A final evaluation that came into force.
    struct InForce: Placed {
        let asked: Int
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

extension Query<Evaluation.Standing> {
    static func same(as evaluations: [Evaluation], _ asked: Evaluation.Asked) -> Self {
        Query(
            SQL.`queries/evaluation/same`, asked.programme, asked.cohorts, Evaluation.Audience.coordinator.rawValue,
            evaluations.map(\.status), evaluations.map(\.inputsSHA256), as: Evaluation.Standing.init)
    }
}

extension Query<Evaluation.Stored> {
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
    static func inForce(_ asked: Evaluation.Asked) -> Self {
        Query(SQL.`queries/evaluation/in_force`, asked.programme, asked.cohorts, as: Evaluation.InForce.init)
    }
}

extension Query<Bool> {
    static func lockEvaluations(of asked: Evaluation.Asked) -> Self {
        Query(SQL.`queries/evaluation/lock`, asked.programme, asked.cohorts) { (isHeld: Bool) in isHeld }
    }
}

extension Query<Cohort.ID> {
    static func hold(_ asked: Evaluation.Asked) -> Self {
        Query(SQL.`queries/evaluation/hold`, asked.programme, asked.cohorts) { (id: Cohort.ID) in id }
    }
}

extension Command {
    static func enforce(_ numbers: [Int32], _ asked: Evaluation.Asked, steps: [Int32]) -> Self {
        Command(SQL.`queries/evaluation/enforce`, asked.programme, asked.cohorts, steps, numbers)
    }

    static func moveToEvaluated(_ asked: Evaluation.Asked) -> Self {
        Command(SQL.`queries/evaluation/evaluated`, asked.programme, asked.cohorts)
    }

    static func written(_ numbers: [Int32], _ asked: Evaluation.Asked) -> Self {
        Command(SQL.`queries/evaluation/written`, asked.programme, asked.cohorts, numbers)
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
