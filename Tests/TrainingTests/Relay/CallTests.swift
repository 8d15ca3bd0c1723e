import Testing

@testable import Training

/// Whom an office calls first, and the rule that is shown beside the name.
struct CallTests {
    private func reasons(
        _ tx: borrowing Transaction, in programme: Programme.ID, on day: Day
    ) throws -> [Followed.CallReason] {
        let office = Office.Key(programme: programme, office: try tx.office("albi", of: programme).officeID)
        let cards = try tx.cards(in: try tx.cohort(in: programme), for: office, on: day)
        return cards.filter { $0.email == "albi1@example.org" }.flatMap(\.reasons)
    }

    private func skilled(_ tx: borrowing Transaction, at level: Int, from day: Day, in programme: Programme.ID) throws {
        let skill = Skill.Request(
            office: "albi", theme: "outils", level: level, hours: nil, validFrom: day, validUntil: nil, note: nil)
        try tx.setSkills(Lines([skill]), of: programme) { _ in }
    }

    @Test func withoutProgressOneIsCalledWhereTheOfficeCanHelpAndNowhereElse() async throws {
        try await NetworkTests.told { tx, programme in
            func titles(_ tx: borrowing Transaction, _ day: Day) throws -> Int {
                try reasons(tx, in: programme, on: day).reduce(0) { sum, reason in
                    if case .noProgress(let titles) = reason { sum + titles.count } else { sum }
                }
            }
            #expect(try titles(tx, "2022-06-30") == 0)
            try skilled(tx, at: 2, from: "2022-01-01", in: programme)
            #expect(try titles(tx, "2022-06-30") == 0)
            try skilled(tx, at: 3, from: "2022-05-01", in: programme)
            #expect(try titles(tx, "2022-04-30") == 0)
            #expect(try titles(tx, "2022-06-30") == 2)
        }
    }

    @Test func whatIsOverdueIsAReasonUntilItIsDone() async throws {
        try await NetworkTests.told { tx, programme in
            _ = try tx.help("albi1", outcome: .toFollow, next: "Rappeler", due: "2022-03-01", in: programme)
            let overdue = Followed.CallReason.supportOverdue(times: 1, since: "2022-03-01")
            #expect(try !reasons(tx, in: programme, on: "2022-03-01").contains(overdue))
            #expect(try reasons(tx, in: programme, on: "2022-03-02").contains(overdue))
            let id = try #require(try tx.supports(of: programme).first).supportID
            _ = try tx.correctSupport(id, of: programme, because: "done", today: "2022-06-30") {
                $0.doneOn = "2022-03-05"
            }
            #expect(try !reasons(tx, in: programme, on: "2022-03-06").contains(overdue))
        }
    }

    /// Whoever helped since the assessment after, or within 30 days, has called; an act before both takes no reason away.
    @Test func whoWasHelpedSinceIsNoLongerCalledForNoProgress() async throws {
        try await NetworkTests.told { tx, programme in
            func isCalled(_ tx: borrowing Transaction, _ day: Day) throws -> Bool {
                try reasons(tx, in: programme, on: day).contains { if case .noProgress = $0 { true } else { false } }
            }
            try skilled(tx, at: 3, from: "2022-01-01", in: programme)
            #expect(try isCalled(tx, "2022-06-30"))
            _ = try tx.help("albi1", on: "2021-12-20", in: programme)
            #expect(try isCalled(tx, "2022-06-30"))
            _ = try tx.help("albi1", on: "2022-06-10", in: programme)
            #expect(try isCalled(tx, "2022-06-09"))
            #expect(try !isCalled(tx, "2022-06-10"))
            #expect(try !isCalled(tx, "2022-12-31"))
            for line in try tx.supports(of: programme) where line.date == "2022-06-10" {
                _ = try tx.correctSupport(line.supportID, of: programme, because: "Erreur", today: "2022-12-31", nil)
            }
            #expect(try isCalled(tx, "2022-12-31"))
        }
    }

    /// What is overdue longer, or more often, and more reasons for one person, press more.
    @Test func theOlderWhatIsOverdueAndTheMoreReasonsTheSoonerOneIsCalled() async throws {
        try await NetworkTests.told { tx, programme in
            func weight(_ tx: borrowing Transaction, _ name: String, _ day: Day) throws -> Int {
                let office = Office.Key(programme: programme, office: try tx.office("albi", of: programme).officeID)
                let cards = try tx.cards(in: try tx.cohort(in: programme), for: office, on: day)
                return cards.first { $0.email == "\(name)@example.org" }?.weight ?? 0
            }
            _ = try tx.help("albi1", outcome: .toFollow, next: "Rappeler", due: "2022-03-01", in: programme)
            let (young, old) = (try weight(tx, "albi1", "2022-03-02"), try weight(tx, "albi1", "2022-04-02"))
            #expect(old > young && young > 0)
            let alone = try weight(tx, "albi1", "2022-04-20")
            _ = try tx.help(
                "albi1", on: "2022-02-04", theme: "Thème outils", outcome: .toFollow, next: "Revenir",
                due: "2022-04-10",
                in: programme)
            #expect(try weight(tx, "albi1", "2022-04-20") > alone)
            let card = { (reasons: Int) in
                Followed.Card.weight(of: .init(repeating: .absent(times: 2), count: reasons), 0)
            }
            #expect(card(2) > 2 * card(1))
        }
    }

    /// One who has reasons in two cohorts is called once, for both, before one who has less.
    @Test func whoIsInTwoCohortsIsOneCall() async throws {
        try await NetworkTests.told { tx, programme in
            _ = try tx.help("albi1", outcome: .toFollow, next: "Rappeler", due: "2022-03-01", in: programme)
            let office = Office.Key(programme: programme, office: try tx.office("albi", of: programme).officeID)
            let cohort = try tx.cohort(in: programme)
            let cards = try tx.cards(in: cohort, for: office, on: "2022-06-30")
            let lines = ["un", "deux"].map {
                Followed.CohortLine(
                    cohort: .init(rawValue: $0), title: $0, status: .running, startsOn: "2021-01-01",
                    endsOn: "2021-12-31",
                    followed: 1)
            }
            let calls = [Followed.Call](lines.map { ($0, cards) })
            #expect(Set(calls.map(\.participantID)).count == calls.count && !calls.isEmpty)
            #expect(calls.allSatisfy { Set($0.reasons.map(\.cohort)) == ["un", "deux"] })
            #expect(zip(calls, calls.dropFirst()).allSatisfy { $0.weight >= $1.weight })
        }
    }

    /// The pilot's ten competences: each is trained by some theme, and none by a theme that is no skill.
    @Test func everyCompetenceOfThePilotIsTrainedByATheme() {
        let themes = [
            "joignabilite", "site_web", "reservation", "reseaux_sociaux", "destination", "photo_ecriture",
            "donnees_droits",
            "outils",
        ].map(Theme.Code.init(rawValue:))
        let trained = Set(themes.flatMap { $0.competences(in: .digcomp) ?? [] })
        #expect(trained.isSuperset(of: ["1.1", "1.2", "2.1", "2.2", "2.6", "3.1", "3.3", "4.1", "4.2", "5.2"]))
        #expect(Theme.Code(rawValue: "commune").competences(in: .digcomp) == [])
        #expect(Theme.Code(rawValue: "outils").competences(in: Example.framework) == nil)
    }
}
