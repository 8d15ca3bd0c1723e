import CLibpq

/// Which statements one connection's server has prepared: those asked more than once, and lately.
///
/// Two generations: what is used comes into the young one; when that is full it becomes the old one, and what stood in the
/// old one and was not used meanwhile is forgotten. So a use costs the same however many are kept.
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
        /// The types of the columns that the server gave, once it did.
        var columns: [UInt32]?
    }

    private var young: [Statement.Key: Entry] = [:]
    private var old: [Statement.Key: Entry] = [:]
    private var lastName = 0
    private let generation: Int

    /// Names that the server may forget, being no longer used here.
    private(set) var forgotten: [String] = []

    /// Keeps `capacity` statements at most, none when it is 0.
    init(capacity: Int) { generation = capacity / 2 }

    /// Decides how to send the statement now; what is to be prepared counts as prepared only once `confirm`ed.
    mutating func use(_ key: Statement.Key) -> Use {
        guard generation > 0, key.text.utf8.count < 65_536 else { return .plain }
        guard let entry = young[key] ?? revived(key) else {
            makeRoom()
            young[key] = Entry(standing: .seen)
            return .plain
        }
        switch entry.standing {
        case .ready(let name): return .named(name)
        case .sent: return .plain
        case .seen:
            lastName += 1
            let name = "s\(lastName)"
            young[key]?.standing = .sent(name)
            return .prepare(name)
        }
    }

    /// Whether the columns come in binary: when they are known to be of the very types that they are read as, and most are
    /// no texts. PostgreSQL takes longer to write a text in binary (a buffer of 1 kB each) than as it is.
    func mayBeBinary(_ statement: Statement) -> Bool {
        statement.columns.count { $0 == String.oid } * 2 < statement.columns.count
            && self[statement.key]?.columns == statement.columns
    }

    /// Learns of which types the columns of the statement's result are.
    mutating func note(_ result: OpaquePointer, of statement: Statement) {
        guard !statement.columns.isEmpty, let entry = self[statement.key], entry.columns == nil else { return }
        self[statement.key]?.columns = (0..<PQnfields(result)).map { PQftype(result, $0) }
    }

    /// The server has answered that it prepared the statement.
    mutating func confirm(_ key: Statement.Key, _ name: String) {
        guard self[key] != nil else { return forgotten.append(name) }
        self[key]?.standing = .ready(name)
    }

    /// The statement was not prepared after all, or is to be prepared anew.
    mutating func retract(_ key: Statement.Key) {
        guard let entry = self[key] else { return }
        if case .ready(let name) = entry.standing { forgotten.append(name) }
        self[key] = Entry(standing: .seen)
    }

    /// Takes the names that the server is to be told to forget.
    mutating func takeForgotten() -> [String] {
        defer { forgotten = [] }
        return forgotten
    }

    /// The server was not told after all.
    mutating func keepForgotten(_ name: String) { forgotten.append(name) }

    private subscript(key: Statement.Key) -> Entry? {
        get { young[key] ?? old[key] }
        set { if old[key] != nil { old[key] = newValue } else { young[key] = newValue } }
    }

    /// The entry out of the old generation, if it is there, as one of the young.
    private mutating func revived(_ key: Statement.Key) -> Entry? {
        guard let entry = old.removeValue(forKey: key) else { return nil }
        makeRoom()
        young[key] = entry
        return entry
    }

    private mutating func makeRoom() {
        guard young.count >= generation else { return }
        for case .ready(let name) in old.values.map(\.standing) { forgotten.append(name) }
        (old, young) = (young, [:])
    }
}

/// One statement on its way: what it is called in errors, its text and its arguments.
struct Statement {
    /// What makes two statements the same for the server.
    struct Key: Hashable {
        let text: String
        let types: [UInt32]

        /// Texts are long, and differ in their lengths or, being of one shape, in their last letters: equality alone
        /// reads them whole.
        private let digest: UInt64

        init(text: String, types: [UInt32]) {
            (self.text, self.types) = (text, types)
            digest = text.utf8.suffix(16).reduce(UInt64(text.utf8.count)) { $0 &* 31 &+ UInt64($1) }
        }

        func hash(into hasher: inout Hasher) { hasher.combine(digest) }
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
