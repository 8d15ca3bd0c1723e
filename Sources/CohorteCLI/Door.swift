import FoundationEssentials
import LocalPostgres
import Training

/// A command at work: the database it speaks with and the programme it speaks of.
struct Door: Sendable {
    let database: Database
    let options: GlobalOptions

    /// Where PostgreSQL is: the option, DATABASE_URL, libpq's own variables, else the cluster of this program.
    enum Place: Equatable {
        case server(String)
        case local(home: String)

        init(_ options: GlobalOptions, environment: [String: String] = ProcessInfo.processInfo.environment) {
            if let conninfo = options.database {
                self = .server(conninfo)
            } else if let url = environment["DATABASE_URL"], !url.isEmpty {
                self = .server(url)
            } else if ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGPORT"].contains(where: {
                environment[$0]?.isEmpty == false
            }) {
                self = .server("")
            } else {
                self = .local(home: LocalPostgres.home(environment: environment))
            }
        }
    }

    /// Reaches the database; its own cluster is made, started and brought up to date, a server only reached.
    static func open(_ options: GlobalOptions) async throws -> Door {
        switch Place(options) {
        case .server(let conninfo):
            return Door(database: Database(server: conninfo), options: options)
        case .local(let home):
            let address = try await LocalPostgres(home: home).start { progress in
                guard !options.quiet else { return }
                switch progress {
                case .making:
                    complain(
                        Sentence("Première fois : création de la base…", "First time: making the database…").text(
                            options.language))
                case .starting: break
                }
            }
            let door = Door(database: Database { address.conninfo(role: $0.rawValue) }, options: options)
            if try await door.state() != .current { try await door.prepare() }
            return door
        }
    }

    /// Where the schema stands; a database that was never prepared is empty.
    func state() async throws -> Schema.State {
        do {
            return try await database.transaction(as: .admin(nil)) { tx in try tx.schemaState() }
        } catch let trouble as Trouble where trouble.kind == .notPrepared || trouble.kind == .forbidden {
            return .empty
        }
    }

    /// Brings the schema and the reference data up to this program; gives what was applied.
    @discardableResult
    func prepare() async throws -> [String] {
        let applied = try await database.migrate()
        try await loadReference()
        return applied
    }

    /// The programme that the command is about: the one named, else the only one.
    func programme() async throws -> Programme.ID {
        let (state, programmes) = try await database.transaction(as: .admin(nil)) { tx in
            (try tx.schemaState(), try tx.programmes())
        }
        guard state == .current else {
            throw Usage.unprepared(state)
        }
        if let code = options.programme {
            if let programme = programmes.first(where: { $0.code == code }) { return programme.id }
            throw Usage(
                "Le programme « \(code) » n’existe pas. Programmes : \(Self.codes(programmes)).",
                "There is no programme \"\(code)\". Programmes: \(Self.codes(programmes)).")
        }
        switch programmes.count {
        case 1: return programmes[0].id
        case 0:
            throw Usage(
                "Il n’y a pas encore de programme : « cohorte programme add CODE --name NOM » en crée un.",
                "There is no programme yet: \"cohorte programme add CODE --name NAME\" adds one.")
        default:
            throw Usage(
                "Plusieurs programmes : ajoutez --programme avec un code parmi \(Self.codes(programmes)).",
                "Several programmes: add --programme with a code among \(Self.codes(programmes)).")
        }
    }

    private static func codes(_ programmes: [Programme]) -> String {
        programmes.isEmpty ? "–" : programmes.map(\.code.rawValue).joined(separator: ", ")
    }

    /// Carries out a use case for the command's programme, as its coordinator.
    func ask<Value: Sendable>(
        for purpose: Database.Purpose = .change,
        _ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Value
    ) async throws -> Value {
        let programme = try await programme()
        return try await database.transaction(as: .admin(programme), for: purpose) { tx in try body(tx, programme) }
    }

    /// A message for the person, on standard error, unless they want none.
    func tell(_ french: String, _ english: String) {
        if !options.quiet { complain(Sentence(french, english).text(options.language)) }
    }
}

extension Usage {
    static func unprepared(_ state: Schema.State) -> any Error {
        switch state {
        case .ahead(let version):
            Refusal(
                rule: "schema_is_not_newer", "La base vient d’une version plus récente de cohorte (schéma \(version)).",
                "The database comes from a newer cohorte (schema \(version)).")
        case .edited(let name):
            Refusal(
                rule: "migration_is_never_edited", "La migration \(name) a changé depuis son application.",
                "The migration \(name) was changed after it was applied.")
        case .behind(let pending):
            Unprepared(pending: pending)
        case .empty, .current: Unprepared(pending: [])
        }
    }
}

/// A server whose schema is not up to this program.
struct Unprepared: Error {
    let pending: [String]
    var sentence: Sentence {
        Sentence(
            "La base n’est pas à jour : « cohorte db migrate » la prépare. \(pending.joined(separator: ", "))",
            "The database is not up to date: \"cohorte db migrate\" prepares it. \(pending.joined(separator: ", "))")
    }
}
