import Testing

@testable import Training

/// Who follows a person: what was done for them before is theirs to settle, and others ask for access with words that can be read.
struct FollowerTests {
    /// The office that has the person now says that it is done, under its own name; the one that had them finds nothing.
    @Test func afterATransferTheNewOfficeSettlesWhatTheOldOneLeftAndTheOldOneNothing() async throws {
        try await TwoProgrammes.told { tx, both in
            let (old, new) = (try both.key(of: "albi"), try both.key(of: "centre-tarn"))
            try tx.become(.admin)
            try tx.setScope(programme: both.mine)
            _ = try tx.help(
                "albi2", theme: "outils", outcome: .toFollow, next: "Rappeler", due: "2022-03-01", in: both.mine)
            let id = try #require(
                try tx.supports(of: both.mine, participant: "albi2@example.org").first { $0.nextAction != nil }
            ).supportID
            _ = try tx.transfer("albi2@example.org", to: "centre-tarn", of: both.mine, reason: "Déménagement")
            func settle(_ tx: borrowing Transaction, _ office: Office.Key) throws -> Support.Corrected {
                try tx.become(.relay)
                try tx.setScope(programme: office.programme, office: office.office)
                return try tx.correct(
                    id, of: office.programme, because: "Repris par nous", today: "2022-06-30",
                    { $0.doneOn = "2022-06-30" }, ifKnown: { _ in true })
            }
            let page = Followed.ActPage(limit: 200)
            guard case .absent = try settle(tx, old) else {
                Issue.record("the old office still corrects")
                return
            }
            #expect(try !tx.due(before: "2022-06-30", of: both.mine, page).contains { $0.supportID == id })
            guard case .done(let act) = try settle(tx, new) else {
                Issue.record("the new office cannot settle")
                return
            }
            #expect(act.doneOn == "2022-06-30" && act.helpedBy == "albi" && act.version == 2)
            #expect(try !tx.due(before: "2022-06-30", of: both.mine, page).contains { $0.supportID == id })
            try tx.become(nil)
            let trail = try tx.column(
                "select o.code || ' ' || c.reason from support_correction c join office o on o.office_id = c.by_office_id where c.support_id = $1",
                id, of: String.self)
            #expect(trail == ["centre-tarn Repris par nous"])
        }
    }

    /// What an office writes can be read, and steers nothing where it is shown.
    @Test(arguments: [
        "\u{200B}\u{FEFF}\u{2060}", "…………", "..........", "   -   ", "Rappeler\nX-En-tete: oui", "Rappeler\r",
        "Rappeler \u{202E}tôt", "a\u{2066}b", "a\u{85}b", "a\u{2028}b", "",
    ])
    func whatCannotBeReadIsNoReasonAndNoNextAction(text: String) async throws {
        try await TwoProgrammes.told { tx, both in
            let key = try both.key(of: "albi")
            try tx.become(.relay)
            try tx.setScope(programme: key.programme, office: key.office)
            let act = try #require(try tx.supports(of: key.programme).first)
            let reason = try tx.rule {
                _ = try $0.correct(
                    act.supportID, of: key.programme, because: text, today: "2022-06-30", { $0.minutes = 3 },
                    ifKnown: { _ in true })
            }
            #expect(reason == "support_correction_has_a_reason")
            let next = try tx.rule {
                _ = try $0.correct(
                    act.supportID, of: key.programme, because: "Oubli", today: "2022-06-30", { $0.nextAction = text },
                    ifKnown: { _ in true })
            }
            #expect(next == "support_next_action_is_short")
            let office = try tx.rule {
                _ = try $0.grantAccess(
                    to: .email("albi1@example.org"), key, with: .new(), reason: text + text + text)
            }
            #expect(office == "access_has_a_reason")
        }
    }

    /// By the e-mail address as by the id; and whoever is nobody, or one's own, opens nothing.
    @Test func anotherOfficesPersonIsFoundByTheirEMailAddressAndNobodyElse() async throws {
        try await TwoProgrammes.told { tx, both in
            let key = try both.key(of: "albi")
            let text = "select participant_id from participant where programme_id = $1 and email = $2"
            let person: Participant.ID = try tx.value(text, both.mine, "centre-tarn2@example.org")
            let pass: Pass.ID = try tx.value(
                "select pass_id from pass where programme_id = $1 and office_id = $2", both.mine, key.office)
            try tx.become(.relay)
            try tx.setScope(programme: key.programme, office: key.office)
            let reason = "Elle nous a appelés aujourd’hui"
            let grant = try tx.grantAccess(to: .email("Centre-Tarn2@example.org"), key, with: pass, reason: reason)
            #expect(grant.participantID == person)
            for nobody in ["albi1@example.org", "personne@example.org", "", "%", "' or true --"] {
                let rule = try tx.rule { _ = try $0.grantAccess(to: .email(nobody), key, with: pass, reason: reason) }
                #expect(rule?.hasPrefix("access_is_") == true, "\(nobody)")
            }
            let shown = try tx.ask(.accesses(shownTo: key)).filter { $0.participantID == person }
            #expect(shown.map(\.familyName) == [nil] && shown.first?.isOwn == true && shown.first?.isOpen == true)
            let owner = try both.key(of: "centre-tarn")
            try tx.setScope(programme: owner.programme, office: owner.office)
            let seen = try tx.ask(.accesses(shownTo: owner)).filter { $0.participantID == person }
            #expect(seen.first?.familyName != nil && seen.first?.isOwn == false && seen.first?.reason == reason)
        }
    }
}
