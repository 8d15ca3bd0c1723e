import Statistics
import Training

extension Evaluation.Release.Table {
    /// A figure of the table; nil when it is suppressed or cannot be computed.
    func number(_ name: String) -> Double? {
        switch rows?.first(where: { $0.name == name })?.value {
        case .number(let number): number
        case .integer(let number): Double(number)
        default: nil
        }
    }

    func interval(_ name: String) -> Interval? {
        if case .interval(let interval) = rows?.first(where: { $0.name == name })?.value { interval } else { nil }
    }
}

/// The sentence a mayor can repeat, as far as it may be told.
struct ReleaseBrief {
    private let release: Evaluation.Release
    private let voice: ReleaseVoice

    init(_ release: Evaluation.Release, _ voice: ReleaseVoice) { (self.release, self.voice) = (release, voice) }

    var section: Markup {
        .element(
            "section", nil, ["class": "brief", "aria-labelledby": "en-bref"],
            [
                .element("h2", nil, ["id": "en-bref"], [.text(voice("En bref", "In brief"))]),
                .words("p", "headline", headline), .words("p", "caution", caution),
                .element("ul", nil, ["class": "cards"], cards),
            ])
    }

    private var headline: String {
        let overall = release.overall
        guard overall.rows != nil else {
            return voice(
                "Trop peu de personnes pour publier un résultat sans dire celui de quelqu’un.",
                "Too few people for a result to be published without telling somebody's.")
        }
        guard let n = overall.number("n"), n > 0, let before = overall.number("mean_before"),
            let after = overall.number("mean_after"), let change = overall.number("mean_change")
        else { return voice("Personne n’a été évalué avant et après.", "Nobody was assessed before and after.") }
        let interval = overall.interval("ci95").map { interval in
            voice(
                " (intervalle de confiance à 95 % : de \(voice.change(interval.lower)) à \(voice.change(interval.upper)))",
                " (95% confidence interval: \(voice.change(interval.lower)) to \(voice.change(interval.upper)))")
        }
        return voice(
            "Le score numérique moyen de \(Int(n)) personnes est passé de \(voice.fixed(before, 1)) à \(voice.fixed(after, 1)) sur 100, soit \(voice.change(change)) points en moyenne",
            "The mean digital score of \(Int(n)) people went from \(voice.fixed(before, 1)) to \(voice.fixed(after, 1)) out of 100, \(voice.change(change)) points on average"
        ) + (interval ?? "") + "."
    }

    private var caution: String {
        voice(
            "Évolution observée, sans groupe témoin : rien ne dit que la formation en est la cause.",
            "An observed change, without a control group: nothing says that the training is its cause.")
    }

    private var cards: [Markup] {
        func card(_ value: String, _ what: String) -> Markup {
            .element(
                "li", nil, ["class": "card"],
                [.words("span", "big", value), .text(" "), .words("span", "what", what)])
        }
        let entered = release.flow.first { $0.name == "entered" }?.value
        let improved = release.overall.number("improved")
        return [
            card(entered.map(voice.integer) ?? voice.suppressed, voice("personnes formées", "people trained")),
            card(
                release.overall.number("n").map { voice.integer(Int($0)) } ?? voice.suppressed,
                voice("évaluées avant et après", "assessed before and after")),
            card(
                improved.map { voice.integer(Int($0)) } ?? voice.suppressed, voice("en progrès", "improved")),
            card(
                release.attendance.assiduity.map(voice.share) ?? voice.suppressed,
                voice("d’assiduité", "of planned time attended")),
        ]
    }
}

/// How many were left at each step.
struct ReleaseFlow {
    private let release: Evaluation.Release
    private let voice: ReleaseVoice

    init(_ release: Evaluation.Release, _ voice: ReleaseVoice) { (self.release, self.voice) = (release, voice) }

    private static let steps: [String: Sentence] = [
        "applied": Sentence("Candidatures", "Applied"), "enrolled": Sentence("Inscrits", "Enrolled"),
        "entered": Sentence("Entrés en formation", "Entered"), "completed": Sentence("Parcours terminés", "Completed"),
        "assessed_before": Sentence("Évalués avant", "Assessed before"),
        "assessed_after": Sentence("Évalués après", "Assessed after"),
        "pairs": Sentence("Évalués avant et après", "Assessed before and after"),
        "waitlisted": Sentence("Encore en liste d’attente", "Still on the waiting list"),
    ]

    var section: Markup {
        .section(
            "parcours", voice("De la candidature au bilan", "From application to evaluation"), nil,
            [
                .table(
                    voice("Personnes à chaque étape", "People at each step"),
                    [voice("Étape", "Step"), voice("Personnes", "People")],
                    release.flow.map { count in
                        [
                            Self.steps[count.name].map { voice($0) } ?? count.name,
                            count.value.map(voice.integer) ?? voice.suppressed,
                        ]
                    })
            ])
    }
}

/// R10: the objectives of the cohort, as far as their answers may be told.
struct ReleaseObjectives {
    private let release: Evaluation.Release
    private let voice: ReleaseVoice

    init(_ release: Evaluation.Release, _ voice: ReleaseVoice) { (self.release, self.voice) = (release, voice) }

    var section: Markup {
        let terms = release.objectives.map { objective -> Markup in
            let answer =
                objective.isSuppressed
                ? voice.suppressed : objective.answer.map { voice($0) } ?? voice("non mesuré", "not measured")
            return .element("div", nil, [:], [.words("dt", voice(objective.title)), .words("dd", answer)])
        }
        return .section(
            "objectifs", voice("Les objectifs sont-ils atteints ?", "Were the objectives met?"), nil,
            [.element("dl", nil, ["class": "terms"], terms)])
    }
}
