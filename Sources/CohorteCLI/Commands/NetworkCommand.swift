import ArgumentParser
import Training

struct NetworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Who knows whom in a cohort, before and after.",
        subcommands: [Import.self, List.self, Figures.self, Retract.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Imports the answers about the group: whom one knows, has worked with, has sent a customer to.",
            discussion: """
                Columns: participant, other, relation (knows, worked_with, sent_customer), and if need be wave and date; \
                other is empty where somebody answered and named nobody. A tie exists when either of two people names the \
                other. Example: cohorte network import pilote-2021 reseau-avant.csv --wave before --on 2021-09-13
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Argument(help: "The CSV file, or - for standard input.") var file: String
        @Option(help: "before, after or follow_up; else each line says it.") var wave: Network.Wave?
        @Option(help: "The day of the answers, where a line has none (default: today).") var on = AsOf.now
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let (cohort, wave, on) = (cohort, wave, on)
            let door = try await Door.open(options)
            let file = try FileOfLines(file, .network) { row throws(Misread) in
                try Network.Request(row: row, wave: wave)
            }
            door.tell(file.notices)
            let done = try await file.imported { file in
                let lines = try file.all()
                return try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                    try tx.importNetwork(lines, in: cohort, of: programme, on: tx.day(on), today: tx.day(.now))
                }
            }
            door.tell(
                "Réseau : \(done.answers) réponse\(done.answers > 1 ? "s" : "") et \(done.namings) personne\(done.namings > 1 ? "s" : "") nommée\(done.namings > 1 ? "s" : "") de plus, \(done.unchanged) ligne\(done.unchanged > 1 ? "s" : "") inchangée\(done.unchanged > 1 ? "s" : "").",
                "Network: \(done.answers) more answer\(done.answers == 1 ? "" : "s") and \(done.namings) more naming\(done.namings == 1 ? "" : "s"), \(done.unchanged) unchanged."
            )
            door.tellRehearsal(dryRun)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists who named whom, for the coordinator; who named nobody has no other.",
            discussion: "Example: cohorte network list --cohort pilote-2021 --wave after")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: CohortChoice
        @Option(help: "Only this wave.") var wave: Network.Wave?

        func run() async throws {
            let (choice, wave) = (choice, wave)
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.namings(in: choice.cohort(tx, of: programme), at: wave)
            }
            try Listing(options: options).print(rows)
        }
    }

    struct Figures: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "figures",
            abstract: "The cohort's ties, density and isolates by question and wave; never of a person.",
            discussion: """
                Density is ties / (n (n - 1) / 2) among everybody who entered. Example: cohorte network figures pilote-2021
                """)
        @OptionGroup var options: ListOptions
        @OptionGroup var moment: AsOfOption
        @OptionGroup var choice: CohortChoice

        func run() async throws {
            let (choice, asOf) = (choice, moment.asOf)
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.networkFigures(of: choice.cohort(tx, of: programme), on: tx.day(asOf))
            }
            try Listing(options: options).print(rows)
        }
    }

    struct Retract: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retract",
            abstract: "Takes back that somebody named another; what was said is kept with the reason.",
            discussion: """
                Example: cohorte network retract pilote-2021 anne@example.org joel@example.org --relation knows --wave before \
                --reason "Homonyme"
                """)
        @OptionGroup var options: GlobalOptions
        @OptionGroup var place: PlaceArguments
        @Argument(help: "Whom they named: e-mail or id.") var other: String
        @Option(help: "knows, worked_with or sent_customer.") var relation: Network.Relation
        @Option(help: "before, after or follow_up.") var wave: Network.Wave
        @Option(help: "Why.") var reason: String

        func run() async throws {
            let (cohort, participant, other) = (place.cohort, place.participant, Spelling.composed(other))
            let (relation, wave, reason) = (relation, wave, Spelling.composed(reason))
            let door = try await Door.open(options)
            let made = try await door.ask { tx, programme in
                try tx.retractNaming(
                    participant, other, relation, at: wave, in: cohort, of: programme, because: reason)
            }
            door.tell(
                made == .added ? "\(participant) → \(other) : retiré." : "\(participant) → \(other) : déjà retiré.",
                made == .added
                    ? "\(participant) → \(other): retracted." : "\(participant) → \(other): retracted already.")
        }
    }
}
