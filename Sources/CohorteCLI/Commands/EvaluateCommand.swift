import ArgumentParser
import Documents
import Training

/// Makes the evaluation (bilan) of a cohort and writes it.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Makes the evaluation (bilan) of a cohort and writes it.",
        discussion: """
            Writes evaluation.html, evaluation.json, figures.csv and the data of the charts under DIR/COHORT/coordinator/. A \
            final one is refused while something is missing. Examples:
              cohorte evaluate pilote-2021 --out bilans
              cohorte evaluate pilote-2021 --final --pdf
              cohorte evaluate --due --out bilans
            """)
    @OptionGroup var options: GlobalOptions
    @Argument(help: "The cohort's code.") var cohort: Cohort.Code?
    @Flag(help: "Makes it final: refused while something is missing.") var final = false
    @Flag(help: "Every closed cohort without a final evaluation, of all programmes.") var due = false
    @Option(help: "Whom it is for.") var audience = Audience.coordinator
    @Option(help: "The folder it is written under.") var out = "bilans"
    @Flag(help: "Also as PDF, by WeasyPrint.") var pdf = false
    @Option(name: .customLong("as-of"), help: "The last day that counts (default: the cohort's last).") var asOf = AsOf
        .now

    enum Audience: String, CaseIterable, ExpressibleByArgument { case coordinator }

    /// One file that was written.
    struct Line {
        let cohort: Cohort.Code
        let status: String
        let number: Int
        let file: String
    }

    func validate() throws {
        guard !out.isEmpty else { throw ValidationError("--out names a folder.") }
    }

    func run() async throws {
        let weasyPrint = pdf ? try WeasyPrint() : nil
        let door = try await Door.open(options)
        guard due else {
            guard let cohort else { throw Usage("Donnez une cohorte, ou --due.", "Give a cohort, or --due.") }
            return try Listing(options: options).print(try await evaluate(cohort, door, weasyPrint, isFinal: final))
        }
        guard cohort == nil, asOf == .now else {
            throw Usage(
                "--due prend toutes les cohortes : sans code ni --as-of.",
                "--due takes every cohort: no code, no --as-of.")
        }
        try await evaluateDue(door, weasyPrint)
    }

    private func evaluate(_ cohort: Cohort.Code, _ door: Door, _ weasyPrint: WeasyPrint?, isFinal: Bool) async throws
        -> [Line]
    {
        let asOf = asOf
        let made = try await door.ask(for: .snapshot) { tx, programme in
            try tx.evaluate(
                cohort, of: programme, isFinal: isFinal, on: asOf == .now ? nil : tx.day(asOf), program: Cohorte.version
            )
        }
        let files = try await EvaluationFiles(made, in: options.language).write(under: out, weasyPrint)
        if let old = made.supersedes {
            door.tell("Il remplace le bilan définitif n° \(old).", "It supersedes final evaluation \(old).")
        }
        if !made.isNew { door.tell("\(cohort) : bilan inchangé.", "\(cohort): evaluation unchanged.") }
        for missing in made.evaluation.missing {
            let sentence = missing.sentence(naming: made.names)
            door.tell("  - \(sentence.french)", "  - \(sentence.english)")
        }
        return files.map {
            Line(cohort: cohort, status: made.stored.status.rawValue, number: Int(made.stored.number), file: $0)
        }
    }

    /// The batch: one bad cohort is said and stops no other.
    private func evaluateDue(_ door: Door, _ weasyPrint: WeasyPrint?) async throws {
        let programmes = try await door.database.transaction(as: .admin(nil)) { tx in try tx.programmes() }
        var jobs: [(programme: Programme, cohort: Cohort.Code)] = []
        for programme in programmes where options.programme.map({ $0 == programme.code }) ?? true {
            let codes = try await door.database.transaction(as: .admin(programme.id)) { tx in
                try tx.cohortsDue(in: programme.id)
            }
            jobs += codes.map { (programme, $0) }
        }
        var bar = ProgressBar("bilans", total: jobs.count, quiet: options.quiet)
        var lines: [Line] = []
        var failures = 0
        for (programme, cohort) in jobs {
            do {
                var options = options
                options.programme = programme.code
                lines += try await evaluate(
                    cohort, Door(database: door.database, options: options), weasyPrint, isFinal: true)
            } catch {
                bar.finish()
                complain("\(programme.code)/\(cohort):")
                _ = Leaving.code(of: error)
                failures += 1
            }
            bar.advance()
        }
        bar.finish()
        try Listing(options: options).print(lines)
        if failures > 0 { throw Leaving.Said(code: .refused) }
    }
}

/// The files of one evaluation, each written whole or not at all.
struct EvaluationFiles {
    private let folder: String
    private let files: [(name: String, bytes: [UInt8])]

    init(_ made: Evaluation.Made, in language: Language) {
        let names = Dictionary(
            uniqueKeysWithValues: made.names.map { name in
                (name.pseudonym, PersonName(name: "\(name.givenName) \(name.familyName)", provider: name.provider))
            })
        let page = EvaluationPage(made.evaluation, names: names, supersedes: made.supersedes, in: language)
        folder = "\(made.evaluation.cohort.code)/\(made.evaluation.audience.rawValue)"
        files =
            [
                ("evaluation.html", page.html()),
                ("evaluation.json", Array(made.stored.body.utf8)),
                ("figures.csv", made.evaluation.figuresCSV()),
            ] + made.evaluation.charts().map { ($0.name, $0.csv) }
    }

    /// Writes them under a folder, the page also as PDF when there is a printer; gives their paths.
    func write(under parent: String, _ weasyPrint: WeasyPrint? = nil) async throws -> [String] {
        var files = files
        if let weasyPrint, let page = files.first?.bytes {
            files.append(("evaluation.pdf", try await weasyPrint.pdf(page)))
        }
        return try files.map { name, bytes in
            let path = "\(parent)/\(folder)/\(name)"
            try writeFile(bytes, to: path)
            return path
        }
    }
}
