import Testing

@testable import RelayService

/// The pages for advisers, as a browser without script asks for them.
@Suite(.serialized)
struct DeskTests {
    private func entered(_ served: Served, _ office: String) throws -> String {
        let token = try served.pass(office)
        let answer = try served.ask(
            "POST", "/entree", ["Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"],
            body: "token=\(token)")
        #expect(answer.status == 303 && answer.headers["location"] == "/participants")
        let cookie = try #require(answer.headers["set-cookie"])
        for part in ["__Host-cohorte=", "Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
            #expect(cookie.contains(part))
        }
        return String(cookie.prefix { $0 != ";" })
    }

    @Test func anAdviserEntersFindsAPersonByTwoLettersAndReadsThem() throws {
        let served = try Served.pilot.get()
        let cookie = ["Cookie": try entered(served, "albi")]
        let list = try served.ask("GET", "/participants", cookie)
        #expect(list.status == 200 && list.body.contains("À appeler d’abord"))
        let found = try served.ask("GET", "/participants?query=ag", cookie)
        let address = try #require(
            found.body.split(separator: "<th scope=\"row\"><a href=\"").dropFirst().first?.prefix { $0 != "\"" })
        let person = try served.ask("GET", String(address), cookie)
        #expect(person.status == 200 && person.body.contains("Avant et après, par compétence"))
        #expect(try served.ask("GET", String(address), ["Cookie": try entered(served, "centre-tarn")]).status == 404)
    }

    @Test func withoutSigningInThereIsOnlyTheDoor() throws {
        let served = try Served.pilot.get()
        for path in [
            "/", "/participants", "/seances", "/evaluation", "/participants/01a2087e-8521-7001-a26d-3eef2fb58f9d",
        ] {
            let answer = try served.ask("GET", path)
            let entry = path == "/" ? "/entree" : "/entree?vers=\(path)"
            #expect(answer.status == 303 && answer.headers["location"] == entry, "\(path)")
        }
        #expect(try served.ask("GET", "/participants", ["Cookie": "__Host-cohorte=coh_x"]).status == 303)
        let failed = try served.ask(
            "POST", "/entree", ["Sec-Fetch-Site": "same-origin"], body: "token=coh_nothing")
        #expect(failed.status == 401 && failed.body.contains("role=\"alert\""))
    }

    /// After signing in one is on the page that was asked for, but never on another server's.
    @Test func whoSignsInComesToThePageThatWasAskedFor() throws {
        let served = try Served.pilot.get()
        let asked = try served.ask("GET", "/participants?query=a&status=")
        let entry = try #require(asked.headers["location"])
        #expect(entry.hasPrefix("/entree?vers=/participants"))
        #expect(try served.ask("GET", entry).body.contains("name=\"vers\" value=\"/participants?query=a&amp;status=\""))
        #expect(try served.ask("GET", "/entree?vers=//evil.example").body.contains("vers") == false)
        let token = try served.shared("albi")
        for (wanted, place) in [
            ("%2Fparticipants%3Fquery%3Da", "/participants?query=a"), ("%2F%2Fevil.example", "/participants"),
            ("https%3A%2F%2Fevil.example", "/participants"), ("%2F%5Cevil.example", "/participants"),
            ("%2Fa%0D%0ASet-Cookie%3A+x", "/participants"),
        ] {
            let answer = try served.ask(
                "POST", "/entree", ["Sec-Fetch-Site": "same-origin"], body: "token=\(token)&vers=\(wanted)")
            #expect(answer.status == 303 && answer.headers["location"] == place, "\(wanted)")
        }
    }

    @Test func anErrorPageLeadsBackToThePageBeforeAndNowhereElse() throws {
        let served = try Served.pilot.get()
        let cookie = ["Cookie": "__Host-cohorte=\(try served.shared("albi"))", "Accept": "text/html"]
        let lost = "/participants/\(RouteIsolationTests.nobody)"
        let host = "http://127.0.0.1:\(served.port)"
        for (from, back) in [
            (host + "/seances", "/seances"), ("http://evil.example/seances", "/participants"),
            (host + "//evil.example", "/participants"), (host + lost, "/participants"),
        ] {
            let page = try served.ask("GET", lost, cookie.merging(["Referer": from]) { $1 })
            #expect(page.status == 404 && page.body.contains("<a href=\"\(back)\">"), "\(from)")
            #expect(!page.body.contains("evil"))
        }
    }

    @Test(arguments: [
        ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "none"], ["Origin": "https://evil.example"], [:],
    ])
    func aFormOfAnotherSiteIsRefused(headers: [String: String]) throws {
        let served = try Served.pilot.get()
        let signedIn = headers.merging(["Cookie": "__Host-cohorte=\(try served.shared("albi"))"]) { $1 }
        let changes = Route.all.filter { $0.isPage && !$0.name.hasPrefix("GET ") }
        #expect(changes.count >= 4)
        for route in changes {
            let path = route.path.replacing(/\{[a-z]+\}/, with: RouteIsolationTests.nobody)
            let answer = try served.ask("POST", path, signedIn, body: "token=\(try served.shared("albi"))")
            #expect(answer.status == 403, "\(path)")
        }
    }

    @Test func aPageRunsNoScriptIsInNoFrameAndStaysInNoCache() throws {
        let served = try Served.pilot.get()
        let cookie = ["Cookie": try entered(served, "albi")]
        for path in ["/entree", "/participants", "/competences", "/seances", "/evaluation"] {
            let answer = try served.ask("GET", path, cookie)
            let policy = try #require(answer.headers["content-security-policy"])
            #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe") && !answer.body.contains("<script") && !answer.body.contains(" style="))
            #expect(answer.headers["cache-control"] == "no-store")
        }
    }

    @Test func whatPeopleTypedComesOutHarmless() throws {
        let served = try Served(Stage(.done))
        let evil = "<script>alert(1)</script>\"'><img src=x>\u{202E}=cmd()"
        try served.stage.sql(
            "update provider set name = left('\(evil.replacing("'", with: "''"))', 150) || provider_id::text")
        try served.stage.sql(
            "update support set next_action = '\(evil.replacing("'", with: "''"))', reason = 'Essai'; update skill set note = '\(evil.replacing("'", with: "''"))'"
        )
        let helped = try #require(
            try served.stage.sql(
                "select e.participant_id from support s join enrolment e using (programme_id, enrolment_id) join office o on o.office_id = s.office_id where o.code = 'albi' limit 1"
            ).split(separator: "\n").first)
        let cookie = ["Cookie": try entered(served, "albi")]
        let paths = [
            "/participants", "/participants?query=%3Cscript%3E%22%3E", "/participants/\(helped)",
            "/competences?theme=site_web",
        ]
        for path in paths {
            let answer = try served.ask("GET", path, cookie)
            #expect(answer.status == 200)
            #expect(
                !answer.body.contains("<script") && !answer.body.contains("<img") && !answer.body.contains("\u{202E}"))
        }
    }
}

/// The pages in a browser, and the description that programs read.
@Suite(.serialized)
struct RelayToolTests {
    @Test func anAdviserUsesTheDeskAtADeskAndOnATelephone() throws {
        let served = try Served(Stage(.done))
        let tools = try Tools.made.get()
        let run = try Child(
            tools.folder + "/python",
            [
                Scene.sources + "/Tests/Browser/desk.py", "http://127.0.0.1:\(served.port)", try served.pass("albi"),
                try served.pass("centre-tarn"),
            ], environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": served.stage.folder.path],
            in: served.stage.folder
        ).finished()
        #expect(run.code == 0, "\(run.text)\(run.said)")
    }

    @Test func theDescriptionIsValidAndNamesEveryRouteAndNoOther() throws {
        let served = try Served.pilot.get()
        let text = try served.ask("GET", "/openapi.yaml").body
        let described = text.split(separator: "\n").filter { $0.hasPrefix("  /") }.map { $0.dropFirst(2).dropLast() }
        let routes = Route.all.filter { !$0.isPage && $0.path != "/desk.css" }.map(\.path)
        #expect(Set(routes) == Set(described.map(String.init)))
    }

    /// Every request that the description allows or forbids, as a program makes them up; every answer as described.
    @Test func theApiKeepsToItsDescription() throws {
        let served = try Served(Stage(.done))
        let tools = try Tools.made.get()
        let description = Scene.sources + "/Sources/RelayService/openapi.yaml"
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": served.stage.folder.path]
        let valid = try Child(
            tools.folder + "/python", ["-m", "openapi_spec_validator", description], environment: environment,
            in: served.stage.folder
        ).finished()
        #expect(valid.code == 0, "\(valid.text)\(valid.said)")
        let run = try Child(
            tools.folder + "/st",
            [
                "--config-file", Scene.sources + "/Tests/Browser/schemathesis.toml", "run", description, "--url",
                "http://127.0.0.1:\(served.port)", "-H",
                "Authorization: Bearer \(try served.pass("albi"))", "--checks", "all", "--max-examples", "20",
                "--phases", "examples,coverage,fuzzing", "--seed", "2021", "--no-color",
            ], environment: environment, in: served.stage.folder
        ).finished()
        #expect(run.code == 0, "\(run.text)\(run.said)")
    }
}
