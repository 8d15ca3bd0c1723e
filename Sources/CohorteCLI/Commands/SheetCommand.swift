import ArgumentParser
import Documents
import Training

extension SessionCommand {
    struct Sheet: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sheet",
            abstract: "The attendance sheet of a half-day, to print and sign.",
            discussion: """
                A page for A4 paper, with a line for everybody enrolled that day; as PDF with --pdf, in English with \
                --lang en. Examples:
                  cohorte session sheet pilote-2021 s03 --out s03.html
                  cohorte session sheet pilote-2021 s03 --pdf --out s03.pdf
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Argument(help: "The session's code.") var session: Session.Code
        @Option(help: "The file it is written to (default: standard output).") var out: String?
        @Flag(help: "As PDF, by WeasyPrint.") var pdf = false

        func run() async throws {
            if pdf { try Listing.refuseBinaryOnATerminal(to: out) }
            let printer = try PagePrinter(isPDF: pdf)
            let (cohort, session) = (cohort, session)
            let door = try await Door.open(options)
            let sheet = try await door.ask(for: .snapshot) { tx, programme in
                try tx.sheet(of: session, in: cohort, of: programme)
            }
            try await printer.write(SheetPage(sheet, in: options.language).html(), to: out, door)
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel",
            abstract: "Cancels a half-day for all: it leaves the planned minutes.",
            discussion: """
                Refused where somebody was marked as there. It asks first, or takes --yes. Who can no longer reach the minimum \
                since is told. Example: cohorte session cancel pilote-2021 s07 --reason "Neige" --yes
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Argument(help: "The session's code.") var session: Session.Code
        @Option(help: "Why.") var reason: Remark

        func run() async throws {
            let (cohort, session, reason) = (cohort, session, reason.text)
            let door = try await Door.open(options)
            try door.confirm(
                "Annuler la séance \(session) de « \(cohort) » pour tous ?",
                "Cancel session \(session) of \"\(cohort)\" for all?")
            let (made, outlooks) = try await door.ask { tx, programme in
                let (found, today) = (try tx.cohort(cohort, of: programme), try tx.day(.now))
                let before = try tx.outlook(in: found, on: today).filter { $0.prospect == .outOfReach }.map(
                    \.participant)
                let made = try tx.cancel(session, in: cohort, of: programme, because: reason)
                return (made, try tx.outlook(in: found, on: today).filter { !before.contains($0.participant) })
            }
            door.tell(
                made == .added ? "Séance \(session) : annulée." : "Séance \(session) : déjà annulée.",
                made == .added ? "Session \(session): cancelled." : "Session \(session): cancelled already.")
            door.warn(outlooks)
        }
    }

    struct Hours: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "hours",
            abstract: "Trainee-hours by year and category of provider, over all cohorts.",
            discussion: """
                What the annual training report asks for; attended hours only. Example: cohorte session hours --year 2021
                """)
        @OptionGroup var options: ListOptions
        @Option(help: "Only this year.") var year: Int?

        func run() async throws {
            let year = year
            let rows = try await Door.open(options).ask { tx, programme in try tx.hours(of: programme, in: year) }
            try Listing(options: options).print(rows)
        }
    }
}
