import FoundationEssentials
public import Postgres
import TrainingSQL

/// What was published of a stored evaluation, for an office or for everybody: a line of the ledger.
public struct Publication: Sendable {
    struct ID: Identity {
        let rawValue: UUID
    }

    /// The least that a group counts unless told otherwise; less is never published.
    public static let leastGroup = 5

    /// Counted per cohort.
    public let number: Int32
    public let evaluationNumber: Int32
    public let reader: String
    public let minimumGroup: Int32
    let ownPeople: [String]
    let told: String
    /// `evaluation.json` of this reader.
    public let body: String
    public let bodySHA256: String
    public let programVersion: String

    /// A line of the ledger as it is listed.
    public struct Line: Sendable {
        public let cohort: Cohort.Code
        public let number: Int32
        public let evaluationNumber: Int32
        public let status: Evaluation.Status
        public let reader: String
        public let minimumGroup: Int32
        public let bodySHA256: String
        /// Date and time in Paris.
        public let publishedAt: String
    }

    /// What `publish` gives: the release, its ledger line, and the names of whom the reader follows.
    public struct Made: Sendable {
        public let release: Evaluation.Release
        public let publication: Publication
        public let names: [Evaluation.Name]
        public let office: Office?
        /// False when the same was published before.
        public let isNew: Bool
    }
}

/// Which office follows a person.
struct Following: Sendable {
    let arrival: Int32
    let office: String
}

extension Query<Following> {
    static func follows(in cohort: Cohort) -> Self {
        Query(SQL.`queries/evaluation/follows`, cohort.programmeID, cohort.cohortID, as: Following.init)
    }
}

extension Query<Publication> {
    static func publication(
        of cohort: Cohort, evaluation number: Int32?, for reader: String, minimumGroup: Int32?
    ) -> Self {
        Query(
            SQL.`queries/publication/find`, cohort.programmeID, cohort.cohortID, number, reader, minimumGroup,
            as: Publication.init)
    }

    static func add(_ release: Evaluation.Release, own: [String], told: String, of made: Evaluation.Made) -> Self {
        Query(
            SQL.`queries/publication/add`, made.cohort.programmeID, Publication.ID(rawValue: .v7()),
            made.cohort.cohortID, made.stored.number, release.audience.name, Int32(clamping: release.minimumGroup),
            own, told, release.body(), release.versions.program, as: Publication.init)
    }
}

extension Query<Publication.Line> {
    static func publications(of programme: Programme.ID, cohort: Cohort.Code?) -> Self {
        Query(SQL.`queries/publication/list`, programme, cohort, as: Publication.Line.init)
    }
}

extension Query<String> {
    static func told(of cohort: Cohort, before number: Int32?) -> Self {
        Query(SQL.`queries/publication/told`, cohort.programmeID, cohort.cohortID, number) { (told: String) in told }
    }
}

extension Transaction {
    /// Publishes an evaluation that was just made or found: writes what it tells to the ledger, once for each evaluation,
    /// reader and k. What was published before, to whomever, limits what is told.
    public func publish(_ made: Evaluation.Made, to reader: Evaluation.Release.Reader, minimumGroup k: Int) throws
        -> Publication.Made
    {
        guard k >= Publication.leastGroup else {
            throw Refusal(
                rule: "publication_hides_small_groups",
                "Un groupe publié compte au moins \(Publication.leastGroup) personnes.",
                "A published group counts at least \(Publication.leastGroup) people.")
        }
        let cohort = made.cohort
        let office = try reader.office.map { try self.office($0.rawValue, of: cohort.programmeID) }
        let names = { (own: Set<String>) in made.names.filter { own.contains($0.pseudonym) } }
        let known = try askOne(
            .publication(
                of: cohort, evaluation: made.stored.number, for: reader.name, minimumGroup: Int32(clamping: k)))
        if let known {
            let (release, _) = try released(made, to: reader, k, as: known)
            guard release.body() == known.body else { throw Refusal.publishedOtherwise(known) }
            let followed = try ownPeople(of: office, in: made)
            return .init(
                release: release, publication: known, names: names(followed.intersection(known.ownPeople)),
                office: office, isNew: false)
        }
        let own = try ownPeople(of: office, in: made)
        var ledger = try ledger(of: cohort, before: nil)
        try ledger.add(knowledge(in: made))
        let (release, told) = Evaluation.Release.make(
            of: made.evaluation, made.facts, sha256: made.stored.bodySHA256, for: reader, own: own, minimum: k,
            after: ledger)
        guard let publication = try askOne(.add(release, own: own.sorted(), told: told.text, of: made)) else {
            throw Refusal.unknown("La cohorte", "cohort", cohort.code.rawValue, "cohorte cohort list")
        }
        return .init(release: release, publication: publication, names: names(own), office: office, isNew: true)
    }

    /// The ledger of what was published, of one cohort when named.
    public func publications(of programme: Programme.ID, cohort: Cohort.Code? = nil) throws -> [Publication.Line] {
        try ask(.publications(of: programme, cohort: cohort))
    }

    /// The last publication of a cohort for this reader, of one evaluation when its number is given.
    public func publication(
        of code: Cohort.Code, number: Int? = nil, for reader: Evaluation.Release.Reader, in programme: Programme.ID
    ) throws -> Publication {
        let cohort = try cohort(code, of: programme)
        if let office = reader.office { _ = try self.office(office.rawValue, of: programme) }
        guard
            let publication = try askOne(
                .publication(
                    of: cohort, evaluation: number.map { Int32(clamping: $0) }, for: reader.name, minimumGroup: nil))
        else {
            if let number { throw try unpublished(number, of: cohort, for: reader) }
            throw Refusal(
                rule: "publication_is_known",
                "Rien n’a été publié de « \(code) » pour \(reader.name) ; « cohorte evaluate \(code) --audience \(reader.name) » le fait.",
                "Nothing was published of \"\(code)\" for \(reader.name); \"cohorte evaluate \(code) --audience \(reader.name)\" does."
            )
        }
        return publication
    }

    /// Why there is no publication of an evaluation of this number: there is no such evaluation, or it was not published.
    private func unpublished(_ number: Int, of cohort: Cohort, for reader: Evaluation.Release.Reader) throws -> Refusal
    {
        let code = cohort.code
        guard try askOne(.evaluation(of: cohort, number: number)) != nil else {
            return .noEvaluation(number, of: code)
        }
        return Refusal(
            rule: "publication_is_known",
            "Le bilan n° \(number) de « \(code) » n’a pas été publié pour \(reader.name) ; « cohorte evaluation published --cohort \(code) » dit lesquels l’ont été (evaluation_number).",
            "Evaluation \(number) of \"\(code)\" was not published for \(reader.name); \"cohorte evaluation published --cohort \(code)\" says which were (evaluation_number)."
        )
    }

    /// Makes a published version again, as it was made: the same evaluation after the same earlier publications.
    func released(_ made: Evaluation.Made, to reader: Evaluation.Release.Reader, _ k: Int, as known: Publication) throws
        -> (Evaluation.Release, ToldLedger)
    {
        var ledger = try ledger(of: made.cohort, before: known.number)
        ledger.knownTo = ToldLedger(known.told).knownTo
        return Evaluation.Release.make(
            of: made.evaluation, made.facts, sha256: made.stored.bodySHA256, for: reader, own: Set(known.ownPeople),
            minimum: k, after: ledger)
    }

    private func ledger(of cohort: Cohort, before number: Int32?) throws -> ToldLedger {
        try ask(.told(of: cohort, before: number)).reduce(into: ToldLedger()) { $0.add(ToldLedger($1)) }
    }

    /// Who knows whose values without reading: the offices, of those they sent and those they follow.
    private func knowledge(in made: Evaluation.Made) throws -> ToldLedger {
        var ledger = ToldLedger()
        for row in made.facts.enrolments {
            ledger.knownTo[row.office, default: []].insert(Evaluation.pseudonym(row.arrival))
        }
        for following in try ask(.follows(in: made.cohort)) {
            ledger.knownTo[following.office, default: []].insert(Evaluation.pseudonym(following.arrival))
        }
        return ledger
    }

    /// The people of a cohort whom an office follows today.
    private func ownPeople(of office: Office?, in made: Evaluation.Made) throws -> Set<String> {
        guard let office else { return [] }
        let followed = try ask(.follows(in: made.cohort)).filter { $0.office == office.code.rawValue }
        return Set(followed.map { Evaluation.pseudonym($0.arrival) })
    }
}

extension Refusal {
    /// The same evaluation was published by another program: its bytes stand.
    fileprivate static func publishedOtherwise(_ known: Publication) -> Refusal {
        Refusal(
            rule: "publication_stands",
            "La version n° \(known.number) a été publiée par une autre version du programme (\(known.programVersion)) et dit autre chose.",
            "Version \(known.number) was published by another version of the program (\(known.programVersion)) and says otherwise."
        )
    }
}
