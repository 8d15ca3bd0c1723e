import Statistics
public import Training

/// What a provider should do first, on one page of A4 that an adviser brings along and fills in on the visit.
///
/// It needs no script and asks for nothing over the network.
public struct VisitPage: Sendable {
    private let sheet: Diagnostic.Sheet
    private let language: Language

    public init(_ sheet: Diagnostic.Sheet, in language: Language = .french) {
        (self.sheet, self.language) = (sheet, language)
    }

    /// The page in UTF-8; the same bytes for the same sheet.
    public func html() -> [UInt8] {
        Self.templates[language]?.render(VisitView(sheet, Tongue(language))) ?? []
    }

    static let templates = Paper<VisitView>("visit")
}

/// What the template reads, by the template's names.
struct VisitView {
    struct Step {
        let rank: Int
        let task: String
        let criterion: String
        let theme: String
        /// What was seen, in the words of the scale.
        let seen: String
        let evidence: String?
    }

    struct Group {
        let theme: String
        let rows: [Row]
    }

    struct Row {
        let label: String
        /// `2`, or why there is none.
        let value: String
        let marks: Markup
    }

    let title: String
    let style: String
    let programme: String
    let provider: String
    let category: String
    let commune: String
    let office: String
    let observed: String
    let index: String
    let indexNote: String
    let answer: String
    let steps: [Step]
    let mail: String
    let groups: [Group]
    let note: String

    init(_ sheet: Diagnostic.Sheet, _ say: Tongue) {
        let visited = sheet.provider
        style = PaperStyle.sheet("visit")
        (programme, provider) = (say.words(sheet.programme), say.words(visited.name))
        (category, commune, office) = (say(visited.category), say.words(visited.commune), say.words(visited.officeName))
        title = say("Que faire d’abord ? \(visited.name)", "What to do first? \(visited.name)")
        let day = say.dates.full(
            year: sheet.observedOn.year, month: sheet.observedOn.month, day: sheet.observedOn.day
        ).unbreakable
        observed = "\(day) (\(say(sheet.wave.label)))"
        index =
            sheet.index.index.value.map { say("\(say.score($0)) sur 100", "\(say.score($0)) out of 100") }
            ?? NumberStyle.missing
        indexNote =
            sheet.index.index.reason.map { say.why($0) }
            ?? say(
                "sur \(sheet.index.criteria) critères applicables", "over \(sheet.index.criteria) criteria that apply")
        answer = Self.answer(sheet.steps.count, say)
        steps = sheet.steps.enumerated().map { rank, step in
            Step(
                rank: rank + 1, task: say(step.criterion.step), criterion: say(step.criterion.label),
                theme: say(step.criterion.themeLabel), seen: Self.seen(step, say),
                evidence: step.evidence.map { Self.short(say.words($0)) })
        }
        mail = Self.mail(sheet.mail, say)
        groups = Self.groups(sheet.criteria, say)
        note = say(
            "Ordre : ce qui manque à chaque critère pour être à jour et bon (3), multiplié par le poids de son thème. Les "
                + "constats sont faits de l’extérieur, comme un visiteur ; ils peuvent avoir changé depuis.",
            "Order: what each criterion lacks to be up to date and good (3), times the weight of its theme. Observations are "
                + "made from outside, as a visitor would; they may have changed since.")
    }

    private static func answer(_ count: Int, _ say: Tongue) -> String {
        switch count {
        case 0:
            say(
                "Rien à faire d’abord : tout ce qui a été observé est à jour et bon.",
                "Nothing to do first: everything observed is up to date and good.")
        case 1: say("Une chose à faire d’abord.", "One thing to do first.")
        default:
            say(
                "\(say.integer(count)) choses à faire d’abord, dans cet ordre.",
                "\(say.integer(count)) things to do first, in this order.")
        }
    }

    /// What fits beside the other steps on one page.
    private static func short(_ text: String) -> String { text.count > 90 ? text.prefix(89) + "…" : text }

    /// The value with its word on the criterion's scale: `1, formulaire seul`.
    private static func seen(_ step: Diagnostic.Step, _ say: Tongue) -> String {
        let scale = step.criterion.scale.text(say.language).split(separator: "|").map { $0.split(separator: " ") }
        let word = scale.first { $0.first == "\(step.value)" }?.dropFirst().joined(separator: " ")
        return say.words([say.integer(step.value), word].compactMap(\.self).joined(separator: say(", ", ", ")))
    }

    private static func mail(_ mail: Diagnostic.Mail?, _ say: Tongue) -> String {
        guard let mail else { return say.unmeasured }
        guard let hours = mail.hours else {
            return mail.kind == .automatic
                ? say("réponse automatique seulement", "an automatic reply only")
                : say("resté sans réponse", "left without a reply")
        }
        let wait = say.numbers.fixed(hours, decimals: hours < 10 ? 1 : 0)
        return say("réponse \(say(mail.kind.label)) en \(wait) h", "a reply (\(say(mail.kind.label))) in \(wait) h")
    }

    private static func groups(_ judged: [Diagnostic.Judged], _ say: Tongue) -> [Group] {
        var groups: [(theme: Theme.Code, group: Group)] = []
        for judged in judged {
            let criterion = judged.criterion
            let value = judged.value.map(say.integer) ?? say((judged.missing ?? .notObserved).label)
            let row = Row(label: say(criterion.label), value: value, marks: marks(judged.value))
            if groups.last?.theme == criterion.theme {
                let group = groups.removeLast().group
                groups.append((criterion.theme, Group(theme: group.theme, rows: group.rows + [row])))
            } else {
                groups.append((criterion.theme, Group(theme: say(criterion.themeLabel), rows: [row])))
            }
        }
        return groups.map(\.group)
    }

    /// Three squares, as many filled as the value says.
    private static func marks(_ value: Int?) -> Markup {
        guard let value else { return Markup(source: "") }
        let squares = (0..<ProviderIndex.best).map { index in
            Markup.element(
                "rect", nil,
                [
                    "x": coordinate(Double(index) * 13 + 1), "y": "1", "width": "10", "height": "10",
                    "fill": index < value ? "#000" : "#fff", "stroke": "#000", "stroke-width": "1",
                ])
        }
        return .drawing("\(value) / \(ProviderIndex.best)", ["width": "40", "height": "12"], isSilent: true, squares)
    }
}
