import ArgumentParser
import Glibc
import Training

/// The command line of the coordinator: it keeps training cohorts and writes their evaluation.
struct Cohorte: AsyncParsableCommand {
    static let version = "0.3.0"

    static let configuration = CommandConfiguration(
        commandName: "cohorte",
        abstract: "Keeps training cohorts of tourist territories and writes their evaluation.",
        discussion: """
            Without an address it makes and uses a PostgreSQL of its own. Examples:
              cohorte demo --out bilans
              cohorte enrol pilote-2021 inscriptions.csv --dry-run
              cohorte evaluate pilote-2021 --out bilans
            """,
        version: version,
        subcommands: [
            DemoCommand.self, DatabaseCommand.self, ProgrammeCommand.self, OfficeCommand.self, CommuneCommand.self,
            ProviderCommand.self, CohortCommand.self, EnrolCommand.self, EnrolmentCommand.self, OffersCommand.self,
            ParticipantCommand.self,
            SessionCommand.self, AttendCommand.self, AttendanceCommand.self, FrameworkCommand.self,
            InstrumentCommand.self, AssessCommand.self, ScoreCommand.self, AssessmentCommand.self, ReminderCommand.self,
            ObserveCommand.self, DiagnosticCommand.self, SkillCommand.self,
            PixCommand.self, NetworkCommand.self, SupportCommand.self,
            CertificateCommand.self, CalendarCommand.self, EvaluateCommand.self, EvaluationCommand.self,
            PassCommand.self, AccessCommand.self, AuditCommand.self, FiguresCommand.self,
        ])
}

@main struct Main {
    static func main() async {
        await Leaving.with { try await Cohorte.run(Array(CommandLine.arguments.dropFirst())) }
    }
}

extension Cohorte {
    /// Reads a command line and carries it out.
    static func run(_ arguments: [String]) async throws {
        try refuseTurned(arguments)
        var command = try parseAsRoot(arguments)
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
    }
    /// Refuses what is typed with a mark that turns the direction of writing, as the relays' door does: it would show
    /// otherwise than it is kept. A file that is there has the name that it has.
    private static func refuseTurned(_ arguments: [String]) throws(Usage) {
        for argument in arguments where argument.unicodeScalars.contains(where: \.turnsDirection) {
            guard access(argument, F_OK) != 0 else { continue }
            throw Usage(
                "« \(argument) » contient un caractère invisible qui change le sens de l’écriture : retapez-le.",
                "\"\(argument)\" holds an invisible character that turns the direction of writing: type it again.")
        }
    }
}
