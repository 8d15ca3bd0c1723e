import ArgumentParser
import Glibc

/// The relays' door: it answers tourist offices about the people they follow, over HTTP.
struct Relay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohorte-relay",
        abstract: "Answers tourist offices about the people they follow, over HTTP.",
        discussion: """
            Offices ask with the passes that "cohorte pass issue" makes. Example:
              cohorte-relay serve --port 8080
            """,
        version: "0.3.0", subcommands: [ServeCommand.self])
}

@main struct Main {
    static func main() async {
        do {
            var command = try Relay.parseAsRoot(Array(CommandLine.arguments.dropFirst()))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            exit(0)
        } catch {
            exit(Leaving.code(of: error))
        }
    }
}
