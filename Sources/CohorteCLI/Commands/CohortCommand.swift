import ArgumentParser
import Training

struct CohortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort", abstract: "Cohorts: groups trained together over a period.",
        subcommands: [Open.self, List.self, Show.self, Close.self])

    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "open",
            abstract: "Opens a cohort.",
            discussion: """
                Example: cohorte cohort open pilote-2021 --places 20 --from 2021-09-13 --to 2022-01-21 \
                --quota albi=4 --quota-until 2021-08-31
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "Its code: lower case ASCII, words joined by hyphens.") var code: Cohort.Code
        @Option(help: "Its title (default: the code).") var title: String?
        @Option(help: "How many places it has.") var places: Int
        @Option(help: "Its first day.") var from: Day
        @Option(help: "Its last day.") var to: Day
        @Option(help: "The least assiduity that completes, in per cent.") var minimum = 80
        @Option(help: "Places kept for an office, as OFFICE=N; as often as needed.") var quota: [Quota] = []
        @Option(help: "The last day on which the quotas hold (default: always).") var quotaUntil: Day?

        func run() async throws {
            let opening = Cohort.Opening(
                code: code, title: title ?? code.rawValue, places: places, startsOn: from, endsOn: to,
                minimumAssiduity: minimum, quotas: quota.map { ($0.office, $0.seats) }, quotaUntil: quotaUntil)
            let door = try await Door.open(options)
            let made = try await door.ask { tx, programme in try tx.open(opening, in: programme) }
            door.tell("Cohorte \(code) : \(made.label.french).", "Cohort \(code): \(made.label.english).")
        }
    }

    /// `OFFICE=N`.
    struct Quota: ExpressibleByArgument {
        let office: String
        let seats: Int

        init?(argument: String) {
            guard let equals = argument.lastIndex(of: "="), let seats = Int(argument[argument.index(after: equals)...])
            else { return nil }
            guard (1...10_000_000).contains(seats) else { return nil }
            office = String(argument[..<equals])
            self.seats = seats
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the cohorts with their places.", discussion: "Example: cohorte cohort list")
        @OptionGroup var options: ListOptions

        func run() async throws {
            let rows = try await Door.open(options).ask { tx, programme in try tx.cohorts(of: programme) }
            try Listing(options: options).print(rows)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Shows one cohort and the places kept for offices.",
            discussion: "Example: cohorte cohort show pilote-2021")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The cohort's code.") var code: Cohort.Code

        func run() async throws {
            let code = code
            let (rows, quotas) = try await Door.open(options).ask { tx, programme in
                let cohort = try tx.cohort(code, of: programme)
                return (try tx.cohorts(of: programme, code: code), try tx.quotas(of: cohort))
            }
            guard options.format == .json, let line = rows.first else {
                try Listing(options: options).print(rows)
                if !quotas.isEmpty, options.format == .table {
                    try Output.line()
                    try Listing(options: options).print(quotas)
                }
                return
            }
            try Output.object { object in
                object.columns(of: line)
                object.array("quotas") { array in for quota in quotas { array.object { $0.columns(of: quota) } } }
            }
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close",
            abstract: "Closes a cohort once nobody's place is open.",
            discussion:
                "Refused while someone is applied, offered, enrolled, active or suspended. Example: cohorte cohort close pilote-2021"
        )
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The cohort's code.") var code: Cohort.Code

        func run() async throws {
            let code = code
            let door = try await Door.open(options)
            let made = try await door.ask { tx, programme in try tx.close(code, of: programme) }
            door.tell(
                made == .added ? "Cohorte \(code) : close." : "Cohorte \(code) : déjà close.",
                made == .added ? "Cohort \(code): closed." : "Cohort \(code): closed already.")
        }
    }
}

extension Output {
    /// One JSON object on standard output.
    static func object(_ members: (inout JSONObject) -> Void) throws {
        var json = JSONWriter(indented: true)
        json.object(members)
        var output = Output()
        try output.write(json.bytes + [0x0A])
        try output.flush()
    }

    /// One line on standard output.
    static func line(_ text: String = "") throws {
        var output = Output()
        try output.write(text + "\n")
        try output.flush()
    }
}

extension JSONObject {
    /// Writes a row's columns as members.
    mutating func columns<Row>(of row: Row) {
        for (name, column) in zip(Columns.names(of: Row.self), Columns.values(of: row)) { field(name, column) }
    }
}
