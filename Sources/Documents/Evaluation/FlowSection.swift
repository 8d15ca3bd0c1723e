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

    init(_ edition: Edition, _ say: Tongue) {
        let flow = edition.flow
        answer = Self.answer(flow, say)
        steps = Self.rows(flow, say)
        let people = say.people(flow.waitlisted ?? 0).capitalised
        let waiting =
            flow.waitlisted == nil
            ? ""
            : flow.waitlisted == 0
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

    private static func answer(_ flow: Edition.Flow, _ say: Tongue) -> String {
        let parts = [
            flow.applied.map { say.count($0, "candidature", "candidatures", "application", "applications") },
            flow.enrolled.map {
                say.count($0, "personne inscrite", "personnes inscrites", "person enrolled", "people enrolled")
            },
            flow.entered.map {
                say.count($0, "entrée en formation", "entrées en formation", "entered", "entered")
            },
            flow.completed.map {
                say.count($0, "parcours terminé", "parcours terminés", "completed", "completed")
            },
            flow.pairs.map {
                say.count(
                    $0, "évaluation avant et après", "évaluations avant et après", "assessed before and after",
                    "assessed before and after")
            },
        ].compactMap(\.self)
        return parts.isEmpty ? say("Non communiqué.", "Not disclosed.") : say.list(parts) + "."
    }

    private static func rows(_ flow: Edition.Flow, _ say: Tongue) -> [Step] {
        let widest = max(flow.applied ?? 0, flow.enrolled ?? 0, flow.entered ?? 0, 1)
        func row(
            _ title: String, _ told: Int?, from: Int?, _ step: Evaluation.Loss.Step?, isSplit: Bool = false
        ) -> Step {
            guard let count = told else { return Step(withheld: title, say, isSplit: isSplit) }
            let reasons = (flow.losses ?? []).filter { $0.step == step && $0.count > 0 }
            let known = reasons.reduce(0) { $0 + $1.count }
            let lost = step == .pairing || step == nil ? known : max(known, (from ?? count) - count)
            return Step(
                title: title, count: say.integer(count), bar: bar(count, from: from ?? count, widest: widest, say),
                lost: lost == 0 ? nil : say.numbers.change(-Double(lost), decimals: 0),
                reasons: flow.losses == nil && lost > 0
                    ? say("motifs réservés à la coordination", "reasons for the coordinator only")
                    : words(reasons, unknown: lost - known, say),
                isSplit: isSplit)
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
        return all.map { say("\($0) :\u{A0}\($1)", "\($0):\u{A0}\($1)") }.joined(separator: say(" ; ", "; "))
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

extension FlowSection.Step {
    /// A step whose count is kept back.
    fileprivate init(withheld title: String, _ say: Tongue, isSplit: Bool) {
        self.init(
            title: title, count: NumberStyle.missing, bar: Markup(source: ""), lost: nil,
            reasons: say("non communiqué", "not disclosed"), isSplit: isSplit)
    }
}
