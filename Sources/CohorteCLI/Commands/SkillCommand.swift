import ArgumentParser
import Training

/// What the offices can help with.
struct SkillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skill", abstract: "What the tourist offices can help with, and who can help with a need.",
        subcommands: [Set.self, Import.self, List.self, Match.self, Gaps.self, Themes.self])

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Says what an office can help with, from a day on.",
            discussion: """
                Levels: 1 notions, 2 at ease, 3 helps others, 4 trains others. Said again from the same day, it takes the \
                place of what was said, which is kept. Example:
                  cohorte skill set albi --theme site_web --level 3 --hours 6 --from 2021-09-01 --until 2022-08-31
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The office's code or name.") var office: String
        @Option(help: "The theme's code or label.") var theme: String
        @Option(help: "From 1 to 4.") var level: String
        @Option(help: "Hours a month.") var hours: String?
        @Option(help: "The first day on which it holds.") var from: String
        @Option(help: "The last day on which it holds (default: none).") var until: String?
        @Option(help: "A note, such as who at the office.") var note: String?

        func run() async throws {
            let door = try await Door.open(options)
            let row = Row(
                [
                    ("office", office), ("theme", theme), ("level", level), ("hours", hours), ("valid_from", from),
                    ("valid_until", until), ("note", note),
                ], in: .skills)
            do {
                let request = try Skill.Request(row: row)
                let outcomes = try await door.ask { tx, programme in
                    try tx.outcomes(Lines(read: [(1, request)]), of: programme)
                }
                door.tell(outcomes)
            } catch let refused as LinesRefused {
                throw try ItemRefused(refused)
            } catch let misread as Misread {
                throw ItemRefused(misread.ofOptions)
            }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Imports the matrix: office, theme, level, hours, valid_from, valid_until, note.",
            discussion: "Example: cohorte skill import competences-offices.csv --dry-run")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The CSV file, or - for standard input.") var file: String
        @Flag(help: "Does everything, then undoes it.") var dryRun = false

        func run() async throws {
            let door = try await Door.open(options)
            let file = try FileOfLines(file, .skills, Skill.Request.init(row:))
            door.tell(file.notices)
            let outcomes = try await file.imported { lines in
                try await door.ask(for: dryRun ? .rehearsal : .change) { tx, programme in
                    try tx.outcomes(lines, of: programme)
                }
            }
            door.tell(outcomes)
            door.tellRehearsal(dryRun)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Lists what the offices said they can help with.",
            discussion: """
                Everything that was said; with --as-of, what holds on that day. \
                Example: cohorte skill list --office albi --as-of 2022-01-21
                """)
        @OptionGroup var options: ListOptions
        @Option(help: "Only this office.") var office: Office.Code?
        @Option(help: "Only this theme.") var theme: Theme.Code?
        @Option(name: .customLong("as-of"), help: "Only what holds on this day, in Paris.") var asOf: AsOf?

        func run() async throws {
            let (office, theme, asOf) = (office, theme, asOf)
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.skills(of: programme, theme: theme, office: office, on: asOf.map { try tx.day($0) })
            }
            let other = options.language == .french ? "label_en" : "label_fr"
            try Listing(options: options).print(rows, hiding: [other])
        }
    }

    struct Match: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "match", abstract: "Finds which office can help with a need, one's own first.",
            discussion: """
                With level, hours a month and validity on the day. Examples:
                  cohorte skill match --theme reservation --office albi
                  cohorte skill match --theme site_web --participant anne@example.org --level 3
                """)
        @OptionGroup var options: ListOptions
        @OptionGroup var moment: AsOfOption
        @Option(help: "The theme; \"cohorte skill themes\" lists them.") var theme: Theme.Code
        @Option(help: "The office that asks: it comes first.") var office: Office.Code?
        @Option(help: "Whom it is for, by e-mail or id: their office comes first.") var participant: String?
        @Option(help: "The least level, from 1 to 4.") var level = 1

        func validate() throws {
            guard office == nil || participant == nil else {
                throw ValidationError("Give --office or --participant, not both.")
            }
            guard Skill.levels.contains(level) else { throw ValidationError("--level goes from 1 to 4.") }
        }

        func run() async throws {
            let (theme, office, participant) = (theme, office, participant.map(Spelling.composed))
            let (level, asOf) = (level, moment.asOf)
            let door = try await Door.open(options)
            let rows = try await door.ask { tx, programme in
                let own = try participant.map { try tx.officeFollowing($0, of: programme) } ?? office
                return try tx.matches(theme, of: programme, on: tx.day(asOf), atLeast: level, own: own)
            }
            try Listing(options: options).print(rows)
            if rows.isEmpty {
                door.tell("Aucun office ne couvre ce besoin ce jour-là.", "No office covers this need on that day.")
            }
        }
    }

    struct Gaps: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "gaps", abstract: "Lists the themes that no office covers.",
            discussion: "Example: cohorte skill gaps --level 3 --as-of 2022-01-21")
        @OptionGroup var options: ListOptions
        @OptionGroup var moment: AsOfOption
        @Option(help: "The least level that covers a theme, from 1 to 4.") var level = 1

        func validate() throws {
            guard Skill.levels.contains(level) else { throw ValidationError("--level goes from 1 to 4.") }
        }

        func run() async throws {
            let (level, asOf) = (level, moment.asOf)
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.skillGaps(of: programme, on: tx.day(asOf), atLeast: level)
            }
            let other = options.language == .french ? "label_en" : "label_fr"
            try Listing(options: options).print(rows, hiding: [other])
        }
    }

    struct Themes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "themes", abstract: "Lists the themes.", discussion: "Example: cohorte skill themes")
        @OptionGroup var options: ListOptions

        func run() async throws {
            let rows = try await Door.open(options).ask { tx, _ in try tx.themes() }
            let other = options.language == .french ? "label_en" : "label_fr"
            try Listing(options: options).print(rows, hiding: [other])
        }
    }
}

extension Transaction {
    fileprivate func outcomes(_ lines: some LineSource<Skill.Request>, of programme: Programme.ID) throws
        -> [Skill.Outcome: Int]
    {
        var outcomes: [Skill.Outcome: Int] = [:]
        try setSkills(lines, of: programme) { outcomes[$0.outcome, default: 0] += 1 }
        return outcomes
    }
}

extension Door {
    fileprivate func tell(_ outcomes: [Skill.Outcome: Int]) {
        func count(_ kind: Skill.Outcome) -> Int { outcomes[kind] ?? 0 }
        let (added, changed, unchanged) = (count(.added), count(.changed), count(.unchanged))
        tell(
            "\(added) compétence\(added > 1 ? "s ajoutées" : " ajoutée"), \(changed) changée\(changed > 1 ? "s" : ""), \(unchanged) inchangée\(unchanged > 1 ? "s" : "").",
            "\(added) added, \(changed) changed, \(unchanged) unchanged.")
    }
}
