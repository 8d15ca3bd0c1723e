import ArgumentParser
import LocalPostgres
import Training

/// The embedded cluster and the schema.
struct DatabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "The database: its own cluster, and the schema.",
        subcommands: [Start.self, Stop.self, Status.self, Migrate.self])

    struct Start: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "start",
            abstract: "Makes the embedded cluster if there is none, and starts it.",
            discussion: "Example: cohorte db start")
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            guard case .local(let home) = Door.Place(options) else { throw Usage.notLocal("db start") }
            let door = try await Door.open(options)
            door.tell("La base tourne (\(home)).", "The database is running (\(home)).")
        }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stop",
            abstract: "Stops the embedded cluster; its data stay.", discussion: "Example: cohorte db stop")
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            guard case .local(let home) = Door.Place(options) else { throw Usage.notLocal("db stop") }
            let wasRunning = try await LocalPostgres(home: home).stop()
            guard !options.quiet else { return }
            let sentence =
                wasRunning
                ? Sentence("La base est arrêtée.", "The database is stopped.")
                : Sentence("La base ne tournait pas.", "The database was not running.")
            complain(sentence.text(options.language))
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "status",
            abstract: "Says where the database is, whether it runs and how its schema stands.",
            discussion: "Example: cohorte db status --format json")
        @OptionGroup var options: GlobalOptions

        /// One line of the answer.
        struct Line {
            let database: String
            let state: String
            let process: Int?
            let version: Int?
            let data: String?
            let schema: String
        }

        func run() async throws {
            switch Door.Place(options) {
            case .server(let conninfo):
                let door = Door(database: Database(server: conninfo, isPooled: options.pooled), options: options)
                let schema = try await door.state()
                try Listing(options: options).print([
                    Line(
                        database: "server", state: "running", process: nil, version: nil, data: nil, schema: schema.word
                    )
                ])
            case .local(let home):
                let status = try await LocalPostgres(home: home).status()
                var line = Line(
                    database: "embedded", state: status.state.word, process: nil, version: status.version,
                    data: status.dataFolder, schema: "")
                if case .running(let process) = status.state {
                    let address = try await LocalPostgres(home: home).start()
                    let door = Door(database: Database { address.conninfo(role: $0.rawValue) }, options: options)
                    line = Line(
                        database: "embedded", state: status.state.word, process: Int(process), version: status.version,
                        data: status.dataFolder, schema: try await door.state().word)
                }
                try Listing(options: options).print([line])
            }
        }
    }

    struct Migrate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "migrate",
            abstract: "Brings the schema and the reference data up to this program.",
            discussion: """
                On a server it needs a login that may make roles and passes row security; without it, it prints the SQL
                that such a login must run. Example: cohorte db migrate --database postgresql://localhost/cohorte
                """)
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            switch Door.Place(options) {
            case .local: try await say(Door.open(options).prepare())
            case .server(let conninfo):
                let door = Door(database: Database(server: conninfo, isPooled: options.pooled), options: options)
                do {
                    try await say(door.prepare())
                } catch let trouble as Trouble where trouble.kind == .forbidden {
                    try await printRoles(door)
                    throw trouble
                } catch let refusal as Refusal where refusal.rule == "migrating_passes_row_security" {
                    try await printRoles(door)
                    complain(refusal.sentence.text(options.language))
                    throw Leaving.Said(code: .unavailable)
                }
            }
        }

        /// The SQL that a login which may make roles must run first.
        private func printRoles(_ door: Door) async throws {
            let login = try await door.database.transaction(as: .owner) { tx in try tx.loginName() }
            var output = Output()
            try output.write(Schema.rolesSQL(for: login))
            try output.flush()
        }

        private func say(_ applied: [String]) {
            guard !options.quiet else { return }
            for name in applied { complain(name) }
            let sentence =
                applied.isEmpty
                ? Sentence("La base est à jour.", "The database is up to date.")
                : Sentence("La base a été mise à jour.", "The database was brought up to date.")
            complain(sentence.text(options.language))
        }
    }
}

extension LocalPostgres.Status.State {
    fileprivate var word: String {
        switch self {
        case .neverMade: "never made"
        case .stopped: "stopped"
        case .running: "running"
        }
    }
}

extension Schema.State {
    fileprivate var word: String {
        switch self {
        case .empty: "empty"
        case .behind(let names): "behind: \(names.joined(separator: ", "))"
        case .current: "current (\(Schema.version))"
        case .ahead(let version): "ahead (\(version))"
        case .edited(let name): "edited: \(name)"
        }
    }
}

extension Usage {
    fileprivate static func notLocal(_ command: String) -> Usage {
        Usage(
            "« \(command) » ne concerne que la base embarquée : une adresse est donnée (--database, DATABASE_URL ou PG*).",
            "\"\(command)\" is about the embedded database only: an address is given (--database, DATABASE_URL or PG*)."
        )
    }
}
