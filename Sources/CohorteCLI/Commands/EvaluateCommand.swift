import ArgumentParser
import Training

/// Makes the evaluation (bilan) of a cohort and writes it.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Makes the evaluation (bilan) of a cohort and writes it.",
        discussion: """
            Writes evaluation.html, evaluation.json, figures.csv and the data of the charts under DIR/COHORT/AUDIENCE/. A \
            final one is refused while something is missing; a draft beside a final one is written to a folder "draft" \
            there. What another programme wrote is not replaced: --by-programme keeps those whose cohorts have the same \
            codes apart. The versions for an office (its own people by name, the others in groups) and for everybody are made \
            of the same stored evaluation, hide what could tell of fewer than --minimum-group people, and are written to \
            the ledger of publications for good: a draft too, and what it told limits every later version.
            --due makes the final evaluation of every closed cohort of all programmes, or a draft where something is \
            missing, and goes on where a run was killed; exit code 0 only if all are final. --as-of takes an instant by \
            its day in Paris. Examples:
              cohorte evaluate pilote-2021 --out bilans
              cohorte evaluate pilote-2021 --final --pdf
              cohorte evaluate pilote-2021 --audience relay=albi
              cohorte evaluate pilote-2021 --audience shared --minimum-group 11
              cohorte evaluate --due --out bilans
              cohorte evaluate --due --read-from "host=db1,db2 target_session_attrs=prefer-standby"
            """)
    @OptionGroup var options: GlobalOptions
    @Argument(help: "The cohort's code.") var cohort: Cohort.Code?
    @Flag(help: "Makes it final: refused while something is missing.") var final = false
    @Flag(help: "Every closed cohort without a final evaluation, of all programmes.") var due = false
    @Option(help: "Whom it is for: coordinator, relay=OFFICE or shared.") var audience = EvaluationAudience.coordinator
    @Option(name: .customLong("minimum-group"), help: "The least people a published figure is about (default: 5).")
    var minimumGroup: Int?
    @Option(help: "The folder it is written under.") var out = "bilans"
    @Flag(help: "Under a folder for each programme: DIR/PROGRAMME/COHORT/AUDIENCE/.") var byProgramme = false
    @Flag(help: "Also as PDF, by WeasyPrint.") var pdf = false
    @Option(name: .customLong("as-of"), help: "The last day that counts (default: the cohort's last).") var asOf = AsOf
        .now
    @Option(
        name: .customLong("read-from"),
        help: "Where the facts are read, as libpq keywords or a URI: a standby, once it has caught up.")
    var readFrom: String?

    /// One file that was written.
    struct Line {
        let programme: Programme.Code
        let cohort: Cohort.Code
        let status: String
        let number: Int
        let file: String
    }

    func validate() throws {
        guard !out.isEmpty else { throw ValidationError("--out names a folder.") }
        if let minimumGroup {
            guard audience.reader != nil else {
                throw ValidationError("--minimum-group is for --audience relay=OFFICE or shared.")
            }
            guard minimumGroup >= Publication.leastGroup else {
                throw ValidationError("--minimum-group is at least \(Publication.leastGroup).")
            }
        }
    }

    func run() async throws {
        let weasyPrint = pdf ? try WeasyPrint() : nil
        let door = try await Door.open(options)
        let making = EvaluationMaking(
            database: door.database, facts: try await FactSource(readFrom, door), out: out, isByProgramme: byProgramme,
            weasyPrint: weasyPrint, language: options.language)
        guard due else {
            guard let cohort else { throw Usage("Donnez une cohorte, ou --due.", "Give a cohort, or --due.") }
            return try Listing(options: options).print(try await evaluate(cohort, door, making))
        }
        guard cohort == nil, asOf == .now, audience == .coordinator, !final else {
            throw Usage(
                "--due prend toutes les cohortes, pour la coordination : sans code, ni --final, ni --as-of, ni --audience.",
                "--due takes every cohort, for the coordinator: no code, no --final, no --as-of, no --audience.")
        }
        try await EvaluationBatch(door: door, making: making).run()
    }

    private func evaluate(_ cohort: Cohort.Code, _ door: Door, _ making: EvaluationMaking) async throws -> [Line] {
        let wanted = EvaluationMaking.Wanted(
            cohorts: [cohort], programme: try await door.wholeProgramme(), wish: final ? .final : .draft, asOf: asOf,
            reader: audience.reader, minimumGroup: minimumGroup ?? Publication.leastGroup)
        let done = try await making.make(wanted)[0].get()
        tell(done, cohort, door)
        return done.lines
    }

    private func tell(_ done: EvaluationMaking.Done, _ cohort: Cohort.Code, _ door: Door) {
        let made = done.made
        if let old = made.supersedes, done.publication == nil {
            door.tell("Il remplace le bilan définitif n° \(old).", "It supersedes final evaluation \(old).")
        }
        if !(done.publication?.isNew ?? made.isNew) {
            door.tell("\(cohort) : bilan inchangé.", "\(cohort): evaluation unchanged.")
        }
        if let publication = done.publication {
            let count = publication.release.suppressed.count
            if made.stored.status == .draft, publication.isNew {
                door.tell(
                    "Publié d’un bilan provisoire : les versions suivantes masqueront ce qui en diffère de peu de personnes.",
                    "Published of a draft: later versions will suppress what differs from it by few people.")
            }
            if count > 0 {
                door.tell(
                    "Masqués : \(count) chiffres ou groupes ; la page et « suppressed » disent pourquoi.",
                    "Suppressed: \(count) figures or groups; the page and \"suppressed\" say why.")
            }
            return
        }
        for missing in made.evaluation.missing {
            let sentence = missing.sentence(naming: made.names)
            door.tell("  - \(sentence.french)", "  - \(sentence.english)")
        }
    }
}

/// Whom an evaluation is written for, as typed.
enum EvaluationAudience: Equatable, ExpressibleByArgument {
    case coordinator
    case release(Evaluation.Release.Reader)

    init?(argument: String) {
        switch argument {
        case "coordinator": self = .coordinator
        case "shared": self = .release(.shared)
        default:
            guard argument.hasPrefix("relay="), let office = Office.Code(typed: String(argument.dropFirst(6))) else {
                return nil
            }
            self = .release(.relay(office))
        }
    }

    var defaultValueDescription: String { reader?.name ?? "coordinator" }
    var reader: Evaluation.Release.Reader? { if case .release(let reader) = self { reader } else { nil } }
}
