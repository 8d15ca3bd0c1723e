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
        /// Said in place of the figures, when they are kept back.
        let silence: String?
    }

    let caption: String
    let kind: String
    let rows: [Row]

    static func all(_ edition: Edition, _ say: Tongue) -> [GroupTable] {
        [
            GroupTable(
                say("Par office de tourisme", "By tourist office"), say("Office", "Office"), edition.offices,
                edition.minimumGroup, say),
            GroupTable(
                say("Par catégorie de prestataire", "By category of provider"), say("Catégorie", "Category"),
                edition.categories, edition.minimumGroup, say),
        ].filter { !$0.rows.isEmpty }
    }

    private init(_ caption: String, _ kind: String, _ groups: [Edition.Group], _ k: Int, _ say: Tongue) {
        (self.caption, self.kind) = (caption, kind)
        rows = groups.map { group in
            let figures = group.figures
            return Row(
                name: say(group.name), entered: say.integer(group.entered), n: say.integer(figures.n),
                before: say.score(figures.meanBefore.value), after: say.score(figures.meanAfter.value),
                change: say.change(figures.meanChange.value), assiduity: say.share(group.assiduity.value),
                silence: figures.meanChange.silence.map { say.withheld($0, fewerThan: k) })
        }
    }
}
