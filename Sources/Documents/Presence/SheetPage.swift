import Mustache
public import Training

/// The attendance sheet of a half-day (feuille d'émargement), in French, to print on A4 in black and white and sign.
///
/// It needs no script and asks for nothing over the network; its lines repeat their header on every sheet of paper.
public struct SheetPage: Sendable {
    private let sheet: Session.Sheet

    public init(_ sheet: Session.Sheet) { self.sheet = sheet }

    /// The page in UTF-8; the same bytes for the same sheet.
    public func html() -> [UInt8] { Array((Self.template?.render(SheetView(sheet)) ?? "").utf8) }

    /// Parsed once; a test holds that it is there and can be parsed.
    static let template = Paper.template("sheet")
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

    init(_ sheet: Session.Sheet) {
        let line = sheet.session
        style = Paper.style("sheet")
        (programme, formation) = (Tongue.french.words(sheet.programme), Tongue.french.words(sheet.title))
        (cohort, session) = (sheet.cohort.rawValue, line.session.rawValue)
        (theme, place, trainer) = (
            Tongue.french.words(line.theme), Tongue.french.words(line.place), Tongue.french.words(line.trainer)
        )
        date = DateStyle.french.full(year: line.date.year, month: line.date.month, day: line.date.day).unbreakable
        (halfDay, mode) = (line.halfDay.label.french, line.mode.label.french)
        hours = "de \(Tongue.french.time(line.starts)) à \(Tongue.french.time(line.ends))"
        length = DateStyle.french.duration(minutes: Int(line.plannedMinutes))
        title = "Feuille d’émargement, \(formation), séance \(session)"
        running = "\(cohort) · séance \(session) · \(date), \(halfDay), \(hours)"
        people = sheet.expected.enumerated().map { index, person in
            Person(
                rank: index + 1, familyName: Tongue.french.words(person.familyName),
                givenName: Tongue.french.words(person.givenName), provider: Tongue.french.words(person.provider),
                office: Tongue.french.words(person.office), away: Self.away(person.status))
        }
        blanks = (0..<Self.blanks).map { sheet.expected.count + 1 + $0 }
        note = Tongue.french.words(
            "Chacun signe sur sa ligne, pour cette demi-journée seulement. Les lignes sans nom sont pour les personnes "
                + "venues sans être attendues. Rien ne se signe à l’avance ni pour autrui.")
    }

    private static func away(_ status: Presence) -> String? {
        switch status {
        case .excused: "Absence excusée"
        case .exempt: "Dispense"
        default: nil
        }
    }
}
