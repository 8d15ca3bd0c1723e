import Statistics
import Training

/// R3: how many people were left at each step, and why the others were not.
struct FlowSection {
    struct Step {
        let title: String
        let count: String
        let bar: Markup
        /// How many were lost, nil for none.
        let lost: String?
        let reasons: String
        /// Where the count starts again from those who entered.
        let isSplit: Bool
    }

    let answer: String
    let steps: [Step]
    let caption: String

    init(_ evaluation: Evaluation) {
        let flow = evaluation.flow
        answer = French.words(
            French.list([
                French.count(flow.applied, "candidature", "candidatures"),
                French.count(flow.enrolled, "personne inscrite", "personnes inscrites"),
                French.count(flow.entered, "entrée en formation", "entrées en formation"),
                French.count(flow.completed, "parcours terminé", "parcours terminés"),
                French.count(flow.pairs, "évaluée avant et après", "évaluées avant et après"),
            ]) + ".")
        steps = Self.rows(flow)
        let waiting =
            flow.waitlisted == 0
            ? "La liste d’attente est vide."
            : "\(French.people(flow.waitlisted).capitalised) \(flow.waitlisted == 1 ? "reste" : "restent") en liste d’attente."
        caption = French.words(
            "À partir de « Parcours terminés », tout se compte sur les personnes entrées en formation : on peut avoir "
                + "terminé sans avoir été évalué deux fois. \(waiting)")
    }

    private static func rows(_ flow: Evaluation.Flow) -> [Step] {
        let widest = max(flow.applied, flow.enrolled, flow.entered, 1)
        func row(
            _ title: String, _ count: Int, from: Int?, _ step: Evaluation.Loss.Step?, isSplit: Bool = false
        ) -> Step {
            let reasons = flow.losses.filter { $0.step == step && $0.count > 0 }
            let known = reasons.reduce(0) { $0 + $1.count }
            let lost = step == .pairing || step == nil ? known : max(known, (from ?? count) - count)
            return Step(
                title: title, count: NumberStyle.french.integer(count),
                bar: bar(count, from: from ?? count, widest: widest),
                lost: lost == 0 ? nil : NumberStyle.french.change(-Double(lost), decimals: 0),
                reasons: French.words(words(reasons, unknown: lost - known)), isSplit: isSplit)
        }
        return [
            row("Candidatures", flow.applied, from: nil, nil),
            row("Inscrits", flow.enrolled, from: flow.applied, .beforeEnrolling),
            row("Entrés en formation", flow.entered, from: flow.enrolled, .beforeEntering),
            row("Parcours terminés", flow.completed, from: flow.entered, .beforeCompleting, isSplit: true),
            row("Évalués avant", flow.assessedBefore, from: flow.entered, .beforeAssessment),
            row("Évalués après", flow.assessedAfter, from: flow.entered, .afterAssessment),
            row("Évalués avant et après", flow.pairs, from: flow.entered, .pairing),
        ]
    }

    /// `en liste d’attente : 5 ; non retenu : 2`, or nothing where no reason is known.
    private static func words(_ reasons: [Evaluation.Loss], unknown: Int) -> String {
        let known = reasons.map { "\($0.sentence.french) : \($0.count)" }
        return (known + (unknown > 0 ? ["sans motif connu : \(unknown)"] : [])).joined(separator: " ; ")
    }

    private static func bar(_ count: Int, from: Int, widest: Int) -> Markup {
        let (share, lost) = (100 * Double(count) / Double(widest), 100 * Double(from) / Double(widest))
        return .element(
            "svg", nil, ["class": "meter", "width": "100%", "height": "18", "aria-hidden": "true"],
            [
                .element("rect", .lost, ["x": "0", "y": "3", "width": percent(lost), "height": "12"]),
                .element("rect", .kept, ["x": "0", "y": "3", "width": percent(share), "height": "12"]),
            ])
    }
}
