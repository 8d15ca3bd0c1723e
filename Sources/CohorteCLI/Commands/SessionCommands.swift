import ArgumentParser
import Training

struct SessionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "Half-days of a cohort.",
        subcommands: [
            Schedule.self, List.self, Change.self, Changes.self, Cancel.self, Sheet.self, Hours.self,
        ])

    struct Schedule: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "schedule",
            abstract: "Schedules the half-days of a file.",
            discussion: """
                Columns: session, date, half_day, starts, ends, place, mode, trainer, theme (or their French names); times \
                are those of Paris. Example: cohorte session schedule pilote-2021 seances.csv --dry-run
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Argument(help: "The CSV file, or - for standard input.") var file: String
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let door = try await Door.open(options)
            let file = try FileOfLines(file, .sessions, Session.Request.init(row:))
            door.tell(file.notices)
            let cohort = cohort
            let (added, unchanged, cancelled) = try await file.imported { lines in
                try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                    try tx.schedule(lines, in: cohort, of: programme)
                }
            }
            door.tell(added: added, unchanged: unchanged, isRehearsal: dryRun)
            try file.each { lines in for (_, request) in lines.read { door.tellOddHalfDay(request) } }
            if cancelled.isEmpty { return }
            let codes = cancelled.map(\.rawValue).joined(separator: ", ")
            door.tell(
                "Annulées, et qui le restent : \(codes). Planifiez sous un autre code une séance qui les remplace.",
                "Cancelled, and staying so: \(codes). Schedule what replaces them under another code.")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the half-days of a cohort.",
            discussion: "Example: cohorte session list --cohort pilote-2021")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: CohortChoice

        func run() async throws {
            let choice = choice
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.sessions(of: choice.cohort(tx, of: programme))
            }
            try Listing(options: options).print(rows)
        }
    }
}

extension Door {
    /// Says of a half-day whose name does not go with its times that its sheet will have both.
    fileprivate func tellOddHalfDay(_ session: Session.Request) {
        guard session.isNamedAgainstItsTimes else { return }
        let (name, times) = (session.halfDay.label, (session.starts.description, session.ends.description))
        tell(
            "Attention, \(session.code) : « \(name.french) », mais de \(times.0) à \(times.1) ; sa feuille dira les deux (« cohorte session change … --half-day » la corrige).",
            "Warning, \(session.code): \"\(name.english)\", but from \(times.0) to \(times.1); its sheet will say both (\"cohorte session change … --half-day\" corrects it)."
        )
    }
}

struct AttendanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance", abstract: "The marks there are, and those that are missing.",
        subcommands: [List.self, Missing.self, Outlook.self, Corrections.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the marks of a cohort.",
            discussion: "Example: cohorte attendance list --cohort pilote-2021 --session s03")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: CohortChoice
        @Option(help: "Only this half-day.") var session: Session.Code?
        @Option(help: "Only this person: e-mail or id.") var participant: String?

        func run() async throws {
            let (choice, session, participant) = (choice, session, participant)
            try await Door.open(options).list(options) { tx, programme in
                .attendance(in: try choice.cohort(tx, of: programme), session: session, participant: participant)
            }
        }
    }

    struct Missing: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "missing",
            abstract: "Lists who was expected at a half-day and is not marked.",
            discussion: "Example: cohorte attendance missing --cohort pilote-2021")
        @OptionGroup var options: ListOptions
        @OptionGroup var moment: AsOfOption
        @OptionGroup var choice: CohortChoice

        func run() async throws {
            let (choice, asOf) = (choice, moment.asOf)
            try await Door.open(options).list(options) { tx, programme in
                .unmarked(in: try choice.cohort(tx, of: programme), on: try tx.day(asOf))
            }
        }
    }
}
