import ArgumentParser
import FoundationEssentials
import Training

extension SupportCommand {
    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "load",
            abstract: "What each office did: acts, people, minutes, what is to follow and what is overdue.",
            discussion: "Example: cohorte support load --cohort pilote-2021 --as-of 2022-04-30")
        @OptionGroup var options: ListOptions
        @OptionGroup var moment: AsOfOption
        @Option(help: "Only of this cohort.") var cohort: Cohort.Code?

        func run() async throws {
            let (code, asOf) = (cohort, moment.asOf)
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.supportLoad(
                    of: programme, in: code.map { try tx.cohort($0, of: programme) }, on: tx.day(asOf))
            }
            try Listing(options: options).print(rows)
        }
    }

    struct Gaps: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "gaps",
            abstract: "Lists the competences that did not progress, and whether the person had support on them since.",
            discussion: "Example: cohorte support gaps --cohort pilote-2021 --as-of 2022-04-30")
        @OptionGroup var options: ListOptions
        @OptionGroup var moment: AsOfOption
        @OptionGroup var choice: CohortChoice

        func run() async throws {
            let (choice, asOf) = (choice, moment.asOf)
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.gaps(in: choice.cohort(tx, of: programme), on: tx.day(asOf))
            }
            try Listing(options: options).print(
                rows, hiding: [options.language == .french ? "title_en" : "title_fr"])
        }
    }

    struct Done: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "done",
            abstract: "Says that the next action of an act is done.",
            discussion: """
                What the act was is kept. Example: cohorte support done 0190c0de-0000-7000-8000-000000000001 --on 2022-03-02
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The act's id (see support list).") var support: SupportName
        @Option(help: "The day, in Paris (default: today).") var on = AsOf.now

        func run() async throws {
            let (id, on) = (support.id, on)
            let door = try await Door.open(options)
            let made = try await door.ask { tx, programme in
                let day = try tx.day(on)
                return try tx.correctSupport(id, of: programme, because: "done", today: tx.day(.now)) {
                    $0.doneOn = day
                }
            }
            door.tell("Suite faite : \(made.label.french).", "Next action done: \(made.label.english).")
        }
    }

    struct Correct: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "correct",
            abstract: "Corrects an act; what it was is kept with the reason.",
            discussion: """
                Example: cohorte support correct 0190c0de-0000-7000-8000-000000000001 --minutes 60 --reason "Durée oubliée"
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The act's id (see support list).") var support: SupportName
        @OptionGroup var act: SupportOptions
        @Option(help: "How long, in minutes.") var minutes: Int?
        @Option(help: "accompanied, partly or autonomous.") var autonomy: Support.Autonomy?
        @Option(help: "solved, to_follow or referred.") var outcome: Support.Outcome?
        @Option(help: "Why.") var reason: String

        func validate() throws {
            if let minutes, !(1...1440).contains(minutes) { throw ValidationError("--minutes is from 1 to 1440.") }
        }

        func run() async throws {
            let (id, reason, minutes, autonomy, outcome) = (
                support.id, Spelling.composed(reason), minutes, autonomy, outcome
            )
            let (competence, next, due) = (act.competence, act.nextAction.map(Spelling.composed), act.due)
            let door = try await Door.open(options)
            let made = try await door.ask { tx, programme in
                try tx.correctSupport(id, of: programme, because: reason, today: tx.day(.now)) { content in
                    if let minutes { content.minutes = minutes }
                    if let autonomy { content.autonomy = autonomy }
                    if let outcome { content.outcome = outcome }
                    if let competence { content.competence = competence }
                    if let next { content.nextAction = next }
                    if let due { content.dueOn = due }
                }
            }
            door.tell(
                made == .added ? "Accompagnement corrigé." : "Accompagnement inchangé.",
                made == .added ? "Support corrected." : "Support unchanged.")
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel",
            abstract: "Says that an act was logged by mistake: it is kept, and counts nowhere.",
            discussion: """
                Example: cohorte support cancel 0190c0de-0000-7000-8000-000000000001 --reason "Noté deux fois"
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The act's id (see support list).") var support: SupportName
        @Option(help: "Why.") var reason: String

        func run() async throws {
            let (id, reason) = (support.id, Spelling.composed(reason))
            let door = try await Door.open(options)
            let made = try await door.ask { tx, programme in
                try tx.correctSupport(id, of: programme, because: reason, today: tx.day(.now), nil)
            }
            door.tell(
                made == .added ? "Accompagnement annulé." : "Accompagnement déjà annulé.",
                made == .added ? "Support cancelled." : "Support cancelled already.")
        }
    }
}

/// An act of support as people name it: by its id.
struct SupportName: ExpressibleByArgument {
    let id: Support.ID

    init?(argument: String) {
        guard let uuid = UUID(uuidString: argument) else { return nil }
        id = Support.ID(rawValue: uuid)
    }
}
