public import FoundationEssentials
public import Postgres
import TrainingSQL

/// A version of a questionnaire: its items, each on one competence, with a scale. Published once, never changed.
public struct Instrument: Sendable {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
    }

    public struct Code: Training.Code {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    public let instrumentID: ID
    public let code: Code
    public let version: Int32
    public let title: String
    public let framework: Framework.Code

    /// `code@version`, as people name it.
    public var name: String { "\(code)@\(version)" }

    /// One question, with the titles of its competence and area.
    public struct Item: Sendable, Hashable {
        public let item: String
        public let competence: String
        public let area: String
        public let competenceFr: String
        public let competenceEn: String
        public let areaFr: String
        public let areaEn: String
        public let textFr: String
        public let textEn: String
        public let minimum: Double
        public let maximum: Double
        public let isReversed: Bool
    }

    /// One line of an instrument file.
    public struct Request: Sendable, Equatable {
        let item: String, competence: String, textFr: String, textEn: String
        let minimum: Double, maximum: Double, isReversed: Bool

        public init(
            item: String, competence: String, textFr: String, textEn: String, minimum: Double, maximum: Double,
            isReversed: Bool
        ) {
            (self.item, self.competence, self.textFr, self.textEn) = (item, competence, textFr, textEn)
            (self.minimum, self.maximum, self.isReversed) = (minimum, maximum, isReversed)
        }
    }

    /// What a questionnaire is for; satisfaction is asked at the end (hot) or months later (cold).
    public enum Kind: String, CaseIterable, PostgresValue, Labelled {
        case skills
        case satisfactionHot = "satisfaction_hot"
        case satisfactionCold = "satisfaction_cold"

        public var label: Sentence {
            switch self {
            case .skills: Sentence("compétences", "skills")
            case .satisfactionHot: Sentence("satisfaction à chaud", "satisfaction (hot)")
            case .satisfactionCold: Sentence("satisfaction à froid", "satisfaction (cold)")
            }
        }
    }

    /// What holds of every version of a questionnaire: what it is for, and whether its answers bear names.
    public struct Nature: Sendable, Equatable {
        public let kind: Kind
        public let isAnonymous: Bool

        public init(kind: Kind, isAnonymous: Bool) { (self.kind, self.isAnonymous) = (kind, isAnonymous) }
    }

    /// How a version stands: its nature, the latest of its versions, and whether a cohort answered it.
    struct Standing: Sendable {
        let kind: Kind
        let isAnonymous: Bool
        let latestVersion: Int32
        let answeredInCohort: Int
    }

    /// A line of the list of instruments.
    public struct Line: Sendable {
        public let instrument: Code
        public let version: Int32
        public let title: String
        public let framework: Framework.Code
        public let kind: Kind
        public let isAnonymous: Bool
        public let items: Int
        public let assessments: Int
        /// The day of the first answer: a change is a new version from the day it was published.
        public let frozenOn: Day?
    }
}

extension Query<Instrument> {
    /// The version asked for, or the latest.
    static func instrument(_ code: Instrument.Code, version: Int?, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/instrument/find`, programme, code, version.map { Int32(clamping: $0) }, as: Instrument.init)
    }

    /// The version that a cohort declared; none when the code given is another's.
    static func instrument(answeredBy cohort: Cohort, code: Instrument.Code?) -> Self {
        Query(SQL.`queries/instrument/used`, cohort.programmeID, cohort.cohortID, code, as: Instrument.init)
    }
}

extension Query<Instrument> {
    /// Those of one framework that a cohort answered at any wave.
    static func instruments(on framework: Framework.Code, answeredIn cohort: Cohort) -> Self {
        Query(
            SQL.`queries/instrument/answered`, cohort.programmeID, cohort.cohortID, framework, as: Instrument.init)
    }
}

extension Query<Instrument.Standing> {
    static func standing(of instrument: Instrument.ID, in programme: Programme.ID, cohort: Cohort.ID?) -> Self {
        Query(SQL.`queries/instrument/nature`, programme, instrument, cohort, as: Instrument.Standing.init)
    }
}

extension Query<Instrument.Line> {
    static func instruments(of programme: Programme.ID) -> Self {
        Query(SQL.`queries/instrument/list`, programme, as: Instrument.Line.init)
    }
}

extension Query<Instrument.Item> {
    static func items(of instrument: Instrument.ID, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/instrument/items`, programme, instrument, as: Instrument.Item.init)
    }
}

extension Command {
    static func add(_ instrument: Instrument, as nature: Instrument.Nature, to programme: Programme.ID) -> Command {
        Command(
            SQL.`queries/instrument/add`, programme, instrument.instrumentID, instrument.code, instrument.version,
            instrument.title, instrument.framework, nature.kind, nature.isAnonymous)
    }

    static func add(_ item: Instrument.Request, at position: Int, to instrument: Instrument, in programme: Programme.ID)
        -> Command
    {
        Command(
            SQL.`queries/instrument/add_item`, programme, instrument.instrumentID, Int32(position), item.item,
            instrument.framework, item.competence, item.textFr, item.textEn, item.minimum, item.maximum, item.isReversed
        )
    }
}
