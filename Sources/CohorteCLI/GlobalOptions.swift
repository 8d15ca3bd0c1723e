public import ArgumentParser
import FoundationEssentials
public import Training

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(help: "Where PostgreSQL is: libpq keywords or a URI (else DATABASE_URL, PG* variables, else its own).")
    var database: String?

    @Flag(help: "That address is a pooler's in transaction mode, such as PgBouncer.")
    var pooled = false

    @Option(help: "The programme's code (needed when there are several).")
    var programme: Programme.Code?

    @Option(help: "How lists are printed: table, csv, json; csv-fr or xlsx for spreadsheets.")
    var format = Format.table

    @Option(name: .customLong("lang"), help: "The language of data words and messages: fr or en.")
    var language = Language.french

    @Flag(help: "Prints nothing but data and errors.")
    var quiet = false

    @Flag(help: "Answers yes to questions.")
    var yes = false

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, csv, json
        /// As French spreadsheets open it: semicolons, decimal commas, words and dates in French, UTF-8 with its mark.
        case french = "csv-fr"
        case xlsx
    }
}

/// What every command takes that prints a list.
@dynamicMemberLookup struct ListOptions: ParsableArguments {
    @OptionGroup var global: GlobalOptions
    @Option(help: "The file that the list is written to (default: standard output).") var out: String?

    subscript<Value>(dynamicMember path: KeyPath<GlobalOptions, Value>) -> Value { global[keyPath: path] }

    func validate() throws {
        guard out?.isEmpty != true else { throw ValidationError("--out names a file.") }
    }
}

/// What somebody adds in their own words: one line, as cells of files take it.
struct Remark: ExpressibleByArgument {
    let text: String

    init?(argument: String) {
        guard let text = try? Cell(text: Spelling.composed(argument), line: 0, column: "").text(upTo: 2000),
            text.contains(where: { !$0.isWhitespace })
        else { return nil }
        self.text = text
    }
}

/// When "now" is, for the commands where it matters.
struct AsOfOption: ParsableArguments {
    @Option(name: .customLong("as-of"), help: "The day (2022-01-21) or instant that counts as now, in Paris.")
    var asOf = AsOf.now
}

/// The cohort that a list is about: by its code, after --cohort or not; the only one when there is one.
struct CohortChoice: ParsableArguments {
    @Argument(help: "The cohort's code (not needed when there is only one).") var code: Cohort.Code?
    @Option(name: .customLong("cohort"), help: "The same, as an option.") var option: Cohort.Code?

    func validate() throws {
        if code != nil, option != nil { throw ValidationError("Give the cohort once.") }
    }

    /// The cohort, found in the command's transaction, which then expects as many people as it has.
    func cohort(_ tx: borrowing Transaction, of programme: Programme.ID) throws -> Cohort {
        let cohort = try found(tx, of: programme)
        try tx.planForMany(of: programme, in: cohort.cohortID)
        return cohort
    }

    private func found(_ tx: borrowing Transaction, of programme: Programme.ID) throws -> Cohort {
        if let code = code ?? option { return try tx.cohort(code, of: programme) }
        let cohorts = try tx.cohorts(of: programme)
        guard cohorts.count == 1 else {
            let codes = cohorts.isEmpty ? "–" : cohorts.map(\.cohort.rawValue).joined(separator: ", ")
            throw Usage("Donnez une cohorte : \(codes).", "Give a cohort: \(codes).")
        }
        return try tx.cohort(cohorts[0].cohort, of: programme)
    }
}

/// The day of a step of the lifecycle.
struct OnOption: ParsableArguments {
    @Option(name: [.customLong("on"), .customLong("as-of")], help: "The day it holds from, in Paris (default: today).")
    var day = AsOf.now
}

extension Language: ExpressibleByArgument {}
extension Session.HalfDay: ExpressibleByArgument {}
extension Session.Mode: ExpressibleByArgument {}
extension Presence: ExpressibleByArgument {}
extension Enrolment.Status: ExpressibleByArgument {}
extension Enrolment.LeavingReason: ExpressibleByArgument {}
extension Assessment.MissingReason: ExpressibleByArgument {}
extension Assessment.Wave: ExpressibleByArgument {}
extension Reminder.Channel: ExpressibleByArgument {}
extension Observation.Wave: ExpressibleByArgument {}
extension Diagnostic.Grouping: ExpressibleByArgument {}

extension Criterion.Code: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}
extension Theme.Code: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: Spelling.folded(argument)) }
}
extension Network.Relation: ExpressibleByArgument {}
extension Network.Wave: ExpressibleByArgument {}
extension Instrument.Kind: ExpressibleByArgument {}
extension Support.Mode: ExpressibleByArgument {}
extension Support.Autonomy: ExpressibleByArgument {}
extension Support.Outcome: ExpressibleByArgument {}

extension Programme.Code: ExpressibleByArgument { public init?(argument: String) { self.init(typed: argument) } }
extension Office.Code: ExpressibleByArgument { public init?(argument: String) { self.init(typed: argument) } }
extension Cohort.Code: ExpressibleByArgument { public init?(argument: String) { self.init(typed: argument) } }
extension Session.Code: ExpressibleByArgument { public init?(argument: String) { self.init(typed: argument) } }

extension Pass.ID: ExpressibleByArgument {
    public init?(argument: String) {
        guard let id = UUID(uuidString: argument) else { return nil }
        self.init(rawValue: id)
    }
}

extension Day: ExpressibleByArgument {
    /// Reads `yyyy-mm-dd` or `dd/mm/yyyy`.
    public init?(argument: String) {
        guard let (year, month, day) = try? Cell(text: argument, line: 0, column: "").day() else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension TimeOfDay: ExpressibleByArgument {
    /// Reads `14:00` or `9h30`, as files do.
    public init?(argument: String) {
        guard let (hour, minute) = try? Cell(text: argument, line: 0, column: "").time() else { return nil }
        self.init(hour: hour, minute: minute)
    }
}

extension AsOf: ExpressibleByArgument {
    /// Reads a day, or hands an instant to the database, which alone judges it.
    public init?(argument: String) {
        if let day = Day(argument: argument) {
            self = .day(day)
        } else if argument.utf8.count > 10, Day(argument: String(argument.prefix(10))) != nil {
            self = .instant(Instant(rawValue: argument))
        } else {
            return nil
        }
    }
}

/// An instrument as people name it: `code` or `code@version`.
struct InstrumentName: ExpressibleByArgument {
    let code: Instrument.Code
    let version: Int?

    init?(argument: String) {
        let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count <= 2, let code = Instrument.Code(typed: String(parts[0])) else { return nil }
        self.code = code
        version = parts.count == 2 ? Int(parts[1]) : nil
        if parts.count == 2, version == nil { return nil }
    }
}
