import ArgumentParser
import Training

extension AttendanceCommand {
    struct Outlook: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "outlook",
            abstract: "Assiduity so far, and who can still reach the cohort's minimum.",
            discussion: """
                An absence announced counts as missed; a half-day not marked yet may still have been attended. Examples:
                  cohorte attendance outlook --cohort pilote-2021
                  cohorte attendance outlook --cohort pilote-2021 --as-of 2021-11-30 --at-risk
                """)
        @OptionGroup var options: ListOptions
        @OptionGroup var moment: AsOfOption
        @OptionGroup var choice: CohortChoice
        @Flag(help: "Only those for whom the minimum is out of reach.") var atRisk = false

        func run() async throws {
            let (choice, asOf) = (choice, moment.asOf)
            let door = try await Door.open(options)
            let all = try await door.ask { tx, programme in
                try tx.outlook(in: choice.cohort(tx, of: programme), on: tx.day(asOf))
            }
            let rows = all.filter { !atRisk || $0.prospect == .outOfReach }
            if options.format == .table {
                try Listing(options: options).print(rows.map { Line($0, options.language) })
            } else {
                try Listing(options: options).print(rows)
            }
            door.warn(all)
        }
    }

    /// An outlook as a person reads it.
    struct Line {
        let participant: String
        let office: Office.Code
        let status: Enrolment.Status
        let attended: String
        let assiduity: String
        let bestPossible: String
        let minimum: String
        let spareMinutes: Int
        let prospect: Attendance.Prospect

        init(_ outlook: Attendance.Outlook, _ language: Language) {
            (participant, office, status) = (outlook.participant, outlook.office, outlook.status)
            attended = outlook.words.text(language)
            assiduity = Self.percent(outlook.assiduity, language)
            bestPossible = Self.percent(outlook.bestPossible, language)
            minimum = language == .french ? "\(outlook.minimumAssiduity) %" : "\(outlook.minimumAssiduity)%"
            (spareMinutes, prospect) = (outlook.spareMinutes, outlook.prospect)
        }

        /// Rounded down to a tenth, so that nobody is said to have reached what they have not.
        static func percent(_ share: Double?, _ language: Language) -> String {
            guard let share else { return "–" }
            let tenths = Int((share * 1000 + 1e-9).rounded(.down))
            let text = "\(tenths / 10)\(language == .french ? "," : ".")\(tenths % 10)"
            return language == .french ? text + " %" : text + "%"
        }
    }

    struct Corrections: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "corrections",
            abstract: "Lists every correction of a mark: what it was, who changed it and why.",
            discussion: "Example: cohorte attendance corrections --cohort pilote-2021")
        @OptionGroup var options: ListOptions
        @OptionGroup var choice: CohortChoice

        func run() async throws {
            let choice = choice
            try await Door.open(options).list(options) { tx, programme in
                .corrections(in: try choice.cohort(tx, of: programme))
            }
        }
    }
}

extension Door {
    /// Says of each who can no longer reach the minimum what they still can.
    func warn(_ outlooks: [Attendance.Outlook]) {
        for outlook in outlooks where outlook.prospect == .outOfReach {
            if outlook.status == .completed {
                tell(
                    "Attention : \(outlook.participant) est « terminé », mais sous les \(outlook.minimumAssiduity) % désormais : ni attestation ni bilan définitif ; corrigez, ou rouvrez son parcours (« cohorte enrolment reopen »).",
                    "Warning: \(outlook.participant) is completed, but below \(outlook.minimumAssiduity)% by now: no certificate and no final evaluation; correct, or reopen (\"cohorte enrolment reopen\")."
                )
                continue
            }
            let best = Sentence(
                AttendanceCommand.Line.percent(outlook.bestPossible, .french),
                AttendanceCommand.Line.percent(outlook.bestPossible, .english))
            tell(
                "Attention : \(outlook.participant) ne peut plus atteindre \(outlook.minimumAssiduity) % (au mieux \(best.french)).",
                "Warning: \(outlook.participant) can no longer reach \(outlook.minimumAssiduity)% (\(best.english) at best)."
            )
        }
    }
}
