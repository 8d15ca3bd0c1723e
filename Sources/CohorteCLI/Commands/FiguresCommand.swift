import ArgumentParser
import Statistics
import Training

/// Every paired figure of a file, for a statistician. It needs no database.
struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "Computes every figure of a two-column file before;after.",
        discussion: """
            Other columns of the file are passed over. The scale's ends are needed for the gains only. With --explain it prints what figures are instead: all of \
            them (F1 to F16, R4 to R7, R10), or those named by a name or a number. Examples:
              cohorte figures scores.csv --min 0 --max 8 --format json
              cohorte figures --explain
              cohorte figures --explain d_z
              cohorte figures --explain F4 --lang en --format csv
            """)
    @OptionGroup var options: ListOptions
    @Argument(
        help: """
            The CSV file with the columns before and after (avant, apres), or - for standard input; with --explain, a figure.
            """)
    var file: String?
    @Option(name: .customLong("min"), help: "The least value of the scale.") var minimum: Double?
    @Option(name: .customLong("max"), help: "The greatest value of the scale.") var maximum: Double?
    @Option(help: "The instrument's published reliability r, for reliable change.") var reliability: Double?
    @Flag(help: "Prints what each figure is, its source and the function to check it with.") var explain = false

    /// One figure as a line.
    struct Line {
        let figure: String
        let value: Double?
        let lower: Double?
        let upper: Double?
        let why: String?
        /// Of a figure that is a word, such as the way in which a p was found.
        let text: String?
    }

    /// One definition as a line.
    struct Definition {
        let id: String
        let figure: String
        let definition: String
        let source: String
        let reference: String
    }

    func validate() throws {
        if let minimum, let maximum, minimum >= maximum {
            throw ValidationError("--min must be below --max.")
        }
        if let reliability, !(0..<1).contains(reliability) {
            throw ValidationError("--reliability goes from 0 to below 1.")
        }
        if [minimum, maximum].contains(where: { $0.map { !$0.isFinite } ?? false }) {
            throw ValidationError("--min and --max are numbers.")
        }
    }

    func run() throws {
        if explain { return try printDefinitions() }
        guard let file else { throw Usage("Donnez un fichier, ou --explain.", "Give a file, or --explain.") }
        let (minimum, maximum) = (minimum, maximum)
        let read = try FileOfLines(file, .pairs) { row throws(Misread) in
            Pair(
                before: try row.cell("before").number(from: minimum, to: maximum),
                after: try row.cell("after").number(from: minimum, to: maximum))
        }
        if !options.quiet { for notice in read.notices { complain(notice.text(options.language)) } }
        let lines = try read.all()
        try read.refuse(lines.misread)
        let pairs = lines.read.map(\.request)
        let figures = PairedFigures(
            pairs, minimum: minimum ?? -.infinity, maximum: maximum ?? .infinity,
            reliability: reliability)
        let entries = figures.entries + Bootstrap(pairs).entries
        if options.format == .json { return try Output.object { $0.fields(entries) } }
        try Listing(options: options).print(entries.map { Line($0, options.language) })
    }

    private func printDefinitions() throws {
        let isFrench = options.language == .french
        let meant = file.map(FigureDefinition.meant) ?? FigureDefinition.all
        guard !meant.isEmpty else {
            throw Usage(
                "Figure inconnue ; « cohorte figures --explain » les nomme toutes.",
                "No such figure; \"cohorte figures --explain\" names them all.")
        }
        try Listing(options: options).print(
            meant.map {
                Definition(
                    id: $0.id, figure: $0.name, definition: $0.definition(french: isFrench),
                    source: $0.source(french: isFrench),
                    reference: $0.reference(french: isFrench))
            })
    }
}

extension Cell {
    /// A number on the scale that was told.
    fileprivate func number(from minimum: Double?, to maximum: Double?) throws(Misread) -> Double {
        let number = try scientific()
        let isOff = minimum.map { number < $0 } ?? false || maximum.map { number > $0 } ?? false
        guard !isOff else { throw misread("\(text) est hors de l’échelle", "\(text) is outside the scale") }
        return number
    }
}

extension FiguresCommand.Line {
    init(_ entry: Entry, _ language: Language) {
        figure = entry.name
        var (value, lower, upper, why, text): (Double?, Double?, Double?, String?, String?)
        switch entry.value {
        case .integer(let count): value = Double(count)
        case .number(let number): value = significant(number)
        case .interval(let interval): (lower, upper) = (significant(interval.lower), significant(interval.upper))
        case .text(let word): text = word
        case .unavailable(let reason): why = reason.sentence(french: language == .french)
        }
        (self.value, self.lower, self.upper, self.why, self.text) = (value, lower, upper, why, text)
    }
}
