import Statistics
import Training

/// The overall figure by office or by category of provider: it describes, it compares nothing.
struct GroupTable {
    struct Row {
        let name: String
        let entered: String
        let n: String
        let before: String
        let after: String
        let change: String
        let assiduity: String
    }

    let caption: String
    let kind: String
    let rows: [Row]

    static func all(_ groups: Evaluation.Groups) -> [GroupTable] {
        [
            GroupTable("Par office de tourisme", "Office", groups.offices),
            GroupTable("Par catégorie de prestataire", "Catégorie", groups.categories),
        ].filter { !$0.rows.isEmpty }
    }

    private init(_ caption: String, _ kind: String, _ groups: [Evaluation.Group]) {
        (self.caption, self.kind) = (caption, kind)
        rows = groups.map { group in
            let figures = group.figures
            return Row(
                name: French.words(group.name.french), entered: NumberStyle.french.integer(group.entered),
                n: NumberStyle.french.integer(figures.n), before: French.score(figures.meanBefore.value),
                after: French.score(figures.meanAfter.value), change: French.change(figures.meanChange.value),
                assiduity: French.share(group.attendance.assiduity.value))
        }
    }
}
