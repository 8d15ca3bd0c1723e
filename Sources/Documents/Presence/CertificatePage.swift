import Mustache
public import Training

/// A certificate of completion (attestation de fin de formation), in French, one A4 page to sign.
///
/// Place and day are left to be written by whoever signs it, so that the same facts give the same bytes.
public struct CertificatePage: Sendable {
    private let certificate: Certificate

    public init(_ certificate: Certificate) { self.certificate = certificate }

    /// The page in UTF-8; the same bytes for the same certificate.
    public func html() -> [UInt8] { Array((Self.template?.render(CertificateView(certificate)) ?? "").utf8) }

    /// The name of its file, without its ending: `p03-exemple-anne`.
    public var fileName: String {
        let person = certificate.person
        return FileName.ascii([person.pseudonym, person.familyName, person.givenName])
    }

    /// Parsed once; a test holds that it is there and can be parsed.
    static let template = Paper.template("certificate")
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
    let formation: String
    let period: String
    let attended: String
    let planned: String
    let halfDays: String
    let assiduity: String
    let minimum: String
    let mode: String
    let sessions: [Held]
    let note: String

    init(_ certificate: Certificate) {
        let (person, held) = (certificate.person, certificate.attended)
        style = Paper.style("certificate")
        name = Tongue.french.words("\(person.givenName) \(person.familyName)")
        formation = Tongue.french.words(certificate.title)
        title = "Attestation de fin de formation, \(name)"
        programme = Tongue.french.words(certificate.programme)
        (provider, commune) = (Tongue.french.words(person.provider), Tongue.french.words(person.commune))
        period = Self.period(held.map(\.date))
        attended = DateStyle.french.duration(minutes: person.attendedMinutes)
        planned = DateStyle.french.duration(minutes: person.plannedMinutes)
        halfDays = Tongue.french.numbers.count(held.count, "demi-journée", "demi-journées")
        assiduity = Self.percent(person.attendedMinutes, of: person.plannedMinutes)
        minimum = NumberStyle.french.percent(Double(certificate.minimumAssiduity))
        let remote = held.filter { $0.mode == .remote }.map { Int($0.minutes) }.reduce(0, +)
        mode = Self.mode(remote: remote, of: person.attendedMinutes)
        sessions = held.map { held in
            Held(
                date: Tongue.french.date(held.date), halfDay: held.halfDay.label.french,
                theme: Tongue.french.words(held.theme),
                length: DateStyle.french.duration(minutes: Int(held.minutes)))
        }
        note = Tongue.french.words(
            "Établie d’après les feuilles d’émargement de la cohorte \(certificate.cohort) (\(person.pseudonym)). "
                + "L’assiduité est la part des minutes suivies dans les minutes prévues pendant l’inscription.")
    }

    /// Rounded down, so that nobody is said to have reached what they have not.
    private static func percent(_ part: Int, of whole: Int) -> String {
        NumberStyle.french.percent(whole > 0 ? Double(part * 1000 / whole) / 10 : nil, decimals: 1)
    }

    private static func period(_ days: [Day]) -> String {
        guard let first = days.first, let last = days.last else { return "" }
        return first == last ? "le \(Tongue.french.date(first))" : Tongue.french.period(first, last)
    }

    private static func mode(remote: Int, of all: Int) -> String {
        if remote == 0 { return "sur place" }
        return remote == all
            ? "à distance" : "sur place, et \(DateStyle.french.duration(minutes: remote)) à distance"
    }
}
