import Testing

/// What a refused command line must do: say these words, end with this code, print no data and change nothing.
struct Refused: Sendable, CustomTestStringConvertible {
    let name: String
    /// Words between spaces; `FILE` stands for the file.
    let command: String
    let file: [UInt8]?
    let code: Int32
    /// Standard error, where `FILE` stands for the file's name.
    let said: String

    init(_ name: String, _ command: String, _ file: [UInt8]?, code: Int32, _ said: String) {
        (self.name, self.command, self.file) = (name, command, file)
        (self.code, self.said) = (code, said)
    }

    init(_ name: String, _ command: String, code: Int32, _ said: String) {
        self.init(name, command, nil, code: code, said)
    }

    var testDescription: String { name }

    /// Expects the refusal on a stage, every word of it.
    func expect(on still: Still, at place: SourceLocation = #_sourceLocation) throws {
        let stage = still.stage
        let path = "f-\(random()).csv"
        if let file { stage.folder.file(path, file) }
        let run = try stage.run(command.replacing("FILE", with: path))
        #expect(run.code == code, "\(run.said)", sourceLocation: place)
        #expect(run.said == said.replacing("FILE", with: path) + "\n", sourceLocation: place)
        #expect(run.text == "", sourceLocation: place)
        #expect(try stage.fingerprint() == still.fingerprint, "something was written", sourceLocation: place)
    }
}

/// A stage on which nothing may change.
struct Still: Sendable {
    let stage: Stage
    let fingerprint: String

    init(_ scene: Scene) throws {
        stage = try Stage(scene)
        fingerprint = try stage.fingerprint()
    }
}

/// A file of enrolments with these lines under the header.
func enrolments(_ lines: String...) -> [UInt8] {
    let header = "office;commune;prestataire;categorie;nom;prenom;courriel;telephone;candidature_le"
    return Array(([header] + lines).joined(separator: "\n").utf8) + [0x0A]
}

/// A line of enrolments that is good but for what a test makes of it.
func applicant(
    office: String = "albi", commune: String = "Albi", provider: String = "Gîte fictif",
    category: String = "gite_meuble",
    family: String = "Exemple", given: String = "Anne", email: String = "anne@example.org", phone: String = "",
    on day: String = "2021-06-01"
) -> String {
    [office, commune, provider, category, family, given, email, phone, day].joined(separator: ";")
}

/// The end of every refusal of a file.
func count(_ errors: Int) -> String {
    "\(errors) erreur\(errors > 1 ? "s" : "") dans FILE : rien n’a été écrit."
}
