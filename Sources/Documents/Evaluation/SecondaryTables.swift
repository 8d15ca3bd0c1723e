import Statistics
import Training

/// F9: alpha of the questionnaire without each of its questions, at each wave.
struct ItemTable {
    struct Row {
        let item: String
        let alphas: [String]
    }

    let columns: [String]
    let rows: [Row]

    /// Nil when there is no question, or none can be left out.
    init?(_ waves: [Evaluation.WaveReliability], _ say: Tongue) {
        guard let items = waves.first?.items, items.count > 2 else { return nil }
        columns = waves.map { say($0.wave.label).capitalised }
        rows = items.indices.map { index in
            Row(
                item: items[index],
                alphas: waves.map { wave in
                    let alpha = wave.figures.alphaWithout[index]
                    return alpha.value.map { say.numbers.fixed($0, decimals: 2) } ?? say.why(alpha.reason)
                })
        }
    }
}

/// F14: each question of the satisfaction questionnaires, the response rate first.
struct SatisfactionTable {
    struct Row {
        let question: String
        let answered: String
        let mean: String
        let promoters: String
        /// `7 : 3 ; 8 : 4`, the values that somebody gave.
        let distribution: String
    }

    let answer: String
    let rows: [Row]

    /// Nil when satisfaction was not measured.
    init?(_ questions: [Evaluation.Question], _ say: Tongue) {
        guard let first = questions.first else { return nil }
        let most = questions.max { $0.figures.answered < $1.figures.answered } ?? first
        let count = (say.integer(most.figures.answered), say.people(most.figures.asked))
        answer = say(
            "Au plus \(count.0) réponses sur \(count.1) (\(say.share(most.figures.responseRate.value))) : qui n’a pas répondu "
                + "pense peut-être autrement.",
            "At most \(count.0) answers of \(count.1) (\(say.share(most.figures.responseRate.value))): those who did not "
                + "answer may think otherwise.")
        rows = questions.map { question in
            let figures = question.figures
            let wave = say(question.wave.label)
            let mean = figures.mean.value.map { say.numbers.fixed($0, decimals: 1) } ?? say.why(figures.mean.reason)
            let score = figures.netPromoterScore
            return Row(
                question: "\(say(question.text)) (\(wave))",
                answered: "\(say.integer(figures.answered)) / \(say.integer(figures.asked))", mean: mean,
                promoters: score.value.map { say.numbers.change($0, decimals: 0) } ?? say.why(score.reason),
                distribution: figures.distribution.filter { $0.count > 0 }.map {
                    say("\($0.value) : \($0.count)", "\($0.value): \($0.count)")
                }.joined(separator: say(" ; ", "; ")))
        }
    }
}
