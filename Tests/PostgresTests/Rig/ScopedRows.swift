import FoundationEssentials
import Postgres

/// One row of the table that shows each scope its own rows only, and the tag that its reader gave.
struct ScopedRow: Equatable, Sendable {
    let owner: UUID
    let number: Int
    let tag: Int
}

/// The owners of the rows, of whom each has five.
let owners = (0..<20).map { number in UUID(uuidString: "00000000-0000-4000-8000-0000000000\(10 + number)") ?? UUID() }

/// What tells the server who asks.
func scope(of owner: UUID) -> Scope { Scope([("test.who", owner)]) }

/// Every row the asker may see, tagged.
func scopedRows(tag: Int) -> Query<ScopedRow> {
    Query(
        name: "mine", text: "select owner, number, $1::int8 from scoped order by number", arguments: [tag],
        as: ScopedRow.init)
}

/// What the owner must see, and nobody else.
func rows(of owner: UUID, tag: Int) -> [ScopedRow] {
    (1...5).map { ScopedRow(owner: owner, number: $0, tag: tag) }
}

extension TestCluster {
    /// Lends a cluster whose user `reader` sees of the table `scoped` only what the policy lets, and may write `kept`.
    static func lendScoped(_ settings: [String: String] = [:], _ body: (TestCluster) async throws -> Void) async throws
    {
        try await lend(settings) { cluster in
            let list = owners.map { "'\($0)'::uuid" }.joined(separator: ",")
            try await cluster.script(
                """
                create role reader login;
                create table scoped (owner uuid, number int8);
                insert into scoped select owner, number from unnest(array[\(list)]) owner, generate_series(1, 5) number;
                alter table scoped enable row level security;
                create policy own on scoped using (owner = nullif(current_setting('test.who', true), '')::uuid);
                create table kept (id uuid primary key, number int8);
                grant select, insert, update, delete on scoped, kept to reader;
                """)
            try await body(cluster)
        }
    }

    /// A database of this cluster as `reader` sees it.
    func database(connections: Int = 4, shared: Int = 2, limits: Limits = Limits()) -> Database {
        Database(
            Login(conninfo: conninfo(user: "reader"), role: nil), connections: connections, shared: shared,
            limits: limits)
    }

    /// How many backends run a statement that holds this mark.
    func running(_ mark: String) async throws -> Int {
        let text = """
            select count(*) from pg_stat_activity
            where state = 'active' and query like '%\(mark)%' and pid <> pg_backend_pid()
            """
        return Int(try await ask(text) ?? "") ?? 0
    }

    func numberOfKept() async throws -> Int { Int(try await ask("select count(*) from kept") ?? "") ?? -1 }
}

extension FaultProxy {
    /// A database behind the wire, as `reader` sees it.
    func database(connections: Int = 4, shared: Int = 2, limits: Limits = Limits()) -> Database {
        Database(
            Login(conninfo: conninfo(user: "reader"), role: nil), connections: connections, shared: shared,
            limits: limits)
    }
}

extension Database {
    /// The rows of a query in a transaction.
    func lent<Row>(_ query: Query<Row>, scope: Scope = .none, retry: Retry = .never) async throws -> [Row] {
        try await transaction(scope: scope, retry: retry) { try $0.all(query) }
    }

    /// Whether it answers again in both ways; a server that was away is tried again after some seconds at the latest.
    func heals() async throws -> Bool {
        try await eventually(within: ample) {
            guard (try? await read(scopedRows(tag: 0))) != nil else { return false }
            return (try? await lent(scopedRows(tag: 0))) != nil
        }
    }

    /// Writes one row in a transaction: under the transaction's key, or one made up each time it runs.
    func keep(number: Int = 0, retry: Retry = .never) async throws {
        try await transaction(retry: retry) { transaction in
            try transaction.run(keeping(transaction.key ?? UUID(), number: number))
            return
        }
    }
}

/// Writes one row under its key; once, however often it is run.
func keeping(_ key: UUID, number: Int = 0) -> Command {
    Command(
        name: "keep", text: "insert into kept values ($1, $2) on conflict do nothing", arguments: [key, number])
}

/// One row after so many seconds; the mark tells this statement from others.
func sleep(_ seconds: Double, mark: String = "sleeper") -> Query<Int> {
    Query(
        name: "sleep", text: "select 1::int8 from pg_sleep($1) /* \(mark) */", arguments: [seconds],
        as: { (one: Int) in one })
}

/// Whether the condition comes true in time.
func eventually(within limit: Duration = ample, _ condition: () async throws -> Bool) async throws -> Bool {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
        if try await condition() { return true }
        await pause(.milliseconds(10))
    }
    return false
}

/// How long the body takes.
func elapsed(_ body: () async throws -> Void) async rethrows -> Duration {
    try await ContinuousClock().measure(body)
}
