import Glibc
import Testing

func sleepSeconds(_ seconds: Double) { usleep(UInt32(seconds * 1_000_000)) }

/// Another office's access for three hours, requests sent twice, and the log of what was read.
@Suite(.serialized)
struct RelayAccessTests {
    private let reason = #"{"reason":"Elle nous a appelés, son office est fermé aujourd’hui."}"#
    private let json = ["Content-Type": "application/json"]

    private func person(of office: String, _ served: Served) throws -> String {
        try #require(
            try served.stage.sql(
                "select a.participant_id from participant a join office o using (programme_id, office_id) where o.code = '\(office)' order by 1 limit 1"
            ).split(separator: "\n").first.map(String.init))
    }

    @Test func accessIsForAReasonForThreeHoursAndTheOwnerSeesIt() throws {
        let served = try Served(Stage(.done))
        let person = try person(of: "albi", served)
        let (guest, owner, third) = (
            try served.pass("centre-tarn"), try served.pass("albi"), try served.pass("pays-cordais")
        )
        let (record, access) = ("/v1/participants/\(person)", "/v1/participants/\(person)/access")
        #expect(try served.ask("GET", record, pass: guest).status == 404)
        let granted = try served.ask(
            "POST", access, pass: guest, json.merging(["Idempotency-Key": "k1"]) { $1 }, body: reason)
        #expect(granted.status == 201)
        let read = try served.ask("GET", record, pass: guest)
        #expect(read.status == 200)
        let own = try served.ask("GET", record, pass: owner)
        #expect(read.body == own.body)
        let seen = try served.ask("GET", access, pass: owner).body
        #expect(seen.contains("son office est fermé"))
        for name in ["granted_at", "expires_at"] {
            let instant = try #require(Answer.text(in: seen, name))
            #expect(
                try Regex(#"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$"#).wholeMatch(in: instant) != nil,
                "\(instant)")
        }
        let told = try served.stage.run("access list --office albi --open --format json")
        #expect(told.code == 0 && told.text.contains("son office est fermé") && told.text.contains("centre-tarn"))
        #expect(
            try served.stage.run("access list --office pays-cordais --format json").text.filter { !$0.isWhitespace }
                == "[]")
        #expect(try served.stage.run("access list --office ailleurs").code != 0)
        #expect(try !served.ask("GET", access, pass: third).body.contains("son office est fermé"))
        #expect(try served.ask("GET", record, pass: third).status == 404)
        // Of the others of the same office it opens none.
        let list = try served.ask("GET", "/v1/cohorts/pilote-2021/participants?limit=200", pass: guest)
        #expect(!list.people.contains(person))
        try served.stage.sql(
            "update temporary_access set granted_at = now() - interval '4 hours', expires_at = now() - interval '1 hour'"
        )
        #expect(try served.ask("GET", record, pass: guest).status == 404)
        // Whoever follows the person from now on sees who asked before.
        let transfer = "participant transfer \(person) --to pays-cordais --reason Déménagement"
        #expect(try served.stage.run(transfer).code == 0)
        #expect(try served.ask("GET", access, pass: third).body.contains("son office est fermé"))
    }

    @Test(arguments: [
        #"{"reason":"court"}"#, #"{"reason":"            "}"#,
        #"{"reason":"\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b"}"#,
        #"{"reason":"............"}"#, #"{"reason":"Une raison\r\nsur deux lignes"}"#,
        #"{"reason":"Une raison assez longue","motif":"x"}"#,
        #"{"reason":"Une raison assez longue","reason":"Une raison assez longue"}"#, "{}", "[]", "",
        "{\"reason\":12345678901}", "nul\u{0}",
    ])
    func anAccessWithoutAReasonIsRefusedAndNothingIsWritten(body: String) throws {
        let served = try Served.pilot.get()
        let path = "/v1/participants/\(try person(of: "albi", served))/access"
        let answer = try served.ask(
            "POST", path, pass: try served.pass("segala-tarnais"), json.merging(["Idempotency-Key": "k"]) { $1 },
            body: body)
        #expect([400, 422].contains(answer.status), "\(answer.status) \(answer.body)")
        #expect(answer.headers["content-type"]?.hasPrefix("application/problem+json") == true)
        #expect(try served.stage.sql("select count(*) from temporary_access").contains("0"))
    }

    @Test func aRequestSentAgainWithItsKeyIsDoneOnceAndAnsweredAlike() throws {
        let served = try Served(Stage(.done))
        let path = "/v1/participants/\(try person(of: "albi", served))/access"
        let pass = try served.pass("centre-tarn")
        let headers = json.merging(["Idempotency-Key": "une-cle"]) { $1 }
        let first = try served.ask("POST", path, pass: pass, headers, body: reason)
        let again = try served.ask("POST", path, pass: pass, headers, body: reason)
        #expect((first.status, first.body) == (again.status, again.body))
        #expect(try served.stage.sql("select count(*) from temporary_access").contains("1"))
        let other = #"{"reason":"Une tout autre raison, écrite ensuite."}"#
        #expect(try served.ask("POST", path, pass: pass, headers, body: other).status == 422)
        #expect(try served.ask("POST", path, pass: pass, json, body: reason).status == 400)
        for key in ["deux mots", "clé", String(repeating: "k", count: 201)] {
            let keyed = json.merging(["Idempotency-Key": key]) { $1 }
            #expect(try served.ask("POST", path, pass: pass, keyed, body: reason).status == 400, "\(key)")
        }
        for kind in ["application/json; charset=iso-8859-1", "text/plain", "application/jsonx"] {
            let typed = ["Content-Type": kind, "Idempotency-Key": "autre"]
            #expect(try served.ask("POST", path, pass: pass, typed, body: reason).status == 415, "\(kind)")
        }
        #expect(try served.stage.sql("select count(*) from temporary_access").contains("1"))
    }

    @Test func whoWasReadIsInTheLogWithinASecondAndTheLogIsChained() throws {
        let served = try Served(Stage(.done))
        let pass = try served.pass("albi")
        let people = try served.ask("GET", "/v1/cohorts/pilote-2021/participants", pass: pass).people
        let person = try #require(people.first)
        for _ in 0..<3 { _ = try served.ask("GET", "/v1/participants/\(person)", pass: pass) }
        sleepSeconds(2.5)
        let shown = try served.stage.run("audit show --format json --naming \(person)")
        #expect(shown.code == 0)
        #expect(shown.text.contains("/v1/participants/{id}"))
        #expect(shown.text.contains("/v1/cohorts/{code}/participants"))
        #expect(try served.stage.run("audit verify").code == 0)
        try served.stage.sql("update read_batch set entries = replace(entries, 'times', 'timez') where number = 1")
        #expect(try served.stage.run("audit verify").code == 65)
        #expect(!served.log.contains(person) && !served.log.contains(pass))
    }

    @Test func whatIsUnderWayIsAnsweredAndLoggedBeforeTheEnd() throws {
        let served = try Served(Stage(.done))
        let pass = try served.pass("albi")
        let person = try #require(
            try served.ask("GET", "/v1/cohorts/pilote-2021/participants", pass: pass).people.first)
        _ = try served.ask("GET", "/v1/participants/\(person)", pass: pass)
        #expect(served.stop(within: 10) == 0)
        #expect(try served.stage.run("audit show --format json --naming \(person)").text.contains(person))
        #expect(try served.stage.sql("select count(*) from pass where last_used_at is not null").contains("1"))
    }
}
