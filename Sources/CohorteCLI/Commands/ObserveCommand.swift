import ArgumentParser
import Training

/// Records observations of the territory from a file, or one by options.
struct ObserveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "observe",
        abstract: "Records how providers and communes look on the web: a CSV file, or one observation by options.",
        discussion: """
            Columns: unit (a provider or commune, by name or id), criterion, wave, date, observer, value (0 to 3, \
            sans_objet or non_observe), evidence (a URL or a note); for the mystery mails P03 and C08 sent_at, replied_at \
            and kind (aucune, automatique, partielle, complete, complete_avec_lien) instead of a value; commune where \
            providers share a name; reason for a correction; cohort for which it is observed (or --cohort, for the whole \
            file): without one it is the territory's, and counts for each cohort whose dates it suits, so a second cohort in \
            the same commune has its own. Times are Paris time, or have their offset. Who is recorded \
            first on a criterion counts; a second observer serves the agreement. Examples:
              cohorte observe constats.csv --dry-run
              cohorte observe constats-2022.csv --cohort automne-2022
              cohorte observe --unit "Gîte fictif" --criterion P05 --wave before --date 2021-06-15 --observer Léa --value 2
              cohorte observe --unit "Gîte fictif" --criterion P03 --wave before --observer Léa \
            --sent-at "2021-06-15 09:30" --replied-at "2021-06-16 10:05" --kind complete
            """)
    @OptionGroup var options: GlobalOptions
    @OptionGroup var moment: AsOfOption
    @Argument(help: "The CSV file, or - for standard input.") var file: String?
    @Option(help: "The cohort for which it is observed (default: the territory, whatever the cohort).")
    var cohort: Cohort.Code?
    @Flag(help: "Does everything, then undoes it.") var dryRun = false
    @Option(help: "One observation: a provider or commune, by name or id.") var unit: String?
    @Option(help: "One observation: the commune of a provider that shares its name.") var commune: String?
    @Option(help: "One observation: the criterion's code.") var criterion: String?
    @Option(help: "One observation: before, after or follow_up.") var wave: String?
    @Option(help: "One observation: its day.") var date: String?
    @Option(help: "One observation: who looked.") var observer: String?
    @Option(help: "One observation: 0 to 3, not_applicable or not_observed.") var value: String?
    @Option(help: "One observation: a URL or a note.") var evidence: String?
    @Option(help: "A mystery mail: when it was sent.") var sentAt: String?
    @Option(help: "A mystery mail: when it was answered.") var repliedAt: String?
    @Option(help: "A mystery mail: none, automatic, partial, complete or complete_with_link.") var kind: String?
    @Option(help: "One observation: why an earlier one is corrected.") var reason: String?

    func run() async throws {
        let door = try await Door.open(options)
        let single = row
        guard file == nil || single.cells.isEmpty else {
            throw Usage(
                "Un fichier ou un constat par options : l’un des deux.",
                "A file or one observation by options: one of the two.")
        }
        if let file {
            let progress = ImportProgress(options)
            let cohort = cohort
            let read = try FileOfLines(file, .observations, progress: progress) { row throws(Misread) in
                try Observation.Request(row: row, cohort: cohort)
            }
            door.tell(read.notices)
            tell(try await read.imported { lines in try await observe(lines, door, progress) }, door)
        } else {
            do {
                tell(try await observe(Lines(read: [(1, try request(single))]), door, nil), door)
            } catch let refused as LinesRefused {
                throw try ItemRefused(refused)
            }
        }
        door.tellRehearsal(dryRun)
    }

    private func observe(
        _ lines: some LineSource<Observation.Request>, _ door: Door, _ progress: ImportProgress?
    ) async throws -> [Observation.Outcome: Int] {
        let (asOf, isFile) = (moment.asOf, file != nil)
        return try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
            var outcomes: [Observation.Outcome: Int] = [:]
            try tx.observe(
                lines, of: programme, on: try tx.day(asOf), isFile: isFile, reaching: { progress?.reach($0) }
            ) { outcomes[$0.outcome, default: 0] += 1 }
            return outcomes
        }
    }

    private func tell(_ outcomes: [Observation.Outcome: Int], _ door: Door) {
        func count(_ kind: Observation.Outcome) -> Int { outcomes[kind] ?? 0 }
        let (added, corrected, unchanged) = (count(.added), count(.corrected), count(.unchanged))
        door.tell(
            "\(added) constat\(added > 1 ? "s ajoutés" : " ajouté"), \(corrected) corrigé\(corrected > 1 ? "s" : ""), \(unchanged) inchangé\(unchanged > 1 ? "s" : "").",
            "\(added) added, \(corrected) corrected, \(unchanged) unchanged.")
        let (answered, since) = (count(.answered), count(.correctedSince))
        if answered > 0 {
            door.tell(
                "\(answered) courriel\(answered > 1 ? "s répondus" : " répondu") depuis.",
                "\(answered) mail\(answered > 1 ? "s" : "") answered since.")
        }
        if since > 0 {
            door.tell(
                "\(since) laissé\(since > 1 ? "s" : "") : corrigé\(since > 1 ? "s" : "") depuis.",
                "\(since) left as corrected since.")
        }
    }

    /// The options as a line of a file.
    private var row: Row {
        Row(
            [
                ("unit", unit), ("commune", commune), ("criterion", criterion), ("wave", wave), ("date", date),
                ("observer", observer), ("value", value), ("evidence", evidence), ("sent_at", sentAt),
                ("replied_at", repliedAt), ("kind", kind), ("reason", reason),
            ], in: .observations)
    }

    private func request(_ row: Row) throws -> Observation.Request {
        guard unit != nil, criterion != nil, wave != nil, observer != nil else {
            throw Usage(
                "Donnez un fichier CSV, ou un constat par --unit, --criterion, --wave, --observer et --value.",
                "Give a CSV file, or one observation by --unit, --criterion, --wave, --observer and --value.")
        }
        do { return try Observation.Request(row: row, cohort: cohort) } catch { throw ItemRefused(error.ofOptions) }
    }
}
