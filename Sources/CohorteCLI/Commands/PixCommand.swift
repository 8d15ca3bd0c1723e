import ArgumentParser
import Training

struct PixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pix", abstract: "Results of Pix campaigns.", subcommands: [Import.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Imports the export of a Pix campaign as assessments, one question for each competence.",
            discussion: """
                The file is the one that Pix Orga exports of a collection of profiles, as it is. People are known by their \
                names in the cohort; who did not send their results is left out. --ceiling is the level at which scores \
                stopped on the campaign's day (see "cohorte framework ceilings"): scores with two ceilings never pair. \
                Example: cohorte pix import pilote-2021 export-pix.csv --wave before --ceiling 5
                """)
        @OptionGroup var options: GlobalOptions
        @OptionGroup var moment: AsOfOption
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Argument(help: "The CSV file, or - for standard input.") var file: String
        @Option(help: "before, after, retrospective or follow_up.") var wave: Assessment.Wave
        @Option(help: "The level at which scores stopped on the campaign's day.") var ceiling: Int
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let (cohort, wave, ceiling, asOf) = (cohort, wave, ceiling, moment.asOf)
            let door = try await Door.open(options)
            let file = try FileOfLines(file, .pix, Pix.Line.init(row:))
            door.tell(file.notices)
            let titles = file.others.compactMap(Pix.Line.competence)
            let done = try await file.imported { file in
                let lines = try file.all()
                return try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                    try tx.importPix(
                        lines, titles: titles, in: cohort, of: programme, ceiling: ceiling, at: wave, on: tx.day(asOf))
                }
            }
            door.tell(
                "\(done.instrument.name), \(wave.label.french) : \(done.added) ajouté\(done.added > 1 ? "s" : ""), \(done.unchanged) inchangé\(done.unchanged > 1 ? "s" : ""), \(done.unsent) sans envoi.",
                "\(done.instrument.name), \(wave.label.english): \(done.added) added, \(done.unchanged) unchanged, \(done.unsent) not sent."
            )
            door.tellRehearsal(dryRun)
        }
    }
}

extension Layout {
    static let pix = Layout(
        [
            Column("family_name", "Nom du Participant"), Column("given_name", "Prénom du Participant"),
            Column("sent", "Envoi (O/N)"),
            Column("sent_on", "Date de l'envoi", "Date et heure de l'envoi (Europe/Paris)"),
        ], allowsOthers: true)
}

extension Pix.Line {
    private static let prefix = "Nombre de pix pour la compétence "

    /// The competence whose points a column holds; nil of another column.
    static func competence(_ column: String) -> String? {
        let isScore = column.lowercased().hasPrefix(prefix.lowercased())
        return isScore ? String(column.dropFirst(prefix.count)) : nil
    }

    init(row: Row) throws(Misread) {
        let isSent = try row.cell("sent").boolean()
        var scores: [(title: String, pix: Double)] = []
        if isSent {
            for name in row.header.names {
                guard let title = Self.competence(name) else { continue }
                scores.append((title, try row.cell(name).decimal()))
            }
        }
        let sent = row.cell("sent_on")
        let day = Cell(text: String(sent.text.prefix(10)), line: sent.line, column: sent.column)
        self.init(
            familyName: try row.cell("family_name").text(upTo: 100),
            givenName: try row.cell("given_name").text(upTo: 100), sentOn: isSent ? try day.calendarDay() : nil,
            scores: scores)
    }
}
