import Testing
import Training

@testable import CohorteCLI

/// What columns are called in French spreadsheets.
@Suite struct ColumnTitleTests {
    /// A list that was exported can be sent back: its titles are those by which the imports know the same columns.
    @Test(arguments: [
        Layout.enrolments, .sessions, .attendance, .observations, .skills, .network, .support, .communes,
    ])
    func titlesAreThoseThatImportsRead(layout: Layout) {
        let names = layout.columns.map(\.name)
        for (column, title) in zip(layout.columns, ColumnTitle.french(names)) where title != column.name {
            #expect(column.goes(by: title), "\(column.name): \(title)")
        }
    }

    @Test func aColumnIsCalledByWhatItsListIsOf() {
        #expect(ColumnTitle.french(["held"]) == ["Prises"])
        #expect(ColumnTitle.french(["planned", "held"]) == ["Prévues", "Tenues"])
        #expect(ColumnTitle.french(["kappa", "kappa_why"]) == ["Kappa", "Kappa : pourquoi pas"])
    }

    @Test func categoriesAreCalledAsTheReferenceHasThem() {
        #expect(CategoryLabel.of("chambre_hotes")?.french == "Chambre d’hôtes")
        #expect(CategoryLabel.of("inconnue") == nil)
    }
}
