import Statistics

/// What the territorial diagnostic and the offices' skills answer to the objectives.
extension Evaluation.Objective {
    /// Answers side by side; nil when there is none.
    static func joined(_ answers: [Sentence?]) -> Sentence? {
        let known = answers.compactMap(\.self)
        guard !known.isEmpty else { return nil }
        return Sentence(
            known.map(\.french).joined(separator: " ; "), known.map(\.english).joined(separator: "; "))
    }

    /// The source of the first objective's answer, with or without the providers' index.
    static func skillsSource(_ overall: PairedFigures, _ secondary: Evaluation.Secondary?) -> Sentence {
        let scores = Sentence(
            "score global, positionnements avant et après, \(overall.n) paires",
            "overall score, assessments before and after, \(overall.n) pairs")
        guard let index = secondary?.diagnosis?.index, index.n > 0 else { return scores }
        return Sentence(
            "\(scores.french) ; indice des prestataires, \(index.n) observés avant et après",
            "\(scores.english); index of providers, \(index.n) observed before and after")
    }

    /// Objective 1: the providers' index before and after.
    static func index(_ diagnosis: Evaluation.Diagnosis?) -> Sentence? {
        guard let index = diagnosis?.index, let before = index.meanBefore.value, let after = index.meanAfter.value,
            let change = index.meanChange.value
        else { return nil }
        let interval = index.ci95.value
        let french =
            interval.map { " (IC à 95 % : \(tenths($0.lower, ",", true)) à \(tenths($0.upper, ",", true)))" } ?? ""
        let english =
            interval.map { " (95% CI \(tenths($0.lower, ".", true)) to \(tenths($0.upper, ".", true)))" } ?? ""
        return Sentence(
            "indice moyen des prestataires en ligne : \(tenths(before, ",")) → \(tenths(after, ",")) sur 100, soit \(tenths(change, ",", true))\(french)",
            "mean index of providers on line: \(tenths(before, ".")) → \(tenths(after, ".")) out of 100, \(tenths(change, ".", true))\(english)"
        )
    }

    /// Objective 2: how many providers name the destination, link to the office and name their neighbours.
    static func destination(_ diagnosis: Evaluation.Diagnosis?) -> Sentence? {
        let words: [(code: String, french: String, english: String)] = [
            ("P22", "nomment la destination", "name the destination"),
            ("P23", "renvoient vers l’office", "link to the office"),
            ("P24", "citent trois voisins", "name three neighbours"),
        ]
        return joined(
            words.map { word in
                guard let figures = diagnosis?.change(word.code)?.figures, figures.n > 0 else { return nil }
                let counts = "\(figures.yesBefore) → \(figures.yesAfter)"
                return Sentence(
                    "\(word.french) : \(counts) prestataires sur \(figures.n)",
                    "\(word.english): \(counts) of \(figures.n) providers")
            })
    }

    /// Objective 4: how many offices said what they can help with, and what none of them can.
    static func relays(_ matrix: Evaluation.SkillMatrix?) -> Sentence? {
        guard let matrix else { return nil }
        let filled = Sentence(
            "matrice de compétences remplie par \(matrix.filled) offices sur \(matrix.offices.count)",
            "skill matrix filled by \(matrix.filled) offices of \(matrix.offices.count)")
        let gaps = matrix.gaps
        guard !gaps.isEmpty else {
            return joined([filled, Sentence("aucun thème sans office", "no theme without an office")])
        }
        return joined([
            filled,
            Sentence(
                "sans office : " + gaps.map(\.title.french).joined(separator: ", "),
                "without an office: " + gaps.map(\.title.english).joined(separator: ", ")),
        ])
    }
}
