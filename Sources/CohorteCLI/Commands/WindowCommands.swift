import ArgumentParser
import Training

extension AssessmentCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists assessments with their days; those outside their wave's window are flagged.",
            discussion: "Example: cohorte assessment list --cohort pilote-2021 --wave after")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: CohortChoice
        @Option(help: "Only this wave.") var wave: Assessment.Wave?

        func run() async throws {
            let (choice, wave) = (choice, wave)
            try await Door.open(options).list(options) { tx, programme in
                .datedAssessments(in: try choice.cohort(tx, of: programme), at: wave)
            }
        }
    }

    struct Windows: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "windows",
            abstract: "When each wave of a cohort is open, and how many were assessed then or outside.",
            discussion: "Example: cohorte assessment windows pilote-2021")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: CohortChoice

        func run() async throws {
            let choice = choice
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.windows(of: choice.cohort(tx, of: programme))
            }
            try Listing(options: options).print(rows)
        }
    }

    struct Window: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "window",
            abstract: "Chooses when a wave is open; answers of other days are taken, and flagged.",
            discussion: """
                Example: cohorte assessment window pilote-2021 --wave follow_up --from 2022-07-01 --to 2022-08-15
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Option(help: "before, after, retrospective or follow_up.") var wave: Assessment.Wave
        @Option(help: "The first day.") var from: Day
        @Option(help: "The last day.") var to: Day

        func run() async throws {
            let (cohort, wave, from, to) = (cohort, wave, from, to)
            let door = try await Door.open(options)
            try await door.ask { tx, programme in
                try tx.open(wave, of: cohort, in: programme, from: from, to: to)
            }
            door.tell(
                "\(wave.label.french) : du \(from) au \(to).", "\(wave.label.english): from \(from) to \(to).")
        }
    }
}
