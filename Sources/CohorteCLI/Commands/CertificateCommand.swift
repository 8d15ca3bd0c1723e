import ArgumentParser
import Documents
import Training

/// Makes certificates of completion.
struct CertificateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Certificates of completion, refused with the reasons while something is missing.",
        discussion: """
            Writes one page for each person under DIR/COHORT/, in English with --lang en. Somebody who left awaits none.
            Examples:
              cohorte certificate pilote-2021 --out attestations
              cohorte certificate pilote-2021 anne@example.org --pdf
            """)
    @OptionGroup var options: GlobalOptions
    @OptionGroup var moment: AsOfOption
    @Argument(help: "The cohort's code.") var cohort: Cohort.Code
    @Argument(help: "The person: e-mail or id (default: everybody).") var participant: String?
    @Option(help: "The folder they are written under.") var out = "attestations"
    @Flag(help: "As PDF, by WeasyPrint.") var pdf = false

    /// One certificate that was written.
    struct Line {
        let participant: String
        let familyName: String
        let givenName: String
        let attendedMinutes: Int
        let file: String
    }

    func validate() throws {
        guard !out.isEmpty else { throw ValidationError("--out names a folder.") }
    }

    func run() async throws {
        let printer = try PagePrinter(isPDF: pdf)
        let (cohort, participant, asOf) = (cohort, participant.map(Spelling.composed), moment.asOf)
        let door = try await Door.open(options)
        let batch = try await door.ask(for: .snapshot) { tx, programme in
            try tx.certificates(in: cohort, of: programme, for: participant, on: tx.day(asOf))
        }
        let lines = try await write(batch.made, printer)
        if participant == nil || !lines.isEmpty { try Listing(options: options).print(lines) }
        if batch.left > 0 {
            door.tell(
                "\(batch.left) sans attestation : parti\(batch.left > 1 ? "s" : "") avant la fin.",
                "\(batch.left) without a certificate: left before the end.")
        }
        guard !batch.refused.isEmpty else { return }
        for refusal in batch.refused { complain(refusal.sentence.text(options.language)) }
        throw Leaving.Said(code: .refused)
    }

    private func write(_ certificates: [Certificate], _ printer: PagePrinter) async throws -> [Line] {
        var bar = ProgressBar("attestations", total: pdf ? certificates.count : 0, quiet: options.quiet || !pdf)
        var lines: [Line] = []
        for certificate in certificates {
            let page = CertificatePage(certificate, in: options.language)
            let file = "\(out)/\(cohort)/\(page.fileName).\(printer.ending)"
            try writeFile(try await printer.printed(page.html()), to: file)
            let person = certificate.person
            lines.append(
                Line(
                    participant: person.participant, familyName: person.familyName, givenName: person.givenName,
                    attendedMinutes: person.attendedMinutes, file: file))
            bar.advance()
        }
        bar.finish()
        return lines
    }
}
