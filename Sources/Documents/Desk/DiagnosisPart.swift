import Statistics
import Training

/// How a provider looks on the web, before and since, and what to do first.
struct DiagnosisPart {
    struct Step {
        let words: String
        let why: String
    }

    struct Line {
        let criterion: String
        let theme: String
        let before: String
        let after: String
    }

    let observed: String
    let index: String
    let chart: Markup?
    let hasSteps: Bool
    let steps: [Step]
    let scale: String
    let lines: [Line]

    init(_ diagnosis: Followed.Diagnosis, _ say: Tongue) {
        observed = say(
            "Observé de l’extérieur, la dernière fois le \(say.date(diagnosis.observedOn)).",
            "Observed from outside, last on \(say.date(diagnosis.observedOn)).")
        index = Self.index(diagnosis, say)
        let (before, after) = (diagnosis.before?.index.value, diagnosis.after?.index.value)
        chart = before == nil && after == nil ? nil : PersonView.chart(from: before, to: after, say)
        steps = diagnosis.steps.map {
            Step(words: say($0.criterion.step), why: "\(say($0.criterion.label)) : \($0.value)/\(ProviderIndex.best)")
        }
        hasSteps = !steps.isEmpty
        scale = say(
            "De 0 (absent) à 3 (à jour et bon) ; l’indice est la moyenne, sur 100.",
            "From 0 (absent) to 3 (up to date and good); the index is the mean, out of 100.")
        lines = diagnosis.lines.map {
            Line(
                criterion: say($0.criterion.label), theme: say($0.criterion.themeLabel),
                before: Self.seen($0.before, say), after: Self.seen($0.after, say))
        }
    }

    private static func index(_ diagnosis: Followed.Diagnosis, _ say: Tongue) -> String {
        func told(_ index: ProviderIndex?) -> String {
            switch index?.index {
            case .value(let value): say.score(value)
            case .unavailable(let reason): say.why(reason)
            case nil: say("non observé", "not observed")
            }
        }
        return say(
            "Indice de présence en ligne : \(told(diagnosis.before)) avant, \(told(diagnosis.after)) après.",
            "Index of presence on line: \(told(diagnosis.before)) before, \(told(diagnosis.after)) after.")
    }

    private static func seen(_ seen: Followed.Seen?, _ say: Tongue) -> String {
        guard let seen else { return "–" }
        if let value = seen.value { return say.integer(Int(value)) }
        if let missing = seen.missing { return say(missing.label) }
        guard let kind = seen.kind else { return "–" }
        return seen.hours.map { "\(say(kind.label)), \(say.integer(Int($0.rounded())))\u{A0}h" } ?? say(kind.label)
    }
}
