import FoundationEssentials
import Testing

@testable import Documents
@testable import Training

/// Where the pages of unusual cohorts are written, to be looked at and tried in a browser.
private let folder = ProcessInfo.processInfo.environment["COHORTE_PAGES"]

@Suite struct GalleryTests {
    @Test(.enabled(if: folder != nil), arguments: 0..<Example.gallery.count) func everyExampleIsWritten(index: Int)
        throws
    {
        let example = Example.gallery[index]
        let number = index < 10 ? "0\(index)" : "\(index)"
        for language in Language.allCases {
            let name = "\(number)-\(language.rawValue)"
            try write(EvaluationPage(example.evaluation, names: example.names, in: language), name)
            let shared = EvaluationPage(edition: example.edition(for: .shared), names: [:], in: language)
            try write(shared, "\(name)-shared")
        }
        let own = example.edition(for: .relay("Albi"), naming: ["P01", "P02", "P03"])
        try write(EvaluationPage(edition: own, names: example.names, in: .french), "\(number)-fr-relay")
    }

    private func write(_ page: EvaluationPage, _ name: String) throws {
        try Data(page.html()).write(to: URL(filePath: "\(folder ?? ".")/\(name).html"))
    }
}
