public import Training

extension DeskPage {
    /// What the cohort brought, as it was published to the office: the main figures, as they stand in the publication.
    public static func evaluation(
        _ published: Followed.Summary?, in cohort: Followed.CohortLine, _ reader: Reader
    ) -> DeskPage {
        let say = Tongue(reader.language)
        return DeskPage(
            DeskView(
                title: say("Évaluation", "Evaluation"), bar: .init(reader, at: .evaluation),
                evaluation: PublishedView(published, cohort, say)), reader.language)
    }
}

struct PublishedView {
    struct Figure {
        let words: String
        let value: String
    }

    let cohort: String
    let isThere: Bool
    let published: String
    let figures: [Figure]

    init(_ summary: Followed.Summary?, _ line: Followed.CohortLine, _ say: Tongue) {
        cohort = say.words(line.title) + ", " + say.period(line.startsOn, line.endsOn)
        isThere = summary != nil
        published =
            summary.map {
                say(
                    "Publication n° \($0.number) ; la coordination en a le document complet.",
                    "Publication no. \($0.number); the coordinator has the whole document.")
            } ?? ""
        figures = summary.map { Self.figures($0, say) } ?? []
    }

    private static func figures(_ summary: Followed.Summary, _ say: Tongue) -> [Figure] {
        func count(_ number: Int?) -> String {
            number.map { say.integer($0) } ?? say("non communiqué", "not disclosed")
        }
        func score(_ number: Double?) -> String {
            number.map { say.score($0) } ?? say("non communiqué", "not disclosed")
        }
        return [
            Figure(words: say("Personnes entrées en formation", "People who entered"), value: count(summary.entered)),
            Figure(words: say("Parcours terminés", "Completed"), value: count(summary.completed)),
            Figure(words: say("Paires avant-après", "Pairs of before and after"), value: count(summary.pairs)),
            Figure(words: say("Score global avant", "Overall score before"), value: score(summary.meanBefore)),
            Figure(words: say("Score global après", "Overall score after"), value: score(summary.meanAfter)),
            Figure(
                words: say("Évolution moyenne", "Mean change"),
                value: summary.meanChange.map { say.change($0) } ?? say("non communiqué", "not disclosed")),
        ]
    }
}
