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
    /// Nil when every group is kept back.
    let table: [Row]?
    /// Said in place of the table then.
    let silence: String?

    static func all(_ edition: Edition, _ say: Tongue) -> [GroupTable] {
        [
            GroupTable(
                say("Par office de tourisme", "By tourist office"), say("Office", "Office"), edition.offices,
                edition.minimumGroup, say),
            GroupTable(
                say("Par catégorie de prestataire", "By category of provider"), say("Catégorie", "Category"),
                edition.categories, edition.minimumGroup, say),
        ].compactMap(\.self)
    }

    /// What all the tables together may be read as.
    static func answer(_ tables: [GroupTable], _ say: Tongue) -> String {
        if !tables.isEmpty, tables.allSatisfy({ $0.table == nil }) {
            return say(
                "Ces groupes sont trop petits pour être communiqués.", "These groups are too small to be disclosed.")
        }
        return say(
            "Ces moyennes décrivent de petits groupes ; elles ne comparent ni les offices ni les métiers.",
            "These means describe small groups; they compare neither offices nor trades.")
    }

    /// Nil where there is no group.
    private init?(_ caption: String, _ kind: String, _ groups: [Edition.Group], _ k: Int, _ say: Tongue) {
        (self.caption, self.kind) = (caption, kind)
        guard !groups.isEmpty else { return nil }
        let rows = groups.map { group in
            let figures = group.figures
            return Row(
                name: say(group.name), entered: say.integer(group.entered), n: say.integer(figures.n),
                before: say.score(figures.meanBefore.value), after: say.score(figures.meanAfter.value),
                change: say.change(figures.meanChange.value), assiduity: say.share(group.assiduity.value),
                silence: figures.meanChange.silence.map { say.withheld($0, fewerThan: k) })
        }
        let isSilent = rows.count > 1 && rows.allSatisfy { $0.silence != nil }
        table = isSilent ? nil : rows
        silence =
            isSilent
            ? say(
                "Aucun groupe n’est communiqué (\(say.list(rows.map(\.name)))) : chacun dirait les valeurs de moins de \(k) personnes.",
                "No group is disclosed (\(say.list(rows.map(\.name)))): each would tell the values of fewer than \(k) people."
            )
            : nil
    }
}
