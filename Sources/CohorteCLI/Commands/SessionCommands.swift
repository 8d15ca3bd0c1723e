import ArgumentParser
import Training

struct SessionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "Half-days of a cohort.", subcommands: [Schedule.self, List.self])

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
            let (added, unchanged) = try await file.imported { lines in
                try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                    try tx.schedule(lines, in: cohort, of: programme)
                }
            }
            door.tell(added: added, unchanged: unchanged, isRehearsal: dryRun)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the half-days of a cohort.",
            discussion: "Example: cohorte session list --cohort pilote-2021")
        @OptionGroup var options: GlobalOptions
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

/// Marks attendance from a file, or one mark by options.
struct AttendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attend", abstract: "Marks attendance: a CSV file, or one mark by options.",
        discussion: """
            A mark that changes an earlier one is a correction and gives its reason. Examples:
              cohorte attend pilote-2021 emargements.csv --dry-run
              cohorte attend pilote-2021 --session s03 --participant anne@example.org --status late --minutes 150
            """)
    @OptionGroup var options: GlobalOptions
    @OptionGroup var moment: AsOfOption
    @Argument(help: "The cohort's code.") var cohort: Cohort.Code
    @Argument(help: "The CSV file, or - for standard input.") var file: String?
    @Flag(help: "Does everything, then undoes it.") var dryRun = false
    @Option(help: "One mark: the session's code.") var session: String?
    @Option(help: "One mark: the person's e-mail or id.") var participant: String?
    @Option(help: "One mark: the status.") var status: Presence?
    @Option(help: "One mark: the minutes attended.") var minutes: Int?
    @Option(help: "One mark: on_site or remote.") var mode: Session.Mode?
    @Option(help: "One mark: the reason.") var reason: String?

    func run() async throws {
        let door = try await Door.open(options)
        let outcome: [Attendance.LineOutcome]
        if let file {
            guard session == nil, participant == nil, status == nil, minutes == nil, mode == nil, reason == nil else {
                throw Usage("Un fichier ou un émargement, pas les deux.", "A file or one mark, not both.")
            }
            let read = try FileOfLines(file, .attendance, Attendance.Request.init(row:))
            door.tell(read.notices)
            outcome = try await read.imported { lines in try await attend(lines, door) }
        } else {
            do {
                outcome = try await attend(Lines(read: [(1, try request())], misread: []), door)
            } catch let refused as LinesRefused {
                throw ItemRefused(refused)
            }
        }
        func count(_ kind: Attendance.Outcome) -> Int { outcome.count { $0.outcome == kind } }
        let (marked, corrected, unchanged) = (count(.marked), count(.corrected), count(.unchanged))
        door.tell(
            "\(marked) marqué\(marked > 1 ? "s" : ""), \(corrected) corrigé\(corrected > 1 ? "s" : ""), \(unchanged) inchangé\(unchanged > 1 ? "s" : "").",
            "\(marked) marked, \(corrected) corrected, \(unchanged) unchanged.")
        let since = count(.correctedSince)
        if since > 0 {
            door.tell(
                "\(since) laissé\(since > 1 ? "s" : "") : corrigé\(since > 1 ? "s" : "") depuis.",
                "\(since) left as corrected since.")
        }
        door.tellRehearsal(dryRun)
    }

    private func attend(_ lines: Lines<Attendance.Request>, _ door: Door) async throws -> [Attendance.LineOutcome] {
        let (cohort, asOf, isFile) = (cohort, moment.asOf, file != nil)
        return try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
            try tx.attend(lines, in: cohort, of: programme, on: try tx.day(asOf), isFile: isFile)
        }
    }

    private func request() throws -> Attendance.Request {
        guard let session, let participant, let status else {
            throw Usage(
                "Donnez un fichier CSV, ou un émargement par --session, --participant et --status.",
                "Give a CSV file, or one mark by --session, --participant and --status.")
        }
        return Attendance.Request(
            session: session, participant: Spelling.composed(participant), status: status, minutes: minutes, mode: mode,
            reason: reason)
    }
}

struct AttendanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance", abstract: "The marks there are, and those that are missing.",
        subcommands: [List.self, Missing.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the marks of a cohort.",
            discussion: "Example: cohorte attendance list --cohort pilote-2021 --session s03")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var choice: CohortChoice
        @Option(help: "Only this half-day.") var session: Session.Code?
        @Option(help: "Only this person: e-mail or id.") var participant: String?

        func run() async throws {
            let (choice, session, participant) = (choice, session, participant)
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.attendance(in: choice.cohort(tx, of: programme), session: session, participant: participant)
            }
            try Listing(options: options).print(rows)
        }
    }

    struct Missing: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "missing",
            abstract: "Lists who was expected at a half-day and is not marked.",
            discussion: "Example: cohorte attendance missing --cohort pilote-2021")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var moment: AsOfOption
        @OptionGroup var choice: CohortChoice

        func run() async throws {
            let (choice, asOf) = (choice, moment.asOf)
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.unmarked(in: choice.cohort(tx, of: programme), on: tx.day(asOf))
            }
            try Listing(options: options).print(rows)
        }
    }
}
