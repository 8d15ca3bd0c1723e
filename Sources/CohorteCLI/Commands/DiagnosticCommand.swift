import ArgumentParser
import Documents
import Training

/// What was observed of the territory.
struct DiagnosticCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnostic", abstract: "How the territory looks on the web, from outside.",
        subcommands: [
            Show.self, List.self, Change.self, Mail.self, Agreement.self, Corrections.self, Grid.self, Sheet.self,
        ])

    /// Which observations are asked for.
    struct Choice: ParsableArguments {
        @Option(help: "Only this wave: before, after or follow_up.") var wave: Observation.Wave?
        @Option(help: "Only what this office follows.") var office: Office.Code?
        @Option(help: "Only this commune and its providers, by INSEE code or name.") var commune: String?
        @Option(help: "Only providers of this category.") var category: String?
        @Option(help: "Only this criterion.") var criterion: Criterion.Code?
        @Option(help: "Only this provider or commune, by name or id.") var unit: String?
        @Option(help: "Only what counts for this cohort: its own campaign, and the territory's within its dates.")
        var cohort: Cohort.Code?

        var filter: Observation.Filter {
            var filter = Observation.Filter()
            (filter.wave, filter.office, filter.category, filter.criterion) = (wave, office, category, criterion)
            filter.cohort = cohort
            (filter.commune, filter.unit) = (commune.map(Spelling.composed), unit.map(Spelling.composed))
            return filter
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Sums the observations up by criterion, theme, provider, commune, category or office, and wave.",
            discussion: """
                A yes is a value of at least 2; the interval is Wilson's, at 95 %. A provider's index is 100 times the mean \
                of its criteria that apply, over 3, from 15 such criteria on; mystery mails are no part of it. Examples:
                  cohorte diagnostic show --wave before
                  cohorte diagnostic show --by office --format csv
                  cohorte diagnostic show --by provider --office albi --wave after
                """)
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: Choice
        @OptionGroup var moment: AsOfOption
        @Option(help: "criterion, theme, provider, commune, category or office.")
        var by = Diagnostic.Grouping.criterion

        func run() async throws {
            let (choice, asOf) = (choice, moment.asOf)
            let (lines, criteria) = try await Door.open(options).ask { tx, programme in
                (try tx.observations(choice.filter, of: programme, on: tx.day(asOf)), try tx.criteria())
            }
            try Listing(options: options).print(
                Diagnostic.summary(lines, by: by, criteria, in: options.language),
                hiding: ["not_applicable", "not_observed"])
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Lists the observations one by one.",
            discussion: "Example: cohorte diagnostic list --unit \"Gîte fictif\" --wave before")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: Choice
        @OptionGroup var moment: AsOfOption

        func run() async throws {
            let (choice, asOf) = (choice, moment.asOf)
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.observations(choice.filter, of: programme, on: tx.day(asOf))
            }
            try Listing(options: options).print(
                rows, hiding: ["insee", "category", "is_answered", "corrections", "cohort"])
        }
    }

    struct Change: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "change",
            abstract: "Compares before and after by criterion: exact McNemar, Wilson's intervals.",
            discussion: """
                Of the same providers or communes at both waves of a campaign; below six that changed there is no p. Examples:
                  cohorte diagnostic change --office albi --format csv
                  cohorte diagnostic change --cohort pilote-2021
                """)
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: Choice
        @OptionGroup var moment: AsOfOption

        func run() async throws {
            let (choice, asOf) = (choice, moment.asOf)
            let (lines, criteria) = try await Door.open(options).ask { tx, programme in
                (try tx.observations(choice.filter, of: programme, on: tx.day(asOf)), try tx.criteria())
            }
            let rows = Diagnostic.changes(
                lines, criteria, in: options.language, isOneCampaign: choice.cohort != nil)
            try Listing(options: options).print(
                choice.criterion == nil ? rows : rows.filter { $0.criterion == choice.criterion },
                hiding: ["before_lower", "before_upper", "after_lower", "after_upper", "kept", "never"])
        }
    }

    struct Mail: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "mail", abstract: "How fast mystery mails were answered, by unit and wave.",
            discussion: """
                Shares within 24 and 48 hours and the Kaplan-Meier median; a mail that nobody answered is followed for \
                168 hours, neither left out nor counted as zero. Example: cohorte diagnostic mail --wave after
                """)
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: Choice
        @OptionGroup var moment: AsOfOption

        func run() async throws {
            let (choice, asOf) = (choice, moment.asOf)
            let (lines, criteria) = try await Door.open(options).ask { tx, programme in
                (try tx.observations(choice.filter, of: programme, on: tx.day(asOf)), try tx.criteria())
            }
            try Listing(options: options).print(Diagnostic.mails(lines, criteria))
        }
    }

    struct Agreement: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "agreement",
            abstract: "How far a second observer agrees with the first: share and Cohen's kappa.",
            discussion: "Each value is a category, and so is sans_objet. Example: cohorte diagnostic agreement")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: Choice
        @OptionGroup var moment: AsOfOption

        func run() async throws {
            let (choice, asOf) = (choice, moment.asOf)
            let lines = try await Door.open(options).ask { tx, programme in
                try tx.observations(choice.filter, of: programme, on: tx.day(asOf))
            }
            try Listing(options: options).print(Diagnostic.agreements(lines))
        }
    }

    struct Corrections: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "corrections", abstract: "Lists every correction of an observation: what, who and why.",
            discussion: "Example: cohorte diagnostic corrections --format csv")
        @OptionGroup var options: ListOptions

        func run() async throws {
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.observationCorrections(of: programme)
            }
            try Listing(options: options).print(rows)
        }
    }

    struct Grid: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "grid", abstract: "Lists the criteria of the grid: unit, theme, scale, weight.",
            discussion: "Example: cohorte diagnostic grid --lang en")
        @OptionGroup var options: ListOptions

        func run() async throws {
            let rows = try await Door.open(options).ask { tx, _ in try tx.criteria() }
            let other = options.language == .french ? "_en" : "_fr"
            try Listing(options: options).print(
                rows, hiding: ["theme", "step_fr", "step_en", "theme\(other)", "label\(other)", "scale\(other)"])
        }
    }

    struct Sheet: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sheet", abstract: "What a provider should do first: one page for an adviser's visit.",
            discussion: """
                The criteria that are furthest from their best value, weighted by theme, of the last wave; a page for A4 \
                paper, as PDF with --pdf, in English with --lang en. Examples:
                  cohorte diagnostic sheet "Gîte fictif" --out visite.html
                  cohorte diagnostic sheet "Gîte fictif" --wave before --pdf --out visite.pdf
                """)
        @OptionGroup var options: GlobalOptions
        @OptionGroup var moment: AsOfOption
        @Argument(help: "The provider, by name or id.") var provider: String
        @Option(help: "Its commune, where providers share a name.") var commune: String?
        @Option(help: "The wave (default: the last one observed).") var wave: Observation.Wave?
        @Option(help: "How many steps, from 1 to 6.") var steps = 5
        @Option(help: "The file it is written to (default: standard output).") var out: String?
        @Flag(help: "As PDF, by WeasyPrint.") var pdf = false

        func validate() throws {
            guard (1...6).contains(steps) else { throw ValidationError("--steps goes from 1 to 6.") }
        }

        func run() async throws {
            if pdf { try Listing.refuseBinaryOnATerminal(to: out) }
            let printer = try PagePrinter(isPDF: pdf)
            let (name, commune) = (Spelling.composed(provider), commune.map(Spelling.composed))
            let (wave, steps, asOf) = (wave, steps, moment.asOf)
            let door = try await Door.open(options)
            let sheet = try await door.ask(for: .snapshot) { tx, programme in
                try tx.firstSteps(
                    for: name, in: commune, of: programme, at: wave, on: tx.day(asOf), atMost: steps)
            }
            try await printer.write(VisitPage(sheet, in: options.language).html(), to: out, door)
        }
    }
}
