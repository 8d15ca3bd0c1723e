public import Postgres
import TrainingSQL

/// A versioned list of areas and competences (DigComp 2.1, Pix, ...).
public enum Framework {
    public struct Code: RawRepresentable, Hashable, PostgresValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The framework that comes with the product.
        public static let digcomp = Code(rawValue: "digcomp-2.1")
    }

    /// One line of a framework file.
    public struct Competence: Sendable, Equatable {
        public let competence: String
        public let area: String
        public let areaFr: String
        public let areaEn: String
        public let titleFr: String
        public let titleEn: String

        public init(competence: String, area: String, areaFr: String, areaEn: String, titleFr: String, titleEn: String)
        {
            (self.competence, self.area, self.areaFr) = (competence, area, areaFr)
            (self.areaEn, self.titleFr, self.titleEn) = (areaEn, titleFr, titleEn)
        }
    }

    /// A line of the list of frameworks.
    public struct Line: Sendable {
        public let framework: Code
        public let titleFr: String
        public let titleEn: String
        public let areas: Int
        public let competences: Int
    }
}

extension Query<Framework.Line> {
    static func frameworks() -> Self { Query(SQL.`queries/framework/list`, as: Framework.Line.init) }
}

extension Query<Framework.Competence> {
    static func competences(of framework: Framework.Code) -> Self {
        Query(SQL.`queries/framework/competences`, framework, as: Framework.Competence.init)
    }
}

extension Command {
    static func add(_ framework: Framework.Code, titles: Sentence) -> Command {
        Command(SQL.`queries/framework/add`, framework, titles.french, titles.english)
    }

    static func add(_ competence: Framework.Competence, at position: Int, to framework: Framework.Code) -> Command {
        Command(
            SQL.`queries/framework/add_competence`, framework, competence.competence, Int32(position), competence.area,
            competence.areaFr, competence.areaEn, competence.titleFr, competence.titleEn)
    }
}

extension Command {
    static func set(_ competence: Framework.Competence, at position: Int, in framework: Framework.Code) -> Command {
        Command(
            SQL.`queries/framework/set_competence`, framework, competence.competence, Int32(position), competence.area,
            competence.areaFr, competence.areaEn, competence.titleFr, competence.titleEn)
    }
}

extension Transaction {
    /// The frameworks, by code.
    public func frameworks() throws -> [Framework.Line] { try ask(.frameworks()) }

    /// Makes a framework known with its competences; the same twice is unchanged, another list under its code is refused.
    public func addFramework(_ code: Framework.Code, titles: Sentence, _ lines: Lines<Framework.Competence>) throws
        -> Made
    {
        var misread = lines.misread
        var first: [String: Int] = [:]
        for (line, competence) in lines.read {
            if let known = first.updateValue(line, forKey: competence.competence) {
                misread.append(
                    Misread(line: line, column: "competence", reason: Fault.duplicateLine.sentence(String(known))))
            }
        }
        if let refused = try LinesRefused(misread) { throw refused }
        let competences = lines.read.map(\.request)
        let known = try ask(.competences(of: code))
        guard known.isEmpty else {
            if known == competences { return .unchanged }
            throw Refusal(
                rule: "framework_is_known_otherwise",
                "Le référentiel « \(code.rawValue) » existe déjà autrement : donnez-lui un autre code.",
                "The framework \"\(code.rawValue)\" exists already otherwise: give it another code.")
        }
        try change(.add(code, titles: titles))
        for (index, competence) in competences.enumerated() { try change(.add(competence, at: index + 1, to: code)) }
        return .added
    }
}
