import Postgres

/// A line of the table that the measures of COPY fill and read, like an enrolment on its way in.
struct Staged: Sendable {
    let line: Int32
    let participant: String
    let cohort: String
    let arrival: Int32
    let status: String
    let score: Double?
    let note: String?
}

/// Lines as `staged.sql` makes them, by their number.
private struct Invention {
    private let participants = (0..<1_000).map { "personne.\($0)@exemple.invalid" }
    private let cohorts = (0..<50).map { "cohorte-\($0)" }
    private let notes = (0..<1_000).map { "Candidature inventée nº \($0)" }

    func line(_ number: Int) -> Staged {
        Staged(
            line: Int32(truncatingIfNeeded: number), participant: participants[number % 1_000],
            cohort: cohorts[number % 50], arrival: Int32(truncatingIfNeeded: number % 400), status: "applied",
            score: Double(number % 81) / 10, note: number.isMultiple(of: 10) ? notes[number % 1_000] : nil)
    }
}

/// Copies a million typed lines into `arriving`.
func copyIn(_ database: Database) async throws {
    let invention = Invention()
    let command = Command(name: "measures/arriving", text: "copy arriving from stdin (format binary)")
    try await database.transaction { transaction in
        let count = try transaction.copyIn(
            command, of: Int32.self, String.self, String.self, Int32.self, String.self, Double?.self, String?.self
        ) { copy in
            for number in 1...1_000_000 {
                let line = invention.line(number)
                try copy.row(
                    line.line, line.participant, line.cohort, line.arrival, line.status, line.score, line.note)
            }
        }
        guard count == 1_000_000 else { throw Misused("\(count) lines arrived") }
    }
}

/// The lines of a batch, a column at a time.
private struct Columns {
    var lines: [Int32] = []
    var participants: [String] = []
    var cohorts: [String] = []
    var arrivals: [Int32] = []
    var statuses: [String] = []
    var scores: [Double?] = []
    var notes: [String?] = []

    mutating func read(_ batch: borrowing CopyBatch) throws {
        try batch.read(0, into: &lines)
        try batch.read(1, into: &participants)
        try batch.read(2, into: &cohorts)
        try batch.read(3, into: &arrivals)
        try batch.read(4, into: &statuses)
        try batch.read(5, into: &scores)
        try batch.read(6, into: &notes)
    }
}

/// Copies the million lines of `staged` out into columns, some thousand lines at a time.
func copyOut(_ database: Database) async throws {
    let command = Command(name: "measures/staged", text: "copy staged to stdout (format binary)")
    try await database.transaction { transaction in
        var (columns, sum) = (Columns(), 0)
        try transaction.copyOut(command, columns: 7) { batch in
            try columns.read(batch)
            for line in columns.lines { sum += Int(line) }
        }
        guard sum == 500_000_500_000 else { throw Misused("other lines came than were there") }
    }
}

/// Reads the million lines of `staged` one after another.
func stream(_ database: Database) async throws {
    let query = Query(name: "measures/staged", text: "table staged", arguments: [], as: Staged.init)
    var count = 0
    for try await line in database.rows(query) where line.line > 0 { count += 1 }
    guard count == 1_000_000 else { throw Misused("\(count) lines came") }
}
