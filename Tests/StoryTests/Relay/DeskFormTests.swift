import Testing

@testable import RelayService

/// What an adviser does on the pages: corrects what was logged, takes it back, asks to read another office's person and sees who
/// asked for one of theirs.
@Suite(.serialized)
struct DeskFormTests {
    private struct Browser {
        let served: Served
        let office: String

        func get(_ path: String) throws -> Answer {
            try served.ask("GET", path, ["Cookie": "__Host-cohorte=\(try served.shared(office))"])
        }

        func post(_ path: String, _ fields: String) throws -> Answer {
            try served.ask(
                "POST", path,
                ["Cookie": "__Host-cohorte=\(try served.shared(office))", "Sec-Fetch-Site": "same-origin"], body: fields
            )
        }
    }

    private func person(of office: String, _ served: Served) throws -> (id: String, email: String, name: String) {
        let row = try #require(
            try served.stage.sql(
                """
                select a.participant_id || '|' || a.email || '|' || a.family_name from participant a
                join office o using (programme_id, office_id) join enrolment e using (programme_id, participant_id)
                where o.code = '\(office)' and e.status = 'completed' and a.email is not null order by 1 limit 1
                """
            ).split(separator: "\n").first)
        let parts = row.split(separator: "|").map(String.init)
        return (parts[0], parts[1], parts[2])
    }

    private static let act =
        "cohort=pilote-2021&date=2022-05-02&mode=phone&theme=reservation&autonomy=partly&outcome=solved"

    @Test func whatWasLoggedIsCorrectedAtTheVersionThatWasReadAndTakenBack() throws {
        let served = try Served(Stage(.done))
        let browser = Browser(served: served, office: "albi")
        let acts = "/participants/\(try person(of: "albi", served).id)/accompagnements"
        #expect(try browser.post(acts, Self.act + "&minutes=25").status == 303)
        // Another on the same day, theme and mode: what stands is told, and where to correct it.
        let second = try browser.post(acts, Self.act + "&minutes=40")
        #expect(second.status == 409 && second.body.contains("Déjà noté") && second.body.contains("25\u{A0}minutes"))
        let address = try #require(
            second.body.split(separator: "class=\"standing\"").last?.split(separator: "href=\"").dropFirst().first?
                .prefix { $0 != "\"" }
        ).description
        #expect(address.hasPrefix(acts + "/"))
        let form = try browser.get(address)
        #expect(
            form.status == 200 && form.body.contains("name=\"version\" value=\"1\"")
                && form.body.contains("value=\"25\""))
        let fields = "minutes=40&autonomy=partly&outcome=solved"
        let silent = try browser.post(address, fields + "&version=1&reason=+%E2%80%8B")
        #expect(
            silent.status == 422 && silent.body.contains("id=\"reason-fault\"") && silent.body.contains("value=\"40\""))
        #expect(
            try browser.post(address, "minutes=0&autonomy=partly&outcome=solved&version=1&reason=Oubli").status == 422)
        let done = try browser.post(address, fields + "&version=1&reason=Dur%C3%A9e+oubli%C3%A9e")
        #expect(
            done.status == 303
                && done.headers["location"] == acts.replacing("/accompagnements", with: "?fait=corrige#support"))
        let stale = try browser.post(address, fields.replacing("40", with: "50") + "&version=1&reason=Encore")
        #expect(
            stale.status == 412 && stale.body.contains("name=\"version\" value=\"2\"")
                && stale.body.contains("value=\"40\""))
        let id = address.split(separator: "/").last ?? ""
        let trail =
            "select c.old_minutes || ' ' || c.reason || ' ' || o.code || ' ' || s.minutes from support_correction c join support s using (programme_id, support_id) join office o on o.office_id = c.by_office_id where support_id = '\(id)'"
        #expect(try served.stage.sql(trail).contains("25 Durée oubliée albi 40"))
        #expect(try browser.post(address, "mistake=1&version=2&reason=Doublon").status == 303)
        let page = try browser.get(acts.replacing("/accompagnements", with: ""))
        #expect(page.body.contains("noté par erreur") && !page.body.contains(address + "\""))
        // What was taken back is no longer in the way.
        #expect(try browser.post(acts, Self.act + "&minutes=40").status == 303)
        let other = Browser(served: served, office: "centre-tarn")
        for answer in [try other.get(address), try other.post(address, fields + "&version=3&reason=Intrus")] {
            #expect(answer.status == 404)
        }
    }

    @Test func accessIsAskedOnThePageSeenByTheOwnerAndSaidToTheGuest() throws {
        let served = try Served(Stage(.done))
        let (guest, owner) = (Browser(served: served, office: "centre-tarn"), Browser(served: served, office: "albi"))
        let (person, own) = (try person(of: "albi", served), try person(of: "centre-tarn", served))
        let page = "/participants/\(person.id)"
        #expect(try guest.get(page).status == 404)
        let reason = "&reason=Son+office+est+ferm%C3%A9+aujourd%E2%80%99hui"
        // Nobody, and one's own, are one answer; and a reason that says nothing is refused whoever it is about.
        let nobody = try guest.post("/acces", "person=personne%40example.org" + reason)
        #expect(nobody.status == 404 && nobody.body.contains("id=\"person-fault\""))
        for known in [own.email.replacing("@", with: "%40"), own.id, RouteIsolationTests.nobody] {
            let answer = try guest.post("/acces", "person=\(known)" + reason)
            let told = answer.body.replacing(known.replacing("%40", with: "@"), with: "personne@example.org")
            #expect(answer.status == 404 && told == nobody.body, "\(known)")
        }
        for (who, status) in [(person.email, 422), ("personne@example.org", 422)] {
            let fields = "person=\(who.replacing("@", with: "%40"))&reason=court"
            #expect(try guest.post("/acces", fields).status == status)
        }
        #expect(try served.stage.sql("select count(*) from temporary_access").contains("0"))

        let asked = try guest.post("/acces", "person=\(person.email.uppercased().replacing("@", with: "%40"))" + reason)
        #expect(asked.status == 303 && asked.headers["location"] == page + "?fait=acces")
        let lent = try guest.get(page)
        #expect(
            lent.status == 200 && lent.body.contains("class=\"guest\"") && lent.body.contains("Son office est fermé"))
        #expect(!lent.body.contains("id=\"support\"") && !lent.body.contains("id=\"log\""))
        #expect(try guest.get("/acces").body.contains("href=\"\(page)\""))
        #expect(!(try guest.get("/acces").body.contains(person.name.replacing("'", with: "’"))))
        let seen = try owner.get("/acces")
        #expect(
            seen.status == 200 && seen.body.contains("Son office est fermé")
                && seen.body.contains(person.name.replacing("'", with: "’")))
        let file = try owner.get(page)
        #expect(file.body.contains("id=\"visits\"") && file.body.contains("Son office est fermé"))
        #expect(!file.body.contains("class=\"guest\""))
        let third = try Browser(served: served, office: "pays-cordais").get("/acces")
        #expect(third.status == 200 && !third.body.contains("Son office est fermé"))
        try served.stage.sql(
            "update temporary_access set granted_at = now() - interval '4 hours', expires_at = now() - interval '1 hour'"
        )
        #expect(try guest.get(page).status == 404)
        #expect(try owner.get(page).body.contains("Son office est fermé"))
    }

    /// Whoever tries address after address waits; whoever finds somebody is seen.
    @Test func whoGuessesAddressesWaits() throws {
        let served = try Served(Stage(.done))
        let browser = Browser(served: served, office: "albi")
        let answers = try (0..<25).map { number in
            try browser.post("/acces", "person=p\(number)%40example.org&reason=Elle+nous+a+appel%C3%A9s").status
        }
        #expect(answers.prefix(20).allSatisfy { $0 == 404 } && answers.suffix(4).allSatisfy { $0 == 429 })
    }

    /// What is due in a cohort that runs is on the list of calls, whichever cohort is looked at.
    @Test func callsAreOfAllCohortsThatRun() throws {
        let served = try Served(Stage(.done))
        let browser = Browser(served: served, office: "albi")
        let who = try person(of: "albi", served)
        #expect(
            try browser.post(
                "/participants/\(who.id)/accompagnements",
                Self.act.replacing("solved", with: "to_follow") + "&minutes=25&next_action=Rappeler&due_on=2022-05-09"
            ).status == 303)
        try served.stage.sql("update cohort set status = 'running'")
        let opened = try served.stage.run(
            "cohort open suite-2022 --places 20 --from 2022-09-01 --to 2022-12-31")
        #expect(opened.code == 0, "\(opened.said)")
        let page = try browser.get("/participants?cohort=suite-2022")
        #expect(
            page.status == 200 && page.body.contains("en retard depuis")
                && page.body.contains("/participants/\(who.id)"))
        try served.stage.sql("update cohort set status = 'evaluated' where code <> 'suite-2022'")
        #expect(try !browser.get("/participants?cohort=suite-2022").body.contains("en retard depuis"))
    }
}
