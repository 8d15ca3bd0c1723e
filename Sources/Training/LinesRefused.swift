import Postgres
import TrainingSQL

/// A file was refused as a whole: every bad line, in order. Nothing was written.
public struct LinesRefused: Error, Sendable {
    public let lines: Spool<Misread>

    /// Nil when no line is bad.
    init?(_ lines: Spool<Misread>) {
        guard !lines.isEmpty else { return nil }
        self.lines = lines
    }

    /// Nil when no line is bad.
    public init?(_ lines: [Misread]) throws {
        self.init(try Spool(lines.sorted(by: Misread.stands)))
    }
}

extension Misread {
    /// Whether one bad cell stands before another.
    static func stands(_ one: Misread, before other: Misread) -> Bool {
        (one.line ?? 0, one.column ?? "") < (other.line ?? 0, other.column ?? "")
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

/// The bad lines of a file on their way together: those that the reader found and those that the database finds, each kind
/// in the order of the lines.
struct RefusedLines {
    private var misread: Spool<Misread>.Reader
    private var next: Misread?
    private var refused = Spool<Misread>()
    /// Those of one line.
    private var together: [Misread] = []

    init(misread: Spool<Misread>) throws {
        self.misread = misread.reader()
        next = try self.misread.next()
    }

    /// Adds one that the database found.
    mutating func add(_ fault: Misread) throws {
        try follow(upTo: fault.line ?? 0)
        try gather(fault)
    }

    /// All of them.
    mutating func all() throws -> Spool<Misread> {
        try follow(upTo: .max)
        try settle()
        return refused
    }

    private mutating func follow(upTo line: Int) throws {
        while let misread = next, misread.line ?? 0 <= line {
            try gather(misread)
            next = try self.misread.next()
        }
    }

    private mutating func gather(_ misread: Misread) throws {
        if let first = together.first, first.line != misread.line { try settle() }
        together.append(misread)
    }

    private mutating func settle() throws {
        for misread in together.sorted(by: Misread.stands) { try refused.append(misread) }
        together.removeAll(keepingCapacity: true)
    }
}
