public import Postgres
import TrainingSQL

/// The score of one person at one wave, on one scope.
public struct ScoreLine: Sendable {
    public let participant: String
    public let office: Office.Code
    public let wave: Assessment.Wave
    public let takenOn: Day
    public let instrument: String
    /// `overall`, `area:2` or `competence:2.1`.
    public let scope: String
    /// 0...100; nil when too few items were answered.
    public let score: Double?
}

extension Transaction {
    /// Adds the assessments of a file, or refuses it whole; gives how many are new and how many were there.
    ///
    /// The first assessments before declare the instrument that the cohort is judged by. Its version is the one declared,
    /// else the latest: waves pair within one version.
    public func assess(
        _ lines: Lines<Assessment.Request>, columns: [String], in code: Cohort.Code, of programme: Programme.ID,
        with instrumentCode: Instrument.Code, version: Int? = nil, at wave: Assessment.Wave, on day: Day
    ) throws -> (added: Int, unchanged: Int, instrument: Instrument, judgedBy: Instrument?) {
        let cohort = try lockedCohort(code, of: programme)
        let used = version == nil ? try askOne(.instrument(answeredBy: cohort, code: instrumentCode)) : nil
        let (instrument, items) = try instrument(
            instrumentCode, version: version ?? used.map { Int($0.version) }, of: programme)
        try refuseOtherNature(instrument, in: cohort, isAnonymous: false)
        let checked = try checked(lines, columns: columns, against: items, of: instrument)
        if checked.misread.isEmpty {
            try refuse(instrument, items, answeredBy: cohort, at: wave, isAnonymous: false)
        }
        let positions = items.map(\.item)
        return try staged(
            Assessment.staging, checked,
            { copy, lines in
                for (line, request) in lines {
                    let answers: [Double?] = positions.map { (request.answers[$0] ?? .notAsked).stored }
                    try copy.row(
                        Int32(clamping: line), request.participant, request.takenOn, answers, Assessment.ID.new())
                }
            }
        ) { tx, staged in
            try tx.change(.resolveAssessments(in: cohort))
            try tx.refuse(
                staged,
                .faults(SQL.`queries/assessment/faults`, programme, cohort.cohortID, instrument.instrumentID, wave, day)
            )
            let added = try tx.change(.addStagedAssessments(to: cohort, of: instrument, at: wave))
            if wave == .before, added > 0 { try tx.change(.declare(instrument, of: cohort)) }
            let judgedBy = try tx.askOne(.instrument(answeredBy: cohort, code: nil))
            return (added, staged.count - added, instrument, judgedBy)
        }
    }

    /// Who entered and did not answer the instrument that the evaluation stands on, with the reason when it was given.
    public func notAssessed(in cohort: Cohort, at wave: Assessment.Wave? = nil) throws -> [Assessment.MissingLine] {
        try ask(queryOfNotAssessed(in: cohort, at: wave))
    }

    /// The question of `notAssessed`, for who writes its rows as they come.
    public func queryOfNotAssessed(in cohort: Cohort, at wave: Assessment.Wave?) throws
        -> Query<Assessment.MissingLine>
    {
        let instrument = try askOne(.instrument(answeredBy: cohort, code: nil))
        return .notAssessed(in: cohort, at: wave, by: instrument?.instrumentID)
    }

    /// Explains an assessment that is missing; the same reason twice is unchanged.
    public func explain(
        _ participant: String, in code: Cohort.Code, of programme: Programme.ID, at wave: Assessment.Wave,
        _ reason: Assessment.MissingReason, note: String?
    ) throws -> Made {
        let cohort = try cohort(code, of: programme)
        let found = try enrolment(of: participant, in: cohort)
        let instrument = try askOne(.instrument(answeredBy: cohort, code: nil))?.instrumentID
        if try askOne(.assessments(of: found.enrolmentID, at: wave, by: instrument, in: programme)) ?? 0 > 0 {
            throw Refusal(
                rule: "missing_assessment_is_missing",
                "\(found.participant) a répondu à cette vague : rien à expliquer.",
                "\(found.participant) was assessed at this wave: nothing to explain.")
        }
        if try askOne(.explain(found, in: cohort, at: wave, reason, note: note)) != nil { return .added }
        let known = try askOne(.explained(found.enrolmentID, at: wave, in: programme))
        guard known?.reason == reason, known?.note == note else {
            throw Refusal(
                rule: "missing_assessment_is_explained_once",
                "\(found.participant) : déjà expliqué autrement (\(known?.reason.label.french ?? "")).",
                "\(found.participant): explained otherwise already (\(known?.reason.label.english ?? "")).")
        }
        return .unchanged
    }

    /// The scores of a cohort: overall, by area and by competence, at every wave.
    public func scores(in cohort: Cohort, at wave: Assessment.Wave? = nil) throws -> [ScoreLine] {
        var lines: [ScoreLine] = []
        try eachScore(in: cohort, at: wave) { lines.append($0) }
        return lines
    }

    /// Hands over the scores of a cohort one by one, in constant memory.
    public func eachScore(in cohort: Cohort, at wave: Assessment.Wave?, _ body: (ScoreLine) throws -> Void) throws {
        var instruments: [Instrument.ID: (name: String, scoring: Scoring)] = [:]
        for line in try ask(.instruments(of: cohort.programmeID)) {
            let (instrument, items) = try instrument(
                line.instrument, version: Int(line.version), of: cohort.programmeID)
            instruments[instrument.instrumentID] = (instrument.name, Scoring(items))
        }
        try tellEach(.assessments(in: cohort, at: wave)) { stored in
            guard let (name, scoring) = instruments[stored.instrumentID] else { return }
            let answers = stored.answers.map(Answer.init(stored:))
            func line(_ scope: String, _ score: Double?) -> ScoreLine {
                ScoreLine(
                    participant: stored.participant, office: stored.office, wave: stored.wave, takenOn: stored.takenOn,
                    instrument: name, scope: scope, score: score)
            }
            try body(line("overall", scoring.overall(answers)))
            for area in scoring.areas { try body(line("area:\(area.code)", scoring.score(answers, on: area))) }
            for competence in scoring.competences {
                try body(line("competence:\(competence.code)", scoring.score(answers, on: competence)))
            }
        }
    }

    /// The lines whose columns are items and whose numbers are on their scales; the others become misread.
    func checked(
        _ lines: Lines<Assessment.Request>, columns: [String], against items: [Instrument.Item],
        of instrument: Instrument
    ) throws -> Lines<Assessment.Request> {
        let scales = Dictionary(uniqueKeysWithValues: items.map { ($0.item, $0) })
        let unknown = columns.filter { scales[$0] == nil }.map { column in
            Misread(
                line: 1, column: column,
                reason: Sentence(
                    "n’est pas une question de \(instrument.name) : \(items.map(\.item).joined(separator: ", "))",
                    "is no item of \(instrument.name): \(items.map(\.item).joined(separator: ", "))"))
        }
        if let refused = try LinesRefused(unknown) { throw refused }
        var checked = Lines<Assessment.Request>(read: [], misread: lines.misread)
        for (line, request) in lines.read {
            let off =
                items.compactMap { item in item.misread(request.answers[item.item], line: line) }
                + instrument.misread(version: request.version, line: line)
            if off.isEmpty { checked.read.append((line, request)) }
            checked.misread += off
        }
        return checked
    }
}

extension Instrument.Item {
    /// What is wrong with an answer that is not on the scale; nil when nothing is.
    func misread(_ answer: Answer?, line: Int) -> Misread? {
        guard let number = answer?.number, !(minimum...maximum).contains(number) else { return nil }
        let scale = "\(shortest(minimum))–\(shortest(maximum))"
        return Misread(
            line: line, column: item,
            reason: Sentence(
                "\(shortest(number)) est hors de l’échelle \(scale)",
                "\(shortest(number)) is outside the scale \(scale)"))
    }

    private func shortest(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? number.description
    }
}
