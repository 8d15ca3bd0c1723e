import ArgumentParser
import Training

struct ReminderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reminder", abstract: "Reminders of assessments that are missing.",
        subcommands: [Log.self, List.self])

    struct Log: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "log",
            abstract: "Logs that people were reminded of an assessment; it sends nothing.",
            discussion: """
                Without a person: everybody who has not answered and whose missing answer nobody has explained. Examples:
                  cohorte reminder log pilote-2021 --wave after --channel email
                  cohorte reminder log pilote-2021 anne@example.org --wave after --channel phone --on 2022-01-18
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Argument(help: "The people: e-mails or ids.") var participants: [String] = []
        @Option(help: "The wave: before, after, retrospective or follow_up.") var wave: Assessment.Wave
        @Option(help: "How: email, phone, sms, post or visit.") var channel: Reminder.Channel
        @Option(help: "The day it was sent, in Paris (default: today).") var on = AsOf.now
        @Option(help: "A note.") var note: Remark?
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let (cohort, wave, channel, on) = (cohort, wave, channel, on)
            let (names, note) = (participants.map(Spelling.composed), note?.text)
            let door = try await Door.open(options)
            let (logged, unchanged) = try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                try tx.remind(
                    names, in: cohort, of: programme, of: wave, by: channel, on: tx.day(on), today: tx.day(.now),
                    note: note)
            }
            door.tell(
                "\(logged) relance\(logged > 1 ? "s" : "") notée\(logged > 1 ? "s" : ""), \(unchanged) déjà là.",
                "\(logged) reminder\(logged == 1 ? "" : "s") logged, \(unchanged) there already.")
            door.tellRehearsal(dryRun)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the reminders of a cohort.",
            discussion: "Example: cohorte reminder list --cohort pilote-2021 --wave after")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: CohortChoice
        @Option(help: "Only this wave.") var wave: Assessment.Wave?

        func run() async throws {
            let (choice, wave) = (choice, wave)
            try await Door.open(options).list(options) { tx, programme in
                .reminders(in: try choice.cohort(tx, of: programme), at: wave)
            }
        }
    }
}
