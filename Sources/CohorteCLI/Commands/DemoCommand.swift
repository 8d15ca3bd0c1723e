import ArgumentParser
import Training
import TrainingSQL

/// Loads the invented pilot by the commands that a user would type, and writes its evaluation.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Loads the invented pilot cohort and writes its evaluation.",
        discussion: "Twice is harmless. Example: cohorte demo --out bilans")
    @OptionGroup var options: GlobalOptions
    @Option(help: "The folder the evaluation is written under.") var out = "bilans"

    static let programme = "petr-albigeois-bastides"

    func validate() throws {
        guard !out.isEmpty else { throw ValidationError("--out names a folder.") }
    }

    func run() async throws {
        try await refuseBesideOthers()
        try await TemporaryFolder.with { folder in
            for file in Embedded.folder("seed/pilot") {
                try writeFile(file.bytes, to: folder + "/" + file.name.dropFirst("seed/pilot/".count))
            }
            for step in try Self.steps() { try await run(step, in: folder) }
        }
        try await run(["evaluate", "pilote-2021", "--final", "--out", out], in: nil)
        guard !options.quiet else { return }
        let page = "\(out)/pilote-2021/coordinator/evaluation.html"
        complain(Sentence("Le bilan est là : \(page)", "The evaluation is there: \(page)").text(options.language))
    }

    private func refuseBesideOthers() async throws {
        let door = try await Door.open(options)
        if try await door.state() != .current { try await door.prepare() }
        let others = try await door.database.transaction(as: .admin(nil)) { tx in
            try tx.programmes().map(\.code.rawValue).filter { $0 != Self.programme }
        }
        guard others.isEmpty || options.yes else {
            throw Usage(
                "Cette base a déjà un programme (\(others.joined(separator: ", "))) : --yes pour y ajouter quand même le pilote inventé.",
                "This database has a programme already (\(others.joined(separator: ", "))): --yes to add the invented pilot all the same."
            )
        }
        await door.database.close()
    }

    /// Carries out one command line as if it had been typed.
    private func run(_ step: [String], in folder: String?) async throws {
        if !options.quiet { complain("$ cohorte " + step.map(Self.quoted).joined(separator: " ")) }
        let words = step.map { word in folder.map { word.hasSuffix(".csv") ? "\($0)/\(word)" : word } ?? word }
        try await Cohorte.run(words + passedOn(step))
    }

    private func passedOn(_ step: [String]) -> [String] {
        var words = ["--lang", options.language.rawValue, "--format", options.format.rawValue]
        if let database = options.database { words += ["--database", database] }
        if options.quiet { words.append("--quiet") }
        if step.first != "programme" { words += ["--programme", Self.programme] }
        return words
    }

    /// The command lines of the pilot, cut into words.
    private static func steps() throws -> [[String]] {
        let text = Embedded.file("seed/pilot/steps.txt").map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        return text.split(whereSeparator: \.isNewline).map { words(String($0)) }.filter { !$0.isEmpty }
    }

    /// Words as a shell cuts them: at spaces outside double quotes.
    private static func words(_ line: String) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().reduce(into: [String]()) {
            words, part in
            if part.offset % 2 == 1 {
                words.append(String(part.element))
            } else {
                words += part.element.split(separator: " ").map(String.init)
            }
        }
    }

    private static func quoted(_ word: String) -> String { word.contains(" ") ? "\"\(word)\"" : word }
}
