import ArgumentParser
import Training

struct PassCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pass", abstract: "Passes: the secret tokens with which offices ask about their own participants.",
        subcommands: [Issue.self, List.self, Revoke.self, Rotate.self])

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "issue",
            abstract: "Issues a pass for an office, and tells its token this once.",
            discussion: """
                Only offices ask at the door, as relays of the people they follow: --role relay=albi says the same as \
                --office albi. Example: cohorte pass issue --office albi --label "Accueil, poste 2" --expires 2022-06-30
                """)
        @OptionGroup var options: GlobalOptions
        @Option(help: "The office that the pass speaks for.") var office: Office.Code?
        @Option(help: "What it makes of the caller: relay (with --office) or relay=OFFICE.") var role = "relay"
        @Option(help: "Where it is kept, or by whom.") var label = ""
        @Option(help: "The last day it is good (default: a year from today; 800 days at most).") var expires: Day?

        func validate() throws {
            guard role == "relay" || named != nil else {
                throw ValidationError(
                    "There are no passes for the role \"\(role)\": only relay has them. The coordinator has a login of the database; trainers and funders are given documents."
                )
            }
            guard let office = office ?? named else {
                throw ValidationError("A relay is an office: add --office (\"cohorte office list\" lists them).")
            }
            guard named ?? office == office else {
                throw ValidationError("--office and --role name two offices: \(office) and \(role).")
            }
        }

        /// The office that the role names, as audiences do.
        private var named: Office.Code? {
            role.hasPrefix("relay=") ? Office.Code(typed: String(role.dropFirst("relay=".count))) : nil
        }

        func run() async throws {
            let door = try await Door.open(options)
            guard let office = office ?? named else { return }
            let (label, expires) = (label, expires)
            let issued = try await door.ask { tx, programme in
                try tx.issuePass(for: office.rawValue, label: label, until: expires, of: programme)
            }
            try PassCommand.tell(issued, door)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the passes, when they end and when they were last used; of their tokens nothing.",
            discussion: "Example: cohorte pass list --office albi")
        @OptionGroup var options: ListOptions
        @Option(help: "Only those of this office.") var office: Office.Code?

        func run() async throws {
            let office = office
            let rows = try await Door.list(options) {
                .passes(of: $0, office: office)
            } whenEmpty: { tx, programme in
                try tx.passes(of: programme, office: office)
            }
            try Listing(options: options).print(rows)
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke",
            abstract: "Makes a pass useless: within two seconds nobody enters with it.",
            discussion: "Example: cohorte pass revoke 01a2085c-6704-7001-84d8-4466fb8a5f16")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The pass's id, as \"pass list\" gives it.") var pass: Pass.ID

        func run() async throws {
            let door = try await Door.open(options)
            let pass = pass
            let made = try await door.ask { tx, programme in try tx.revokePass(pass, of: programme) }
            door.tell("Révocation : \(made.label.french).", "Revocation: \(made.label.english).")
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate",
            abstract: "Issues a pass in the place of another, which stays good for some hours more.",
            discussion: "Example: cohorte pass rotate 01a2085c-6704-7001-84d8-4466fb8a5f16 --overlap 24")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The id of the pass to replace.") var pass: Pass.ID
        @Option(help: "For how many hours the old one stays good.") var overlap = 24
        @Option(help: "The last day the new one is good (default: a year from today).") var expires: Day?

        func validate() throws {
            guard 0...720 ~= overlap else { throw ValidationError("--overlap is from 0 to 720 hours.") }
        }

        func run() async throws {
            let door = try await Door.open(options)
            let (pass, overlap, expires) = (pass, overlap, expires)
            let issued = try await door.ask { tx, programme in
                try tx.rotatePass(pass, until: expires, overlap: overlap, of: programme)
            }
            try PassCommand.tell(issued, door)
        }
    }

    private struct Issued {
        let passID: Pass.ID
        let office: Office.Code
        let expiresAt: Instant
        let token: String
    }

    /// The token goes to standard output, alone or with what it is; what to do with it, to the person.
    private static func tell(_ issued: (pass: Pass.Line, token: PassToken), _ door: Door) throws {
        let line = Issued(
            passID: issued.pass.passID, office: issued.pass.office, expiresAt: issued.pass.expiresAt,
            token: issued.token.text)
        if door.options.format == .table {
            var output = Output()
            try output.write(line.token + "\n")
            try output.flush()
        } else {
            try Listing(options: door.options).print([line])
        }
        door.tell(
            "Jeton de l’office \(line.office) : gardez-le maintenant, il ne sera plus montré.",
            "Pass of office \(line.office): keep it now, it is not shown again.")
    }
}
