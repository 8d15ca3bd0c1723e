public import Training

/// A page for an adviser of an office: rendered here, works without script, on a phone and on paper.
public struct DeskPage: Sendable {
    /// Where in the desk a page is.
    public enum Place: CaseIterable, Sendable { case people, skills, access, sessions, evaluation }

    /// Who asks, and in which language.
    public struct Reader: Sendable {
        let office: String
        let language: Language
        /// The cohort that the sections are about.
        let cohort: Cohort.Code?

        public init(office: String, cohort: Cohort.Code?, _ language: Language) {
            (self.office, self.cohort, self.language) = (office, cohort, language)
        }
    }

    private let view: DeskView
    private let language: Language

    init(_ view: DeskView, _ language: Language) { (self.view, self.language) = (view, language) }

    /// The page in UTF-8.
    public func html() -> [UInt8] { Self.templates[language]?.render(view) ?? [] }

    static let templates = Paper<DeskView>("desk")

    /// The style sheet that every page asks for at `/desk.css`.
    public static let style = Array(Embedded.text("Templates/desk.css").utf8)

    /// Where somebody shows their pass.
    ///
    /// - Parameter wanted: the page to go to then.
    public static func entry(hasFailed: Bool, wanted: String? = nil, _ language: Language) -> DeskPage {
        let say = Tongue(language)
        return DeskPage(
            DeskView(
                title: say("Suivi des participants", "Following participants"),
                entry: .init(hasFailed: hasFailed, wanted: wanted)),
            language)
    }

    /// What is said when there is nothing to show, or something went wrong.
    ///
    /// - Parameter back: the page that the reader came from.
    public static func message(_ sentence: Sentence, _ reader: Reader?, back: String? = nil, _ language: Language)
        -> DeskPage
    {
        let say = Tongue(language)
        return DeskPage(
            DeskView(title: say(sentence), bar: reader.map { DeskView.Bar($0, at: nil) }, back: back), language)
    }
}

/// What the template reads, by the template's names; of the sections one is there.
struct DeskView {
    struct Link {
        let address: String
        let words: String
        let isHere: Bool
    }

    /// The bar on top: whose desk it is and where else to go.
    struct Bar {
        let office: String
        let places: [Link]

        init(_ reader: DeskPage.Reader, at place: DeskPage.Place?) {
            let say = Tongue(reader.language)
            office = say.words(reader.office)
            let tail = reader.cohort.map { "?cohort=\($0)" } ?? ""
            places = DeskPage.Place.allCases.map { each in
                switch each {
                case .people:
                    Link(
                        address: "/participants" + tail, words: say("Mes participants", "My participants"),
                        isHere: place == each)
                case .skills:
                    Link(
                        address: "/competences" + tail, words: say("Mes compétences", "My skills"),
                        isHere: place == each)
                case .access:
                    Link(address: "/acces", words: say("Accès", "Access"), isHere: place == each)
                case .sessions:
                    Link(address: "/seances" + tail, words: say("Séances", "Sessions"), isHere: place == each)
                case .evaluation:
                    Link(address: "/evaluation" + tail, words: say("Évaluation", "Evaluation"), isHere: place == each)
                }
            }
        }
    }

    struct Entry {
        let hasFailed: Bool
        let wanted: String?
    }

    let title: String
    let office: String?
    let places: [Link]
    let notice: String?
    let back: String?
    let entry: Entry?
    let people: PeopleView?
    let person: PersonView?
    let correction: CorrectionView?
    let access: AccessView?
    let sessions: SessionsView?
    let evaluation: PublishedView?
    let skills: SkillsView?

    init(
        title: String, bar: Bar? = nil, notice: String? = nil, back: String? = nil, entry: Entry? = nil,
        people: PeopleView? = nil, person: PersonView? = nil, correction: CorrectionView? = nil,
        access: AccessView? = nil, sessions: SessionsView? = nil, evaluation: PublishedView? = nil,
        skills: SkillsView? = nil
    ) {
        (self.title, office, places) = (title, bar?.office, bar?.places ?? [])
        (self.notice, self.back, self.entry, self.people) = (notice, back, entry, people)
        (self.person, self.correction, self.access) = (person, correction, access)
        (self.sessions, self.evaluation, self.skills) = (sessions, evaluation, skills)
    }
}
