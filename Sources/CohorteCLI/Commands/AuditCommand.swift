import ArgumentParser
import Training

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Who read what about whom.", subcommands: [Show.self, Verify.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Lists what offices read of named people, batch by batch.",
            discussion: """
                Example: cohorte audit show --naming 01a2085c-6704-7001-84d8-4466fb8a5f16
                """)
        @OptionGroup var options: ListOptions
        @Option(help: "Only what names this id: of a person, a pass or an office.") var naming: String?

        func run() async throws {
            let naming = naming?.lowercased()
            let rows = try await Door.list(options) { .readings(of: $0, naming: naming) }
            try Listing(options: options).print(rows)
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Follows the chain of the read log, and says where it breaks.",
            discussion: "Example: cohorte audit verify")
        @OptionGroup var options: ListOptions

        func run() async throws {
            let rows = try await Door.list(options) { .checkOfReadings(of: $0) }
            try Listing(options: options).print(rows)
            guard let broken = rows.first?.broken else { return }
            throw Refusal(
                rule: "read_log_is_whole", "Le journal des lectures est rompu au lot \(broken).",
                "The read log is broken at batch \(broken).")
        }
    }
}
