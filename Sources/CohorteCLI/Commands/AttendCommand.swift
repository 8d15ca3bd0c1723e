import ArgumentParser
import Training

/// Marks attendance from a file, one mark by options, or a whole signed sheet at once.
struct AttendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attend", abstract: "Marks attendance: a CSV file, one mark by options, or a whole sheet at once.",
        discussion: """
            A mark that changes an earlier one is a correction and gives its reason. An absence announced before the \
            half-day stays when the sheet is entered, unless the person is named. Examples:
              cohorte attend pilote-2021 emargements.csv --dry-run
              cohorte attend pilote-2021 --session s03 --participant anne@example.org --status late --minutes 150
              cohorte attend pilote-2021 --session s04 --participant anne@example.org --status excused --reason "Salon"
              cohorte attend pilote-2021 --session s04 --all present --absent jean@example.org --late lea@example.org=150
            """)
    @OptionGroup var options: GlobalOptions
    @OptionGroup var moment: AsOfOption
    @Argument(help: "The cohort's code.") var cohort: Cohort.Code
    @Argument(help: "The CSV file, or - for standard input.") var file: String?
    @Flag(help: "Does everything, then undoes it.") var dryRun = false
    @Option(help: "One mark or a whole sheet: the session's code.") var session: String?
    @Option(help: "One mark: the person's e-mail or id.") var participant: String?
    @Option(help: "One mark: the status.") var status: Presence?
    @Option(help: "One mark: the minutes attended.") var minutes: Int?
    @Option(help: "One mark, or all who were there: on_site or remote.") var mode: Session.Mode?
    @Option(help: "One mark, or all who differ: the reason.") var reason: Remark?
    @OptionGroup(title: "A whole sheet") var sheet: RollCallOptions

    func run() async throws {
        let door = try await Door.open(options)
        let (isSingle, isSheet) = (participant != nil || status != nil || minutes != nil, sheet.all != nil)
        let others = [session != nil || mode != nil || reason != nil, isSingle, isSheet]
        guard !(file != nil && others.contains(true)), !(isSingle && isSheet) else {
            throw Usage(
                "Un fichier, un émargement ou une feuille entière : un seul des trois.",
                "A file, one mark or a whole sheet: one of the three.")
        }
        let roll = try sheet.rollCall(at: session.flatMap(Session.Code.init(typed:)), mode: mode, reason: reason?.text)
        if let file {
            let progress = ImportProgress(options)
            let read = try FileOfLines(file, .attendance, progress: progress, Attendance.Request.init(row:))
            door.tell(read.notices)
            tell(try await read.imported { lines in try await attend(lines, door, progress) }, door)
        } else if let roll {
            tell(try await call(roll, door), door)
        } else {
            do {
                tell(try await attend(Lines(read: [(1, try request())]), door, nil), door)
            } catch let refused as LinesRefused {
                throw try ItemRefused(refused)
            }
        }
        door.tellRehearsal(dryRun)
    }

    /// What became of the lines, and who can no longer reach the minimum since.
    private typealias Marked = (outcomes: [Attendance.Outcome: Int], outlook: [Attendance.Outlook])

    /// From how many lines on nobody reads who can no longer reach the minimum.
    private static var many: Int { 1000 }

    private func attend(
        _ lines: some LineSource<Attendance.Request>, _ door: Door, _ progress: ImportProgress?
    ) async throws -> Marked {
        let (cohort, asOf, isFile) = (cohort, moment.asOf, file != nil)
        return try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
            let day = try tx.day(asOf)
            var outcomes: [Attendance.Outcome: Int] = [:]
            try tx.attend(
                lines, in: cohort, of: programme, on: day, isFile: isFile, reaching: { progress?.reach($0) }
            ) { outcomes[$0.outcome, default: 0] += 1 }
            guard outcomes.values.reduce(0, +) < Self.many else { return (outcomes, []) }
            return (outcomes, try tx.outlook(in: tx.cohort(cohort, of: programme), on: day, justMarked: true))
        }
    }

    private func call(_ roll: Attendance.RollCall, _ door: Door) async throws -> Marked {
        let (cohort, asOf) = (cohort, moment.asOf)
        let (called, outlook) = try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
            let day = try tx.day(asOf)
            let called = try tx.call(roll, in: cohort, of: programme, on: day)
            return (called, try tx.outlook(in: tx.cohort(cohort, of: programme), on: day, justMarked: true))
        }
        for person in called.kept {
            let reason = person.reason.map { " (\($0))" } ?? ""
            door.tell(
                "Gardé : \(person.participant), \(person.status.label.french)\(reason).",
                "Kept: \(person.participant), \(person.status.label.english)\(reason).")
        }
        return (Dictionary(called.outcome.map { ($0, 1) }, uniquingKeysWith: +), outlook)
    }

    private func tell(_ made: Marked, _ door: Door) {
        func count(_ kind: Attendance.Outcome) -> Int { made.outcomes[kind] ?? 0 }
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
        door.warn(made.outlook)
    }

    private func request() throws -> Attendance.Request {
        guard let session, let participant, let status else {
            throw Usage(
                "Donnez un fichier CSV, un émargement par --session, --participant et --status, ou une feuille par --session et --all.",
                "Give a CSV file, one mark by --session, --participant and --status, or a sheet by --session and --all."
            )
        }
        return Attendance.Request(
            session: session, participant: Spelling.composed(participant), status: status, minutes: minutes, mode: mode,
            reason: reason?.text)
    }
}
