import ArgumentParser
import Training

struct EvaluationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluation", abstract: "Evaluations as they were stored.",
        subcommands: [List.self, Show.self, Verify.self, Published.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the stored evaluations.",
            discussion: "Example: cohorte evaluation list --cohort pilote-2021")
        @OptionGroup var options: ListOptions
        @Option(help: "Only those of this cohort.") var cohort: Cohort.Code?

        func run() async throws {
            let cohort = cohort
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.evaluations(of: programme, cohort: cohort)
            }
            try Listing(options: options).print(rows)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Prints a stored evaluation, byte for byte, as JSON.",
            discussion:
                """
                Without a number: the final one in force, else the last draft; for an office or everybody, what was last \
                published. Examples:
                  cohorte evaluation show pilote-2021
                  cohorte evaluation show pilote-2021 --audience shared
                """
        )
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Option(help: "Its number.") var number: Int?
        @Option(help: "Whom it is for: coordinator, relay=OFFICE or shared.")
        var audience = EvaluationAudience.coordinator

        func run() async throws {
            let (cohort, number, reader) = (cohort, number, audience.reader)
            let body = try await Door.open(options).ask { tx, programme in
                try reader.map { try tx.publication(of: cohort, number: number, for: $0, in: programme).body }
                    ?? tx.evaluation(of: cohort, number: number, in: programme).body
            }
            var output = Output()
            try output.write(body)
            try output.flush()
        }
    }

    struct Published: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "published",
            abstract: "Lists what was published for offices and for everybody: the ledger that limits what may be.",
            discussion: "Example: cohorte evaluation published --cohort pilote-2021")
        @OptionGroup var options: ListOptions
        @Option(help: "Only of this cohort.") var cohort: Cohort.Code?

        func run() async throws {
            let cohort = cohort
            let rows = try await Door.open(options).ask { tx, programme in
                try tx.publications(of: programme, cohort: cohort)
            }
            try Listing(options: options).print(rows)
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Makes a stored evaluation again from today's facts and compares the bytes.",
            discussion: """
                A published version is made again from the evaluation and the ledger before it. Exit code 65 when they \
                differ; the result says whether the stored bytes are intact and the facts have changed since. Examples:
                  cohorte evaluation verify pilote-2021
                  cohorte evaluation verify pilote-2021 --audience relay=albi
                """)
        @OptionGroup var options: ListOptions
        @Argument(help: "The cohort's code.") var cohort: Cohort.Code
        @Option(help: "Its number.") var number: Int?
        @Option(help: "Whom it is for: coordinator, relay=OFFICE or shared.")
        var audience = EvaluationAudience.coordinator

        /// What was compared.
        struct Line {
            let cohort: Cohort.Code
            let number: Int32
            let status: String
            let result: String
            let inputsSHA256: String
            let bodySHA256: String
            let bodyAgainSHA256: String
        }

        func run() async throws {
            let (cohort, number, reader) = (cohort, number, audience.reader)
            let door = try await Door.open(options)
            let found = try await door.ask(for: .snapshot) { tx, programme in
                try reader.map { try tx.verify(cohort, number: number, for: $0, of: programme) }
                    ?? tx.verify(cohort, number: number, of: programme)
            }
            let result =
                found.isSame
                ? "same"
                : !found.isIntact
                    ? "tampered"
                    : !found.hasSameInputs ? "inputs changed" : found.isOfAnotherProgram ? "other version" : "differs"
            try Listing(options: options).print([
                Line(
                    cohort: cohort, number: found.number, status: found.status.rawValue, result: result,
                    inputsSHA256: found.inputsSHA256, bodySHA256: found.bodySHA256,
                    bodyAgainSHA256: found.bodyAgainSHA256)
            ])
            guard !found.isSame else {
                return door.tell("Mêmes faits, mêmes octets.", "Same facts, same bytes.")
            }
            complain(found.sentence(isPublished: reader != nil).text(options.language))
            throw Leaving.Said(code: .refused)
        }
    }
}

extension Evaluation.Verification {
    fileprivate var isOfAnotherProgram: Bool { programVersion != Cohorte.version }

    fileprivate func sentence(isPublished: Bool) -> Sentence {
        if !isIntact {
            return Sentence(
                "Le bilan gardé n’est plus celui qui a été fait : ses octets ont changé.",
                "The stored evaluation is no longer the one that was made: its bytes were changed.")
        }
        if hasSameInputs, isOfAnotherProgram {
            return Sentence(
                "Les faits sont les mêmes et les octets gardés sont intacts ; la version \(programVersion) du programme les a faits, que la version \(Cohorte.version) ne refait pas à l’identique.",
                "The facts are the same and the stored bytes are intact; version \(programVersion) of the program made them, and version \(Cohorte.version) does not make the same."
            )
        }
        return hasSameInputs
            ? Sentence(
                "Les faits sont les mêmes, mais ce programme en tire un autre bilan.",
                "The facts are the same, but this program makes another evaluation of them.")
            : isPublished
                ? Sentence(
                    "Ce qui a été publié est intact (son empreinte est celle du registre) ; les faits ont changé depuis, on ne peut donc plus le refaire.",
                    "What was published is intact (its hash is the ledger’s); the facts have changed since, so that it cannot be made again."
                )
                : Sentence(
                    "Le bilan gardé est intact (son empreinte est celle qui fut enregistrée) ; les faits ont changé depuis : « cohorte evaluate » en fait un nouveau.",
                    "The stored evaluation is intact (its hash is the recorded one); the facts have changed since: \"cohorte evaluate\" makes a new one."
                )
    }
}
