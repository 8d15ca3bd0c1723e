public import Training

/// The bilan as an office or everybody may read it, as one page: what is suppressed is not in it, and says so.
public struct ReleasePage: Sendable {
    private let release: Evaluation.Release
    private let office: String?
    private let names: [String: PersonName]
    private let voice: ReleaseVoice

    /// - Parameters:
    ///   - office: the name of the office that reads; nil for everybody.
    ///   - names: of the office's own people, by pseudonym.
    public init(
        _ release: Evaluation.Release, office: String?, names: [String: PersonName] = [:],
        language: Language = .french
    ) {
        (self.release, self.office, self.names) = (release, office, names)
        voice = ReleaseVoice(language: language)
    }

    /// The page in UTF-8; the same bytes for the same release, names and language.
    public func html() -> [UInt8] {
        let title = voice("Bilan : \(release.cohort.title)", "Evaluation: \(release.cohort.title)")
        let people = ReleasePeople(release, names, voice)
        let sections =
            [
                ReleaseBrief(release, voice).section, ReleaseFlow(release, voice).section,
                ReleaseObjectives(release, voice).section, ReleaseTables(release, voice).scores,
                ReleasePresence(release, voice).section, ReleaseTables(release, voice).groups,
                ReleaseTables(release, voice).sensitivity,
            ] + (release.audience == .shared ? [] : [people.section])
            + [ReleaseNotes(release, voice).hidden, ReleaseNotes(release, voice).method]
        let page = Markup.element(
            "html", nil, ["lang": voice.language.rawValue],
            [
                head(title),
                .element(
                    "body", nil, [:],
                    [
                        .element(
                            "a", nil, ["class": "skip", "href": "#en-bref"],
                            [.text(voice("Aller au résultat", "Skip to the result"))]),
                        top(title), .element("main", nil, [:], sections),
                        .element(
                            "footer", nil, ["class": "end"], [.words("p", "\(title) · \(edition)")]),
                    ]),
            ])
        return Array(("<!DOCTYPE html>\n" + page.source + "\n").utf8)
    }

    private func head(_ title: String) -> Markup {
        func meta(_ name: String, _ content: String) -> Markup {
            Markup(source: "<meta name=\"\(name)\" content=\"\(Escaping.escaped(content))\">\n")
        }
        let policy = "default-src 'none'; style-src 'unsafe-inline'"
        return .element(
            "head", nil, [:],
            [
                Markup(source: "<meta charset=\"utf-8\">\n"),
                meta("viewport", "width=device-width, initial-scale=1"),
                Markup(source: "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n"),
                meta("robots", "noindex"), meta("generator", "cohorte \(release.versions.program)"),
                .words("title", title),
                Markup(source: "<style>\n\(PageStyle.sheet(footer: title))</style>\n"),
            ])
    }

    private func top(_ title: String) -> Markup {
        let period = voice(
            "Session tenue du \(voice.date(release.cohort.startsOn)) au \(voice.date(release.cohort.endsOn))",
            "Held from \(voice.date(release.cohort.startsOn)) to \(voice.date(release.cohort.endsOn))")
        return .element(
            "header", nil, ["class": "top"],
            [
                .words("p", "eyebrow", voice.words(release.cohort.programme)), .words("h1", title),
                .words("p", "facts", period), .words("p", "facts small", edition),
            ])
    }

    private var edition: String {
        let status =
            release.status == .draft
            ? voice("Bilan provisoire", "Draft evaluation") : voice("Bilan définitif", "Final evaluation")
        let k = release.minimumGroup
        let reader =
            office.map { office in
                voice(
                    "Version de l’office \(office) : ses participants y sont nommés, les autres n’y figurent qu’en groupes d’au moins \(k).",
                    "For the office \(office): its own participants are named, the others only stand in groups of at least \(k)."
                )
            }
            ?? voice(
                "Version partagée : rien n’y porte sur moins de \(k) personnes.",
                "Shared version: nothing in it is about fewer than \(k) people.")
        return "\(status), \(voice("données arrêtées au", "data as of")) \(voice.date(release.asOf)). \(reader)"
    }
}

/// A language as these pages speak it.
struct ReleaseVoice {
    let language: Language

    private var numbers: NumberStyle { language == .french ? .french : .english }

    func callAsFunction(_ french: String, _ english: String) -> String { words(language == .french ? french : english) }
    func callAsFunction(_ sentence: Sentence) -> String { words(sentence.text(language)) }

    func words(_ text: String) -> String {
        let curled = String(text.map { $0 == "'" ? "’" : $0 })
        return language == .french ? FrenchText.typeset(curled) : curled
    }

    /// What stands in the place of a figure that is not published.
    var suppressed: String { self("masqué", "suppressed") }

    func date(_ day: Day) -> String {
        (language == .french ? DateStyle.french : .english).long(year: day.year, month: day.month, day: day.day)
    }

    func integer(_ number: Int) -> String { numbers.integer(number) }
    func fixed(_ number: Double, _ decimals: Int) -> String { numbers.fixed(number, decimals: decimals) }
    func change(_ number: Double) -> String { numbers.change(number, decimals: 1) }
    func share(_ share: Double) -> String { numbers.percent(share * 100) }
}

extension Markup {
    /// An element of plain words.
    static func words(_ name: String, _ words: String) -> Markup { .element(name, nil, [:], [.text(words)]) }

    /// An element of plain words, of one class of the style sheet.
    static func words(_ name: String, _ style: String, _ words: String) -> Markup {
        .element(name, nil, ["class": style], [.text(words)])
    }

    /// A section of the page with its heading and its answer in one sentence.
    static func section(_ id: String, _ heading: String, _ answer: String?, _ children: [Markup]) -> Markup {
        .element(
            "section", nil, ["aria-labelledby": id],
            [.element("h2", nil, ["id": id], [.text(heading)])] + (answer.map { [.words("p", "answer", $0)] } ?? [])
                + children)
    }

    /// A table that scrolls by itself on a phone; the first column names the row, the others are numbers.
    static func table(_ caption: String, _ heads: [String], _ rows: [[String]]) -> Markup {
        let head = heads.enumerated().map { index, head in
            Markup.element("th", nil, ["scope": "col", "class": index > 0 ? "number" : nil], [.text(head)])
        }
        let body = rows.map { row in
            Markup.element(
                "tr", nil, [:],
                row.enumerated().map { index, cell in
                    index == 0
                        ? .element("th", nil, ["scope": "row"], [.text(cell)])
                        : .element("td", nil, ["class": "number"], [.text(cell)])
                })
        }
        return .element(
            "div", nil, ["class": "scroll", "role": "region", "aria-label": caption, "tabindex": "0"],
            [
                .element(
                    "table", nil, [:],
                    [
                        .words("caption", caption), .element("thead", nil, [:], [.element("tr", nil, [:], head)]),
                        .element("tbody", nil, [:], body),
                    ])
            ])
    }
}
