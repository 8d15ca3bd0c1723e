import Glibc
import Testing

/// Requests that are not as they should be: a clear answer each time, and the door goes on serving.
@Suite(.serialized)
struct RelayRequestTests {
    private func stillServes(_ served: Served) throws -> Bool { try served.ask("GET", "/healthz").status == 200 }

    @Test func everyRefusalHasABodyThatProgramsAndPeopleCanRead() throws {
        let served = try Served.pilot.get()
        let pass = try served.pass("albi")
        let cases: [(String, String, Int)] = [
            ("GET", "/v1/nothing", 404), ("DELETE", "/v1/me", 405), ("POST", "/v1/cohorts", 405),
            ("PUT", "/healthz", 405),
            ("GET", "/v1/cohorts/..%2f..%2fetc/participants", 404), ("GET", "/v1/participants/not-an-id", 404),
            ("GET", "/v1/cohorts/pilote-2021/participants?limit=0", 400),
            ("GET", "/v1/cohorts/pilote-2021/participants?limit=abc", 400),
            ("GET", "/v1/cohorts/pilote-2021/participants?status=none", 400),
            ("GET", "/v1/cohorts/pilote-2021/participants?after=%00", 404),
            ("GET", "/v1/cohorts/pilote-2021/participants?query=%00", 400), ("GET", "/v1/cohorts/none/sessions", 404),
            ("GET", "/v1/cohorts/none/participants", 404),
        ]
        for (method, path, status) in cases {
            for language in ["fr", "en"] {
                let answer = try served.ask(method, path, pass: pass, ["Accept-Language": language])
                #expect(answer.status == status, "\(method) \(path)")
                #expect(answer.headers["content-type"]?.hasPrefix("application/problem+json") == true, "\(path)")
                #expect(answer.headers["content-language"] == language)
                #expect(answer.body.contains("\"status\":\(status)"))
                #expect(answer.headers["cache-control"] == "no-store")
            }
        }
        #expect(try served.ask("DELETE", "/v1/me", pass: pass).headers["allow"] == "GET, HEAD")
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/me HTTP/1.1\r\n\r\n",
        "GET /v1/me HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "\u{16}\u{3}\u{1}", "GARBAGE\r\n\r\n", "GET /v1/me\r\n\r\n", "GET  HTTP/9.9\r\n\r\n",
        "POST /entree HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
    ])
    func brokenOrSmuggledRequestsAreRefused(text: String) throws {
        let served = try Served.pilot.get()
        let wire = try Wire(served.port)
        try wire.say(text)
        wire.finish()
        let answer = Answer(wire.heard())
        #expect(answer.status == 0 || (300..<500).contains(answer.status), "\(answer.status)")
        #expect(!answer.body.contains("participant_id"))
        #expect(try stillServes(served))
    }

    @Test func whatIsNoRequestIsToldSo() throws {
        let served = try Served.pilot.get()
        let wire = try Wire(served.port)
        try wire.say("GARBAGE\r\n\r\n")
        wire.finish()
        let answer = Answer(wire.heard())
        #expect(answer.status == 400 && answer.body.contains("La demande est mal formée."), "\(answer.body)")
        #expect(answer.headers["content-type"] == "application/problem+json; charset=utf-8")
    }

    @Test func headersAndBodiesHaveLimits() throws {
        let served = try Served.pilot.get()
        let pass = try served.pass("albi")
        let long = try served.ask("GET", "/v1/me", pass: pass, ["X-Long": String(repeating: "x", count: 100_000)])
        #expect(long.status == 0 || long.status == 431)
        let oneField = try served.ask("GET", "/v1/me", pass: pass, ["X-Long": String(repeating: "x", count: 20_000)])
        #expect(oneField.status == 431 && oneField.body.contains("head_is_short"))
        #expect(oneField.headers["content-type"] == "application/problem+json; charset=utf-8")
        let wire = try Wire(served.port)
        let lines = [
            "POST /v1/participants/01a2087e-8521-7001-a26d-3eef2fb58f9d/access HTTP/1.1", "Host: x",
            "Authorization: Bearer \(pass)", "Content-Type: application/json", "Idempotency-Key: k",
            "Content-Length: 1000000000",
        ]
        try wire.say(lines.joined(separator: "\r\n") + "\r\n\r\n")
        #expect(Answer(wire.heard()).status == 413)
        #expect(try stillServes(served))
    }

    /// What comes drop by drop never lets the connection look idle.
    @Test(arguments: [
        "GET /v1/me", "POST /v1/participants/01a2087e-8521-7001-a26d-3eef2fb58f9d/access", "POST /entree",
    ])
    func aBodyThatDoesNotComeIsNotWaitedFor(what: String) throws {
        let served = try Served.pilot.get()
        let pass = try served.pass("albi")
        let wire = try Wire(served.port)
        try wire.say(
            "\(what) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(pass)\r\nContent-Type: application/json\r\n"
                + "Idempotency-Key: k\r\nOrigin: http://x\r\nContent-Length: 1000\r\n\r\n")
        let isOpen = (0..<20).allSatisfy { _ in
            usleep(700_000)
            return (try? wire.say("a")) != nil
        }
        #expect(!isOpen)
        #expect(try stillServes(served))
    }

    @Test func whoAsksTooOftenWaits() throws {
        let served = try Served(Stage(.done), ["--rate", "1"])
        let pass = try served.pass("albi")
        let answers = try (0..<12).map { _ in try served.ask("GET", "/v1/me", pass: pass) }
        #expect(answers.contains { $0.status == 429 && ($0.headers["retry-after"].flatMap { Int($0) } ?? 0) >= 1 })
        #expect(answers.first?.status == 200)
        let guesses = try (0..<30).map { _ in try served.ask("GET", "/v1/me", pass: "coh_guess").status }
        #expect(guesses.first == 401 && guesses.last == 429)
        // Who guesses at an address shuts out nobody else there.
        #expect(try served.ask("GET", "/v1/me", pass: try served.pass("centre-tarn")).status == 200)
    }

    @Test(arguments: ["Émilie Modèle", "modele emilie", "EMILIE MODELE", "Pigeonnier"])
    func somebodyIsFoundByTheNameInEitherOrder(words: String) throws {
        let served = try Served.pilot.get()
        let query = words.utf8.map { byte in "%" + String(Int(byte) + 256, radix: 16).suffix(2) }.joined()
        let pass = try served.pass("albi")
        let answer = try served.ask("GET", "/v1/cohorts/pilote-2021/participants?query=\(query)", pass: pass)
        #expect(answer.people.count == 1, "\(answer.body)")
    }

    @Test func whatAnOfficeHasAlreadyIsNotSentAgain() throws {
        let served = try Served.pilot.get()
        let pass = try served.pass("albi")
        let first = try served.ask("GET", "/v1/cohorts/pilote-2021/participants", pass: pass)
        let tag = try #require(first.headers["etag"])
        let again = try served.ask("GET", "/v1/cohorts/pilote-2021/participants", pass: pass, ["If-None-Match": tag])
        #expect(again.status == 304 && again.body.isEmpty)
    }

    @Test func theMetricsAreThoseOfRoutesAndPrometheusReadsThem() throws {
        let served = try Served.pilot.get()
        _ = try served.ask("GET", "/v1/cohorts", pass: try served.pass("albi"))
        let answer = try served.ask("GET", "/metrics")
        #expect(answer.status == 200)
        #expect(answer.body.contains("cohorte_requests_total{route=\"/v1/cohorts\",status=\"200\"}"))
        let folder = Folder()
        folder.file("metrics", answer.body.utf8)
        let check = try Child(
            "sh", ["-c", "promtool check metrics <metrics"], environment: Server.environment, in: folder)
        let checked = check.finished()
        #expect(checked.code == 0, "\(checked.said)")
    }
}
