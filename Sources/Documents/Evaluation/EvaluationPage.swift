public import Training

/// The bilan of a cohort as one page: it holds its own style and drawings, needs no script and asks for nothing over
/// the network.
public struct EvaluationPage: Sendable {
    private let evaluation: Evaluation
    private let cast: Cast
    private let supersedes: Int?

    /// - Parameters:
    ///   - names: by pseudonym; who has none is shown by the pseudonym.
    ///   - supersedes: the number of the final evaluation that this one comes after.
    public init(
        _ evaluation: Evaluation, names: [String: PersonName], supersedes: Int? = nil, in language: Language = .french
    ) {
        self.evaluation = evaluation
        self.supersedes = supersedes
        cast = Cast(names: names, say: Tongue(language))
    }

    /// The page in UTF-8; the same bytes for the same evaluation and names.
    public func html() -> [UInt8] {
        let template = cast.say.language == .french ? Self.french : Self.english
        return Array((template?.render(EvaluationView(evaluation, cast, supersedes: supersedes)) ?? "").utf8)
    }

    /// Parsed once each; a test holds that they are there and can be parsed.
    static let french = PageTemplate("evaluation", in: .french)
    static let english = PageTemplate("evaluation", in: .english)
}

/// What the template reads, by the template's names.
struct EvaluationView {
    let generator: String
    let style: String
    let title: String
    let programme: String
    let period: String
    let edition: String
    let draft: MissingSection.Banner?
    let headline: [Headline.Run]
    let cautions: [String]
    let cards: [Overview.Card]
    let flow: FlowSection
    let objectives: [ObjectiveRow]
    let progress: ProgressSection
    let competences: CompetenceSection
    let presence: PresenceSection
    let groups: [GroupTable]
    let sensitivity: SensitivitySection
    let tests: [TestRow]
    let explanations: [Term]
    let missing: MissingSection
    let method: [String]
    let versions: [Term]
    let glossary: [Term]

    init(_ evaluation: Evaluation, _ cast: Cast, supersedes: Int?) {
        let say = cast.say
        let overview = Overview(evaluation, supersedes: supersedes, say)
        let headline = Headline(evaluation, say)
        generator = "cohorte \(evaluation.versions.program)"
        style = PageStyle.sheet(footer: overview.title)
        (title, programme, period, edition) = (overview.title, overview.programme, overview.period, overview.edition)
        (self.headline, cautions, cards) = (headline.runs, headline.cautions, overview.cards)
        flow = FlowSection(evaluation, say)
        objectives = evaluation.objectives.map { ObjectiveRow($0, say) }
        progress = ProgressSection(evaluation, cast)
        competences = CompetenceSection(evaluation.figures, say)
        presence = PresenceSection(evaluation, cast)
        groups = GroupTable.all(evaluation.groups, say)
        sensitivity = SensitivitySection(evaluation, say)
        tests = TestRow.all(evaluation.figures.overall, say)
        explanations = Term.explanations(evaluation.cohort, say)
        missing = MissingSection(evaluation, cast)
        draft = missing.banner
        method = Method.paragraphs(evaluation, say)
        (versions, glossary) = (Term.versions(evaluation, say), Term.glossary(say))
    }
}

/// R10: an objective of the cohort with its answer, or that it was not measured.
struct ObjectiveRow {
    let title: String
    let answer: String?
    let source: String

    init(_ objective: Evaluation.Objective, _ say: Tongue) {
        (title, source) = (say(objective.title), say(objective.source))
        answer = objective.answer.map { say($0).capitalised }
    }
}
