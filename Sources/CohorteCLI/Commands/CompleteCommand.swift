import ArgumentParser
import Training

extension EnrolmentCommand {
    struct Complete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "complete",
            abstract: "Completes one enrolment, or all that can be.",
            discussion: """
                Completing needs the cohort's minimum assiduity and every half-day marked. Examples:
                  cohorte enrolment complete pilote-2021 anne@example.org
                  cohorte enrolment complete pilote-2021 --all
                """)
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Argument(help: "The person: e-mail or id.") var participant: String?
        @Flag(help: "Everybody who is active.") var all = false

        func run() async throws {
            guard (participant == nil) == all else {
                throw Usage("Donnez une personne, ou --all.", "Give a person, or --all.")
            }
            let (cohort, participant, asOf) = (cohort, participant, on.day)
            let door = try await Door.open(options)
            let (done, refused) = try await door.ask { tx, programme in
                try tx.complete(participant, in: cohort, of: programme, on: tx.day(asOf))
            }
            let new = done.count { $0.isNew }
            if participant != nil, let moved = done.first { door.tell(moved) }
            if all { door.tell("\(new) terminé\(new > 1 ? "s" : "").", "\(new) completed.") }
            guard !refused.isEmpty else { return }
            for refusal in refused { complain(refusal.sentence.text(options.language)) }
            throw Leaving.Said(code: .refused)
        }
    }
}
