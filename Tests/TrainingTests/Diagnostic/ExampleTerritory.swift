import Postgres

@testable import Training

extension Example {
    static let themes = [
        ("joignabilite", true), ("site_web", true), ("destination", true), ("outils", true), ("commune", false),
    ].map { code, isSkill in
        Theme(theme: .init(rawValue: code), labelFr: "Thème \(code)", labelEn: "Theme \(code)", isSkill: isSkill)
    }

    /// P01 to P24 and C01 to C09, of which P03 and C08 are mystery mails.
    static let criteria = (1...24).map { criterion("P", $0) } + (1...9).map { criterion("C", $0) }

    private static func criterion(_ letter: String, _ number: Int) -> Criterion {
        let code = letter + (number < 10 ? "0\(number)" : "\(number)")
        let theme =
            letter == "C"
            ? themes[4] : number <= 4 ? themes[0] : number <= 21 ? themes[1] : themes[2]
        return Criterion(
            criterion: .init(rawValue: code), unit: letter == "P" ? .provider : .commune,
            isMail: ["P03", "C08"].contains(code), theme: theme.theme, themeFr: theme.labelFr, themeEn: theme.labelEn,
            weight: theme == themes[0] ? 3 : 1, labelFr: "Critère \(code)", labelEn: "Criterion \(code)",
            scaleFr: "0 rien | 3 bon", scaleEn: "0 nothing | 3 good", stepFr: "Faire \(code).", stepEn: "Do \(code).")
    }

    /// The codes of a provider's criteria that have values.
    static let providerCriteria = criteria.filter { $0.unit == .provider && !$0.isMail }.map(\.criterion.rawValue)
}

extension Observation.Request {
    /// What somebody saw on the provider of a person of the tests, or on a commune.
    static func seen(
        _ unit: String, _ criterion: String, _ value: Int?, _ wave: Observation.Wave = .before,
        by observer: String = "Observatrice fictive", on day: Day? = "2021-09-01",
        missing: Observation.Missing? = nil, evidence: String? = nil, reason: String? = nil, cohort: String? = nil
    ) -> Self {
        Self(
            unit: unit, criterion: criterion, wave: wave, date: day, observer: observer, value: value,
            missing: missing, evidence: evidence, reason: reason, cohort: cohort)
    }

    /// A mystery mail sent at nine and answered so many hours later.
    static func mail(
        _ unit: String, to criterion: String = "P03", _ kind: Observation.Reply?, hours: Int? = nil,
        _ wave: Observation.Wave = .before, sent: Day? = "2021-09-01", reason: String? = nil
    ) -> Self {
        Self(
            unit: unit, criterion: criterion, wave: wave, date: nil, observer: "Observatrice fictive",
            sent: sent.map { .init($0, .at(9)) },
            replied: hours.flatMap { hours in
                sent.flatMap { Day(year: $0.year, month: $0.month, day: $0.day + (9 + hours) / 24) }.map {
                    .init($0, .at((9 + hours) % 24))
                }
            }, kind: kind, reason: reason)
    }
}

extension Transaction {
    @discardableResult
    func observe(
        _ requests: [Observation.Request], in programme: Programme.ID, on day: Day = "2022-01-31", isFile: Bool = true
    ) throws -> [Observation.Outcome] {
        var outcomes: [Observation.Outcome] = []
        try observe(Lines(requests), of: programme, on: day, isFile: isFile) { outcomes.append($0.outcome) }
        return outcomes
    }

    @discardableResult
    func setSkills(_ requests: [Skill.Request], in programme: Programme.ID) throws -> [Skill.Outcome] {
        var outcomes: [Skill.Outcome] = []
        try setSkills(Lines(requests), of: programme) { outcomes.append($0.outcome) }
        return outcomes
    }

    func observations(in programme: Programme.ID, on day: Day = "2022-01-31") throws -> [Observation.Line] {
        try observations(Observation.Filter(), of: programme, on: day)
    }

    /// The refusals of observations, as `line column sentence`.
    func refusals(_ requests: [Observation.Request], in programme: Programme.ID, on day: Day = "2022-01-31") throws
        -> [String]
    {
        try refusedLines { try $0.observe(requests, in: programme, on: day) }.map {
            "\($0.line ?? 0) \($0.column ?? "") \($0.reason.french)"
        }
    }

    /// For each office something observed and corrected, and something it can help with.
    func tellOfTheTerritory(in programme: Programme.ID) throws {
        let seen = Example.offices.map { Observation.Request.seen("Gîte de \($0)1", "P05", 1) }
        let communes = Example.communes.map { Observation.Request.seen($0.insee, "C01", 2) }
        try observe(seen + communes, in: programme)
        try observe(
            Example.offices.map { .seen("Gîte de \($0)1", "P05", 2, reason: "Relu") }, in: programme)
        try setSkills(
            Example.offices.map {
                .init(
                    office: $0, theme: "site_web", level: 3, hours: 2, validFrom: "2021-09-01", validUntil: nil,
                    note: nil)
            }, in: programme)
    }
}
