import Postgres
import Testing

@testable import Training

/// What offices do for people: logged, imported, corrected and settled; each office for its own people only.
struct SupportTests {
    @Test func anActIsLoggedOnceAndAnotherOfItsKindIsRefused() async throws {
        try await NetworkTests.told { tx, programme in
            #expect(try tx.help("albi1", in: programme) == .added)
            #expect(try tx.help("albi1", in: programme) == .unchanged)
            #expect(try tx.rule { try $0.help("albi1", minutes: 20, in: programme) } == "support_is_logged_once")
            let lines = try tx.supports(of: programme)
            #expect(lines.count == 1 && lines[0].helpedBy == "albi" && lines[0].isAfterTheCohort)
        }
    }

    @Test func whatCannotBeIsRefusedWithItsSentence() async throws {
        try await NetworkTests.told { tx, programme in
            let before = try tx.digest(of: programme)
            #expect(try tx.rule { try $0.help("albi3", in: programme) } == "support_is_for_who_had_a_place")
            #expect(try tx.rule { try $0.help("nul", in: programme) } == "participant_has_a_place")
            #expect(try tx.rule { try $0.help("albi1", on: "2022-08-01", in: programme) } == "support_was_given")
            #expect(
                try tx.rule { try $0.help("albi1", on: "2021-06-01", in: programme) }
                    == "support_is_not_before_the_cohort")
            #expect(
                try tx.rule { try $0.help("albi1", competence: "9.9", in: programme) }
                    == "support_is_on_a_known_competence")
            #expect(try tx.rule { try $0.help("albi1", minutes: 0, in: programme) } == "support_lasts_some_minutes")
            #expect(
                try tx.rule { try $0.help("albi1", outcome: .toFollow, in: programme) }
                    == "support_to_follow_has_a_next_action")
            #expect(
                try tx.rule { try $0.help("albi1", next: "Rappeler", due: "2022-01-01", in: programme) }
                    == "support_due_day_is_of_an_action")
            #expect(try tx.digest(of: programme) == before)
        }
    }

    @Test func aFileIsTakenWholeOrNotAtAllAndTwiceChangesNothing() async throws {
        try await NetworkTests.told { tx, programme in
            let good: [Support.Request] = [.of("albi1"), .of("centre-tarn2", theme: "destination", office: "albi")]
            #expect(try tx.importSupport(good, in: programme) == [2, 0])
            let digest = try tx.digest(of: programme)
            #expect(try tx.importSupport(good, in: programme) == [0, 2])
            let bad: [Support.Request] = [
                .of("albi1", minutes: 15), .of("nul"), .of("albi3"), .of("albi2", competence: "9.9"),
                .of("albi2", theme: "outils", office: "nulle-part"), .of("albi2", on: "2021-06-01"),
                .of("albi2", on: "2022-08-01"),
                .of("pays-cordais1"), .of("pays-cordais1"),
            ]
            let refused = try tx.refusedLines { try $0.importSupport(bad, in: programme) }
            #expect(refused.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 10])
            #expect(
                refused.map(\.column) == [
                    "date", "participant", "participant", "competence", "office", "date", "date", "participant",
                ])
            #expect(try tx.digest(of: programme) == digest)
            #expect(try tx.supports(of: programme).map(\.helpedBy) == ["albi", "albi"])
        }
    }

    @Test func aThemeIsOneOfTheListByItsCodeOrALabel() async throws {
        try await NetworkTests.told { tx, programme in
            #expect(try tx.help("albi1", theme: "SITE WEB", in: programme) == .added)
            #expect(try tx.help("albi1", theme: "theme site_web", in: programme) == .unchanged)
            #expect(try tx.help("albi1", theme: "Theme site_web", in: programme) == .unchanged)
            #expect(try tx.importSupport([.of("albi1", theme: "site_web")], in: programme) == [0, 1])
            let digest = try tx.digest(of: programme)
            for theme in ["Cuisine", "commune", "autre", ""] {
                #expect(
                    try tx.rule { try $0.help("albi1", theme: theme, in: programme) } == "theme_is_known", "\(theme)")
                let refused = try tx.refusedLines {
                    try $0.importSupport([.of("albi1", on: "2022-02-04", theme: theme)], in: programme)
                }
                #expect(refused.map(\.column) == ["theme"] && refused[0].reason.french.contains("Thème outils"))
            }
            #expect(try tx.digest(of: programme) == digest)
            #expect(try tx.supports(of: programme).map(\.theme) == ["Thème site_web"])
        }
    }

    @Test func anActThatWasTakenBackIsLoggedAgainAndItsFileDoesNotBringItBack() async throws {
        try await NetworkTests.told { tx, programme in
            _ = try tx.importSupport([.of("albi1")], in: programme)
            let id = try #require(try tx.supports(of: programme).first).supportID
            _ = try tx.correctSupport(id, of: programme, because: "Double", today: "2022-06-30", nil)
            #expect(try tx.importSupport([.of("albi1")], in: programme) == [0, 1])
            #expect(try tx.supports(of: programme).map(\.isCancelled) == [true])
            #expect(try tx.help("albi1", in: programme) == .added)
            #expect(try tx.help("albi1", in: programme) == .unchanged)
            #expect(try tx.supports(of: programme).map(\.isCancelled).count { !$0 } == 1)
            #expect(try tx.supportLoad(of: programme, on: "2022-03-06").first?.acts == 1)
        }
    }

    @Test func whatIsToFollowAndOverdueIsTheSameInListLoadAndEvaluation() async throws {
        try await NetworkTests.told { tx, programme in
            for (name, outcome) in [
                ("albi1", Support.Outcome.solved), ("albi2", .referred), ("centre-tarn1", .toFollow),
            ] {
                _ = try tx.help(
                    name, on: "2021-12-01", outcome: outcome, next: "Rappeler", due: "2021-12-10", in: programme)
            }
            _ = try tx.help("centre-tarn2", on: "2021-12-01", in: programme)
            let day: Day = "2022-01-15"
            let overdue = try tx.overdueSupports(of: programme, on: day)
            let load = try tx.supportLoad(of: programme, on: day)
            let told = try tx.evaluate("pilote", of: programme, isFinal: false, on: day, program: "essai").evaluation
            let summary = try #require(told.secondary.support)
            #expect(
                overdue.count == 3 && load.map(\.overdue).reduce(0, +) == 3 && load.map(\.toFollow).reduce(0, +) == 3)
            #expect(summary.offices.map(\.overdue).reduce(0, +) == 3 && summary.next.count == 3)
            #expect(summary.offices.map(\.toFollow).reduce(0, +) == 3)
        }
    }

    @Test func aCorrectionKeepsWhatWasAndTheFileOfBeforeChangesNothing() async throws {
        try await NetworkTests.told { tx, programme in
            _ = try tx.importSupport([.of("albi1")], in: programme)
            let id = try #require(try tx.supports(of: programme).first).supportID
            let made = try tx.correctSupport(id, of: programme, because: "Oubli", today: "2022-06-30") {
                $0.minutes = 90
            }
            #expect(made == .added)
            let again = try tx.correctSupport(id, of: programme, because: "Oubli", today: "2022-06-30") {
                $0.minutes = 90
            }
            #expect(again == .unchanged)
            let kept = try tx.column(
                "select old_minutes || ' ' || reason || ' ' || actor from support_correction", of: String.self)
            #expect(kept == ["30 Oubli cohorte_admin"])
            #expect(try tx.importSupport([.of("albi1")], in: programme) == [0, 1])
            #expect(try tx.supports(of: programme).map(\.minutes) == [90])
            let rule = try tx.rule { tx in
                try tx.correctSupport(id, of: programme, because: " ", today: "2022-06-30") { $0.minutes = 20 }
            }
            #expect(rule == "support_correction_has_a_reason")
        }
    }

    @Test func whatIsDueIsOverdueUntilItIsDone() async throws {
        try await NetworkTests.told { tx, programme in
            _ = try tx.help("albi1", outcome: .toFollow, next: "Rappeler", due: "2022-03-01", in: programme)
            _ = try tx.help("albi2", outcome: .toFollow, next: "Rappeler", due: "2022-02-20", in: programme)
            func overdue(_ tx: borrowing Transaction, _ day: Day) throws -> [String] {
                try tx.overdueSupports(of: programme, on: day).map(\.participant)
            }
            #expect(try overdue(tx, "2022-02-20") == [])
            #expect(try overdue(tx, "2022-03-02") == ["albi2@example.org", "albi1@example.org"])
            let id = try #require(try tx.overdueSupports(of: programme, on: "2022-03-02").first).supportID
            _ = try tx.correctSupport(id, of: programme, because: "done", today: "2022-06-30") {
                $0.doneOn = "2022-03-05"
            }
            #expect(try overdue(tx, "2022-03-02") == ["albi2@example.org", "albi1@example.org"])
            #expect(try overdue(tx, "2022-03-06") == ["albi1@example.org"])
            let load = try tx.supportLoad(of: programme, on: "2022-03-06").first
            #expect(load?.acts == 2 && load?.toFollow == 1 && load?.overdue == 1 && load?.minutes == 60)
            _ = try tx.correctSupport(id, of: programme, because: "Double", today: "2022-06-30", nil)
            #expect(try tx.supportLoad(of: programme, on: "2022-03-06").first?.acts == 1)
        }
    }

    @Test func aTransferTakesThePastAlongAndLeavesTheLoadWhereItWas() async throws {
        try await NetworkTests.told { tx, programme in
            _ = try tx.help("albi1", in: programme)
            _ = try tx.transfer("albi1@example.org", to: "centre-tarn", of: programme, reason: "Déménagement")
            let line = try #require(try tx.supports(of: programme).first)
            #expect(line.office == "centre-tarn" && line.helpedBy == "albi")
            #expect(try tx.supportLoad(of: programme, on: "2022-06-30").map(\.acts) == [1, 0, 0, 0, 0])
        }
    }

    @Test func competencesWithoutProgressAreListedWithTheSupportSince() async throws {
        try await NetworkTests.told { tx, programme in
            let cohort = try tx.cohort(in: programme)
            let before = try tx.gaps(in: cohort, on: "2022-06-30")
            #expect(before.filter { $0.participant == "albi1@example.org" }.map(\.competence) == ["1.2", "3.1"])
            #expect(before.allSatisfy { $0.change <= 0 && $0.supports == 0 && $0.lastSupportOn == nil })
            _ = try tx.help("albi1", on: "2021-12-01", competence: "1.2", in: programme)
            _ = try tx.help("albi1", on: "2022-02-01", competence: "1.2", in: programme)
            let gap = try tx.gaps(in: cohort, on: "2022-06-30").first
            #expect(gap?.supports == 2 && gap?.supportsSince == 1 && gap?.lastSupportOn == "2022-02-01")
        }
    }

    @Test func theEvaluationCountsWhatWasDoneUpToItsDay() async throws {
        try await NetworkTests.told { tx, programme in
            _ = try tx.help("albi1", on: "2021-12-01", in: programme)
            _ = try tx.help("albi2", on: "2022-01-10", outcome: .toFollow, next: "Rappeler", in: programme)
            _ = try tx.help("albi2", on: "2022-02-10", in: programme)
            func summary(_ tx: borrowing Transaction, on day: Day?) throws -> Support.Summary? {
                try tx.evaluate("pilote", of: programme, isFinal: false, on: day, program: "essai").evaluation.secondary
                    .support
            }
            let first = try #require(try summary(tx, on: nil))
            #expect(first.acts == 2 && first.needs == 2 && first.needsMet == 1 && first.needsUnmet == 1)
            let later = try #require(try summary(tx, on: "2022-03-01"))
            #expect(later.acts == 3 && later.needs == 2 && later.needsUnmet == 0)
            #expect(first.next.map(\.pseudonym).count == 1 && later.people == 2)
        }
    }

    @Test(arguments: Example.offices)
    func anOfficeLogsForItsOwnPeopleAndInItsOwnNameOnly(office: String) async throws {
        try await TwoProgrammes.told { tx, both in
            let key = try both.key(of: office)
            let other = Example.offices.first { $0 != office } ?? ""
            try tx.become(.relay)
            try tx.setScope(programme: key.programme, office: key.office)
            #expect(try tx.help("\(office)1", theme: "outils", in: key.programme) == .added)
            #expect(try tx.supports(of: key.programme).allSatisfy { $0.office.rawValue == office })
            #expect(
                try tx.rule { try $0.help("\(other)1", theme: "outils", in: key.programme) }
                    == "participant_has_a_place")
            let foreign = try tx.failure { tx in
                try tx.logSupport(
                    .of("\(office)1", theme: "destination", office: other), in: "pilote", of: key.programme,
                    today: "2022-06-30")
            }
            #expect(foreign?.sqlState == "42501")
            try tx.become(nil)
            let hidden = try tx.column(
                """
                select e.enrolment_id::text from enrolment e join participant a using (programme_id, participant_id)
                where e.programme_id = $1 and a.email = $2
                """, key.programme, "\(other)1@example.org", of: String.self)
            try tx.become(.relay)
            let text = """
                insert into support (programme_id, support_id, enrolment_id, cohort_id, by_office_id, supported_on, minutes,
                    mode, theme, autonomy, outcome, theme_code)
                select $1, gen_random_uuid(), '\(hidden[0])', c.cohort_id, $2, '2022-02-02', 30, 'phone', 'Intrus',
                    'partly', 'solved', 'outils'
                from cohort c where c.code = 'pilote'
                """
            let smuggled = try tx.failure {
                try $0.run(Command(name: "smuggle", text: text, arguments: [key.programme, key.office]))
            }
            #expect(smuggled?.sqlState == "42501")
        }
    }
}

extension Support.Request {
    static func of(
        _ name: String, on day: Day = "2022-02-03", theme: String = "Thème site_web", minutes: Int = 30,
        competence: String? = nil,
        outcome: Support.Outcome = .solved, next: String? = nil, due: Day? = nil, office: String? = nil
    ) -> Self {
        Self(
            participant: "\(name)@example.org", day: day, mode: .phone, theme: theme,
            content: .init(
                minutes: minutes, competence: competence, autonomy: .partly, outcome: outcome, nextAction: next,
                dueOn: due),
            office: office)
    }
}

extension Transaction {
    func help(
        _ name: String, on day: Day = "2022-02-03", theme: String = "Thème site_web", minutes: Int = 30,
        competence: String? = nil, outcome: Support.Outcome = .solved, next: String? = nil, due: Day? = nil,
        in programme: Programme.ID
    ) throws -> Made {
        try logSupport(
            .of(
                name, on: day, theme: theme, minutes: minutes, competence: competence, outcome: outcome, next: next,
                due: due),
            in: "pilote", of: programme, today: "2022-06-30")
    }

    /// How many were added, and how many were there.
    fileprivate func importSupport(_ requests: [Support.Request], in programme: Programme.ID) throws -> [Int] {
        let (added, unchanged) = try importSupport(Lines(requests), in: "pilote", of: programme, today: "2022-06-30")
        return [added, unchanged]
    }
}
