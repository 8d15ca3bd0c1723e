import Documents
import Glibc
import Training

/// The files of one evaluation for one audience.
struct EvaluationFiles {
    private let cohort: String
    private let audience: String
    private let files: [(name: String, bytes: [UInt8])]
    private let isDraft: Bool

    init(_ made: Evaluation.Made, in language: Language) {
        (cohort, audience) = (made.evaluation.cohort.code, made.evaluation.audience.rawValue)
        isDraft = made.stored.status == .draft
        let page = EvaluationPage(
            made.evaluation, names: Self.names(made.names), supersedes: made.supersedes, in: language)
        files =
            [
                ("evaluation.html", page.html()), ("evaluation.json", Array(made.stored.body.utf8)),
                ("figures.csv", made.evaluation.figuresCSV()),
            ] + made.evaluation.charts().map { ($0.name, $0.csv) }
    }

    init(_ made: Publication.Made, in language: Language) {
        let release = made.release
        (cohort, audience) = (release.cohort.code, release.audience.name)
        isDraft = release.status == .draft
        let page = EvaluationPage(
            release, office: made.office?.shortName, names: Self.names(made.names), in: language)
        files =
            [
                ("evaluation.html", page.html()), ("evaluation.json", Array(made.publication.body.utf8)),
                ("figures.csv", release.figuresCSV()),
            ] + release.charts().map { ($0.name, $0.csv) }
    }

    private static func names(_ names: [Evaluation.Name]) -> [String: PersonName] {
        Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name.pseudonym, PersonName(name: "\(name.givenName) \(name.familyName)", provider: name.provider))
            })
    }

    /// Writes them under a folder, the page also as PDF when there is a printer; gives their paths.
    ///
    /// A draft does not take the place of a final one: beside it, it is written to a folder `draft` of its own. Where
    /// another programme's cohort of this code was written, nothing is.
    func write(under parent: String, of programme: Programme, _ weasyPrint: WeasyPrint? = nil) async throws -> [String]
    {
        var files = files
        if let weasyPrint, let page = files.first?.bytes {
            files.append(("evaluation.pdf", try await weasyPrint.pdf(page)))
        }
        let shelf = FolderPath("\(parent)/\(cohort)")
        try shelf.make(for: shelf.path + "/")
        let lock = try await FolderLock(shelf.path)
        defer { lock.release() }
        if let other = shelf.folders.lazy.compactMap({ Written("\(shelf.path)/\($0)/evaluation.json") }).first(where: {
            !$0.isOf(programme)
        }) {
            throw Refusal.belongsToAnother(shelf.path, other, cohort)
        }
        let path = "\(shelf.path)/\(audience)"
        let isBeside = isDraft && Written(path + "/evaluation.json")?.isFinal == true
        return try await DocumentFolder(path: isBeside ? path + "/draft" : path).write(files)
    }
}

/// An `evaluation.json` that is there; what it says of itself stands within the first lines.
private struct Written {
    private let start: String

    init?(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = read(descriptor, &bytes, bytes.count)
        start = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }

    var isFinal: Bool { start.contains("\n  \"status\": \"final\"") }

    /// The name of its programme as JSON has it; nil where it says none.
    var programme: Substring? {
        start.firstRange(of: "\n    \"programme\": ").map { start[$0.upperBound...].prefix { $0 != "\n" } }
    }

    func isOf(_ programme: Programme) -> Bool {
        var json = JSONWriter()
        json.value(programme.name)
        return self.programme.map { $0 == String(decoding: json.bytes, as: UTF8.self) + "," } ?? true
    }
}

extension Refusal {
    fileprivate static func belongsToAnother(_ path: String, _ written: Written, _ cohort: String) -> Refusal {
        let name = (written.programme ?? "").filter { $0 != "\"" && $0 != "," }
        return Refusal(
            rule: "document_is_of_one_programme",
            "\(path) contient les documents de « \(cohort) » du programme « \(name) » : ajoutez --by-programme, ou un autre --out.",
            "\(path) holds the documents of \"\(cohort)\" of the programme \"\(name)\": add --by-programme, or another --out."
        )
    }
}
