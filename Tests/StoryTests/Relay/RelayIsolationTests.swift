import Testing

/// What each office learns of the others' people through the door: nothing.
@Suite(.serialized)
struct RelayIsolationTests {
    static let offices = ["albi", "centre-tarn", "pays-cordais", "segala-tarnais", "vallee-du-tarn"]
    static let list = "/v1/cohorts/pilote-2021/participants"

    @Test func theFiveOfficesShareOutThePeopleAndNobodyIsSeenTwice() throws {
        let served = try Served.pilot.get()
        var seen: [String] = []
        for office in Self.offices {
            let answer = try served.ask("GET", Self.list + "?limit=200", pass: try served.pass(office))
            #expect(answer.status == 200)
            #expect(!answer.people.isEmpty)
            seen += answer.people
        }
        let all = try served.stage.sql(
            "select count(*) from enrolment e join cohort c using (programme_id, cohort_id) where c.code = 'pilote-2021'"
        )
        #expect(Set(seen).count == seen.count)
        #expect("\(seen.count)" == all.filter(\.isNumber))
    }

    @Test(arguments: offices)
    func anOtherOfficesPersonIsAnsweredLikeNobody(office: String) throws {
        let served = try Served.pilot.get()
        let pass = try served.pass(office)
        let others = try served.stage.sql(
            "select a.participant_id from participant a join office o using (programme_id, office_id) where o.code <> '\(office)'"
        )
        let nobody = "01a2087e-8521-7001-a26d-3eef2fb58f9d"
        for suffix in ["", "/access"] {
            let expected = try served.ask("GET", "/v1/participants/\(nobody)\(suffix)", pass: pass)
            for person in others.split(separator: "\n").prefix(6) {
                let answer = try served.ask("GET", "/v1/participants/\(person)\(suffix)", pass: pass)
                #expect(answer.status == expected.status)
                #expect(answer.body == expected.body)
                #expect(answer.headers.keys.sorted() == expected.headers.keys.sorted())
            }
        }
    }

    @Test(arguments: offices)
    func noWayOfAskingForTheListNamesAnotherOfficesPerson(office: String) throws {
        let served = try Served.pilot.get()
        let pass = try served.pass(office)
        let own = Set(try served.ask("GET", Self.list + "?limit=200", pass: pass).people)
        let others = try served.stage.sql(
            """
            select a.family_name || '|' || coalesce(a.email, '-') || '|' || p.name from participant a
            join provider p using (programme_id, provider_id) join office o on o.office_id = a.office_id
            where o.code <> '\(office)'
            """
        ).split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
        let questions = [
            "?query=a", "?query=%25", "?query=_", "?query='%20or%201=1--", "?status=completed", "?limit=1",
            "?query=e&status=withdrawn", "?limit=200&after=AAAA" + String(repeating: "A", count: 60),
        ]
        for question in questions {
            let answer = try served.ask("GET", Self.list + question, pass: pass)
            #expect([200, 400, 404].contains(answer.status), "\(question)")
            #expect(own.isSuperset(of: answer.people), "\(question)")
        }
        for path in ["/v1/me", "/v1/cohorts", Self.list + "?limit=200", "/v1/cohorts/pilote-2021/sessions"] {
            let answer = try served.ask("GET", path, pass: pass)
            #expect(answer.status == 200)
            for words in others {
                for word in words where word.count > 5 { #expect(!answer.body.contains(word), "\(path)") }
            }
        }
    }

    @Test(arguments: offices)
    func aListTakenPageByPageIsTheWholeListOnce(office: String) throws {
        let served = try Served.pilot.get()
        let pass = try served.pass(office)
        let whole = try served.ask("GET", Self.list + "?limit=200", pass: pass).people
        var (pages, next): ([String], String?) = ([], Self.list + "?limit=2")
        while let path = next {
            let answer = try served.ask("GET", path, pass: pass)
            #expect(answer.people.count <= 2)
            pages += answer.people
            next = answer.body.split(separator: "\"next\":\"").dropFirst().last.map { String($0.prefix { $0 != "\"" }) }
        }
        #expect(pages == whole)
    }

    /// The evaluation that one office may read is not another's.
    @Test func anEvaluationPublishedToOneOfficeIsNotAnothers() throws {
        let served = try Served(Stage(.done))
        let path = "/v1/cohorts/pilote-2021/evaluation"
        #expect(try served.stage.run("evaluate pilote-2021 --audience relay=albi --out bilans --quiet").code == 0)
        let mine = try served.ask("GET", path, pass: try served.pass("albi"))
        #expect(mine.status == 200 && mine.body.contains("\"audience\": \"relay=albi\""))
        for office in Self.offices.dropFirst() {
            #expect(try served.ask("GET", path, pass: try served.pass(office)).status == 404)
        }
    }

    @Test func withoutAValidPassEveryRouteAnswersTheSame() throws {
        let served = try Served(Stage(.done))
        let revoked = try served.pass("albi")
        let id = try #require(
            try served.stage.sql("select pass_id from pass order by issued_at desc limit 1").split(separator: "\n")
                .first)
        #expect(try served.stage.run("pass revoke --quiet \(id)").code == 0)
        let expired = try served.pass("albi")
        try served.stage.sql(
            "update pass set issued_at = now() - interval '2 days', expires_at = now() - interval '1 day' where revoked_at is null"
        )
        let changed = String(expired.dropLast()) + (expired.hasSuffix("A") ? "B" : "A")
        let shown: [String?] = [nil, revoked, expired, changed, "coh_x", "", String(repeating: "a", count: 91)]
        let paths = ["/v1/me", "/v1/cohorts", Self.list, "/v1/participants/01a2087e-8521-7001-a26d-3eef2fb58f9d"]
        for path in paths {
            let answers = try shown.prefix(4).map { try served.ask("GET", path, pass: $0) }
            for answer in answers {
                #expect(answer.status == 401)
                #expect(answer.body == answers[0].body)
            }
        }
        #expect(
            try shown.map { try served.ask("GET", "/v1/me", pass: $0).status }.allSatisfy { [401, 429].contains($0) })
    }

    /// The role may name the office, as audiences do; who is no office has no pass.
    @Test func aPassIsIssuedByItsRoleAsByItsOffice() throws {
        let served = try Served.pilot.get()
        let issued = try served.stage.run("pass issue --quiet --role relay=pays-cordais")
        let token = try #require(issued.lines.first.map(String.init))
        #expect(try served.ask("GET", "/v1/me", pass: token).text("office") == "pays-cordais")
        for role in ["coordinator", "relay", "relay=", "relay=albi --office pays-cordais", "shared"] {
            #expect(try served.stage.run("pass issue --quiet --role \(role)").code == 64, "\(role)")
        }
    }

    @Test func aRevokedPassEndsWithinTwoSeconds() throws {
        let served = try Served(Stage(.done))
        let pass = try served.pass("albi")
        #expect(try served.ask("GET", "/v1/me", pass: pass).status == 200)
        let id = try #require(try served.stage.sql("select pass_id from pass").split(separator: "\n").first)
        #expect(try served.stage.run("pass revoke --quiet \(id)").code == 0)
        sleepSeconds(2.2)
        #expect(try served.ask("GET", "/v1/me", pass: pass).status == 401)
    }
}
