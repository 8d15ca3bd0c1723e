import FoundationEssentials
import LocalPostgres
import Subprocess
import Training

/// WeasyPrint, which prints our pages as PDF/UA: the one installed beside the data, else the one on PATH.
struct WeasyPrint: Sendable {
    /// The version that our pages are looked at with.
    static let version = "70.0"
    /// The largest document it may give, in bytes.
    private static let limit = 256 << 20

    /// There is none, or it failed.
    struct Missing: Error { let sentence: Sentence }

    private let program: String

    /// Finds it. Throws `Missing`, which says what to install.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        let folder = LocalPostgres.home(environment: environment) + "/pdf"
        let paths = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/weasyprint" }
        guard let found = (["\(folder)/bin/weasyprint"] + paths).first(where: FileManager.default.isExecutableFile)
        else {
            let line =
                "python3 -m venv '\(folder)' && '\(folder)/bin/pip' install weasyprint==\(Self.version)"
            throw Missing(
                sentence: Sentence(
                    """
                    --pdf demande WeasyPrint, qui n’est pas là. Pour l’installer une fois pour toutes (Debian : \
                    python3-venv, libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0, et fonts-inter, la police des \
                    documents) :
                        \(line)
                    """,
                    """
                    --pdf needs WeasyPrint, which is not there. To install it once (Debian: python3-venv, \
                    libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0, and fonts-inter, the documents’ font):
                        \(line)
                    """))
        }
        program = found
    }

    /// The page as PDF; the same page gives the same bytes, and nothing is asked for over the network.
    func pdf(_ html: [UInt8]) async throws -> [UInt8] {
        let environment = Environment.inherit.updating(["SOURCE_DATE_EPOCH": "0", "LC_ALL": "C.UTF-8"])
        let run = try await run(
            .name("env"), arguments: [program, "--quiet", "--pdf-variant", "pdf/ua-1", "-", "-"],
            environment: environment, input: .array(html), output: .bytes(limit: Self.limit),
            error: .string(limit: 1 << 16))
        guard run.terminationStatus.isSuccess, !run.standardOutput.isEmpty else {
            let words = run.standardError.split(separator: "\n").last.map(String.init) ?? "–"
            throw Missing(
                sentence: Sentence("WeasyPrint a échoué : \(words)", "WeasyPrint failed: \(words)"))
        }
        return run.standardOutput
    }
}

/// A page on its way out: HTML, or PDF when there is a printer.
struct PagePrinter: Sendable {
    private let weasyPrint: WeasyPrint?

    /// Finds the printer first, so that nothing is begun without it. Throws `WeasyPrint.Missing`.
    init(isPDF: Bool) throws { weasyPrint = isPDF ? try WeasyPrint() : nil }

    var ending: String { weasyPrint == nil ? "html" : "pdf" }

    func printed(_ html: [UInt8]) async throws -> [UInt8] { try await weasyPrint?.pdf(html) ?? html }

    /// Writes one page to a file, else to standard output, which a PDF takes only when it is no terminal.
    func write(_ html: [UInt8], to file: String?, _ door: Door) async throws {
        let bytes = try await printed(html)
        guard let file else {
            var output = Output()
            try output.write(bytes)
            return try output.flush()
        }
        try writeFile(bytes, to: file)
        door.tell("Écrit : \(file)", "Written: \(file)")
    }
}
