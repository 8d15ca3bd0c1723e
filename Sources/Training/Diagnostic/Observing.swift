import FoundationEssentials
public import Postgres
import TrainingSQL

extension Observation {
    static let staging = Staging(
        table: SQL.`queries/observation/stage`, name: "staged_observation",
        columns: ("line", Int32.self), ("unit", String.self), ("commune", String?.self), ("criterion", String.self),
        ("wave", Wave.self), ("observed_on", Day?.self), ("observer", String.self), ("value", Int32?.self),
        ("missing", Missing?.self), ("sent", String?.self), ("replied", String?.self), ("kind", Reply?.self),
        ("evidence", String?.self), ("reason", String?.self), ("cohort", String?.self), ("observation_id", UUID.self))

    /// Writes lines as the columns of `staging`.
    fileprivate static func write(_ lines: [(line: Int, request: Request)], to rows: inout CopyRows) throws {
        for (line, request) in lines {
            try rows.row { row in
                row.field(Int32(clamping: line))
                row.field(request.unit)
                row.field(request.commune)
                row.field(request.criterion)
                row.field(request.wave.rawValue)
                row.field(request.date)
                row.field(request.observer)
                row.field(request.value.map { Int32(clamping: $0) })
                row.field(request.missing?.rawValue)
                row.field(request.sent?.text)
                row.field(request.replied?.text)
                row.field(request.kind?.rawValue)
                row.field(request.evidence)
                row.field(request.reason)
                row.field(request.cohort)
                row.field(UUID.v7())
            }
        }
    }
}

extension Query<Observation.LineOutcome> {
    static func observed() -> Self {
        Query(SQL.`queries/observation/outcome`, as: Observation.LineOutcome.init)
    }
}

extension Command {
    static func resolveObservations(of programme: Programme.ID) -> Command {
        Command(SQL.`queries/observation/resolve`, programme, Diagnostic.grid)
    }
    static func rankObservations(of programme: Programme.ID) -> Command {
        Command(SQL.`queries/observation/rank`, programme, Diagnostic.grid)
    }
    static func compareObservations(of programme: Programme.ID, isFile: Bool) -> Command {
        Command(SQL.`queries/observation/compare`, programme, isFile)
    }
    static func addStagedObservations(to programme: Programme.ID) -> Command {
        Command(SQL.`queries/observation/add_staged`, programme, Diagnostic.grid)
    }
    static func correctStagedObservations(of programme: Programme.ID) -> Command {
        Command(SQL.`queries/observation/correct_staged`, programme)
    }
}

extension Transaction {
    /// Records the observations of a file, or refuses it whole; one that changes is a correction and says why. Hands over
    /// what became of each line, in order.
    ///
    /// Who is first recorded on a criterion of a unit at a wave counts; who comes second is for the agreement. A file sent
    /// again undoes no later correction; a single observation (`isFile` false) is taken as it is said. `day` is today.
    public func observe(
        _ lines: some LineSource<Observation.Request>, of programme: Programme.ID, on day: Day, isFile: Bool = true,
        reaching step: (ImportStep) -> Void = { _ in }, outcome: (Observation.LineOutcome) throws -> Void
    ) throws {
        try staged(
            Observation.staging, lines,
            { copy, lines in try Observation.write(lines, to: &copy.rows) }
        ) { tx, staged in
            step(.checking)
            try tx.change(.resolveObservations(of: programme))
            try tx.change(.rankObservations(of: programme))
            try tx.change(.compareObservations(of: programme, isFile: isFile))
            try tx.refuse(staged, .faults(SQL.`queries/observation/faults`, programme, Diagnostic.grid, day))
            step(.adding)
            try tx.change(.addStagedObservations(to: programme))
            try tx.change(.correctStagedObservations(of: programme))
            step(.telling)
            try tx.tellEach(.observed(), outcome)
        }
    }
}
