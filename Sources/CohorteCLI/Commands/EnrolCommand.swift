import ArgumentParser
import Training

/// Enrols the people of a file, or one by options.
struct EnrolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol",
        abstract: "Enrols people in a cohort: a CSV file, or one person by options.",
        discussion: """
            All or nothing: one refused line refuses the file, and every bad line is listed on standard error, however \
            many there are. The list of what became of each line comes once all is done; what is too long for memory \
            waits in a file without a name in TMPDIR (/tmp). Examples:
              cohorte enrol pilote-2021 inscriptions.csv --dry-run
              cohorte enrol pilote-2021 --office albi --commune Albi --provider "Gîte fictif" --category gite_meuble \
            --family-name Exemple --given-name Anne --email anne@example.org
            """)
    @OptionGroup var options: ListOptions
    @OptionGroup var moment: AsOfOption
    @Argument(help: "The cohort's code.") var cohort: Cohort.Code
    @Argument(help: "The CSV file, or - for standard input.") var file: String?
    @Flag(help: "Does everything, then undoes it.") var dryRun = false
    @Option(help: "One person: the office's code or name.") var office: String?
    @Option(help: "One person: the commune's name or INSEE code.") var commune: String?
    @Option(help: "One person: the provider's name.") var provider: String?
    @Option(help: "One person: the provider's category.") var category: String?
    @Option(help: "One person: the family name.") var familyName: String?
    @Option(help: "One person: the given name.") var givenName: String?
    @Option(help: "One person: the e-mail address.") var email: String?
    @Option(help: "One person: the phone number.") var phone: String?
    @Option(help: "One person: the day of the application (default: today).") var appliedOn: Day?

    /// The columns of the answer.
    private static let columns = ["line", "participant", "outcome", "status", "rank"]

    func run() async throws {
        let door = try await Door.open(options)
        let outcomes: Spool<Enrolment.Outcome>
        if let file {
            guard single.allSatisfy({ $0.value == nil }), appliedOn == nil else {
                throw Usage("Un fichier ou une personne, pas les deux.", "A file or one person, not both.")
            }
            let progress = ImportProgress(options.global)
            let read = try FileOfLines(file, .enrolments, progress: progress, Enrolment.Request.init(row:))
            door.tell(read.notices)
            outcomes = try await read.imported { lines in try await enrol(lines, door, progress) }
        } else {
            do {
                outcomes = try await enrol(Lines(read: [(1, try request())]), door, nil)
            } catch let refused as LinesRefused {
                throw try ItemRefused(refused)
            }
        }
        let isFile = file != nil
        try Listing(options: options).print(Self.columns, hiding: isFile ? [] : ["line"]) { body in
            try outcomes.each { try body($0.cells(isFile: isFile)) }
        }
        try tell(outcomes, door)
    }

    private func enrol(
        _ lines: some LineSource<Enrolment.Request>, _ door: Door, _ progress: ImportProgress?
    ) async throws -> Spool<Enrolment.Outcome> {
        let (cohort, asOf) = (cohort, moment.asOf)
        return try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
            var outcomes = Spool<Enrolment.Outcome>()
            try tx.enrol(
                lines, in: cohort, of: programme, on: try tx.day(asOf), reaching: { progress?.reach($0) }
            ) { try outcomes.append($0) }
            return outcomes
        }
    }

    private var single: [(name: String, value: String?)] {
        [
            ("office", office), ("commune", commune), ("provider", provider), ("category", category),
            ("family_name", familyName), ("given_name", givenName), ("email", email), ("phone", phone),
        ]
    }

    /// The one person of the options, read as a line of a file would be.
    private func request() throws -> Enrolment.Request {
        let given = single + [("applied_on", appliedOn?.description)]
        guard given.contains(where: { $0.value != nil }) else {
            throw Usage(
                "Donnez un fichier CSV, ou une personne par --office, --commune, --provider…",
                "Give a CSV file, or one person by --office, --commune, --provider…")
        }
        let header = Header(titles: given.map(\.name), in: .enrolments)
        let row = Row(line: 1, cells: given.map { Spelling.composed($0.value ?? "") }, header: header)
        do { return try Enrolment.Request(row: row) } catch {
            throw ItemRefused(Misread(line: nil, column: error.column, reason: error.reason))
        }
    }

    private func tell(_ outcomes: Spool<Enrolment.Outcome>, _ door: Door) throws {
        var (enrolled, waitlisted, unchanged) = (0, 0, 0)
        try outcomes.each { outcome in
            switch Outcome(outcome) {
            case .enrolled: enrolled += 1
            case .waitlisted: waitlisted += 1
            case .unchanged: unchanged += 1
            }
        }
        door.tell(
            "\(enrolled) inscrit\(enrolled > 1 ? "s" : ""), \(waitlisted) en liste d’attente, \(unchanged) inchangé\(unchanged > 1 ? "s" : "").",
            "\(enrolled) enrolled, \(waitlisted) waitlisted, \(unchanged) unchanged.")
        door.tellRehearsal(dryRun)
    }

    /// What became of a line.
    enum Outcome: String, Labelled {
        case enrolled, waitlisted, unchanged

        init(_ outcome: Enrolment.Outcome) {
            self = outcome.isUnchanged ? .unchanged : outcome.status == .waitlisted ? .waitlisted : .enrolled
        }

        var label: Sentence {
            switch self {
            case .enrolled: Sentence("nouveau", "new")
            case .waitlisted: Sentence("nouveau", "new")
            case .unchanged: Sentence("inchangé", "unchanged")
            }
        }
    }
}

extension Enrolment.Outcome {
    /// The line of the answer; a person given by options stands on no line.
    fileprivate func cells(isFile: Bool) -> [ColumnValue] {
        let outcome = EnrolCommand.Outcome(self)
        return [
            isFile ? .integer(Int(line)) : .nothing, .text(participant), .code(outcome.rawValue, outcome.label),
            .code(status.rawValue, status.label), rank.map { .integer($0) } ?? .nothing,
        ]
    }
}

/// One item given by options was refused: a sentence, and exit code 65.
struct ItemRefused: Error {
    let misreads: [Misread]

    init(_ refused: LinesRefused) throws {
        misreads = try refused.lines.all().map { Misread(line: nil, column: $0.column, reason: $0.reason) }
    }

    init(_ misread: Misread) { misreads = [misread] }
}
