import ArgumentParser
import Documents
import Training

extension FrameworkCommand {
    struct Ceilings: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ceilings",
            abstract: "The most that can be scored in frameworks whose scores stop at a level, with the source.",
            discussion: "Example: cohorte framework ceilings")
        @OptionGroup var options: ListOptions

        func run() async throws {
            let rows = try await Door.open(options).database.transaction(as: .admin(nil)) { tx in try tx.ceilings() }
            try Listing(options: options).print(
                rows, hiding: [options.language == .french ? "source_en" : "source_fr"])
        }
    }
}

extension InstrumentCommand {
    struct Map: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "map",
            abstract: "Declares which questions of two versions ask the same, so that answers to them pair.",
            discussion: """
                Columns: from, to (codes of questions, on the same competence and scale). No competence of the first version \
                may be lost. Example: cohorte instrument map competences-numeriques correspondance.csv --from 1 --to 2
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The questionnaire's code.") var instrument: InstrumentName
        @Argument(help: "The CSV file, or - for standard input.") var file: String
        @Option(help: "The one version.") var from: Int
        @Option(help: "The other version.") var to: Int
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let (code, from, to) = (instrument.code, from, to)
            let door = try await Door.open(options)
            let file = try FileOfLines(file, .mapping) { row throws(Misread) in
                Instrument.MappedItem(from: try row.cell("from").required(), to: try row.cell("to").required())
            }
            door.tell(file.notices)
            let made = try await file.imported { file in
                let lines = try file.all()
                return try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                    try tx.map(code, from: from, to: to, lines, of: programme)
                }
            }
            door.tell(
                "\(code)@\(from) ↔ \(code)@\(to) : \(made.label.french).",
                "\(code)@\(from) ↔ \(code)@\(to): \(made.label.english).")
            door.tellRehearsal(dryRun)
        }
    }

    struct Mappings: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "mappings",
            abstract: "Lists the versions that answer each other.", discussion: "Example: cohorte instrument mappings")
        @OptionGroup var options: ListOptions

        func run() async throws {
            let rows = try await Door.open(options).ask { tx, programme in try tx.mappings(of: programme) }
            try Listing(options: options).print(rows)
        }
    }

    struct Print: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "print",
            abstract: "The questionnaire as a page for A4 paper, to print and fill in.",
            discussion: """
                In French, or English with --lang en; as PDF with --pdf. Examples:
                  cohorte instrument print competences-numeriques --pdf --out questionnaire.pdf
                  cohorte instrument print competences-numeriques@1 --lang en --out questionnaire.html
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "Its code, with @version for another than the latest.") var instrument: InstrumentName
        @Option(help: "The file it is written to (default: standard output).") var out: String?
        @Flag(help: "As PDF, by WeasyPrint.") var pdf = false

        func run() async throws {
            if pdf { try Listing.refuseBinaryOnATerminal(to: out) }
            let printer = try PagePrinter(isPDF: pdf)
            let name = instrument
            let door = try await Door.open(options)
            let questionnaire = try await door.ask(for: .snapshot) { tx, programme in
                try tx.questionnaire(name.code, version: name.version, of: programme)
            }
            try await printer.write(QuestionnairePage(questionnaire, in: options.language).html(), to: out, door)
        }
    }

    struct Blank: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "blank",
            abstract: "The blank CSV of a questionnaire: filled in, \"cohorte assess\" takes it back.",
            discussion: """
                With semicolons, as French spreadsheets open it; with --cohort it has a line for each person of the cohort. \
                Example: cohorte instrument blank competences-numeriques --cohort pilote-2021 --out reponses.csv
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "Its code, with @version for another than the latest.") var instrument: InstrumentName
        @Option(help: "The cohort whose people it lists.") var cohort: Cohort.Code?
        @Option(help: "The file it is written to (default: standard output).") var out: String?

        func run() async throws {
            let (name, cohort) = (instrument, cohort)
            let door = try await Door.open(options)
            let questionnaire = try await door.ask(for: .snapshot) { tx, programme in
                try tx.questionnaire(name.code, version: name.version, of: programme, for: cohort)
            }
            let bytes = questionnaire.blankCSV(in: options.language)
            guard let out else {
                var output = Output()
                try output.write(bytes)
                return try output.flush()
            }
            try writeFile(bytes, to: out)
            door.tell("Écrit : \(out)", "Written: \(out)")
        }
    }
}
