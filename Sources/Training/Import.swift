import Postgres
import TrainingSQL

/// The lines of a file, some at a time. Asked again it gives the same ones, for a transaction that lost a race begins again.
public protocol LineSource<Request>: Sendable {
    associatedtype Request: Sendable

    /// Hands over every line, in the file's order.
    func each(_ body: (Lines<Request>) throws -> Void) throws
}

/// Some lines: those that could be read, and those that could not.
public struct Lines<Request: Sendable>: LineSource {
    public var read: [(line: Int, request: Request)]
    public var misread: [Misread]

    public init(read: [(line: Int, request: Request)] = [], misread: [Misread] = []) {
        (self.read, self.misread) = (read, misread)
    }

    public func each(_ body: (Lines) throws -> Void) throws {
        try body(Lines(read: read, misread: misread.sorted { ($0.line ?? 0) < ($1.line ?? 0) }))
    }
}

/// What an import is at, once the lines of its file are staged.
public enum ImportStep: CaseIterable, Sendable {
    case checking, adding, settling, telling
}

/// A temporary table where the lines of a file wait to be checked together.
struct Staging<each Cell: PostgresValue>: Sendable {
    /// The statement that makes the table.
    let table: SQL
    let name: String
    /// The columns that the lines fill, in order, with the types of their cells.
    let columns: [(name: String, type: any PostgresValue.Type)]

    init(table: SQL, name: String, columns: repeat (String, (each Cell).Type)) {
        self.table = table
        self.name = name
        var all: [(name: String, type: any PostgresValue.Type)] = []
        for (name, type) in repeat each columns { all.append((name, type)) }
        self.columns = all
    }
}

/// How many lines were staged, and those that could not be.
struct Staged: Sendable {
    let count: Int
    let misread: Spool<Misread>
}

extension Transaction {
    /// Fills the staging table, runs `body` on it, and drops it again. `write` takes some lines at once, so that what it
    /// does with each is compiled for their type.
    func staged<Source: LineSource, Value, each Cell: PostgresValue>(
        _ staging: Staging<repeat each Cell>, _ lines: Source,
        _ write: (inout CopyIn<repeat each Cell>, [(line: Int, request: Source.Request)]) throws -> Void,
        _ body: (borrowing Transaction, Staged) throws -> Value
    ) throws -> Value {
        try change(Command(staging.table))
        let columns = staging.columns.map(\.name).joined(separator: ", ")
        let copy = Command(
            name: "\(staging.name) copy",
            text: "copy pg_temp.\(staging.name) (\(columns)) from stdin (format binary)")
        var misread = Spool<Misread>()
        let count = try copyIn(copy, of: repeat (each Cell).self) { copy in
            try lines.each { lines in
                for line in lines.misread { try misread.append(line) }
                try write(&copy, lines.read)
            }
        }
        if count > Self.few {
            try script(
                "\(staging.name) plan",
                """
                set local default_statistics_target to 10; analyze pg_temp.\(staging.name);
                set local default_statistics_target to default; set local enable_nestloop to off; set local jit to off
                """)
        }
        let value = try body(self, Staged(count: count, misread: misread))
        try script(
            "\(staging.name) drop",
            "drop table pg_temp.\(staging.name); set local enable_nestloop to default; set local jit to default")
        return value
    }

    /// From how many lines on it pays to have the planner know them, roughly: what a file brings has no statistics yet, and
    /// row by row would take the square of its length. To compile statements to machine code takes longer than it saves.
    private static var few: Int { 100 }

    /// Refuses the file when a line is bad, whether it was read badly or breaks a rule.
    func refuse(_ staged: Staged, _ faults: Query<FaultyLine>) throws {
        var refused = try RefusedLines(misread: staged.misread)
        try tellEach(faults) { try refused.add($0.misread) }
        if let refused = LinesRefused(try refused.all()) { throw refused }
    }
}
