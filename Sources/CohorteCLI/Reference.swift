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
        let pix = try Lines.reference("seed/reference/pix-crcn.csv", .framework, Framework.Competence.init(row:))
        let satisfaction = try Lines.reference(
            "seed/reference/satisfaction-1.csv", .framework, Framework.Competence.init(row:))
        let ceilings = try Lines.reference("seed/reference/pix-ceilings.csv", .ceilings) { row throws(Misread) in
            Framework.Ceiling(
                framework: .pix, level: try row.cell("level").integer(in: 1...100),
                perCompetence: try row.cell("per_competence").decimal(), total: try row.cell("total").decimal(),
                statedOn: try row.cell("stated_on").calendarDay(), source: Sentence(row["source_fr"], row["source_en"]))
        }
        try await database.transaction(as: .owner) { tx in
            try tx.setFrameworks(
                [
                    (.pix, Sentence("Pix (CRCN)", "Pix (CRCN)"), pix.read.map(\.request)),
                    (.satisfaction, Sentence("Satisfaction", "Satisfaction"), satisfaction.read.map(\.request)),
                ], ceilings.read.map(\.request))
            try tx.setReference(categories.read.map(\.request), .digcomp, competences.read.map(\.request))
            try tx.setGrid(themes.read.map(\.request), grid.read.map(\.request))
        }
    }
}

extension Layout {
    static let categories = Layout([Column("code"), Column("label_fr"), Column("label_en")])
    static let ceilings = Layout([
        Column("level"), Column("per_competence"), Column("total"), Column("stated_on"), Column("source_fr"),
        Column("source_en"),
    ])
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
