public import Training

/// A certificate of completion (attestation de fin de formation), one A4 page to sign.
///
/// Place and day are left to be written by whoever signs it, so that the same facts give the same bytes.
public struct CertificatePage: Sendable {
    private let certificate: Certificate
    private let language: Language

    public init(_ certificate: Certificate, in language: Language = .french) {
        (self.certificate, self.language) = (certificate, language)
    }

    /// The page in UTF-8; the same bytes for the same certificate.
    public func html() -> [UInt8] {
        Self.templates[language]?.render(CertificateView(certificate, Tongue(language))) ?? []
    }

    /// The name of its file, without its ending: `p03-exemple-anne`.
    public var fileName: String {
        let person = certificate.person
        return FileName.ascii([person.pseudonym, person.familyName, person.givenName])
    }

    static let templates = Paper<CertificateView>("certificate")
}

/// What the template reads, by the template's names.
struct CertificateView {
    struct Held {
        let date: String
        let halfDay: String
        let theme: String
        let length: String
    }

    let title: String
    let style: String
    let programme: String
    let name: String
    let provider: String
    let commune: String
    /// Between its quotation marks.
    let formation: String
    let opening: String
    let closing: String
    let period: String
    let attended: String
    let planned: String
    let halfDays: String
    let assiduity: String
    let minimum: String
    let mode: String
    let sessions: [Held]
    let note: String

    init(_ certificate: Certificate, _ say: Tongue) {
        let (person, held) = (certificate.person, certificate.attended)
        style = PaperStyle.sheet("certificate")
        name = say.words("\(person.givenName) \(person.familyName)")
        formation = say.words(certificate.title)
        (opening, closing) = say.language == .french ? ("«\u{A0}", "\u{A0}»") : ("“", "”")
        title = say("Attestation de fin de formation, \(name)", "Certificate of completion, \(name)")
        programme = say.words(certificate.programme)
        (provider, commune) = (say.words(person.provider), say.words(person.commune))
        period = Self.period(held.map(\.date), say)
        attended = say.dates.duration(minutes: person.attendedMinutes)
        planned = say.dates.duration(minutes: person.plannedMinutes)
        halfDays = say.count(held.count, "demi-journée", "demi-journées", "half-day", "half-days")
        assiduity = Self.percent(person.attendedMinutes, of: person.plannedMinutes, say)
        minimum = say.numbers.percent(Double(certificate.minimumAssiduity))
        let remote = held.filter { $0.mode == .remote }.map { Int($0.minutes) }.reduce(0, +)
        mode = Self.mode(remote: remote, of: person.attendedMinutes, say)
        sessions = held.map { held in
            Held(
                date: say.date(held.date), halfDay: say(held.halfDay.label),
                theme: say.words(held.theme),
                length: say.dates.duration(minutes: Int(held.minutes)))
        }
        note = say(
            "Établie d’après les feuilles d’émargement de la cohorte \(certificate.cohort) (\(person.pseudonym)). "
                + "L’assiduité est la part des minutes suivies dans les minutes prévues pendant l’inscription.",
            "Drawn up from the attendance sheets of cohort \(certificate.cohort) (\(person.pseudonym)). "
                + "Assiduity is the share of the minutes planned while enrolled that were attended.")
    }

    /// Rounded down, so that nobody is said to have reached what they have not.
    private static func percent(_ part: Int, of whole: Int, _ say: Tongue) -> String {
        say.numbers.percent(whole > 0 ? Double(part * 1000 / whole) / 10 : nil, decimals: 1)
    }

    private static func period(_ days: [Day], _ say: Tongue) -> String {
        guard let first = days.first, let last = days.last else { return "" }
        return first == last ? say("le \(say.date(first))", "on \(say.date(first))") : say.period(first, last)
    }

    private static func mode(remote: Int, of all: Int, _ say: Tongue) -> String {
        if remote == 0 { return say("sur place", "on site") }
        if remote == all { return say("à distance", "remotely") }
        let length = say.dates.duration(minutes: remote)
        return say("sur place, et \(length) à distance", "on site, and \(length) remotely")
    }
}
