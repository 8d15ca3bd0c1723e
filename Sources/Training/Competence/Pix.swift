public import Postgres
import TrainingSQL

extension Framework.Code {
    /// The sixteen competences of Pix, as the French decree has them.
    public static let pix = Framework.Code(rawValue: "pix-crcn")
    /// What people are asked about a training they had.
    public static let satisfaction = Framework.Code(rawValue: "satisfaction-1")
}

extension Framework {
    /// The most that can be scored in a framework whose scores stop at a level, as a source stated it on a day.
    public struct Ceiling: Sendable, Equatable {
        public let framework: Code
        public let level: Int32
        /// In the framework's own points.
        public let perCompetence: Double
        public let total: Double
        public let statedOn: Day
        public let sourceFr: String
        public let sourceEn: String

        public init(
            framework: Code, level: Int, perCompetence: Double, total: Double, statedOn: Day, source: Sentence
        ) {
            (self.framework, self.level, self.perCompetence) = (framework, Int32(clamping: level), perCompetence)
            (self.total, self.statedOn) = (total, statedOn)
            (sourceFr, sourceEn) = (source.french, source.english)
        }
    }
}

/// Scores of a campaign of Pix, as it exports them.
public enum Pix {
    /// One participant's line.
    public struct Line: Sendable {
        let familyName: String
        let givenName: String
        /// Nil when the results were not sent: there is nothing to take.
        let sentOn: Day?
        /// Pix by the competence's title, as the export has it.
        let scores: [(title: String, pix: Double)]

        public init(familyName: String, givenName: String, sentOn: Day?, scores: [(title: String, pix: Double)]) {
            (self.familyName, self.givenName, self.sentOn, self.scores) = (familyName, givenName, sentOn, scores)
        }
    }

    /// What became of a file.
    public struct Imported: Sendable {
        public let instrument: Instrument
        public let added: Int
        public let unchanged: Int
        /// Lines of people who did not send their results.
        public let unsent: Int
    }

    /// Whom a name may be: its place among the names asked, from 1.
    struct Named: Sendable {
        let place: Int
        let people: Int
        let participant: String
    }

    /// Titles under which a competence goes besides the framework's own.
    static let aliases = ["Construire un environnement numérique": "5.2"]
}

extension Query<Framework.Ceiling> {
    static func ceilings() -> Self {
        Query(SQL.`queries/framework/ceilings`) {
            (code: Framework.Code, level: Int32, each: Double, total: Double, day: Day, french: String, english: String)
            in
            Framework.Ceiling(
                framework: code, level: Int(level), perCompetence: each, total: total, statedOn: day,
                source: Sentence(french, english))
        }
    }
}

extension Query<Pix.Named> {
    static func named(_ names: [String], in cohort: Cohort) -> Self {
        Query(SQL.`queries/assessment/named`, cohort.programmeID, cohort.cohortID, names, as: Pix.Named.init)
    }
}

extension Command {
    static func set(_ ceiling: Framework.Ceiling) -> Command {
        Command(
            SQL.`queries/framework/set_ceiling`, ceiling.framework, ceiling.level, ceiling.perCompetence,
            ceiling.total, ceiling.statedOn, ceiling.sourceFr, ceiling.sourceEn)
    }
}

extension Transaction {
    /// The ceilings of the frameworks that have one.
    public func ceilings() throws -> [Framework.Ceiling] { try ask(.ceilings()) }

    /// Takes the results of a Pix campaign as assessments at a wave: one item for each competence, from 0 to the ceiling of
    /// the day. People are known by their names among the cohort's; whoever did not send their results is left out.
    public func importPix(
        _ lines: Lines<Pix.Line>, titles: [String], in code: Cohort.Code, of programme: Programme.ID,
        ceiling level: Int,
        at wave: Assessment.Wave, on day: Day
    ) throws -> Pix.Imported {
        let cohort = try cohort(code, of: programme)
        guard let ceiling = try ceilings().first(where: { $0.framework == .pix && $0.level == level }) else {
            throw Refusal.unknown(
                "Le plafond de niveau", "ceiling of level", String(level), "cohorte framework ceilings")
        }
        let competences = try pixCompetences(titles)
        let instrument = try publishPix(competences.map(\.value), ceiling, to: programme)
        let (requests, misread, unsent) = try requests(lines, competences, in: cohort, ceiling)
        let done = try assess(
            Lines(read: requests, misread: misread), columns: [], in: code, of: programme, with: instrument.code,
            version: Int(instrument.version), at: wave, on: day)
        return .init(instrument: instrument, added: done.added, unchanged: done.unchanged, unsent: unsent)
    }

    /// The competence of each title.
    private func pixCompetences(_ titles: [String]) throws -> [(key: String, value: Framework.Competence)] {
        guard !titles.isEmpty else {
            throw Refusal(
                rule: "pix_file_has_scores",
                "Ce fichier n’a aucune colonne « Nombre de pix pour la compétence … » : prenez l’export d’une collecte de profils.",
                "This file has no column \"Nombre de pix pour la compétence …\": take the export of a collection of profiles."
            )
        }
        let known = try ask(.competences(of: .pix))
        let unknown = titles.filter { Pix.competence($0, known) == nil }
        if let title = unknown.first {
            throw Refusal(
                rule: "pix_competence_is_known",
                "« \(title) » n’est pas une des \(known.count) compétences de Pix (\(Framework.Code.pix.rawValue)).",
                "\"\(title)\" is none of the \(known.count) competences of Pix (\(Framework.Code.pix.rawValue)).")
        }
        return titles.compactMap { title in Pix.competence(title, known).map { (title, $0) } }
    }

    private func publishPix(
        _ competences: [Framework.Competence], _ ceiling: Framework.Ceiling, to programme: Programme.ID
    ) throws -> Instrument {
        let order = try ask(.competences(of: .pix)).filter { competences.contains($0) }
        let items = order.enumerated().map { index, competence in
            (
                line: index + 2,
                request: Instrument.Request(
                    item: "pix\(competence.competence)", competence: competence.competence,
                    textFr: competence.titleFr, textEn: competence.titleEn, minimum: 0,
                    maximum: ceiling.perCompetence, isReversed: false)
            )
        }
        let title = "Pix, plafond au niveau \(ceiling.level)"
        return try publish(
            .init(rawValue: "pix-niveau-\(ceiling.level)"), title: title, framework: .pix, Lines(read: items),
            to: programme
        ).instrument
    }

    private func requests(
        _ lines: Lines<Pix.Line>, _ competences: [(key: String, value: Framework.Competence)], in cohort: Cohort,
        _ ceiling: Framework.Ceiling
    ) throws -> (read: [(line: Int, request: Assessment.Request)], misread: [Misread], unsent: Int) {
        let sent = lines.read.filter { $0.request.sentOn != nil }
        let names = sent.map { "\($0.request.familyName) \($0.request.givenName)" }
        let found = Dictionary(try ask(.named(names, in: cohort)).map { ($0.place, $0) }) { first, _ in first }
        let codes = Dictionary(competences.map { ($0.key, "pix\($0.value.competence)") }) { first, _ in first }
        var (read, misread) = ([(line: Int, request: Assessment.Request)](), lines.misread)
        for (index, (line, person)) in sent.enumerated() {
            guard let named = found[index + 1], named.people == 1, let day = person.sentOn else {
                misread.append(.unfound(names[index], found[index + 1]?.people ?? 0, line: line))
                continue
            }
            for score in person.scores where !(0...ceiling.perCompetence).contains(score.pix) {
                misread.append(.aboveCeiling(score, ceiling, line: line))
            }
            let answers = person.scores.compactMap { score in codes[score.title].map { ($0, Answer.number(score.pix)) }
            }
            read.append(
                (
                    line,
                    .init(
                        participant: named.participant, takenOn: day,
                        answers: Dictionary(answers) { first, _ in first })
                ))
        }
        return (misread.isEmpty ? read : [], misread, lines.read.count - sent.count)
    }
}

extension Pix {
    /// The competence that goes by a title, whatever its case, accents and apostrophes.
    fileprivate static func competence(_ title: String, _ known: [Framework.Competence]) -> Framework.Competence? {
        let plain = plain(title)
        let alias = aliases.first { self.plain($0.key) == plain }?.value
        return known.first { self.plain($0.titleFr) == plain || $0.competence == alias }
    }

    private static func plain(_ title: String) -> String {
        String(title.lowercased().replacing("’", with: "'").filter { !$0.isWhitespace && $0 != "-" })
    }
}

extension Misread {
    fileprivate static func unfound(_ name: String, _ people: Int, line: Int) -> Misread {
        people > 1
            ? Misread(
                line: line, column: "family_name",
                reason: Sentence(
                    "plusieurs personnes de la cohorte s’appellent « \(name) »",
                    "several people of the cohort are called \"\(name)\""))
            : Misread(
                line: line, column: "family_name",
                reason: Sentence(
                    "personne ne s’appelle « \(name) » dans cette cohorte",
                    "nobody is called \"\(name)\" in this cohort"))
    }

    fileprivate static func aboveCeiling(
        _ score: (title: String, pix: Double), _ ceiling: Framework.Ceiling, line: Int
    ) -> Misread {
        let most = Int(ceiling.perCompetence)
        return Misread(
            line: line, column: score.title,
            reason: Sentence(
                "\(Int(score.pix)) pix, alors que le plafond du niveau \(ceiling.level) est de \(most) : donnez le plafond du jour de la campagne",
                "\(Int(score.pix)) pix, where the ceiling of level \(ceiling.level) is \(most): give the ceiling of the campaign's day"
            ))
    }
}
