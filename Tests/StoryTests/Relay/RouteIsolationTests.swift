import Glibc
import Testing

@testable import RelayService

/// Every route there is, asked by each of the five offices about the others' people, and by nobody at all. A route without a
/// question here fails, so that a new one cannot be forgotten.
@Suite(.serialized)
struct RouteIsolationTests {
    static let offices = RelayIsolationTests.offices
    static let nobody = "01a2087e-8521-7001-a26d-3eef2fb58f9d"

    /// How a route is asked about one person or act.
    struct Question {
        var headers: [String: String] = [:]
        var body: String?
        /// What may follow the address; each is asked.
        var queries = [""]
        /// Whose id stands in the address.
        var subject = Subject.person
    }

    enum Subject { case none, person, act }

    private static let act =
        #"{"cohort":"pilote-2021","date":"2022-02-03","minutes":30,"mode":"phone","theme":"site_web","autonomy":"partly","outcome":"solved"}"#
    private static let form =
        "cohort=pilote-2021&date=2022-02-03&minutes=30&mode=phone&theme=site_web&autonomy=partly&outcome=solved"
    private static let own = ["Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"]
    private static let json = ["Content-Type": "application/json"]

    static let questions: [String: Question] = [
        "GET /healthz": .init(subject: .none), "GET /readyz": .init(subject: .none),
        "GET /metrics": .init(subject: .none),
        "GET /openapi.yaml": .init(subject: .none), "GET /desk.css": .init(subject: .none),
        "GET /v1/me": .init(subject: .none), "GET /v1/cohorts": .init(subject: .none),
        "GET /v1/cohorts/{code}/participants": .init(
            queries: [
                "", "?limit=1", "?query=a", "?query=%25", "?query='%20or%201=1--", "?status=withdrawn",
                "?limit=200&after=QQ" + String(repeating: "A", count: 60),
            ], subject: .none),
        "GET /v1/participants/{id}": .init(),
        "GET /v1/cohorts/{code}/sessions": .init(subject: .none),
        "GET /v1/cohorts/{code}/sessions.ics": .init(subject: .none),
        "GET /v1/cohorts/{code}/evaluation": .init(subject: .none),
        "GET /v1/participants/{id}/access": .init(),
        "POST /v1/participants/{id}/access": .init(headers: json, body: #"{"reason":"court"}"#),
        "GET /v1/participants/{id}/support": .init(
            queries: ["", "?limit=1", "?after=9999-12-31_\(nobody)", "?after=x", "?limit=0"]),
        "POST /v1/participants/{id}/support": .init(headers: json, body: act),
        "GET /v1/support/overdue": .init(
            queries: ["", "?limit=1", "?after=0001-01-01_\(nobody)", "?after='", "?limit=200"], subject: .none),
        "GET /v1/support/{id}": .init(subject: .act),
        "PATCH /v1/support/{id}": .init(
            headers: ["Content-Type": "application/merge-patch+json", "If-Match": "*"],
            body: #"{"reason":"Essai d’un autre","minutes":1}"#, subject: .act),
        "GET /v1/skills/match": .init(
            queries: ["?theme=site_web", "?theme=", "?theme='--", "?theme=site_web&level=9"], subject: .none),
        "GET /": .init(subject: .none), "GET /entree": .init(subject: .none),
        "POST /entree": .init(headers: own, body: "token=coh_x", subject: .none),
        "POST /sortie": .init(headers: own, body: "", subject: .none),
        "GET /participants": .init(
            queries: ["", "?query=a", "?query=%25", "?status=active", "?cohort=none"], subject: .none),
        "GET /participants/{id}": .init(),
        "GET /participants/{id}/accompagnements": .init(),
        "POST /participants/{id}/accompagnements": .init(headers: own, body: form),
        "GET /participants/{id}/accompagnements/{act}": .init(subject: .act),
        "POST /participants/{id}/accompagnements/{act}": .init(
            headers: own, body: "version=1&minutes=5&autonomy=partly&outcome=solved&reason=Essai", subject: .act),
        "GET /acces": .init(subject: .none),
        "POST /acces": .init(
            headers: own, body: "person=personne%40example.org&reason=Elle+nous+a+appel%C3%A9s", subject: .none),
        "POST /participants/{id}/accompagnements/{act}/fait": .init(headers: own, body: "version=1", subject: .act),
        "GET /competences": .init(queries: ["", "?theme=site_web&level=1", "?theme='", "?level=9"], subject: .none),
        "GET /seances": .init(subject: .none), "GET /seances.ics": .init(subject: .none),
        "GET /evaluation": .init(subject: .none),
    ]

    @Test func everyRouteHasItsQuestion() {
        #expect(Set(Route.all.map(\.name)) == Set(Self.questions.keys))
    }

    @Test(arguments: offices)
    func noRouteTellsAnOfficeOfAnothersPeople(office: String) throws {
        let served = try Served.pilot.get()
        let foreign = try Foreign(to: office, served)
        let before = try served.stage.sql(Self.digest)
        for route in Route.all {
            guard let question = Self.questions[route.name] else { continue }
            for query in question.queries {
                let unknown = try served.ask(route, question, Self.nobody, Self.nobody, query, for: office)
                #expect(unknown.status < 500, "\(route.name)\(query)")
                #expect(foreign.words.allSatisfy { !unknown.body.contains($0) }, "\(route.name)\(query)")
                for (person, act) in question.subject == .none ? [] : foreign.subjects {
                    let answer = try served.ask(route, question, person, act, query, for: office)
                    let told = answer.body.replacing(person, with: Self.nobody).replacing(act, with: Self.nobody)
                    #expect(answer.status == unknown.status && told == unknown.body, "\(route.name)\(query)")
                    #expect(answer.headers.keys.sorted() == unknown.headers.keys.sorted(), "\(route.name)")
                    #expect(foreign.words.allSatisfy { !answer.body.contains($0) }, "\(route.name)\(query)")
                }
            }
        }
        #expect(try served.stage.sql(Self.digest) == before)
    }

    /// Whatever may be read of people, and all that is written about them.
    private static let digest = """
        select md5(string_agg(s::text, '' order by support_id)) from support s union all
        select count(*)::text from support_correction union all select count(*)::text from temporary_access
        """

    @Test func withoutAPassNoRouteTellsAnything() throws {
        let served = try Served.pilot.get()
        let foreign = try Foreign(to: "", served)
        for route in Route.all {
            guard let question = Self.questions[route.name] else { continue }
            for (person, act) in [(Self.nobody, Self.nobody), foreign.subjects[0]] {
                let answer = try served.ask(route, question, person, act, question.queries[0], for: nil)
                switch route.answer {
                case .toPass: #expect(answer.status == 401, "\(route.name)")
                case .toDesk:
                    let place = answer.headers["location"] ?? ""
                    #expect(answer.status == 303 && place.split(separator: "?").first == "/entree", "\(route.name)")
                case .toAnybody: #expect(answer.status == 200, "\(route.name)")
                case .toStranger: #expect([200, 303, 401].contains(answer.status), "\(route.name)")
                }
                #expect(foreign.words.allSatisfy { !answer.body.contains($0) }, "\(route.name)")
            }
        }
    }

    /// An office's people written whose key is another's: what a unique or foreign key could tell is told to nobody.
    @Test(arguments: offices)
    func noKeyTellsWhetherAnotherOfficesActIsThere(office: String) throws {
        let served = try Served.pilot.get()
        let pass = try served.pass(office)
        let foreign = try Foreign(to: office, served)
        let headers = Self.json.merging(["Idempotency-Key": "k-\(office)"]) { $1 }
        for (person, _) in foreign.subjects + [(Self.nobody, Self.nobody)] {
            for theme in foreign.themes + ["site_web"] {
                let body = Self.act.replacing("site_web", with: theme)
                let answer = try served.ask(
                    "POST", "/v1/participants/\(person)/support", pass: pass, headers, body: body)
                #expect(answer.status == 404, "\(answer.status) \(answer.body)")
            }
        }
    }
}

/// What belongs to others than one office: words that it may never read, people and their acts.
private struct Foreign {
    let words: [String]
    let subjects: [(person: String, act: String)]
    let themes: [String]

    init(to office: String, _ served: Served) throws {
        let rows = try served.stage.sql(
            """
            select a.participant_id || '|' || coalesce((select s.support_id::text from support s join enrolment e
                    using (programme_id, enrolment_id) where e.participant_id = a.participant_id order by 1 limit 1),
                    '\(RouteIsolationTests.nobody)') || '|' || a.family_name || '|' || coalesce(a.email, a.participant_id::text)
                || '|' || p.name
            from participant a join provider p using (programme_id, provider_id) join office o on o.office_id = a.office_id
            where o.code <> '\(office)' order by 1
            """
        ).split(separator: "\n").map { $0.split(separator: "|").map(String.init) }.filter { $0.count == 5 }
        words = rows.flatMap { $0[2...] }.filter { $0.utf8.count > 6 }
        let helped = rows.filter { $0[1] != RouteIsolationTests.nobody }
        subjects = (helped.prefix(3) + rows.prefix(2)).map { ($0[0], $0[1]) }
        themes = ["reservation", "outils"]
    }
}

extension Served {
    /// Asks a route about a person or an act: as a program does, or a browser that signed in.
    fileprivate func ask(
        _ route: Route, _ question: RouteIsolationTests.Question, _ person: String, _ act: String, _ query: String,
        for office: String?
    ) throws -> Answer {
        let path = route.path.replacing("{code}", with: "pilote-2021").replacing("{act}", with: act)
            .replacing("{id}", with: route.path.hasPrefix("/v1/support") ? act : person)
        var headers = question.headers
        if route.name.hasPrefix("POST"), route.path.hasPrefix("/v1/") {
            headers["Idempotency-Key"] = "k-\(getpid())-\(person)-\(act)"
        }
        let token = try office.map { try shared($0) }
        if let token, route.isPage { headers["Cookie"] = "__Host-cohorte=\(token)" }
        return try ask(
            String(route.name.prefix { $0 != " " }), path + query, pass: route.isPage ? nil : token, headers,
            body: question.body)
    }
}
