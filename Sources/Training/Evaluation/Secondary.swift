public import Statistics

extension Evaluation {
    /// What is said besides the primary outcome: whom it leaves out, how solid it is, and what other inputs tell. An input
    /// that is absent is "non mesuré", by name.
    public struct Secondary: Sendable {
        /// R4: the scores before of those with and of those without a score after.
        public let attrition: Attrition
        /// F12: minutes attended and change, over the pairs.
        public let dose: Association
        /// F9: the instrument's reliability before, then after.
        public let reliability: [WaveReliability]
        /// F13: the interval of the mean change by resampling.
        public let bootstrap: Bootstrap
        /// R7: nil when nobody was asked to look back.
        public let responseShift: ResponseShift?
        /// F14: one per question of the satisfaction questionnaires; empty is "non mesuré".
        public let satisfaction: [Question]
        /// The territorial diagnostic; nil is "non mesuré".
        public let diagnosis: Diagnosis?
        /// F15, by unit and wave; empty is "non mesuré".
        public let mysteryMail: [Mails]
        /// The offices' skills; nil is "non mesuré".
        public let skills: SkillMatrix?
        /// Objective 3: nil when nobody was asked about the group.
        public var network: Network.Outcome? = nil
        /// Objective 4: nil when no act of support was logged.
        public var support: Support.Summary? = nil
        /// The assessments of other days than those of their wave, by wave, then by arrival.
        public let outOfWindow: [OutOfWindow]
        /// What this cohort has no input for, in the order in which it is said.
        public let unmeasured: [Unmeasured]
    }

    /// F9 at one wave.
    public struct WaveReliability: Sendable {
        public let wave: Assessment.Wave
        public let figures: Reliability
        /// The items' codes, in their order: alpha without each stands in `figures`.
        public let items: [String]
    }

    /// R7: how people see, afterwards, where they started.
    public struct ResponseShift: Sendable {
        /// Retrospective - before, per person: the gap between the two baselines.
        public let gap: PairedFigures
        /// After - retrospective: the change from the second baseline, never mixed with the first.
        public let change: PairedFigures
    }

    /// F14: a question of a satisfaction questionnaire, with what was answered.
    public struct Question: Sendable {
        /// The questionnaire, as `code@version`.
        public let instrument: String
        public let wave: Assessment.Wave
        public let item: String
        public let text: Sentence
        public let figures: Satisfaction
    }

    /// An assessment of another day than those of its wave: taken like the others, and said.
    public struct OutOfWindow: Sendable, Equatable {
        public let pseudonym: String
        public let wave: Assessment.Wave
        public let takenOn: Day
        public let opensOn: Day
        public let closesOn: Day
    }

    /// Something that was not measured, and what would measure it.
    public struct Unmeasured: Equatable, Sendable {
        public let code: String
        public let title: Sentence
        public let remedy: Sentence
    }
}

extension Evaluation.Secondary {
    /// Judges the facts about everybody who entered.
    init(_ facts: Evaluation.Facts, _ entered: [Assessed]) {
        let paired = entered.compactMap { person in person.overallPair.map { (person, $0) } }
        attrition = Attrition(
            assessedAgain: entered.filter { $0.overallAfter != nil }.compactMap(\.overallBefore),
            notAssessedAgain: entered.filter { $0.overallAfter == nil }.compactMap(\.overallBefore))
        dose = Association(
            minutes: paired.map { AttendanceFigures($0.0.attendance).attendedMinutes }, pairs: paired.map(\.1))
        bootstrap = Bootstrap(paired.map(\.1))
        reliability = [(Assessment.Wave.before, entered.map(\.before)), (.after, entered.map(\.after))].map {
            .init($0.0, $0.1.compactMap(\.self), facts.items)
        }
        outOfWindow = Evaluation.OutOfWindow.all(facts, entered)
        responseShift = Evaluation.ResponseShift(facts, entered)
        satisfaction = Evaluation.Question.all(facts, asked: entered)
        diagnosis = Evaluation.Diagnosis(facts)
        mysteryMail = Evaluation.Mails.all(facts)
        skills = Evaluation.SkillMatrix(facts)
        network = Network.Outcome(facts, entered)
        support = Support.Summary(facts, entered)
        unmeasured = Evaluation.Unmeasured.all(
            measured: [
                "response_shift": responseShift != nil, "satisfaction": !satisfaction.isEmpty,
                "mystery_mail": !mysteryMail.isEmpty, "diagnostic": diagnosis != nil, "skills": skills != nil,
                "network": network != nil, "support": support != nil,
            ])
    }
}

extension Evaluation.OutOfWindow {
    /// Of everybody who entered, by wave, then by arrival.
    static func all(_ facts: Evaluation.Facts, _ entered: [Assessed]) -> [Evaluation.OutOfWindow] {
        let arrivals = Set(entered.map(\.row.arrival))
        return facts.windows.flatMap { window in
            facts.assessments.filter {
                $0.wave == window.wave && arrivals.contains($0.arrival)
                    && !(window.opensOn...window.closesOn).contains($0.takenOn)
            }.map {
                .init(
                    pseudonym: Evaluation.pseudonym($0.arrival), wave: $0.wave, takenOn: $0.takenOn,
                    opensOn: window.opensOn, closesOn: window.closesOn)
            }
        }
    }
}

extension Evaluation.WaveReliability {
    /// Of the answers of one wave, reverse-keyed items turned; only who answered every item counts.
    init(_ wave: Assessment.Wave, _ answers: [[Answer]], _ items: [Instrument.Item]) {
        self.wave = wave
        self.items = items.map(\.item)
        let rows = answers.map { answers in
            zip(answers, items).map { answer, item in
                answer.number.map { item.isReversed ? item.minimum + item.maximum - $0 : $0 }
            }
        }
        figures = Reliability(rows, items: items.count)
    }
}

extension Evaluation.Question {
    /// One per question and wave; everybody who entered was asked.
    static func all(_ facts: Evaluation.Facts, asked: [Assessed]) -> [Evaluation.Question] {
        facts.satisfaction.map { row in
            Evaluation.Question(
                instrument: "\(row.instrument)@\(row.version)", wave: row.wave, item: row.item,
                text: Sentence(row.textFr, row.textEn),
                figures: Satisfaction(
                    row.answers.map { Int(exactly: $0) ?? .min }, asked: asked.count, scale: scale(of: row)))
        }
    }

    /// Its whole values; of a scale that has no few whole values none, and no answer is on it.
    private static func scale(of row: Evaluation.SatisfactionRow) -> ClosedRange<Int> {
        guard let least = Int(exactly: row.minimum), let greatest = Int(exactly: row.maximum), greatest - least <= 100
        else { return Int.max...Int.max }
        return least...greatest
    }
}

extension Evaluation.ResponseShift {
    /// Nil when nobody answered a retrospective baseline.
    init?(_ facts: Evaluation.Facts, _ entered: [Assessed]) {
        let told = entered.filter { $0.retrospective != nil }
        guard !told.isEmpty else { return nil }
        let scoring = Scoring(facts.items)
        func figures(_ waves: (Assessed) -> ([Answer]?, [Answer]?)) -> PairedFigures {
            let pairs = told.map(waves).compactMap { first, second -> Pair? in
                guard let first, let second, let pair = scoring.overallPair(first, second) else { return nil }
                return Pair(before: pair.before, after: pair.after)
            }
            return PairedFigures(pairs, minimum: 0, maximum: 100)
        }
        gap = figures { ($0.before, $0.retrospective) }
        change = figures { ($0.retrospective, $0.after) }
    }
}
