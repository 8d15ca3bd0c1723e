import ArgumentParser
import Training

struct FrameworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "framework", abstract: "Lists of areas and competences.",
        subcommands: [Import.self, List.self, Ceilings.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Imports a framework.",
            discussion: """
                Columns: code, area_code, area_en, area_fr, title_en, title_fr. \
                Example: cohorte framework import pix.csv --code pix-crcn --title "Pix"
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The CSV file, or - for standard input.") var file: String
        @Option(help: "The framework's code (default: the file's name).") var code: String?
        @Option(help: "Its title (default: the code).") var title: String?
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let door = try await Door.open(options)
            let file = try FileOfLines(file, .framework, Framework.Competence.init(row:))
            door.tell(file.notices)
            let name = code ?? stem(self.file)
            let (code, title) = (Framework.Code(rawValue: name.lowercased()), title ?? name)
            let made = try await file.imported { file in
                let lines = try file.all()
                return try await door.database.transaction(as: .admin(nil), for: dryRun ? .rehearsal : .change) { tx in
                    try tx.addFramework(code, titles: Sentence(title, title), lines)
                }
            }
            door.tell("\(code.rawValue) : \(made.label.french).", "\(code.rawValue): \(made.label.english).")
            door.tellRehearsal(dryRun)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the frameworks.", discussion: "Example: cohorte framework list")
        @OptionGroup var options: ListOptions

        func run() async throws {
            let rows = try await Door.open(options).database.transaction(as: .admin(nil)) { tx in try tx.frameworks() }
            try Listing(options: options).print(rows)
        }
    }
}

struct InstrumentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instrument", abstract: "Questionnaires.",
        subcommands: [
            Publish.self, List.self, Show.self, Map.self, Mappings.self, Print.self, Blank.self,
        ])

    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "publish",
            abstract: "Publishes a questionnaire; other questions under its code make a new version.",
            discussion: """
                Columns: item, competence, text_fr, text_en, minimum, maximum, reversed. A questionnaire that was answered \
                is frozen, a change is a new version. One of satisfaction is with names or anonymous, never both. Examples:
                  cohorte instrument publish questionnaire.csv --code competences-numeriques
                  cohorte instrument publish chaud.csv --code satisfaction-chaud --kind satisfaction_hot --anonymous \
                --framework satisfaction-1
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The CSV file, or - for standard input.") var file: String
        @Option(help: "Its code (default: the file's name).") var code: String?
        @Option(help: "Its title (default: the one it has, else the code).") var title: String?
        @Option(help: "The framework of its competences.") var framework = "digcomp-2.1"
        @Option(help: "skills, satisfaction_hot or satisfaction_cold (default: as its code says).") var kind:
            Instrument.Kind?
        @Flag(help: "Its answers bear no names.") var anonymous = false
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let name = code ?? stem(file)
            guard let code = Instrument.Code(typed: name) else {
                throw Usage(
                    "« \(name) » n’est pas un code : donnez-en un par --code.",
                    "\"\(name)\" is no code: give one by --code.")
            }
            let door = try await Door.open(options)
            let file = try FileOfLines(file, .instruments, Instrument.Request.init(row:))
            door.tell(file.notices)
            let (title, framework) = (title, Framework.Code(rawValue: framework))
            let isNamed = kind != nil || anonymous
            let nature = isNamed ? Instrument.Nature(kind: kind ?? .satisfactionHot, isAnonymous: anonymous) : nil
            let (instrument, made) = try await file.imported { file in
                let lines = try file.all()
                return try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                    try tx.publish(code, title: title, framework: framework, lines, as: nature, to: programme)
                }
            }
            door.tell("\(instrument.name) : \(made.label.french).", "\(instrument.name): \(made.label.english).")
            door.tellRehearsal(dryRun)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the questionnaires with their versions.", discussion: "Example: cohorte instrument list")
        @OptionGroup var options: ListOptions

        func run() async throws {
            let rows = try await Door.open(options).ask { tx, programme in try tx.instruments(of: programme) }
            try Listing(options: options).print(rows)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Shows the questions of a questionnaire.",
            discussion: "Example: cohorte instrument show competences-numeriques@1")
        @OptionGroup var options: ListOptions
        @Argument(help: "Its code, with @version for another than the latest.") var instrument: InstrumentName

        func run() async throws {
            let name = instrument
            let (_, items) = try await Door.open(options).ask { tx, programme in
                try tx.instrument(name.code, version: name.version, of: programme)
            }
            try Listing(options: options).print(items, hiding: hidden)
        }

        private var hidden: Set<String> {
            options.language == .french
                ? ["competence_fr", "competence_en", "area_fr", "area_en", "text_en"]
                : ["competence_fr", "competence_en", "area_fr", "area_en", "text_fr"]
        }
    }
}
