public import Postgres

extension Transaction {
    /// Makes a stored evaluation again from today's facts: the same bytes, or what differs.
    public func verify(_ code: Cohort.Code, number: Int? = nil, of programme: Programme.ID) throws
        -> Evaluation.Verification
    {
        let stored = try evaluation(of: code, number: number, in: programme)
        let facts = try facts(of: try cohort(code, of: programme), on: stored.asOf)
        let hash = try sha256(of: facts.canonical())
        let again = Evaluation(facts, status: stored.status, versions: stored.versions, inputsSHA256: hash).body()
        return Evaluation.Verification(
            number: stored.number, status: stored.status, programVersion: stored.programVersion,
            inputsSHA256: stored.inputsSHA256, inputsAgainSHA256: hash,
            bodySHA256: stored.bodySHA256, bodyAgainSHA256: try sha256(of: again),
            storedAgainSHA256: try sha256(of: stored.body))
    }
}

extension Transaction {
    /// Makes a published version again from today's facts, the evaluation that it was made of, and the ledger before it.
    public func verify(
        _ code: Cohort.Code, number: Int? = nil, for reader: Evaluation.Release.Reader, of programme: Programme.ID
    ) throws -> Evaluation.Verification {
        let known = try publication(of: code, number: number, for: reader, in: programme)
        let stored = try evaluation(of: code, number: Int(known.evaluationNumber), in: programme)
        let cohort = try cohort(code, of: programme)
        let facts = try facts(of: cohort, on: stored.asOf)
        let hash = try sha256(of: facts.canonical())
        let again = Evaluation(facts, status: stored.status, versions: stored.versions, inputsSHA256: hash)
        let made = Evaluation.Made(
            evaluation: again, stored: stored, names: [], isNew: false, supersedes: nil, cohort: cohort, facts: facts)
        let (release, _) = try released(made, to: reader, Int(known.minimumGroup), as: known)
        return Evaluation.Verification(
            number: stored.number, status: stored.status, programVersion: known.programVersion,
            inputsSHA256: stored.inputsSHA256, inputsAgainSHA256: hash,
            bodySHA256: known.bodySHA256, bodyAgainSHA256: try sha256(of: release.body()),
            storedAgainSHA256: try sha256(of: known.body))
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
