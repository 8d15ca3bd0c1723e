import ArgumentParser
import Statistics
import Training

extension ScoreCommand {
    /// The figures of everybody's scores, whichever their cohort.
    struct Figures: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "figures",
            abstract: "Computes the figures of everybody's scores before and after.",
            discussion: """
                One line overall, then one by area and by competence, for each instrument; of those who entered and \
                answered twice the instrument that their cohort declared. Examples:
                  cohorte score figures
                  cohorte score figures --all-programmes --format csv --out scores.csv
                """)
        @OptionGroup var options: ListOptions
        @Option(help: "Only this cohort.") var cohort: Cohort.Code?
        @Flag(help: "Of all programmes together.") var allProgrammes = false

        /// The figures of one part of one instrument; scores from 0 to 100.
        struct Line {
            let instrument: String
            let part: String
            let title: String
            let n: Int
            let meanBefore: Double?
            let meanAfter: Double?
            let meanChange: Double?
            let ci95Lower: Double?
            let ci95Upper: Double?
            let sdChange: Double?
            let tP: Double?
            let dZ: Double?
            let improved: Int
            let unchanged: Int
            let declined: Int
            let wilcoxonP: Double?
            let holmP: Double?
            let hodgesLehmann: Double?
            let classGain: Double?
        }

        func validate() throws {
            if allProgrammes, cohort != nil || options.global.programme != nil {
                throw ValidationError("--all-programmes goes without --cohort and --programme.")
            }
        }

        func run() async throws {
            let door = try await Door.open(options)
            let count = allProgrammes ? try await countAll(door) : try await count(door)
            try Listing(options: options).print(count.figures.flatMap(lines))
        }

        private func count(_ door: Door) async throws -> ScoreFigures.Count {
            let cohort = cohort
            return try await door.ask(for: .snapshot) { tx, programme in
                try tx.countPairs(in: programme, cohort: cohort)
            }
        }

        private func countAll(_ door: Door) async throws -> ScoreFigures.Count {
            let programmes = try await door.database.transaction(as: .admin(nil)) { tx in try tx.programmes() }
            var bar = ProgressBar("programmes", total: programmes.count, quiet: options.global.quiet)
            var count = ScoreFigures.Count()
            try await withThrowingTaskGroup(of: ScoreFigures.Count.self) { group in
                for (index, programme) in programmes.enumerated() {
                    if index >= Self.atOnce, let next = try await group.next() {
                        count.add(next)
                        bar.advance()
                    }
                    group.addTask {
                        try await door.database.transaction(as: .admin(programme.id), for: .snapshot) { tx in
                            try tx.countPairs(in: programme.id)
                        }
                    }
                }
                while let next = try await group.next() {
                    count.add(next)
                    bar.advance()
                }
            }
            bar.finish()
            return count
        }

        /// How many programmes are read at the same time.
        private static let atOnce = 3

        private func lines(_ figures: ScoreFigures) -> [Line] {
            let (name, scores, language) = (figures.instrument, figures.scores, options.global.language)
            let overall = Sentence("score global", "overall score").text(language)
            return [Line(name, "overall", overall, scores.overall, nil)]
                + scores.areas.map { Line(name, "area:\($0.code)", $0.title.text(language), $0.figures, nil) }
                + scores.competences.map {
                    Line(name, "competence:\($0.code)", $0.title.text(language), $0.figures, $0.holmP)
                }
        }
    }
}

extension ScoreCommand.Figures.Line {
    init(_ instrument: String, _ part: String, _ title: String, _ figures: PairedFigures, _ holmP: Double?) {
        func shown(_ figure: Figure<Double>) -> Double? { figure.value.map { significant($0) } }
        (self.instrument, self.part, self.title, n) = (instrument, part, title, figures.n)
        meanBefore = shown(figures.meanBefore)
        meanAfter = shown(figures.meanAfter)
        meanChange = shown(figures.meanChange)
        ci95Lower = figures.ci95.value.map { significant($0.lower) }
        ci95Upper = figures.ci95.value.map { significant($0.upper) }
        sdChange = shown(figures.sdChange)
        tP = shown(figures.tP)
        dZ = shown(figures.dZ)
        (improved, unchanged, declined) = (figures.improved, figures.unchanged, figures.declined)
        wilcoxonP = shown(figures.wilcoxonP)
        self.holmP = holmP.map { significant($0) }
        hodgesLehmann = shown(figures.hodgesLehmann)
        classGain = shown(figures.classGain)
    }
}
