public import Training

/// The attendance sheet of a half-day (feuille d'émargement), to print on A4 in black and white and sign.
///
/// It needs no script and asks for nothing over the network; its lines repeat their header on every sheet of paper.
public struct SheetPage: Sendable {
    private let sheet: Session.Sheet
    private let language: Language

    public init(_ sheet: Session.Sheet, in language: Language = .french) {
        (self.sheet, self.language) = (sheet, language)
    }

    /// The page in UTF-8; the same bytes for the same sheet.
    public func html() -> [UInt8] {
        Self.templates[language]?.render(SheetView(sheet, Tongue(language))) ?? []
    }

    static let templates = Paper<SheetView>("sheet")
}

/// What the template reads, by the template's names.
struct SheetView {
    /// How many lines are left for people nobody expected.
    static let blanks = 3

    struct Person {
        let rank: Int
        let familyName: String
        let givenName: String
        let provider: String
        let office: String
        /// Why nobody signs here, when that was known before.
        let away: String?
    }

    let title: String
    let style: String
    let programme: String
    let formation: String
    let cohort: String
    let session: String
    let theme: String
    let date: String
    let halfDay: String
    let hours: String
    let length: String
    let place: String
    let mode: String
    let trainer: String
    let running: String
    let people: [Person]
    let blanks: [Int]
    let note: String

    init(_ sheet: Session.Sheet, _ say: Tongue) {
        let line = sheet.session
        style = PaperStyle.sheet("sheet")
        (programme, formation) = (say.words(sheet.programme), say.words(sheet.title))
        (cohort, session) = (sheet.cohort.rawValue, line.session.rawValue)
        (theme, place, trainer) = (
            say.words(line.theme), say.words(line.place), say.words(line.trainer)
        )
        date = say.dates.full(year: line.date.year, month: line.date.month, day: line.date.day).unbreakable
        (halfDay, mode) = (say(line.halfDay.label), say(line.mode.label))
        let (starts, ends) = (say.time(line.starts), say.time(line.ends))
        hours = say("de \(starts) à \(ends)", "\(starts) to \(ends)")
        length = say.dates.duration(minutes: Int(line.plannedMinutes))
        title = say(
            "Feuille d’émargement, \(formation), séance \(session)",
            "Attendance sheet, \(formation), session \(session)")
        running = "\(cohort) · \(say("séance", "session")) \(session) · \(date), \(halfDay), \(hours)"
        people = sheet.expected.enumerated().map { index, person in
            Person(
                rank: index + 1, familyName: say.words(person.familyName),
                givenName: say.words(person.givenName), provider: say.words(person.provider),
                office: say.words(person.office), away: Self.away(person.status).map { say($0) })
        }
        blanks = (0..<Self.blanks).map { sheet.expected.count + 1 + $0 }
        note = say(
            "Chacun signe sur sa ligne, pour cette demi-journée seulement. Les lignes sans nom sont pour les personnes "
                + "venues sans être attendues. Rien ne se signe à l’avance ni pour autrui.",
            "Each person signs on their own line, for this half-day only. The lines without a name are for people who "
                + "came without being expected. Nothing is signed in advance or for somebody else.")
    }

    private static func away(_ status: Presence) -> Sentence? {
        switch status {
        case .excused: Sentence("Absence excusée", "Excused absence")
        case .exempt: Sentence("Dispense", "Exempt")
        default: nil
        }
    }
}
