import ArgumentParser
import Training

/// Ends that the organiser decides.
extension EnrolmentCommand {
    struct Reject: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reject",
            abstract: "Turns down somebody who waits: the application is not retained.",
            discussion: "Example: cohorte enrolment reject pilote-2021 anne@example.org --note \"Hors du territoire\"")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @OptionGroup var place: PlaceArguments
        @Option(help: "A coded reason.") var reason: Enrolment.LeavingReason?
        @Option(help: "A note.") var note: Remark?
        func run() async throws { try await place.move(to: .rejected, options, on, reason, note) }
    }

    struct Exclude: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "exclude",
            abstract: "Excludes somebody who entered; the day is the first one no longer enrolled.",
            discussion:
                "Example: cohorte enrolment exclude pilote-2021 anne@example.org --on 2021-11-15 --note \"Règlement, art. 4\""
        )
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @OptionGroup var place: PlaceArguments
        @Option(help: "A coded reason.") var reason: Enrolment.LeavingReason?
        @Option(help: "Why.") var note: Remark

        func run() async throws { try await place.move(to: .excluded, options, on, reason, note) }
    }
}
