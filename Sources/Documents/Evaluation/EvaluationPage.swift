public import Training

/// The bilan of a cohort as one page: it holds its own style and drawings, needs no script and asks for nothing over
/// the network.
public struct EvaluationPage: Sendable {
    private let evaluation: Evaluation
    private let cast: Cast
    private let supersedes: Int?
    private let language: Language

    /// - Parameters:
    ///   - names: by pseudonym; who has none is shown by the pseudonym.
    ///   - supersedes: the number of the final evaluation that this one comes after.
    public init(
        _ evaluation: Evaluation, names: [String: PersonName], supersedes: Int? = nil, in language: Language = .french
    ) {
        self.evaluation = evaluation
        self.language = language
        self.supersedes = supersedes
        cast = Cast(names: names)
    }

    /// The page in UTF-8; the same bytes for the same evaluation and names.
    public func html() -> [UInt8] {
        let template = language == .french ? Self.french : Self.english
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
        let overview = Overview(evaluation, supersedes: supersedes)
        let headline = Headline(evaluation)
        generator = "cohorte \(evaluation.versions.program)"
        style = PageStyle.sheet(footer: overview.title)
        (title, programme, period, edition) = (overview.title, overview.programme, overview.period, overview.edition)
        (self.headline, cautions, cards) = (headline.runs, headline.cautions, overview.cards)
        flow = FlowSection(evaluation)
        objectives = evaluation.objectives.map(ObjectiveRow.init)
        progress = ProgressSection(evaluation, cast)
        competences = CompetenceSection(evaluation.figures)
        presence = PresenceSection(evaluation, cast)
        groups = GroupTable.all(evaluation.groups)
        sensitivity = SensitivitySection(evaluation)
        tests = TestRow.all(evaluation.figures.overall)
        explanations = Term.explanations(evaluation.cohort)
        missing = MissingSection(evaluation, cast)
        draft = missing.banner
        (method, versions, glossary) = (Term.method(evaluation), Term.versions(evaluation), Term.glossary)
    }
}

/// R10: an objective of the cohort with its answer, or that it was not measured.
struct ObjectiveRow {
    let title: String
    let answer: String?
    let source: String

    init(_ objective: Evaluation.Objective) {
        title = French.words(objective.title.french)
        answer = objective.answer.map { French.words($0.french).capitalised }
        source = French.words(objective.source.french)
    }
}
