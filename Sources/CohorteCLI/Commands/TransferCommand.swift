import ArgumentParser
import Training

/// Who follows a person, and what happened to them.
extension ParticipantCommand {
    struct Transfer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "transfer",
            abstract: "Has another office follow a person and their provider, with everything they did.",
            discussion: """
                The old office sees them no longer. Evaluations go on counting them with the office that sent them. Example: \
                cohorte participant transfer anne@example.org --to centre-tarn --reason "Le gîte a changé de commune"
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The person: e-mail or id.") var participant: String
        @Option(name: .customLong("to"), help: "The office that follows them from now on: code or name.") var office:
            String
        @Option(help: "Why.") var reason: Remark
        @Flag(help: "Everybody else whom the same provider sends goes with them.") var together = false
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let (participant, office, reason, together) = (participant, office, reason, together)
            let door = try await Door.open(options)
            let transfer = try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                try tx.transfer(participant, to: office, of: programme, together: together, reason: reason.text)
            }
            if transfer.people.isEmpty {
                door.tell("\(transfer.to) suit déjà cette personne.", "\(transfer.to) follows this person already.")
            }
            for person in transfer.people {
                door.tell(
                    "\(person) : \(transfer.from) → \(transfer.to).", "\(person): \(transfer.from) → \(transfer.to).")
            }
            door.tellRehearsal(dryRun)
        }
    }

    struct History: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "history",
            abstract: "Shows merges, separations and transfers of a person: when, by whom and why.",
            discussion: "Example: cohorte participant history anne@example.org")
        @OptionGroup var options: ListOptions
        @Argument(help: "The person: e-mail or id.") var participant: String

        func run() async throws {
            let participant = participant
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.past(of: participant, in: programme)
            }
            try Listing(options: options).print(rows)
        }
    }
}
