import Testing

/// The help of every command, found by walking from the first.
@Suite struct HelpTests {
    /// Every command line that has a help, without the program's name, and that help.
    static let helps: [(command: String, run: Run)] = {
        guard let stage = try? Pilot.first.get().stage else { return [] }
        var (found, rest) = ([(command: String, run: Run)](), [""])
        while let command = rest.popLast(), let run = try? stage.run(command + " --help") {
            found.append((command, run))
            let names = run.text.split(separator: "SUBCOMMANDS:\n").dropFirst().first?.split(separator: "\n") ?? []
            let inner = names.compactMap { $0.firstMatch(of: /^  ([a-z-]+)/)?.1 }.map(String.init)
            rest += inner.map { (command + " " + $0).trimmingPrefix(" ") }.map(String.init)
        }
        return found.sorted { $0.command < $1.command }
    }()

    @Test func thereAreCommands() { #expect(Self.helps.count > 50, "\(Self.helps.map(\.command))") }

    @Test func everyHelpHasAnExampleThatIsACommand() {
        for (command, run) in Self.helps {
            #expect(run.code == 0 && run.said == "", "\(command)")
            guard !run.text.contains("SUBCOMMANDS:") || command.isEmpty else { continue }
            #expect(run.text.contains(/Examples?:/), "\(command)")
            #expect(run.text.replacing(/\s+/, with: " ").contains(" cohorte \(command)"), "\(command)")
        }
    }
}
