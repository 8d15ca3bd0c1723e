import ArgumentParser
import Training

struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Offices that asked to read a person of another office.",
        subcommands: [List.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists who asked to read whose person, with which pass and reason, and until when; newest first.",
            discussion: """
                What was then read is in "cohorte audit show". Example: cohorte access list --office albi --open
                """)
        @OptionGroup var options: ListOptions
        @Option(help: "Only those that this office asked for, or was asked for.") var office: Office.Code?
        @Option(help: "Only those to this person: an e-mail address or an id.") var participant: String?
        @Flag(help: "Only those that are open now.") var open = false

        func run() async throws {
            let (office, participant, open) = (office, participant, open)
            let rows = try await Door.list(options) {
                .accesses(of: $0, office: office, person: participant, onlyOpen: open)
            } whenEmpty: { tx, programme in
                if let office { _ = try tx.office(office.rawValue, of: programme) }
                if let participant { _ = try tx.participant(participant, of: programme) }
                return []
            }
            try Listing(options: options).print(rows)
        }
    }
}
