import ArgumentParser
import Training

/// Two records that are one person.
extension ParticipantCommand {
    struct Duplicates: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "duplicates",
            abstract:
                "Lists pairs that may be one person: same e-mail, or same name and provider, accents and case ignored.",
            discussion: "Example: cohorte participant duplicates")
        @OptionGroup var options: ListOptions

        func run() async throws {
            let rows = try await Door.open(options).ask { tx, programme in try tx.duplicates(in: programme) }
            try Listing(options: options).print(
                rows, hiding: ["other_family_name", "other_given_name", "other_provider"])
        }
    }

    /// What a merge or its undoing does with a place.
    struct PlaceLine {
        let cohort: Cohort.Code
        let status: Enrolment.Status
        let place: Fate

        enum Fate: String, Labelled {
            case moves, stays
            var label: Sentence { self == .moves ? Sentence("change de fiche", "moves") : Sentence("reste", "stays") }
        }

        init(_ place: Participant.MovedPlace) {
            (cohort, status, self.place) = (place.cohort, place.status, place.isMoved ? .moves : .stays)
        }
    }

    struct Merge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge",
            abstract: "Merges two records of one person: the first is kept, and the second leads to it from then on.",
            discussion: """
                Places, marks and answers move; the second e-mail still names the person, in files too. Refused while both \
                need a place in one cohort: withdraw or reject the one that is too many first. Example: cohorte participant \
                merge anne@example.org anne.exemple@example.org --reason "Deux adresses" --dry-run
                """)
        @OptionGroup var options: ListOptions
        @Argument(help: "The person who is kept: e-mail or id.") var keep: String
        @Argument(help: "The record that turns out to be theirs: e-mail or id.") var gone: String
        @Option(help: "Why.") var reason: Remark
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let (keep, gone, reason) = (keep, gone, reason)
            let door = try await Door.open(options)
            let merge = try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                try tx.merge(gone, into: keep, of: programme, reason: reason.text)
            }
            try Listing(options: options).print(merge.places.map(PlaceLine.init))
            door.tell(
                merge.isNew ? "\(merge.gone) est désormais \(merge.kept)." : "\(merge.gone) était déjà \(merge.kept).",
                merge.isNew ? "\(merge.gone) is \(merge.kept) from now on." : "\(merge.gone) was \(merge.kept) already."
            )
            door.tellRehearsal(dryRun)
        }
    }

    struct Unmerge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "unmerge",
            abstract:
                "Takes a merge back: the places that had moved return; what came since stays with the person kept.",
            discussion: "Example: cohorte participant unmerge anne.exemple@example.org --reason \"Mère et fille\"")
        @OptionGroup var options: ListOptions
        @Argument(help: "The record that had been merged: its own e-mail or id.") var gone: String
        @Option(help: "Why.") var reason: Remark
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let (gone, reason) = (gone, reason)
            let door = try await Door.open(options)
            let merge = try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                try tx.unmerge(gone, of: programme, reason: reason.text)
            }
            try Listing(options: options).print(merge.places.map(PlaceLine.init))
            door.tell(
                "\(merge.gone) n’est plus \(merge.kept).", "\(merge.gone) is no longer \(merge.kept).")
            door.tellRehearsal(dryRun)
        }
    }
}
