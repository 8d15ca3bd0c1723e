import ArgumentParser
import Training

struct ProgrammeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme", abstract: "Who organises the cohorts.", subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Adds a programme.",
            discussion: "Example: cohorte programme add petr-albigeois-bastides --name \"PETR Albigeois et Bastides\"")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "Its code: lower case ASCII, words joined by hyphens.") var code: Programme.Code
        @Option(help: "Its name.") var name: String

        func run() async throws {
            let door = try await Door.open(options)
            let (code, name) = (code, name)
            let made = try await door.database.transaction(as: .admin(nil)) { tx in
                try tx.addProgramme(code, name: name)
            }
            door.tell("\(code) : \(made.label.french).", "\(code): \(made.label.english).")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the programmes.", discussion: "Example: cohorte programme list")
        @OptionGroup var options: ListOptions

        struct Line {
            let programme: Programme.Code
            let name: String
        }

        func run() async throws {
            let door = try await Door.open(options)
            let programmes = try await door.database.transaction(as: .admin(nil)) { tx in try tx.programmes() }
            try Listing(options: options).print(programmes.map { Line(programme: $0.code, name: $0.name) })
        }
    }
}

struct OfficeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "office", abstract: "Tourist offices: the local relays.", subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Adds a tourist office.",
            discussion: "Example: cohorte office add albi --name \"Office de tourisme d'Albi\" --short-name Albi")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "Its code: lower case ASCII, words joined by hyphens.") var code: Office.Code
        @Option(help: "Its full name.") var name: String
        @Option(help: "Its short name (default: the full one).") var shortName: String?

        func run() async throws {
            let door = try await Door.open(options)
            let (code, name, short) = (code, name, shortName ?? name)
            let made = try await door.ask { tx, programme in
                try tx.addOffice(code, name: name, shortName: short, to: programme)
            }
            door.tell("\(code) : \(made.label.french).", "\(code): \(made.label.english).")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the offices, with what each follows.", discussion: "Example: cohorte office list")
        @OptionGroup var options: ListOptions

        func run() async throws {
            let rows = try await Door.list(options) { .offices(of: $0) }
            try Listing(options: options).print(rows)
        }
    }
}

struct CommuneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commune", abstract: "Communes, each in the area of one office.",
        subcommands: [Import.self, List.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Imports communes: insee, name, office.",
            discussion: "Example: cohorte commune import communes.csv --dry-run")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The CSV file, or - for standard input.") var file: String
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let door = try await Door.open(options)
            let file = try FileOfLines(file, .communes, Commune.Request.init(row:))
            door.tell(file.notices)
            let (added, unchanged) = try await file.imported { lines in
                try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                    try tx.importCommunes(lines, to: programme)
                }
            }
            door.tell(added: added, unchanged: unchanged, isRehearsal: dryRun)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the communes.", discussion: "Example: cohorte commune list --office albi")
        @OptionGroup var options: ListOptions
        @Option(help: "Only those of this office.") var office: Office.Code?

        func run() async throws {
            let office = office
            let rows = try await Door.list(options) {
                .communes(of: $0, office: office)
            } whenEmpty: { tx, programme in
                try tx.communes(of: programme, office: office)
            }
            try Listing(options: options).print(rows)
        }
    }
}

struct ProviderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider", abstract: "Tourism businesses and sites.", subcommands: [List.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the providers.", discussion: "Example: cohorte provider list --office albi --format csv")
        @OptionGroup var options: ListOptions
        @Option(help: "Only those of this office.") var office: Office.Code?

        func run() async throws {
            let office = office
            try await Door.open(options).list(options) { tx, programme in
                if let office { _ = try tx.office(office.rawValue, of: programme) }
                return .providers(of: programme, office: office)
            }
        }
    }
}

extension Door {
    /// What the person should know of a file that was read.
    func tell(_ notices: [Sentence]) {
        for notice in notices { tell(notice.french + ".", notice.english + ".") }
    }

    /// What an import did.
    func tell(added: Int, unchanged: Int, isRehearsal: Bool) {
        tell(
            "\(added) ligne\(added > 1 ? "s ajoutées" : " ajoutée"), \(unchanged) inchangée\(unchanged > 1 ? "s" : "").",
            "\(added) added, \(unchanged) unchanged.")
        tellRehearsal(isRehearsal)
    }

    func tellRehearsal(_ isRehearsal: Bool) {
        if isRehearsal { tell("(essai à blanc : rien n’a été écrit)", "(dry run: nothing was written)") }
    }
}
