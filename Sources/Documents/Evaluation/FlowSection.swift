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

    init(_ evaluation: Evaluation, _ say: Tongue) {
        let flow = evaluation.flow
        answer =
            say.list([
                say.count(flow.applied, "candidature", "candidatures", "application", "applications"),
                say.count(
                    flow.enrolled, "personne inscrite", "personnes inscrites", "person enrolled", "people enrolled"),
                say.count(
                    flow.entered, "entrée en formation", "entrées en formation", "entered the training",
                    "entered the training"),
                say.count(flow.completed, "parcours terminé", "parcours terminés", "completed it", "completed it"),
                say.count(
                    flow.pairs, "évaluation avant et après", "évaluations avant et après", "assessed before and after",
                    "assessed before and after"),
            ]) + "."
        steps = Self.rows(flow, say)
        let people = say.people(flow.waitlisted).capitalised
        let waiting =
            flow.waitlisted == 0
            ? say("La liste d’attente est vide.", "The waiting list is empty.")
            : say(
                "\(people) \(flow.waitlisted == 1 ? "reste" : "restent") en liste d’attente.",
                "\(people) \(flow.waitlisted == 1 ? "is" : "are") left on the waiting list.")
        caption = say(
            "À partir de « Parcours terminés », tout se compte sur les personnes entrées en formation : on peut avoir "
                + "terminé sans avoir été évalué deux fois. \(waiting)",
            "From “Completed” on, everything is counted among the people who entered: one can have completed without "
                + "being assessed twice. \(waiting)")
    }

    private static func rows(_ flow: Evaluation.Flow, _ say: Tongue) -> [Step] {
        let widest = max(flow.applied, flow.enrolled, flow.entered, 1)
        func row(
            _ title: String, _ count: Int, from: Int?, _ step: Evaluation.Loss.Step?, isSplit: Bool = false
        ) -> Step {
            let reasons = flow.losses.filter { $0.step == step && $0.count > 0 }
            let known = reasons.reduce(0) { $0 + $1.count }
            let lost = step == .pairing || step == nil ? known : max(known, (from ?? count) - count)
            return Step(
                title: title, count: say.integer(count), bar: bar(count, from: from ?? count, widest: widest, say),
                lost: lost == 0 ? nil : say.numbers.change(-Double(lost), decimals: 0),
                reasons: words(reasons, unknown: lost - known, say), isSplit: isSplit)
        }
        return [
            row(say("Candidatures", "Applied"), flow.applied, from: nil, nil),
            row(say("Inscriptions", "Enrolled"), flow.enrolled, from: flow.applied, .beforeEnrolling),
            row(say("Entrées en formation", "Entered"), flow.entered, from: flow.enrolled, .beforeEntering),
            row(
                say("Parcours terminés", "Completed"), flow.completed, from: flow.entered, .beforeCompleting,
                isSplit: true),
            row(
                say("Évaluations avant", "Assessed before"), flow.assessedBefore, from: flow.entered,
                .beforeAssessment),
            row(say("Évaluations après", "Assessed after"), flow.assessedAfter, from: flow.entered, .afterAssessment),
            row(say("Avant et après", "Before and after"), flow.pairs, from: flow.entered, .pairing),
        ]
    }

    /// `en liste d’attente : 5 ; non retenu : 2`, or nothing where no reason is known.
    private static func words(_ reasons: [Evaluation.Loss], unknown: Int, _ say: Tongue) -> String {
        let known = reasons.map { ($0.sentence.text(say.language), $0.count) }
        let all = known + (unknown > 0 ? [(say("sans motif connu", "no known reason"), unknown)] : [])
        return all.map { say("\($0) : \($1)", "\($0): \($1)") }.joined(separator: say(" ; ", "; "))
    }

    private static func bar(_ count: Int, from: Int, widest: Int, _ say: Tongue) -> Markup {
        let (share, lost) = (100 * Double(count) / Double(widest), 100 * Double(from) / Double(widest))
        return .drawing(
            say("\(count) sur \(from)", "\(count) of \(from)"), ["class": "meter", "width": "100%", "height": "18"],
            isSilent: true,
            [
                .element("rect", .lost, ["x": "0", "y": "3", "width": percent(lost), "height": "12"]),
                .element("rect", .kept, ["x": "0", "y": "3", "width": percent(share), "height": "12"]),
            ])
    }
}
