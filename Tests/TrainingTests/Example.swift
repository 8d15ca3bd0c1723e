import FoundationEssentials
import Postgres

@testable public import Training

/// The invented territory of the tests: five offices, ten communes, a small framework.
enum Example {
    static let categories = [
        Category(code: "gite_meuble", labelFr: "Gîte ou meublé", labelEn: "Self-catering"),
        Category(code: "musee", labelFr: "Musée", labelEn: "Museum"),
    ]

    static let framework = Framework.Code(rawValue: "essai-1.0")
    static let competences: [Framework.Competence] = [
        ("1.1", "1"), ("1.2", "1"), ("2.1", "2"), ("3.1", "3"),
    ].map {
        Framework.Competence(
            competence: $0, area: $1, areaFr: "Domaine \($1)", areaEn: "Area \($1)",
            titleFr: "Compétence \($0)",
            titleEn: "Competence \($0)")
    }

    static let offices = ["albi", "centre-tarn", "pays-cordais", "segala-tarnais", "vallee-du-tarn"]
    static let communes: [(insee: String, name: String, office: String)] = [
        ("81004", "Albi", "albi"), ("81063", "Castelnau-de-Lévis", "albi"),
        ("81222", "Réalmont", "centre-tarn"), ("81152", "Lombers", "centre-tarn"),
        ("81069", "Cordes-sur-Ciel", "pays-cordais"), ("81309", "Vaour", "pays-cordais"),
        ("81060", "Carmaux", "segala-tarnais"), ("81185", "Monestiés", "segala-tarnais"),
        ("81010", "Ambialet", "vallee-du-tarn"), ("81308", "Valence-d’Albigeois", "vallee-du-tarn"),
    ]

    static func day(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("no day: \(text)") }
        return day
    }

    /// A code that no other test has.
    static func code(_ prefix: String) -> String {
        "\(prefix)-\(UUID().uuidString.lowercased().prefix(13))"
    }

    /// A person nobody else is, from the first commune of an office.
    static func person(
        _ name: String, of office: String = "albi", on day: String = "2021-06-01",
        commune: String? = nil,
        provider: String? = nil, category: String = "gite_meuble", email: String?? = .none,
        phone: String? = nil,
        givenName: String = "Camille"
    ) -> Enrolment.Request {
        Enrolment.Request(
            office: office, commune: commune ?? communes.first { $0.office == office }?.name ?? "",
            provider: provider ?? "Gîte de \(name)", category: category, familyName: name,
            givenName: givenName,
            email: email ?? "\(name.lowercased())@example.org", phone: phone, appliedOn: Example.day(day))
    }

    static func people(
        _ numbers: Range<Int>, of office: String = "albi", on day: String = "2021-06-01"
    ) -> [Enrolment.Request] {
        numbers.map { person("p\($0)", of: office, on: day) }
    }
}

extension Day: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = Example.day(text) }
}

extension Lines {
    /// Lines counted from 2, as below a header.
    init(_ requests: [Request]) {
        self.init(read: requests.enumerated().map { (line: $0.offset + 2, request: $0.element) })
    }
}

extension Transaction {
    /// A programme of its own with its offices and communes, named by the scope.
    func makeProgramme() throws -> Programme.ID {
        let code = Programme.Code(rawValue: Example.code("programme"))
        _ = try addProgramme(code, name: "Programme d’essai")
        let id: Programme.ID = try value("select id from programme where code = $1", code)
        try setScope(programme: id)
        for office in Example.offices {
            _ = try addOffice(
                .init(rawValue: office), name: "Office de tourisme \(office)",
                shortName: office.uppercased(), to: id)
        }
        let communes = Example.communes.map {
            Commune.Request(insee: $0.insee, name: $0.name, office: $0.office)
        }
        _ = try importCommunes(Lines(communes), to: id)
        return id
    }

    /// Opens a cohort from September 2021 to January 2022.
    func openCohort(
        _ code: Cohort.Code = "pilote", places: Int = 20, quotas: [(office: String, seats: Int)] = [],
        quotaUntil: Day? = nil,
        minimum: Int = 80, in programme: Programme.ID
    ) throws {
        _ = try open(
            .init(
                code: code, title: "Formation pilote", places: places, startsOn: "2021-09-01",
                endsOn: "2022-01-31",
                minimumAssiduity: minimum, quotas: quotas, quotaUntil: quotaUntil), in: programme)
    }

    func cohort(in programme: Programme.ID) throws -> Cohort { try cohort("pilote", of: programme) }

    /// Enrols the people of some lines, and gives what became of each.
    @discardableResult
    func enrol(_ lines: Lines<Enrolment.Request>, in code: Cohort.Code, of programme: Programme.ID, on day: Day) throws
        -> [Enrolment.Outcome]
    {
        var outcomes: [Enrolment.Outcome] = []
        try enrol(lines, in: code, of: programme, on: day) { outcomes.append($0) }
        return outcomes
    }

    /// Marks the lines, and gives what became of each.
    @discardableResult
    func attend(
        _ lines: Lines<Attendance.Request>, in code: Cohort.Code, of programme: Programme.ID, on day: Day,
        isFile: Bool = true
    ) throws -> [Attendance.LineOutcome] {
        var outcomes: [Attendance.LineOutcome] = []
        try attend(lines, in: code, of: programme, on: day, isFile: isFile) { outcomes.append($0) }
        return outcomes
    }

    /// Enrols people in the cohort `pilote` on a day of June 2021.
    @discardableResult
    func enrol(_ people: [Enrolment.Request], in programme: Programme.ID, on day: Day? = nil)
        throws -> [Enrolment.Outcome]
    {
        let last = people.compactMap(\.appliedOn).reduce("2021-06-30", max)
        return try enrol(Lines(people), in: "pilote", of: programme, on: day ?? last)
    }

    /// Moves the person of this name, whose address is `name@example.org`.
    @discardableResult
    func move(
        _ name: String, to status: Enrolment.Status, on day: Day = "2021-07-01",
        reason: Enrolment.LeavingReason? = nil,
        note: String? = nil, isCorrection: Bool = false, in programme: Programme.ID
    ) throws -> Enrolment.Moved {
        try move(
            "\(name)@example.org", in: "pilote", of: programme,
            by: .init(to: status, on: day, reason: reason, note: note, isCorrection: isCorrection))
    }

    func statuses(in programme: Programme.ID) throws -> [Enrolment.Status] {
        try enrolments(in: cohort(in: programme)).map(\.status)
    }
}

extension Training.Code {
    public init(stringLiteral text: String) { self.init(rawValue: text) }
}
extension Cohort.Code: ExpressibleByStringLiteral {}
extension Office.Code: ExpressibleByStringLiteral {}
extension Session.Code: ExpressibleByStringLiteral {}
extension Instrument.Code: ExpressibleByStringLiteral {}
