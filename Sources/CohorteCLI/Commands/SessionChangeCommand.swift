import ArgumentParser
import Training

extension SessionCommand {
    struct Change: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "change",
            abstract: "Changes a half-day that was planned: its room, trainer, day, times or theme.",
            discussion: """
                What it was is kept (cohorte session changes). Once somebody is marked, its day and times stay. Examples:
                  cohorte session change pilote-2021 s07 --place "Salle des fêtes, Albi" --trainer "Camille Formatrice-Exemple"
                  cohorte session change pilote-2021 s07 --date 2021-12-02 --starts 14:00 --ends 17:00 --half-day afternoon
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Argument(help: "The session's code.") var session: Session.Code
        @Option(help: "The new day.") var date: Day?
        @Option(help: "morning, afternoon or evening.") var halfDay: Session.HalfDay?
        @Option(help: "When it begins, in Paris: 14:00.") var starts: TimeOfDay?
        @Option(help: "When it ends, in Paris: 17:00.") var ends: TimeOfDay?
        @Option(help: "The new place.") var place: String?
        @Option(help: "on_site or remote.") var mode: Session.Mode?
        @Option(help: "The new trainer.") var trainer: String?
        @Option(help: "The new theme.") var theme: String?
        @Option(help: "Why.") var reason: Remark?

        func run() async throws {
            let change = Session.Change(
                date: date, halfDay: halfDay, starts: starts, ends: ends, place: place.map(Spelling.composed),
                mode: mode,
                trainer: trainer.map(Spelling.composed), theme: theme.map(Spelling.composed),
                reason: reason?.text)
            let (cohort, session) = (cohort, session)
            let door = try await Door.open(options)
            let made = try await door.ask { tx, programme in
                try tx.change(session, in: cohort, of: programme, by: change)
            }
            door.tell(
                made == .added ? "Séance \(session) : changée." : "Séance \(session) : inchangée.",
                made == .added ? "Session \(session): changed." : "Session \(session): unchanged.")
        }
    }

    struct Changes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "changes",
            abstract: "Lists what half-days were before they were changed, by whom and why.",
            discussion: "Example: cohorte session changes --cohort pilote-2021")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: CohortChoice

        func run() async throws {
            let choice = choice
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.sessionChanges(in: choice.cohort(tx, of: programme))
            }
            try Listing(options: options).print(rows)
        }
    }
}
