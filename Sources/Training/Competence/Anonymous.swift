public import Postgres
import TrainingSQL

extension Assessment {
    static let anonymousStaging = Staging(
        table: SQL.`queries/anonymous/stage`, name: "staged_sheet",
        columns: ("line", Int32.self), ("sheet", String.self), ("answered_on", Day.self), ("answers", [Double?].self))
}

extension Command {
    static func addStagedSheets(to cohort: Cohort, of instrument: Instrument, at wave: Assessment.Wave) -> Command {
        Command(
            SQL.`queries/anonymous/add_staged`, cohort.programmeID, cohort.cohortID, instrument.instrumentID, wave)
    }
}

extension Transaction {
    /// Adds the sheets of an anonymous questionnaire, or refuses the file whole; a sheet is known by its number only, which
    /// stands where a name would (`Request.participant`).
    public func assessAnonymously(
        _ lines: Lines<Assessment.Request>, columns: [String], in code: Cohort.Code, of programme: Programme.ID,
        with instrumentCode: Instrument.Code, version: Int? = nil, at wave: Assessment.Wave, on day: Day
    ) throws -> (added: Int, unchanged: Int, instrument: Instrument) {
        let cohort = try lockedCohort(code, of: programme)
        let (instrument, items) = try instrument(instrumentCode, version: version, of: programme)
        let checked = try checked(lines, columns: columns, against: items, of: instrument)
        if checked.misread.isEmpty {
            try refuse(instrument, items, answeredBy: cohort, at: wave, isAnonymous: true)
        }
        let positions = items.map(\.item)
        return try staged(
            Assessment.anonymousStaging, checked,
            { copy, lines in
                for (line, request) in lines {
                    let answers: [Double?] = positions.map { (request.answers[$0] ?? .notAsked).stored }
                    try copy.row(Int32(clamping: line), request.participant, request.takenOn, answers)
                }
            }
        ) { tx, staged in
            try tx.refuse(
                staged,
                .faults(SQL.`queries/anonymous/faults`, programme, cohort.cohortID, instrument.instrumentID, wave, day))
            let added = try tx.change(.addStagedSheets(to: cohort, of: instrument, at: wave))
            return (added, staged.count - added, instrument)
        }
    }
}
