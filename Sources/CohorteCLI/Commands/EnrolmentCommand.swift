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
            try await Door.open(options).list(options, hiding: ["category", "note"]) { tx, programme in
                if let office { _ = try tx.office(office.rawValue, of: programme) }
                return .enrolments(
                    in: try choice.cohort(tx, of: programme), status: status, office: office, on: try tx.day(asOf))
            }
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
                let cohort = try tx.lockedCohort(cohort, of: programme)
                let day = try tx.day(asOf, of: .offered, in: cohort)
                guard let offered = try tx.offer(in: cohort, on: day) else { throw try tx.noOffer(in: cohort, on: day) }
                return offered
            }
            door.tell(
                "Place proposée à \(offered.participant), jusqu’au \(offered.through.french) inclus.",
                "Place offered to \(offered.participant), until \(offered.through) included.")
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
        @Option(help: "A note.") var note: Remark?
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
        @Option(help: "A note.") var note: Remark?
        func run() async throws { try await place.move(to: .active, from: [.suspended], options, on, nil, note) }
    }

    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reopen",
            abstract: "Reopens what was ended or suspended: a correction, which says why.",
            discussion: """
                From its day on the person is enrolled again, or waits again where no place is free. Dated back to the day \
                of what it corrects (or before, to give that another day afterwards), it takes that back: who was enrolled \
                until then still is. Examples:
                  cohorte enrolment reopen pilote-2021 anne@example.org --on 2021-11-22 --note "Saisi pour une autre"
                  cohorte enrolment drop-out pilote-2021 anne@example.org --on 2021-11-15 --reason workload
                """)
        @OptionGroup var options: GlobalOptions
        @OptionGroup var on: OnOption
        @OptionGroup var place: PlaceArguments
        @Option(help: "Why.") var note: Remark

        func run() async throws {
            let (cohort, participant, asOf, note) = (place.cohort, place.participant, on.day, note)
            let door = try await Door.open(options)
            let moved = try await door.ask { tx, programme in
                let day = try tx.day(asOf, of: .active, in: tx.cohort(cohort, of: programme))
                return try tx.reopen(participant, in: cohort, of: programme, on: day, note: note.text)
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
        _ reason: Enrolment.LeavingReason? = nil, _ note: Remark? = nil
    ) async throws {
        let (cohort, participant, asOf) = (cohort, participant, on.day)
        let door = try await Door.open(options)
        let moved = try await door.ask { tx, programme in
            let day = try tx.day(asOf, of: status, in: tx.cohort(cohort, of: programme))
            let move = Enrolment.Move(
                to: status, from: from, on: day, reason: reason, note: note?.text, namesItsDay: asOf != .now)
            return try tx.move(participant, in: cohort, of: programme, by: move)
        }
        door.tell(moved)
    }
}

/// Why somebody leaves.
struct ReasonOptions: ParsableArguments {
    @Option(help: "The coded reason.") var reason: Enrolment.LeavingReason
    @Option(help: "A note.") var note: Remark?
}

extension Door {
    /// What a step of the lifecycle did.
    func tell(_ moved: Enrolment.Moved) {
        let rank = moved.rank.map { Sentence(", rang \($0)", ", rank \($0)") } ?? Sentence("", "")
        let (french, english) = (moved.status.label.french + rank.french, moved.status.label.english + rank.english)
        tell(
            moved.isNew ? "\(moved.participant) : \(french)." : "\(moved.participant) : inchangé (\(french)).",
            moved.isNew ? "\(moved.participant): \(english)." : "\(moved.participant): unchanged (\(english)).")
        if let next = moved.offeredTo, let last = moved.offeredThrough {
            tell(
                "La place est proposée à \(next), jusqu’au \(last.french) inclus.",
                "The place is offered to \(next), until \(last) included.")
        }
    }
}
