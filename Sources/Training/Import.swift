import Postgres
import TrainingSQL

/// A file was refused as a whole: every bad line, in order. Nothing was written.
public struct LinesRefused: Error, Equatable, Sendable {
    public let lines: [Misread]

    /// Nil when no line is bad.
    public init?(_ lines: [Misread]) {
        guard !lines.isEmpty else { return nil }
        self.lines = lines.sorted { ($0.line ?? 0, $0.column ?? "") < ($1.line ?? 0, $1.column ?? "") }
    }
}

/// What a file holds once it is read: the lines that could be, and those that could not.
public struct Lines<Request: Sendable>: Sendable {
    public var read: [(line: Int, request: Request)]
    public var misread: [Misread]

    public init(read: [(line: Int, request: Request)] = [], misread: [Misread] = []) {
        (self.read, self.misread) = (read, misread)
    }
}

/// One thing that is wrong with a staged line, as the database found it.
struct FaultyLine: Sendable {
    let line: Int32
    let columnName: String
    let fault: Fault
    let detail: String

    var misread: Misread { Misread(line: Int(line), column: columnName, reason: fault.sentence(detail)) }
}

extension Query<FaultyLine> {
    static func faults(_ sql: SQL, _ arguments: any PostgresValue...) -> Self {
        Query(name: sql.name, text: sql.text, arguments: arguments, as: FaultyLine.init)
    }
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

extension Transaction {
    /// Fills the staging table, runs `body` on it, and drops it again.
    func staged<Request, Value, each Cell: PostgresValue>(
        _ staging: Staging<repeat each Cell>, _ lines: Lines<Request>,
        _ cells: (Int32, Request) -> (repeat each Cell),
        _ body: (borrowing Transaction) throws -> Value
    ) throws -> Value {
        try change(Command(staging.table))
        let columns = staging.columns.map(\.name).joined(separator: ", ")
        let copy = Command(
            name: "\(staging.name) copy",
            text: "copy pg_temp.\(staging.name) (\(columns)) from stdin (format binary)")
        _ = try copyIn(copy, of: repeat (each Cell).self) { copy in
            for (line, request) in lines.read {
                let row = cells(Int32(clamping: line), request)
                try copy.row(repeat each row)
            }
        }
        if lines.read.count > Self.few {
            try script("\(staging.name) plan", "analyze pg_temp.\(staging.name); set local enable_nestloop to off")
        }
        let value = try body(self)
        try script(
            "\(staging.name) drop", "drop table pg_temp.\(staging.name); set local enable_nestloop to default")
        return value
    }

    /// From how many lines on it pays to have the planner know them: what a file brings has no statistics yet, and row by
    /// row would take the square of its length.
    private static var few: Int { 100 }

    /// Refuses the file when a line is bad, whether it was read badly or breaks a rule.
    func refuse<Request>(_ lines: Lines<Request>, _ faults: Query<FaultyLine>) throws {
        if let refused = LinesRefused(try lines.misread + ask(faults).map(\.misread)) { throw refused }
    }
}
