import FoundationEssentials
import Glibc
import LocalPostgres
import Training

/// A command at work: the database it speaks with and the programme it speaks of.
struct Door: Sendable {
    let database: Database
    let options: GlobalOptions
    /// Whether the command only reads: then all it asks shares one connection, and each question is one round trip.
    private let isReading: Bool

    init(database: Database, options: GlobalOptions, isReading: Bool = false) {
        (self.database, self.options, self.isReading) = (database, options, isReading)
    }

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
    static func open(_ options: GlobalOptions, isReading: Bool = false) async throws -> Door {
        let warned: @Sendable (String) -> Void = { if !options.quiet { complain("PostgreSQL: \($0)") } }
        switch Place(options) {
        case .server(let conninfo):
            return Door(
                database: Database(server: conninfo, isPooled: options.pooled, warned: warned), options: options,
                isReading: isReading)
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
            let database = Database(warned: warned) { address.conninfo(role: $0.rawValue) }
            let door = Door(database: database, options: options, isReading: isReading)
            if try await door.state() != .current { try await door.prepare() }
            return door
        }
    }

    static func open(_ options: ListOptions, isReading: Bool = false) async throws -> Door {
        try await open(options.global, isReading: isReading)
    }

    /// Where the schema stands; a database that was never prepared is empty.
    func state() async throws -> Schema.State {
        do {
            if isReading { return Schema.state(try await database.read(as: .admin(nil), .applied())) }
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
    func programme() async throws -> Programme.ID { try await wholeProgramme().id }

    /// The same with its code and name.
    func wholeProgramme() async throws -> Programme {
        let (state, programmes) = try await stateAndProgrammes()
        guard state == .current else {
            throw Usage.unprepared(state)
        }
        if let code = options.programme {
            if let programme = programmes.first(where: { $0.code == code }) { return programme }
            throw Usage(
                "Le programme « \(code) » n’existe pas. Programmes : \(Self.codes(programmes)).",
                "There is no programme \"\(code)\". Programmes: \(Self.codes(programmes)).")
        }
        switch programmes.count {
        case 1: return programmes[0]
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

    private func stateAndProgrammes() async throws -> (Schema.State, [Programme]) {
        guard isReading else {
            return try await database.transaction(as: .admin(nil)) { tx in (try tx.schemaState(), try tx.programmes()) }
        }
        async let applied = database.read(as: .admin(nil), .applied())
        async let programmes = database.read(as: .admin(nil), .programmes())
        return (Schema.state(try await applied), try await programmes)
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

    /// The rows of a list of the command's programme. When there are none, `whenEmpty` tells whether what the list is
    /// limited to exists at all.
    static func list<Row>(
        _ options: ListOptions, _ query: (Programme.ID) -> Query<Row>,
        whenEmpty: (@Sendable (borrowing Transaction, Programme.ID) throws -> [Row])? = nil
    ) async throws -> [Row] {
        let door = try await open(options.global, isReading: true)
        let programme = try await door.programme()
        let rows = try await door.database.read(as: .admin(programme), query(programme))
        guard rows.isEmpty, let whenEmpty else { return rows }
        return try await door.database.transaction(as: .admin(programme)) { tx in try whenEmpty(tx, programme) }
    }

    /// Asks on a terminal whether to go on; elsewhere --yes has to say so.
    func confirm(_ french: String, _ english: String) throws {
        if options.yes { return }
        guard isatty(0) == 1, isatty(2) == 1 else {
            throw Usage("\(french) Ajoutez --yes.", "\(english) Add --yes.")
        }
        complain(Sentence(french + " [o/N]", english + " [y/N]").text(options.language))
        guard let answer = readLine()?.first, "oOyY".contains(answer) else {
            throw Usage("Rien n’a été changé.", "Nothing was changed.")
        }
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
