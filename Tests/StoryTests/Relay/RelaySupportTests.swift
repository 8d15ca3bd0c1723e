import Testing

/// What an office does for its people: logged once, read, corrected by itself alone, and overdue until it is done.
@Suite(.serialized)
struct RelaySupportTests {
    private func person(_ office: String, _ served: Served) throws -> String {
        try #require(
            try served.stage.sql(
                "select e.participant_id from enrolment e join office o using (programme_id, office_id) where o.code = '\(office)' and e.status = 'completed' order by 1 limit 1"
            ).split(separator: "\n").first.map(String.init))
    }

    private func act(
        _ theme: String = "reservation", minutes: Int = 25, outcome: String = "solved", more: String = ""
    ) -> String {
        #"{"cohort":"pilote-2021","date":"2022-05-02","minutes":\#(minutes),"mode":"phone","theme":"\#(theme)","autonomy":"partly","outcome":"\#(outcome)"\#(more)}"#
    }

    private func log(_ served: Served, _ pass: String, _ person: String, _ body: String, key: String) throws -> Answer {
        try served.ask(
            "POST", "/v1/participants/\(person)/support", pass: pass,
            ["Content-Type": "application/json", "Idempotency-Key": key], body: body)
    }

    private func correct(
        _ served: Served, _ pass: String, _ id: String, _ body: String, tag: String?
    ) throws -> Answer {
        var headers = ["Content-Type": "application/merge-patch+json"]
        if let tag { headers["If-Match"] = tag }
        return try served.ask("PATCH", "/v1/support/\(id)", pass: pass, headers, body: body)
    }

    @Test func anActIsLoggedOnceReadAndCorrectedByItsOfficeWithItsReasonKept() throws {
        let served = try Served(Stage(.done))
        let (pass, person) = (try served.pass("albi"), try person("albi", served))
        let made = try log(served, pass, person, act(), key: "k1")
        #expect(made.status == 201, "\(made.body)")
        let again = try log(served, pass, person, act(), key: "k1")
        #expect((again.status, again.body, again.headers["etag"]) == (201, made.body, made.headers["etag"]))
        #expect(try log(served, pass, person, act(), key: "k2").status == 200)
        #expect(try log(served, pass, person, act(minutes: 60), key: "k3").status == 409)
        let id = try #require(made.text("support_id"))
        let read = try served.ask("GET", "/v1/support/\(id)", pass: pass)
        #expect(read.body == made.body && read.headers["etag"] == made.headers["etag"])
        let list = try served.ask("GET", "/v1/participants/\(person)/support", pass: pass)
        #expect(list.status == 200 && list.body.contains(made.body))

        #expect(try correct(served, pass, id, #"{"reason":"Oubli","minutes":60}"#, tag: nil).status == 428)
        #expect(try correct(served, pass, id, #"{"reason":"Oubli","minutes":60}"#, tag: "\"autre\"").status == 412)
        #expect(try correct(served, pass, id, #"{"minutes":60}"#, tag: "*").status == 400)
        for (body, name) in [
            (#"{"reason":"Oubli","minuts":60}"#, "minuts"), (#"{"reason":"Oubli","date":"2022-05-03"}"#, "date"),
            (#"{"reason":"Oubli","mode":"video"}"#, "mode"), (#"{"reason":"Oubli","minutes":"60"}"#, "minutes"),
            (#"{"reason":"Oubli","reason":"Autre","minutes":60}"#, "reason"),
            (#"{"reason":null,"minutes":60}"#, "reason"),
        ] {
            let refused = try correct(served, pass, id, body, tag: "*")
            #expect(refused.status == 400 && refused.body.contains("« \(name) »"), "\(refused.body)")
        }
        #expect(
            try correct(served, pass, id, #"{"reason":"Oubli","minutes":60}"#, tag: "W/" + (read.headers["etag"] ?? ""))
                .status == 412)
        #expect(try correct(served, pass, id, #"{"reason":" ","minutes":60}"#, tag: "*").status == 422)
        let done = try correct(served, pass, id, #"{"reason":"Durée oubliée","minutes":60}"#, tag: read.headers["etag"])
        #expect(done.status == 200 && done.body.contains("\"minutes\":60") && done.body.contains("\"version\":2"))
        #expect(
            try correct(served, pass, id, #"{"reason":"Encore","minutes":70}"#, tag: read.headers["etag"]).status == 412
        )
        let kept = try served.stage.sql(
            "select old_minutes || ' ' || reason || ' ' || actor from support_correction where support_id = '\(id)'")
        #expect(kept.contains("25 Durée oubliée cohorte_relay"))
    }

    /// But whoever follows the person corrects also what another office did for them.
    @Test func anActForAnotherOfficesPersonIsCorrectedLikeNone() throws {
        let served = try Served(Stage(.done))
        let person = try person("albi", served)
        let id = try #require(
            try log(served, try served.pass("albi"), person, act(), key: "k").text("support_id"))
        let nobody = "01a2087e-8521-7001-a26d-3eef2fb58f9d"
        let body = #"{"reason":"Pas le mien","minutes":1}"#
        for office in RelayIsolationTests.offices.dropFirst() {
            let pass = try served.pass(office)
            let unknown = try correct(served, pass, nobody, body, tag: "*")
            let foreign = try correct(served, pass, id, body, tag: "*")
            #expect(unknown.status == 404 && (foreign.status, foreign.body) == (404, unknown.body))
            #expect(try served.ask("GET", "/v1/support/\(id)", pass: pass).status == 404)
        }
        try served.stage.sql(
            "update support set by_office_id = (select office_id from office where code = 'centre-tarn') where support_id = '\(id)'"
        )
        #expect(try served.ask("GET", "/v1/support/\(id)", pass: try served.pass("albi")).status == 200)
        #expect(try served.stage.sql("select minutes from support where support_id = '\(id)'").contains("25"))
        #expect(try correct(served, try served.pass("centre-tarn"), id, body, tag: "*").status == 404)
        #expect(try correct(served, try served.pass("albi"), id, body, tag: "*").status == 200)
        #expect(try served.stage.sql("select minutes from support where support_id = '\(id)'").contains("1"))
    }

    /// Whoever no longer follows the person is told nothing by the answer that was kept.
    @Test func aRequestSentAgainAfterTheTransferTellsNothing() throws {
        let served = try Served(Stage(.done))
        let (pass, person) = (try served.pass("albi"), try person("albi", served))
        let made = try log(served, pass, person, act(), key: "k")
        #expect(made.status == 201)
        let transfer = "participant transfer \(person) --to pays-cordais --reason Déménagement"
        #expect(try served.stage.run(transfer).code == 0)
        let again = try log(served, pass, person, act(), key: "k")
        let nobody = try log(served, pass, "01a2087e-8521-7001-a26d-3eef2fb58f9d", act(), key: "k9")
        #expect(again.status == 404 && again.body == nobody.body)
        let id = try #require(made.text("support_id"))
        let reason = #"{"reason":"Repris","minutes":5}"#
        #expect(try correct(served, pass, id, reason, tag: "*").status == 404)
        #expect(try correct(served, try served.pass("pays-cordais"), id, reason, tag: "*").status == 200)
    }

    @Test func whatIsDueIsOverdueUntilTheOfficeSaysThatItIsDone() throws {
        let served = try Served(Stage(.done))
        let (pass, person) = (try served.pass("albi"), try person("albi", served))
        let more = #","next_action":"Rappeler","due_on":"2022-05-20""#
        let made = try log(served, pass, person, act(outcome: "to_follow", more: more), key: "k")
        let id = try #require(made.text("support_id"))
        let overdue = try served.ask("GET", "/v1/support/overdue", pass: pass)
        #expect(overdue.status == 200 && overdue.body.contains(id))
        #expect(try !served.ask("GET", "/v1/support/overdue", pass: try served.pass("centre-tarn")).body.contains(id))
        #expect(try correct(served, pass, id, #"{"reason":"fait","done_on":"2999-01-01"}"#, tag: "*").status == 422)
        #expect(try correct(served, pass, id, #"{"reason":"fait","done_on":"2022-05-21"}"#, tag: "*").status == 200)
        #expect(try !served.ask("GET", "/v1/support/overdue", pass: pass).body.contains(id))
        let open = try correct(served, pass, id, #"{"reason":"Pas fait","done_on":null,"due_on":null}"#, tag: "*")
        #expect(open.status == 200 && open.body.contains("\"done_on\":null,") && open.body.contains("\"due_on\":null,"))
        let mistaken = try correct(served, pass, id, #"{"reason":"Doublon","is_cancelled":true}"#, tag: "*")
        #expect(mistaken.status == 200 && mistaken.body.contains("\"is_cancelled\":true"))
    }

    @Test(arguments: [
        ("minutes", "0"), ("minutes", "1441"), ("minutes", "\"30\""), ("mode", "\"fax\""), ("theme", "\"jardinage\""),
        ("autonomy", "\"\""), ("outcome", "\"to_follow\""), ("competence", "\"9.9\""), ("date", "\"2022-02-30\""),
        ("date", "\"2021-01-01\""), ("date", "\"2999-01-01\""), ("cohort", "\"aucune\""), ("due_on", "\"2022-06-01\""),
        ("done_on", "\"2022-06-01\""), ("next_action", "\"\\u0000\""), ("minutes", "null"),
    ])
    func anActThatCannotBeIsRefusedWithItsSentenceAndNothingIsWritten(name: String, value: String) throws {
        let served = try Served.pilot.get()
        let person = try person("albi", served)
        let before = try served.stage.sql("select count(*) from support")
        let known = act(more: #","competence":null,"due_on":null,"done_on":null,"next_action":null"#)
        let body = known.replacing(try Regex("\"\(name)\":(\"[^\"]*\"|[0-9]+|null)"), with: "\"\(name)\":\(value)")
        #expect(body != known)
        let answer = try log(served, try served.shared("albi"), person, body, key: "k-\(name)-\(value.utf8.count)")
        #expect([400, 422].contains(answer.status), "\(answer.status) \(answer.body)")
        #expect(answer.headers["content-type"]?.hasPrefix("application/problem+json") == true)
        #expect(answer.status == 422 || answer.body.contains("« \(name) »"), "\(answer.body)")
        #expect(!answer.body.contains("cohorte support") && !answer.body.contains("@"))
        #expect(try served.stage.sql("select count(*) from support") == before)
    }

    @Test func actsTakenPageByPageAreTheWholeListOnce() throws {
        let served = try Served(Stage(.done))
        let (pass, person) = (try served.pass("albi"), try person("albi", served))
        for (number, theme) in ["reservation", "outils", "site_web", "photo_ecriture", "destination"].enumerated() {
            #expect(try log(served, pass, person, act(theme), key: "k\(number)").status == 201)
        }
        let path = "/v1/participants/\(person)/support"
        let whole = try served.ask("GET", path + "?limit=200", pass: pass).texts("support_id")
        var (pages, next): ([String], String?) = ([], path + "?limit=2")
        while let address = next {
            let answer = try served.ask("GET", address, pass: pass)
            pages += answer.texts("support_id")
            next = answer.text("next")
        }
        #expect(whole.count >= 5 && pages == whole)
    }

    @Test func whoCanHelpIsFoundTheOwnOfficeFirst() throws {
        let served = try Served.pilot.get()
        for office in RelayIsolationTests.offices {
            let answer = try served.ask("GET", "/v1/skills/match?theme=joignabilite", pass: try served.shared(office))
            let offices = answer.texts("office")
            #expect(answer.status == 200 && (offices.first == office || !offices.contains(office)))
        }
        let pass = try served.shared("albi")
        #expect(try served.ask("GET", "/v1/skills/match", pass: pass).status == 400)
        #expect(try served.ask("GET", "/v1/skills/match?theme=jardinage", pass: pass).status == 404)
        #expect(try served.ask("GET", "/v1/skills/match?theme=site_web&level=5", pass: pass).status == 400)
        #expect(try served.ask("PATCH", "/v1/support/overdue", pass: pass).status == 405)
    }
}

extension Answer {
    /// The texts under a name, in order.
    func texts(_ name: String) -> [String] {
        body.split(separator: "\"\(name)\":\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    static func text(in body: String, _ name: String) -> String? {
        body.split(separator: "\"\(name)\":\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
    }

    /// The first text under a name.
    func text(_ name: String) -> String? { texts(name).first }
}
