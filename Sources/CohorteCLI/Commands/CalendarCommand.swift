import ArgumentParser
import Documents
import Training

/// The half-days of a cohort for calendar programs.
struct CalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "The half-days of a cohort as a calendar file (.ics).",
        discussion: """
            Times are those of Paris; a cancelled half-day is there as cancelled. Example: cohorte calendar pilote-2021 \
            --out pilote-2021.ics
            """)
    @OptionGroup var options: GlobalOptions
    @Argument(help: "The cohort's code.") var cohort: Cohort.Code
    @Option(help: "The file it is written to (default: standard output).") var out: String?

    func run() async throws {
        let (cohort, language) = (cohort, options.language)
        let door = try await Door.open(options)
        let calendar = try await door.ask(for: .snapshot) { tx, programme in
            let cohort = try tx.cohort(cohort, of: programme)
            return SessionCalendar(try tx.sessions(of: cohort), of: cohort, in: try tx.programme(programme), language)
        }
        try await PagePrinter(isPDF: false).write(calendar.ics(), to: out, door)
    }
}
