import ArgumentParser
import Training

/// Records assessments from a file.
struct AssessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess", abstract: "Records the answers of a cohort to an instrument at a wave.",
        discussion: """
            Columns: participant, date, then one per item; a cell is a number, passe, sans_objet, refus or non_pose; empty is \
            non_pose. An anonymous questionnaire has the number of the sheet (sheet) instead of participant. Examples:
              cohorte assess pilote-2021 avant.csv --instrument competences-numeriques --wave before
              cohorte assess pilote-2021 chaud.csv --instrument satisfaction-chaud --wave after --anonymous
            """)
    @OptionGroup var options: GlobalOptions
    @OptionGroup var moment: AsOfOption
    @Argument(help: "The cohort's code.") var cohort: Cohort.Code
    @Argument(help: "The CSV file, or - for standard input.") var file: String
    @Option(help: "The instrument's code (code@version for another than the one in use).") var instrument:
        InstrumentName
    @Option(help: "before, after, retrospective or follow_up.") var wave: Assessment.Wave
    @Flag(help: "The questionnaire is anonymous: sheets, no names.") var anonymous = false
    @Flag(help: "Does everything, then undoes it.") var dryRun = false

    func run() async throws {
        let door = try await Door.open(options)
        if anonymous { return try await runAnonymously(door) }
        let read = try FileOfAssessments(file)
        door.tell(read.file.notices)
        let (cohort, name, wave, asOf) = (cohort, instrument, wave, moment.asOf)
        let (added, unchanged, instrument, judgedBy) = try await read.file.imported { file in
            let lines = try file.all()
            return try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                try tx.assess(
                    lines, columns: file.others, in: cohort, of: programme, with: name.code, version: name.version,
                    at: wave, on: tx.day(asOf))
            }
        }
        door.tell(
            "\(instrument.name), \(wave.label.french) : \(added) ajouté\(added > 1 ? "s" : ""), \(unchanged) inchangé\(unchanged > 1 ? "s" : "").",
            "\(instrument.name), \(wave.label.english): \(added) added, \(unchanged) unchanged.")
        if judgedBy?.instrumentID != instrument.instrumentID {
            let other = judgedBy?.name ?? "–"
            door.tell(
                "Le score global du bilan vient d’un autre questionnaire : \(other).",
                "The evaluation's overall score comes from another instrument: \(other).")
        }
        door.tellRehearsal(dryRun)
    }

    private func runAnonymously(_ door: Door) async throws {
        let file = try FileOfAssessments(file, isAnonymous: true).file
        door.tell(file.notices)
        let (cohort, name, wave, asOf) = (cohort, instrument, wave, moment.asOf)
        let (added, unchanged, instrument) = try await file.imported { file in
            let lines = try file.all()
            return try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                try tx.assessAnonymously(
                    lines, columns: file.others, in: cohort, of: programme, with: name.code, version: name.version,
                    at: wave, on: tx.day(asOf))
            }
        }
        door.tell(
            "\(instrument.name), \(wave.label.french) : \(added) feuille\(added > 1 ? "s" : "") ajoutée\(added > 1 ? "s" : ""), \(unchanged) inchangée\(unchanged > 1 ? "s" : "").",
            "\(instrument.name), \(wave.label.english): \(added) sheet\(added == 1 ? "" : "s") added, \(unchanged) unchanged."
        )
        door.tellRehearsal(dryRun)
    }
}

/// An assessment file: its columns after the first are items.
private struct FileOfAssessments: Sendable {
    let file: FileOfLines<Assessment.Request>

    init(_ path: String, isAnonymous: Bool = false) throws {
        let layout = isAnonymous ? Layout.sheets : .assessments
        file = try FileOfLines(path, layout) { row throws(Misread) in
            let known = Set(layout.columns.map(\.name))
            return try Assessment.Request(
                row: row, items: row.header.names.filter { !$0.isEmpty && !known.contains($0) },
                by: layout.columns[0].name)
        }
    }
}

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Scores from 0 to 100.", subcommands: [List.self, Figures.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the scores of a cohort: overall, by area and by competence.",
            discussion: "Example: cohorte score list --cohort pilote-2021 --wave after --format csv")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: CohortChoice
        @Option(help: "Only this wave.") var wave: Assessment.Wave?

        func run() async throws {
            let (choice, wave) = (choice, wave)
            try await Door.open(options).walk(options) { (tx, programme, line: (ScoreLine) throws -> Void) in
                try tx.eachScore(in: choice.cohort(tx, of: programme), at: wave, line)
            }
        }
    }
}

struct AssessmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assessment", abstract: "Assessments with their days, and those that are missing.",
        subcommands: [List.self, Missing.self, Explain.self, Windows.self, Window.self])

    struct Missing: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "missing",
            abstract: "Lists who entered and has not answered.",
            discussion: "Example: cohorte assessment missing --cohort pilote-2021 --wave after")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: CohortChoice
        @Option(help: "Only this wave.") var wave: Assessment.Wave?

        func run() async throws {
            let (choice, wave) = (choice, wave)
            try await Door.open(options).list(options) { tx, programme in
                try tx.queryOfNotAssessed(in: choice.cohort(tx, of: programme), at: wave)
            }
        }
    }

    struct Explain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain",
            abstract: "Says why an assessment is missing.",
            discussion:
                "Example: cohorte assessment explain pilote-2021 anne@example.org --wave after --reason unreachable")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var place: PlaceArguments
        @Option(help: "The wave: before, after, retrospective or follow_up.") var wave: Assessment.Wave
        @Option(help: "The coded reason.") var reason: Assessment.MissingReason
        @Option(help: "A note.") var note: Remark?

        func run() async throws {
            let (cohort, participant, wave, reason, note) = (place.cohort, place.participant, wave, reason, note)
            let door = try await Door.open(options)
            let made = try await door.ask { tx, programme in
                try tx.explain(participant, in: cohort, of: programme, at: wave, reason, note: note?.text)
            }
            door.tell("\(participant) : \(made.label.french).", "\(participant): \(made.label.english).")
        }
    }
}
