public import Training

/// The bilan of a cohort as one page: it holds its own style and drawings, needs no script and asks for nothing over
/// the network.
public struct EvaluationPage: Sendable {
    private let edition: Edition
    private let cast: Cast
    private let supersedes: Int?

    /// - Parameters:
    ///   - names: by pseudonym; who has none is shown by the pseudonym.
    ///   - supersedes: the number of the final evaluation that this one comes after.
    public init(
        _ evaluation: Evaluation, names: [String: PersonName], supersedes: Int? = nil, in language: Language = .french
    ) {
        self.init(edition: Edition(evaluation), names: names, supersedes: supersedes, in: language)
    }

    /// What an office, or everybody, is told: what the release keeps back is not in the page, and says so.
    ///
    /// - Parameters:
    ///   - office: the name of the office that reads; nil for everybody.
    ///   - names: of the office's own people, by pseudonym.
    public init(
        _ release: Evaluation.Release, office: String?, names: [String: PersonName], in language: Language = .french
    ) {
        self.init(edition: Edition(release, office: office), names: names, in: language)
    }

    init(edition: Edition, names: [String: PersonName], supersedes: Int? = nil, in language: Language) {
        self.edition = edition
        self.supersedes = supersedes
        cast = Cast(names: names, say: Tongue(language))
    }

    /// The page in UTF-8; the same bytes for the same evaluation and names.
    public func html() -> [UInt8] {
        let template = cast.say.language == .french ? Self.french : Self.english
        return template?.render(EvaluationView(edition, cast, supersedes: supersedes)) ?? []
    }

    /// Parsed once each; a test holds that they are there and can be parsed.
    static let french = PageTemplate<EvaluationView>("evaluation", in: .french)
    static let english = PageTemplate<EvaluationView>("evaluation", in: .english)
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
    let groupAnswer: String
    let sensitivity: SensitivitySection
    let secondary: SecondarySection?
    let diagnostic: DiagnosticSection?
    let skills: SkillSection?
    let satisfaction: SatisfactionTable?
    /// What stands in its place.
    let satisfactionAbsence: String
    let satisfactionRemedy: String?
    let network: NetworkSection?
    /// What stands in its place.
    let networkAbsence: Absence
    let support: SupportSection?
    /// What stands in its place.
    let supportAbsence: Absence
    let tests: [TestRow]
    /// That some figures are kept back.
    let testSilence: String?
    let explanations: [Term]
    let withheld: WithheldSection?
    let missing: MissingSection
    let method: [String]
    let versions: [Term]
    let glossary: [Term]

    init(_ edition: Edition, _ cast: Cast, supersedes: Int?) {
        let say = cast.say
        let overview = Overview(edition, supersedes: supersedes, say)
        let headline = Headline(edition, say)
        generator = "cohorte \(edition.versions.program)"
        style = PageStyle.sheet(footer: overview.title)
        (title, programme, period) = (overview.title, overview.programme, overview.period)
        self.edition = overview.edition
        (self.headline, cautions, cards) = (headline.runs, headline.cautions, overview.cards)
        flow = FlowSection(edition, say)
        objectives = edition.objectives.map { ObjectiveRow($0, say) }
        progress = ProgressSection(edition, cast)
        competences = CompetenceSection(edition, say)
        presence = PresenceSection(edition, cast)
        groups = GroupTable.all(edition, say)
        groupAnswer = GroupTable.answer(groups, say)
        sensitivity = SensitivitySection(edition, say)
        secondary = edition.secondary.map { SecondarySection($0, say) }
        diagnostic = DiagnosticSection(edition, cast)
        skills = SkillSection(edition, say)
        satisfaction = edition.secondary.flatMap { SatisfactionTable($0.satisfaction, say) }
        let isKept = edition.keptBack.contains("satisfaction")
        satisfactionAbsence = isKept ? say("réservé à la coordination", "for the coordinator only") : say.unmeasured
        satisfactionRemedy =
            isKept
            ? nil
            : say(
                "Il faudrait un questionnaire de satisfaction, à chaud ou à froid.",
                "It would take a satisfaction questionnaire, right after the training or later.")
        network = NetworkSection(edition.secondary?.network, edition, cast) ?? NetworkSection(edition, say)
        support = SupportSection(edition.secondary?.support, edition, cast)
        networkAbsence = Absence(
            "network", edition,
            say(
                "Il faudrait savoir qui, dans le groupe, connaissait qui avant et après.",
                "It would take knowing who knew whom in the group, before and after."), say)
        supportAbsence = Absence(
            "support", edition,
            say(
                "Il faudrait les accompagnements des offices relais et leurs prochaines actions.",
                "It would take the support acts of the relay offices and their next actions."), say)
        tests = TestRow.all(edition.overall, say)
        testSilence = TestRow.silence(edition.overall, say)
        explanations = Term.explanations(edition.cohort, say)
        withheld = WithheldSection(edition, say)
        missing = MissingSection(edition, cast)
        draft = missing.banner
        method = Method.paragraphs(edition, say)
        (versions, glossary) = (Term.versions(edition, say), Term.glossary(say))
    }
}

/// R10: an objective of the cohort with its answer, or that it was not measured.
struct ObjectiveRow {
    let title: String
    let answer: String?
    /// What stands in place of an answer.
    let absence: String
    let source: String?

    init(_ objective: Edition.Objective, _ say: Tongue) {
        (title, source) = (say(objective.title), objective.source.map { say($0) })
        answer = objective.answer.map { say($0).capitalised }
        absence = objective.isWithheld ? say("non communiqué", "not disclosed") : say.unmeasured
    }
}
