import Testing

/// Weekly work on presence: announced absences, whole sheets, cancellations, warnings and reminders.
@Suite struct PresenceTests {
    /// The cohort with its half-days, two weeks before the first.
    static func stage() throws -> Stage {
        let stage = try Stage(.open)
        let seed = Scene.seed
        let script = """
            set -e
            cohorte enrol pilote-2021 \(seed)/enrolments.csv --as-of 2021-08-20 --quiet >/dev/null
            cohorte session schedule pilote-2021 \(seed)/sessions.csv
            """
        let run = try stage.shell(script)
        #expect(run.code == 0, "\(run.said)")
        return stage
    }

    @Test func aSheetIsEnteredInOneCommand() throws {
        let stage = try Self.stage()
        let away = "attend pilote-2021 --session s01 --participant agnes.exemple-un@example.org --status excused"
        #expect(try stage.run(away + " --as-of 2021-09-01 --reason", "Salon à Toulouse").code == 0)
        let sheet = """
            attend pilote-2021 --session s01 --all present --late bastien.linvente@example.org=150 --absent \
            joel.suppose@example.org --as-of 2021-09-13
            """
        let before = try stage.fingerprint()
        let tried = try stage.run(sheet + " --dry-run")
        #expect(tried.code == 0)
        #expect(try stage.fingerprint() == before)
        let run = try stage.run(sheet)
        #expect(run.code == 0)
        #expect(
            run.said == """
                Gardé : agnes.exemple-un@example.org, excusé (Salon à Toulouse).
                19 marqués, 0 corrigé, 0 inchangé.

                """)
        #expect(tried.said == run.said + "(essai à blanc : rien n’a été écrit)\n")
        let list = try JSON(stage.run("attendance list --cohort pilote-2021 --session s01 --format json").bytes)
        let statuses = try #require(list.list).compactMap { $0["status"]?.cell }
        #expect(statuses.count { $0 == "present" } == 17 && statuses.count == 20)
        #expect(statuses.count { $0 == "excused" } == 1 && statuses.count { $0 == "late" } == 1)
        #expect(try stage.run("attendance missing pilote-2021 --as-of 2021-09-13 --format csv").lines.count == 1)
    }

    @Test func whoCanNoLongerReachTheMinimumIsWarnedOf() throws {
        let stage = try Self.stage()
        func absent(_ session: String) throws -> Run {
            try stage.run(
                "attend pilote-2021 --session \(session) --all present --absent joel.suppose@example.org --as-of 2021-12-31"
            )
        }
        for session in ["s01", "s02"] { #expect(try !absent(session).said.contains("Attention")) }
        let third = try absent("s03")
        #expect(
            third.said.hasSuffix(
                "Attention : joel.suppose@example.org ne peut plus atteindre 80 % (au mieux 70,0 %).\n"))
        let risk = try stage.run("attendance outlook pilote-2021 --at-risk --as-of 2021-10-11 --lang en")
        #expect(risk.lines.count == 3)
        #expect(risk.text.contains("0 of 3 held, 0 of 10 planned") && risk.text.contains("70.0%"))
        #expect(
            risk.said == "Warning: joel.suppose@example.org can no longer reach 80% (70.0% at best).\n")
        #expect(try stage.run("session cancel pilote-2021 s04 --reason Neige --yes").said == "Séance s04 : annulée.\n")
        #expect(
            try stage.run("session cancel pilote-2021 s04 --reason Neige --yes").said == "Séance s04 : déjà annulée.\n")
        let later = try stage.run("attendance outlook pilote-2021 --at-risk --as-of 2021-10-11 --format json")
        #expect(try JSON(later.bytes)[0]?["planned_minutes"]?.number == 1620)
    }

    static let refusals: [(String, Int32, String)] = [
        (
            "--session s01 --all present --absent personne@example.org", 65,
            "« personne@example.org » n’est pas sur la feuille"
        ),
        ("--all present", 64, "--all va avec --session"),
        ("--session s01 --absent joel.suppose@example.org", 64, "People who differ go with --all."),
        ("--session s01 --all late", 64, "--all takes present"),
        ("--session s01 --all present --late joel.suppose@example.org", 64, "--late"),
        ("--session s01 --all present --late joel.suppose@example.org=181", 65, "plus que les 180 minutes prévues"),
        ("--session s01 --all present --participant joel.suppose@example.org", 64, "un seul des trois"),
        ("--session s99 --all present", 65, "n’a pas de séance « s99 »"),
        ("f.csv --all present", 64, "un seul des trois"),
        ("--session s10 --all present", 65, "La séance s10 du 17/01/2022 n’a pas encore eu lieu"),
    ]

    @Test func whatASheetCannotBeIsRefusedAndNothingIsMarked() throws {
        let stage = try Self.stage()
        let before = try stage.fingerprint()
        for (words, code, said) in Self.refusals {
            let run = try stage.run("attend pilote-2021 --as-of 2021-09-13 " + words)
            #expect(run.code == code && run.said.contains(said), "\(words): \(run.code) \(run.said)")
            #expect(try stage.fingerprint() == before, "\(words)")
        }
    }

    @Test func remindersAreCountedBesideMissingAnswers() throws {
        let stage = try Stage(.held)
        let name = "loic.nexistepas@example.org"
        let run = try stage.run("reminder log pilote-2021 --wave after --channel email --on 2022-01-18")
        #expect(run.code == 0 && run.said == "19 relances notées, 0 déjà là.\n", "\(run.said)")
        let again = try stage.run("reminder log pilote-2021 --wave after --channel email --on 2022-01-18 --lang en")
        #expect(again.said == "0 reminders logged, 19 there already.\n")
        let phoned = try stage.run("reminder log pilote-2021 \(name) --wave after --channel phone --on 2022-01-20")
        #expect(phoned.said == "1 relance notée, 0 déjà là.\n")
        let missing = try JSON(stage.run("assessment missing pilote-2021 --wave after --format json").bytes)
        let line = try #require(missing.list?.first { $0["participant"] == .text(name) })
        #expect(line["reminders"]?.number == 2 && line["last_reminded_on"] == .text("2022-01-20"))
        let list = try stage.run("reminder list pilote-2021 --format csv")
        #expect(list.lines.count == 21 && list.lines.last?.contains("after,phone") == true)
        let refused = try stage.run("reminder log pilote-2021 \(name) --wave before --channel sms")
        #expect(refused.code == 65)
        #expect(refused.said == "\(name) a répondu à la vague « avant » : rien à relancer.\n")
    }
}
