import Training
import TrainingSQL

extension Door {
    /// Loads the reference data that comes with the product: categories of providers, the default framework, the
    /// themes and the diagnostic grid.
    func loadReference() async throws {
        let categories = try Lines.reference("seed/reference/categories.csv", .categories) { row throws(Misread) in
            Category(code: try row.cell("code").required(), labelFr: row["label_fr"], labelEn: row["label_en"])
        }
        let competences = try Lines.reference(
            "seed/reference/digcomp-2.1.csv", .framework, Framework.Competence.init(row:))
        let themes = try Lines.reference("seed/reference/themes.csv", .themes, Theme.init(row:))
        let grid = try Lines.reference(
            "seed/reference/diagnostic-grid-\(Diagnostic.grid).csv", .grid, Criterion.init(row:))
        try await database.transaction(as: .owner) { tx in
            try tx.setReference(categories.read.map(\.request), .digcomp, competences.read.map(\.request))
            try tx.setGrid(themes.read.map(\.request), grid.read.map(\.request))
        }
    }
}

extension Layout {
    static let categories = Layout([Column("code"), Column("label_fr"), Column("label_en")])
}

extension Lines {
    /// The lines of an embedded file.
    static func reference(
        _ name: String, _ layout: Layout, _ read: @escaping @Sendable (Row) throws(Misread) -> Request
    ) throws -> Lines {
        try TemporaryFolder.with { folder in
            let path = folder + "/reference.csv"
            try writeFile(Embedded.file(name)?.bytes ?? [], to: path)
            return try FileOfLines(path, layout, read).all()
        }
    }
}
