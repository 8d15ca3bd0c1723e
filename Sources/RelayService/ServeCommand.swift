import ArgumentParser
import FoundationEssentials
import LocalPostgres
import Training

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves until it is told to stop (SIGTERM or SIGINT); what is under way is answered first.",
        discussion: """
            Examples:
              cohorte-relay serve
              cohorte-relay serve --database "host=/run/postgresql dbname=cohorte" --port 8443 \\
                  --certificate relay.pem --key relay.key
            """)

    @Option(help: "Where PostgreSQL is: libpq keywords or a URI (else DATABASE_URL, PG* variables, else its own).")
    var database: String?
    @Flag(help: "That address is a pooler's in transaction mode, such as PgBouncer.") var pooled = false
    @Option(help: "The address to listen at.") var host = "127.0.0.1"
    @Option(help: "The port to listen at; 0 takes a free one and says which.") var port = 8080
    @Option(help: "A certificate (PEM, with its chain) to serve TLS with; without one, a proxy does.")
    var certificate: String?
    @Option(help: "The private key of the certificate (PEM).") var key: String?
    @Flag(help: "A proxy on this machine says in X-Forwarded-For who asks.") var behindProxy = false
    @Option(help: "How many requests a second each pass may make, on average; 0 is no limit.") var rate = 50
    @Option(help: "What is logged, a JSON object a line on standard error: requests, problems or nothing.")
    var log = LogChoice.requests

    func validate() throws {
        guard 0...65535 ~= port else { throw ValidationError("--port is from 0 to 65535.") }
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--certificate and --key go together.")
        }
        guard 0...1_000_000 ~= rate else { throw ValidationError("--rate is from 0 to 1000000.") }
    }

    func run() async throws {
        let database = try await reach()
        guard try await database.isPrepared() else {
            throw Unready(
                sentence: "The database is not prepared for this program: \"cohorte db migrate\" prepares it.")
        }
        try await Serving(database, self).run()
    }

    private func reach() async throws -> Database {
        let environment = ProcessInfo.processInfo.environment
        let warned: @Sendable (String) -> Void = { Log.shared.problem("postgres", $0) }
        let isServer = ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGPORT"].contains { environment[$0]?.isEmpty == false }
        if let conninfo = database ?? environment["DATABASE_URL"].flatMap({ $0.isEmpty ? nil : $0 })
            ?? (isServer ? "" : nil)
        {
            return Database(server: conninfo, isPooled: pooled, answersWithin: .seconds(10), warned: warned)
        }
        let address = try await LocalPostgres(home: LocalPostgres.home(environment: environment)).start { _ in }
        return Database(answersWithin: .seconds(10), warned: warned) { address.conninfo(role: $0.rawValue) }
    }
}

extension Database {
    /// Whether the schema is the one that this program knows.
    func isPrepared() async throws -> Bool {
        do { return Schema.state(try await read(as: .log(nil), .applied())) == .current } catch let trouble as Trouble
            where trouble.kind == .notPrepared || trouble.kind == .forbidden
        {
            return false
        }
    }
}
