import CLibpq

/// Which statements one connection's server has prepared: those asked more than once, the latest few.
struct Statements {
    /// How the next execution is to be sent.
    enum Use: Equatable {
        /// With its text.
        case plain
        /// Prepared under the name first.
        case prepare(String)
        /// By the name under which it is prepared.
        case named(String)
    }

    private enum Standing {
        case seen
        case sent(String)
        case ready(String)
    }

    private struct Entry {
        var standing: Standing
        var lastUse: Int
        /// The types of the columns that the server gave, once it did.
        var columns: [UInt32]?
    }

    private var entries: [Statement.Key: Entry] = [:]
    private var clock = 0
    private let capacity: Int

    /// Names that the server may forget, being no longer used here.
    private(set) var forgotten: [String] = []

    init(capacity: Int) { self.capacity = capacity }

    /// Decides how to send the statement now; what is to be prepared counts as prepared only once `confirm`ed.
    mutating func use(_ key: Statement.Key) -> Use {
        guard capacity > 0, key.text.utf8.count < 65_536 else { return .plain }
        clock += 1
        guard let entry = entries[key] else {
            makeRoom()
            entries[key] = Entry(standing: .seen, lastUse: clock)
            return .plain
        }
        entries[key]?.lastUse = clock
        switch entry.standing {
        case .ready(let name): return .named(name)
        case .sent: return .plain
        case .seen:
            let name = "s\(clock)"
            entries[key]?.standing = .sent(name)
            return .prepare(name)
        }
    }

    /// Whether the columns are known to be of the very types that they are read as, so that they may come in binary.
    func mayBeBinary(_ statement: Statement) -> Bool {
        !statement.columns.isEmpty && entries[statement.key]?.columns == statement.columns
    }

    /// Learns of which types the columns of the statement's result are.
    mutating func note(_ result: OpaquePointer, of statement: Statement) {
        guard !statement.columns.isEmpty, let entry = entries[statement.key], entry.columns == nil else { return }
        entries[statement.key]?.columns = (0..<PQnfields(result)).map { PQftype(result, $0) }
    }

    /// The server has answered that it prepared the statement.
    mutating func confirm(_ key: Statement.Key, _ name: String) {
        guard entries[key] != nil else { return forgotten.append(name) }
        entries[key]?.standing = .ready(name)
    }

    /// The statement was not prepared after all, or is to be prepared anew.
    mutating func retract(_ key: Statement.Key) {
        if case .ready(let name) = entries[key]?.standing { forgotten.append(name) }
        entries[key]?.standing = .seen
        entries[key]?.columns = nil
    }

    /// Takes the names that the server is to be told to forget.
    mutating func takeForgotten() -> [String] {
        defer { forgotten = [] }
        return forgotten
    }

    private mutating func makeRoom() {
        guard entries.count >= capacity, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        else { return }
        entries[oldest.key] = nil
        if case .ready(let name) = oldest.value.standing { forgotten.append(name) }
    }
}

/// One statement on its way: what it is called in errors, its text and its arguments.
struct Statement {
    /// What makes two statements the same for the server.
    struct Key: Hashable {
        let text: String
        let types: [UInt32]

        /// Texts are long and their lengths differ: equality alone reads them.
        func hash(into hasher: inout Hasher) {
            hasher.combine(text.utf8.count)
            hasher.combine(types)
        }
    }

    let name: String
    let key: Key
    let parameters: Parameters

    /// The types that the columns are read as; none when nobody reads them.
    let columns: [UInt32]

    /// Refuses an argument with a NUL (22021), which libpq would silently cut.
    init(_ name: String, _ text: String, _ arguments: [any PostgresValue] = [], columns: [UInt32] = []) throws {
        parameters = try Parameters(arguments, of: name)
        key = Key(text: text, types: parameters.oids)
        (self.name, self.columns) = (name, columns)
    }

    /// What the query asks.
    init<Row>(_ query: Query<Row>) throws {
        try self.init(query.name, query.text, query.arguments, columns: query.columns)
    }
}
