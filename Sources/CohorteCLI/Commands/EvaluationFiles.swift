import Documents
import Glibc
import Training

/// The files of one evaluation for one audience.
struct EvaluationFiles {
    private let folder: String
    private let files: [(name: String, bytes: [UInt8])]
    private let isDraft: Bool

    init(_ made: Evaluation.Made, in language: Language) {
        folder = "\(made.evaluation.cohort.code)/\(made.evaluation.audience.rawValue)"
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
        folder = "\(release.cohort.code)/\(release.audience.name)"
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
    /// A draft does not take the place of a final one: beside it, it is written to a folder `draft` of its own.
    func write(under parent: String, _ weasyPrint: WeasyPrint? = nil) async throws -> [String] {
        var files = files
        if let weasyPrint, let page = files.first?.bytes {
            files.append(("evaluation.pdf", try await weasyPrint.pdf(page)))
        }
        let path = "\(parent)/\(folder)"
        let isBeside = isDraft && Self.holdsFinal(path + "/evaluation.json")
        return try await DocumentFolder(path: isBeside ? path + "/draft" : path).write(files)
    }

    /// Whether the file there is of a final evaluation; its status stands within the first few lines.
    private static func holdsFinal(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self).contains("\n  \"status\": \"final\"")
    }
}
