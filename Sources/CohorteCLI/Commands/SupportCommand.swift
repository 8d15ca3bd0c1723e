import ArgumentParser
import Training

struct SupportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "support", abstract: "What the offices do for people, during the training and after it.",
        subcommands: [
            Log.self, Import.self, List.self, Overdue.self, Load.self, Gaps.self, Done.self, Correct.self, Cancel.self,
        ])

    struct Log: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "log",
            abstract: "Logs one act of support.",
            discussion: """
                Acts after the cohort's end are logged like the others, and kept at least until its follow-up, six months \
                later. Examples:
                  cohorte support log pilote-2021 anne@example.org --on 2022-02-03 --minutes 45 --mode on_site \
                --theme "Réseaux sociaux et réputation" --competence 2.2 --autonomy partly --outcome solved
                  cohorte support log pilote-2021 anne@example.org --minutes 20 --mode phone --theme site_web \
                --autonomy accompanied --outcome to_follow --next-action "Répondre aux avis" --due 2022-03-01
                """)
        @OptionGroup var options: GlobalOptions
        @OptionGroup var place: PlaceArguments
        @OptionGroup var act: SupportOptions
        @Option(help: "The day, in Paris (default: today).") var on = AsOf.now
        @Option(help: "on_site, office, phone, video or workshop.") var mode: Support.Mode
        @Option(help: "What it was about; \"cohorte skill themes\" lists the themes.") var theme: String
        @Option(help: "How long, in minutes.") var minutes: Int
        @Option(help: "accompanied, partly or autonomous.") var autonomy: Support.Autonomy
        @Option(help: "solved, to_follow or referred.") var outcome: Support.Outcome
        @Option(help: "The office that helped (default: the one that follows the person).") var office: String?
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func validate() throws {
            guard (1...1440).contains(minutes) else { throw ValidationError("--minutes is from 1 to 1440.") }
            guard outcome != .toFollow || act.nextAction != nil else {
                throw ValidationError("--outcome to_follow takes --next-action.")
            }
        }

        func run() async throws {
            let content = Support.Content(
                minutes: minutes, competence: act.competence, autonomy: autonomy, outcome: outcome,
                nextAction: act.nextAction.map(Spelling.composed), dueOn: act.due)
            let (cohort, participant, on) = (place.cohort, place.participant, on)
            let (mode, theme, office) = (mode, Spelling.composed(theme), office)
            let door = try await Door.open(options)
            let made = try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                try tx.logSupport(
                    .init(
                        participant: participant, day: tx.day(on), mode: mode, theme: theme, content: content,
                        office: office),
                    in: cohort, of: programme, today: tx.day(.now))
            }
            door.tell("\(participant) : \(made.label.french).", "\(participant): \(made.label.english).")
            door.tellRehearsal(dryRun)
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Imports acts of support.",
            discussion: """
                Columns: participant, date, minutes, mode, theme (of "cohorte skill themes"), competence, autonomy, outcome, next_action, due, done, \
                office (who helped, when it is not the office that follows the person). The same file twice changes \
                nothing. Example: cohorte support import pilote-2021 accompagnements.csv
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Argument(help: "The CSV file, or - for standard input.") var file: String
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let cohort = cohort
            let door = try await Door.open(options)
            let file = try FileOfLines(file, .support, Support.Request.init(row:))
            door.tell(file.notices)
            let (added, unchanged) = try await file.imported { file in
                let lines = try file.all()
                return try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                    try tx.importSupport(lines, in: cohort, of: programme, today: tx.day(.now))
                }
            }
            door.tell(
                "\(added) accompagnement\(added > 1 ? "s" : "") ajouté\(added > 1 ? "s" : ""), \(unchanged) inchangé\(unchanged > 1 ? "s" : "").",
                "\(added) act\(added == 1 ? "" : "s") of support added, \(unchanged) unchanged.")
            door.tellRehearsal(dryRun)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists acts of support, also those after the cohort's end.",
            discussion:
                "Example: cohorte support list --cohort pilote-2021 --office albi --format csv-fr --out albi.csv")
        @OptionGroup var options: ListOptions
        @OptionGroup var filter: SupportFilter
        @Option(help: "Only of this person: e-mail or id.") var participant: String?

        func run() async throws {
            let (filter, participant) = (filter, participant.map(Spelling.composed))
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.supports(
                    of: programme, in: filter.cohort(tx, of: programme), participant: participant, office: filter.office
                )
            }
            try Listing(options: options).print(rows)
        }
    }

    struct Overdue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "overdue",
            abstract: "Lists next actions that were due and are not done, the longest overdue first.",
            discussion: "Example: cohorte support overdue --office albi --as-of 2022-04-01")
        @OptionGroup var options: ListOptions
        @OptionGroup var filter: SupportFilter
        @OptionGroup var moment: AsOfOption

        func run() async throws {
            let (filter, asOf) = (filter, moment.asOf)
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.overdueSupports(
                    of: programme, in: filter.cohort(tx, of: programme), office: filter.office, on: tx.day(asOf))
            }
            try Listing(options: options).print(rows)
        }
    }
}

/// What may be said of an act besides.
struct SupportOptions: ParsableArguments {
    @Option(help: "The competence it was on, such as 2.2.") var competence: String?
    @Option(help: "What comes next.") var nextAction: String?
    @Option(help: "The day it is due.") var due: Day?
}

/// Which acts a list is about.
struct SupportFilter: ParsableArguments {
    @Option(help: "Only of this cohort.") var cohort: Cohort.Code?
    @Option(help: "Only of this office, which helped.") var office: Office.Code?

    func cohort(_ tx: borrowing Transaction, of programme: Programme.ID) throws -> Cohort? {
        if let office { _ = try tx.office(office.rawValue, of: programme) }
        guard let cohort else { return nil }
        return try tx.cohort(cohort, of: programme)
    }
}
