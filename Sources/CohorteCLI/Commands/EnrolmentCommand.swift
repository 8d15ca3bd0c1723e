import ArgumentParser
import Training

struct EnrolmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrolment", abstract: "The life of an enrolment.",
        subcommands: [
            List.self, Show.self, Offer.self, Accept.self, Decline.self, Withdraw.self, DropOut.self, Suspend.self,
            Resume.self, Complete.self, Reject.self, Exclude.self, Reopen.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the enrolments of a cohort in the order of arrival, the waiting list alone by rank.",
            discussion: """
                `because` says what decides a rank: an office below its quota (until the quotas are released), the earliest \
                application, arrival; or an offer that lapsed, which puts behind everybody who let none lapse. Example: \
                cohorte enrolment list --cohort pilote-2021 --status waitlisted
                """)
        @OptionGroup var options: ListOptions
        @OptionGroup var moment: AsOfOption
        @OptionGroup var choice: CohortChoice
        @Option(help: "Only those of this status.") var status: Enrolment.Status?
        @Option(help: "Only those of this office.") var office: Office.Code?

        func run() async throws {
            let (choice, status, office, asOf) = (choice, status, office, moment.asOf)
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.enrolments(
                    in: choice.cohort(tx, of: programme), status: status, office: office, on: tx.day(asOf))
            }
            try Listing(options: options).print(rows, hiding: ["category", "note"])
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Shows every step of one enrolment.",
            discussion: "Example: cohorte enrolment show pilote-2021 anne@example.org")
        @OptionGroup var options: ListOptions
        @OptionGroup var place: PlaceArguments

        func run() async throws {
            let (cohort, participant) = (place.cohort, place.participant)
            let steps = try await Door.open(options).ask { tx, programme in
                try tx.history(of: participant, in: tx.cohort(cohort, of: programme))
            }
            try Listing(options: options).print(steps)
        }
    }

    struct Offer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "offer",
            abstract: "Offers a free place to the first of the waiting list.",
            discussion: "Example: cohorte enrolment offer pilote-2021")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code

        func run() async throws {
            let (cohort, asOf) = (cohort, on.day)
            let door = try await Door.open(options)
            let offered = try await door.ask { tx, programme in
                try tx.offerNext(in: tx.lockedCohort(cohort, of: programme), on: tx.day(asOf))
            }
            guard let offered else {
                throw Refusal(
                    rule: "offer_needs_a_free_place", "Aucune place libre, ou personne en liste d’attente.",
                    "No free place, or nobody on the waiting list.")
            }
            door.tell("Place proposée à \(offered), pour trois jours.", "Place offered to \(offered), for three days.")
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept",
            abstract: "Accepts an offered place.",
            discussion: "Example: cohorte enrolment accept pilote-2021 anne@example.org --on 2021-08-29")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @OptionGroup var place: PlaceArguments
        func run() async throws { try await place.move(to: .enrolled, from: [.offered], options, on) }
    }

    struct Decline: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decline",
            abstract: "Declines an offered place, which goes to the next.",
            discussion: "Example: cohorte enrolment decline pilote-2021 anne@example.org --reason workload")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @OptionGroup var place: PlaceArguments
        @OptionGroup var why: ReasonOptions
        func run() async throws {
            try await place.move(to: .withdrawn, from: [.offered], options, on, why.reason, why.note)
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw",
            abstract: "Withdraws somebody who has not entered; a place held is offered to the next.",
            discussion:
                "Example: cohorte enrolment withdraw pilote-2021 anne@example.org --reason health --note \"Opération\"")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @OptionGroup var place: PlaceArguments
        @OptionGroup var why: ReasonOptions
        func run() async throws { try await place.move(to: .withdrawn, options, on, why.reason, why.note) }
    }

    struct DropOut: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "drop-out",
            abstract: "Somebody who entered leaves; the day is the first one no longer enrolled.",
            discussion:
                "Example: cohorte enrolment drop-out pilote-2021 anne@example.org --on 2021-11-15 --reason workload")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @OptionGroup var place: PlaceArguments
        @OptionGroup var why: ReasonOptions
        func run() async throws { try await place.move(to: .droppedOut, options, on, why.reason, why.note) }
    }

    struct Suspend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "suspend",
            abstract: "Suspends an active enrolment.",
            discussion: "Example: cohorte enrolment suspend pilote-2021 anne@example.org --on 2021-11-15")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @OptionGroup var place: PlaceArguments
        @Option(help: "A note.") var note: String?
        func run() async throws { try await place.move(to: .suspended, options, on, nil, note) }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume",
            abstract: "Resumes a suspended enrolment.",
            discussion: "Example: cohorte enrolment resume pilote-2021 anne@example.org --on 2021-12-01")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @OptionGroup var place: PlaceArguments
        @Option(help: "A note.") var note: String?
        func run() async throws { try await place.move(to: .active, from: [.suspended], options, on, nil, note) }
    }

    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reopen",
            abstract: "Reopens what was ended by mistake: a correction, which says why.",
            discussion: "Example: cohorte enrolment reopen pilote-2021 anne@example.org --note \"Saisi pour une autre\""
        )
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @OptionGroup var place: PlaceArguments
        @Option(help: "Why.") var note: String

        func run() async throws {
            let (cohort, participant, asOf, note) = (place.cohort, place.participant, on.day, note)
            let door = try await Door.open(options)
            let moved = try await door.ask { tx, programme in
                try tx.reopen(participant, in: cohort, of: programme, on: tx.day(asOf), note: note)
            }
            door.tell(moved)
        }
    }
}

/// An enrolment, as commands name it.
struct PlaceArguments: ParsableArguments {
    @Argument(help: "The cohort's code.") var cohort: Cohort.Code
    @Argument(help: "The person: e-mail or id.") var participant: String

    /// Takes one step of the lifecycle and says what it did.
    func move(
        to status: Enrolment.Status, from: Set<Enrolment.Status>? = nil, _ options: GlobalOptions, _ on: OnOption,
        _ reason: Enrolment.LeavingReason? = nil, _ note: String? = nil
    ) async throws {
        let (cohort, participant, asOf) = (cohort, participant, on.day)
        let door = try await Door.open(options)
        let moved = try await door.ask { tx, programme in
            let move = Enrolment.Move(to: status, from: from, on: try tx.day(asOf), reason: reason, note: note)
            return try tx.move(participant, in: cohort, of: programme, by: move)
        }
        door.tell(moved)
    }
}

/// Why somebody leaves.
struct ReasonOptions: ParsableArguments {
    @Option(help: "The coded reason.") var reason: Enrolment.LeavingReason
    @Option(help: "A note.") var note: String?
}

extension Door {
    /// What a step of the lifecycle did.
    func tell(_ moved: Enrolment.Moved) {
        let (french, english) = (moved.status.label.french, moved.status.label.english)
        tell(
            moved.isNew ? "\(moved.participant) : \(french)." : "\(moved.participant) : inchangé (\(french)).",
            moved.isNew ? "\(moved.participant): \(english)." : "\(moved.participant): unchanged (\(english)).")
        if let next = moved.offeredTo {
            tell(
                "La place est proposée à \(next), pour trois jours.", "The place is offered to \(next), for three days."
            )
        }
    }
}
