import Testing

/// The help of every command, found by walking from the first.
@Suite struct HelpTests {
    /// Every command line that has a help, without the program's name.
    static let commands: [String] = {
        guard let stage = try? Pilot.first.get().stage else { return [] }
        var (found, rest) = ([String](), [""])
        while let command = rest.popLast() {
            found.append(command)
            guard let help = try? stage.run(command + " --help").text else { continue }
            let names = help.split(separator: "SUBCOMMANDS:\n").dropFirst().first?.split(separator: "\n") ?? []
            let inner = names.compactMap { $0.firstMatch(of: /^  ([a-z-]+)/)?.1 }.map(String.init)
            rest += inner.map { (command + " " + $0).trimmingPrefix(" ") }.map(String.init)
        }
        return found.sorted()
    }()

    @Test func thereAreCommands() { #expect(Self.commands.count > 50, "\(Self.commands)") }

    @Test(arguments: commands) func everyHelpHasAnExampleThatIsACommand(_ command: String) throws {
        let stage = try Pilot.first.get().stage
        let run = try stage.run(command + " --help")
        #expect(run.code == 0 && run.said == "")
        guard !run.text.contains("SUBCOMMANDS:") || command.isEmpty else { return }
        #expect(run.text.contains(/Examples?:/))
        #expect(run.text.replacing(/\s+/, with: " ").contains(" cohorte \(command)"))
    }
}
