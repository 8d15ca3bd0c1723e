import ArgumentParser
import Training

/// Offered places: which stand, and what becomes of those that were not accepted in time.
struct OffersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offers", abstract: "Places that are offered until a day.",
        subcommands: [List.self, Expire.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the offers that stand, by the last day on which they can be accepted.",
            discussion: "Example: cohorte offers list --cohort pilote-2021")
        @OptionGroup var options: ListOptions
        @Option(help: "Only those of this cohort.") var cohort: Cohort.Code?

        func run() async throws {
            let cohort = cohort
            let rows = try await Door.open(options).ask { tx, programme in try tx.offers(in: programme, cohort: cohort)
            }
            try Listing(options: options).print(rows)
        }
    }

    struct Expire: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "expire",
            abstract:
                "Puts offers that were not accepted in time back on the waiting list, and offers each place to the next.",
            discussion: """
                For a timer: every cohort of every programme (or of --programme), one bad cohort stops no other, and again \
                it changes nothing. The next is the first of the list who never let an offer lapse; where all did, the \
                place stays free. Once the quotas are released (--quota-until of cohort open), the places that they kept \
                are offered to the waiting list. Examples:
                  cohorte offers expire
                  cohorte offers expire --as-of 2021-08-31 --dry-run
                """)
        @OptionGroup var options: ListOptions
        @OptionGroup var moment: AsOfOption
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        /// An offer that lapsed.
        struct Line {
            let programme: Programme.Code
            let cohort: Cohort.Code
            let participant: String?
            let lapsedOn: Day?
            let offeredTo: String?
        }

        func run() async throws {
            let door = try await Door.open(options)
            let asOf = moment.asOf
            let state = try await door.state()
            guard state == .current else { throw Usage.unprepared(state) }
            let programmes = try await door.database.transaction(as: .admin(nil)) { tx in try tx.programmes() }
            if let code = options.programme, !programmes.contains(where: { $0.code == code }) {
                _ = try await door.programme()
            }
            var lines: [Line] = []
            var failures = 0
            for programme in programmes where options.programme.map({ $0 == programme.code }) ?? true {
                let (day, cohorts) = try await door.database.transaction(as: .admin(programme.id)) { tx in
                    let day = try tx.day(asOf)
                    return (day, try tx.cohortsWithLapsedOffers(in: programme.id, on: day))
                }
                for cohort in cohorts {
                    do {
                        lines += try await expire(cohort, programme, door, on: day)
                    } catch {
                        complain("\(programme.code)/\(cohort):")
                        _ = Leaving.code(of: error)
                        failures += 1
                    }
                }
            }
            try Listing(options: options).print(lines)
            tell(lines, door)
            if failures > 0 { throw Leaving.Said(code: .refused) }
        }

        private func expire(_ cohort: Cohort.Code, _ programme: Programme, _ door: Door, on day: Day) async throws
            -> [Line]
        {
            let lapsed = try await door.database.transaction(
                as: .admin(programme.id), for: dryRun ? .rehearsal : .change
            ) { tx in try tx.expireOffers(in: cohort, of: programme.id, on: day) }
            return lapsed.map {
                Line(
                    programme: programme.code, cohort: cohort, participant: $0.participant, lapsedOn: $0.lapsedOn,
                    offeredTo: $0.offeredTo)
            }
        }

        private func tell(_ lines: [Line], _ door: Door) {
            let offered = lines.count { $0.offeredTo != nil }
            let lapsed = lines.count { $0.participant != nil }
            door.tell(
                "\(lapsed) offre\(lapsed > 1 ? "s" : "") expirée\(lapsed > 1 ? "s" : ""), \(offered) place\(offered > 1 ? "s" : "") proposée\(offered > 1 ? "s" : "") au suivant.",
                "\(lapsed) offer\(lapsed == 1 ? "" : "s") lapsed, \(offered) place\(offered == 1 ? "" : "s") offered to the next."
            )
            door.tellRehearsal(dryRun)
        }
    }
}
