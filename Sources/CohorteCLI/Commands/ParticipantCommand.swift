import ArgumentParser
import Training

struct ParticipantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "participant", abstract: "The people that providers send.",
        subcommands: [
            List.self, Show.self, Duplicates.self, Merge.self, Unmerge.self, Transfer.self, History.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists people by office and name.",
            discussion: "Example: cohorte participant list --cohort pilote-2021 --office albi --query dup")
        @OptionGroup var options: ListOptions
        @Option(help: "Only those of this cohort.") var cohort: Cohort.Code?
        @Option(help: "Only those of this office.") var office: Office.Code?
        @Option(help: "Only those whose name holds this; case and accents do not matter.") var query: String?

        func run() async throws {
            let (cohort, office, query) = (cohort, office, query)
            let hidden: Set = ["participant_id", "email", "category"]
            try await Door.open(options).list(options, hiding: hidden) { tx, programme in
                if let office { _ = try tx.office(office.rawValue, of: programme) }
                if let cohort { _ = try tx.cohort(cohort, of: programme) }
                return .participants(of: programme, cohort: cohort, office: office, named: query)
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Shows one person with their places.",
            discussion: "Example: cohorte participant show anne@example.org")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var moment: AsOfOption
        @Argument(help: "The person: e-mail or id.") var participant: String

        func run() async throws {
            let (participant, asOf) = (participant, moment.asOf)
            let (person, places) = try await Door.open(options).ask { tx, programme in
                try tx.participant(participant, of: programme, on: tx.day(asOf))
            }
            guard options.format == .json else {
                try Listing(options: options).print([person], hiding: ["participant"])
                if options.format == .table {
                    try Output.line()
                    try Listing(options: options).print(places)
                }
                return
            }
            try Output.object { object in
                object.columns(of: person)
                object.array("enrolments") { array in for place in places { array.object { $0.columns(of: place) } } }
            }
        }
    }
}
