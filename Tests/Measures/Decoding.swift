import Postgres

/// Reads the table of 2,000 lines again and again and prints the nanoseconds of processor that one line cost: libpq's
/// own reading of it from the socket, and ours into a struct.
struct Decoding {
    private let rounds: Int

    init(_ options: Options) throws { rounds = try options.number("rounds") }

    func run() async throws {
        let database = Database(Login(conninfo: "", role: nil), connections: 1, shared: 1)
        let query = Query(name: "measures/listed", text: "table listed", arguments: [], as: Person.init)
        try await withTaskExecutorPreference(database.executor) {
            for _ in 0..<20 { _ = try await database.read(query) }
            let before = Usage.now()
            var lines = 0
            for _ in 0..<rounds { lines += try await database.read(query).count }
            print(((Usage.now() - before).processor * 1e3 / Double(lines)).shown(1))
        }
        await database.close()
    }
}
