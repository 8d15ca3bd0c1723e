import Training

@testable import CohorteCLI

/// What a file gives: its rows, its refusals, and what is said about it.
struct Reading {
    var rows: [Row] = []
    var misreads: [Misread] = []
    var notices: [Sentence] = []

    init(
        _ bytes: some Sequence<UInt8>, _ layout: Layout, in folder: TemporaryFolder = TemporaryFolder()
    ) throws(UnreadableFile) {
        let file = try CSVFile(path: folder.file("f.csv", bytes), layout: layout)
        notices = file.notices
        for line in file {
            switch line {
            case .success(let row): rows.append(row)
            case .failure(let misread): misreads.append(misread)
            }
        }
    }

    init(_ text: String, _ layout: Layout) throws(UnreadableFile) { try self.init(text.utf8, layout) }
}

/// Windows-1252 bytes of a text whose letters are all in it.
func windows1252(_ text: String) -> [UInt8] {
    let upper: [Unicode.Scalar: UInt8] = ["€": 0x80, "’": 0x92, "œ": 0x9C, "Ÿ": 0x9F, "–": 0x96]
    return text.unicodeScalars.map { upper[$0] ?? UInt8($0.value) }
}
