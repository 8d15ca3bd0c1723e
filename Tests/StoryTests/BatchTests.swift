import Glibc
import Testing

/// The batch over all programmes: one evaluation a cohort, the same bytes whatever happens to it, one bad cohort stops none.
@Suite struct BatchTests {
    private static let files = [
        "chart-attendance.csv", "chart-change.csv", "chart-competences.csv", "chart-diagnostic.csv", "chart-flow.csv",
        "chart-index.csv", "chart-network.csv", "chart-pairs.csv", "chart-sessions.csv", "chart-skills.csv",
        "chart-support.csv",
        "evaluation.html", "evaluation.json", "figures.csv",
    ]

    /// The pilot as it was closed, before its evaluation was made.
    private func closed() throws -> Stage {
        let stage = try Stage(.done)
        try stage.sql(
            """
            delete from written_evaluation; delete from final_evaluation; delete from evaluation;
            update cohort set status = 'closed'
            """)
        return stage
    }

    private func expectThePilot(_ stage: Stage, in folder: String = Pilot.folder) throws {
        let pilot = try Pilot.first.get()
        for name in Self.files {
            #expect(stage.folder.bytes("\(folder)/\(name)") == pilot.file(name), "\(name)")
        }
        #expect(stage.folder.names(in: folder) == Self.files)
    }

    @Test func everyClosedCohortIsEvaluatedOnce() throws {
        let stage = try closed()
        let run = try stage.run("evaluate --due --out bilans --format csv")
        #expect(run.code == 0, "\(run.said)")
        #expect(run.lines.count == 1 + Self.files.count)
        try expectThePilot(stage)
        let again = try stage.run("evaluate --due --out bilans --format csv")
        #expect(again.code == 0 && again.lines.count == 1)
        #expect(try stage.sql("select count(*), count(distinct number) from evaluation") == "1|1\n")
    }

    @Test func aBadCohortIsSaidAndStopsNoOther() throws {
        let stage = try closed()
        for step in ["open vide --places 3 --from 2021-09-13 --to 2022-01-21", "close vide"] {
            #expect(try stage.run("cohort \(step)").code == 0)
        }
        let run = try stage.run("evaluate --due --out bilans --format csv --quiet")
        #expect(run.code == 65)
        #expect(
            run.said == """
                petr-albigeois-bastides/vide:
                Le bilan ne peut pas être définitif :
                  - Personne n’est entré en formation. [coordinator]

                """)
        try expectThePilot(stage)
        #expect(try JSON(stage.folder.bytes("bilans/vide/coordinator/evaluation.json"))["status"] == .text("draft"))
        let again = try stage.run("evaluate --due --out bilans --format csv --quiet")
        #expect(again.code == 65 && again.said == run.said)
        #expect(try stage.sql("select count(*) from evaluation") == "2\n")
    }

    /// Many are stored together; what cannot be is then stored one by one.
    @Test func aCohortThatIsRefusedIsStoredApartFromThoseBesideIt() throws {
        let stage = try closed()
        try stage.sql(
            """
            insert into cohort (programme_id, cohort_id, code, title, places, starts_on, ends_on, minimum_assiduity,
                status)
            select c.programme_id, gen_random_uuid(), 'vide-' || n, 'Vide', 3, c.starts_on, c.ends_on, 80, 'closed'
            from cohort c, generate_series(1, 100) n where c.code = 'pilote-2021'
            """)
        #expect(try stage.run("evaluate --due --out bilans --format csv --quiet").code == 65)
        #expect(try stage.sql("select count(*), count(distinct cohort_id) from evaluation") == "101|101\n")
        try stage.sql(
            """
            set session_replication_role = replica;
            update evaluation v set body = body || ' ' from cohort c where c.cohort_id = v.cohort_id and c.code = 'vide-50'
            """)
        let again = try stage.run("evaluate --due --out encore --format csv --quiet")
        #expect(again.code == 65)
        #expect(again.said.contains("a été fait des mêmes faits par une autre version"), "\(again.said)")
        #expect(!stage.folder.exists("encore/vide-50/coordinator/evaluation.json"))
        #expect(stage.folder.exists("encore/vide-49/coordinator/evaluation.json"))
        #expect(stage.folder.exists("encore/vide-51/coordinator/evaluation.json"))
        #expect(try stage.sql("select count(*) from evaluation") == "101\n")
    }

    /// Where a document stands never depends on which other cohorts there are; nobody's is replaced by another's.
    @Test func cohortsOfTheSameCodeNeverTakeEachOthersPlace() throws {
        let stage = try closed()
        let steps = [
            "programme add deux --name Deux",
            "cohort open pilote-2021 --places 3 --from 2021-09-13 --to 2022-01-21 --programme deux",
            "cohort close pilote-2021 --programme deux",
        ]
        for step in steps { #expect(try stage.run(step).code == 0, "\(step)") }
        let apart = try stage.run("evaluate --due --by-programme --out apart --quiet --format csv")
        #expect(apart.code == 65)
        try expectThePilot(stage, in: "apart/petr-albigeois-bastides/pilote-2021/coordinator")
        #expect(stage.folder.exists("apart/deux/pilote-2021/coordinator/evaluation.json"))
        #expect(apart.lines.first == "programme,cohort,status,number,file")
        // Nobody observed, named or helped anybody there: no charts of that.
        let charts = ["diagnostic", "index", "skills", "network", "support"].map { "chart-\($0).csv" }
        #expect(
            apart.lines.count { $0.hasPrefix("deux,pilote-2021,draft,") } == Set(Self.files).subtracting(charts).count)
        let first = "--programme petr-albigeois-bastides"
        #expect(try stage.run("evaluate pilote-2021 \(first) --out bilans --quiet").code == 0)
        try expectThePilot(stage)
        for command in ["evaluate pilote-2021 --programme deux", "evaluate --due --programme deux"] {
            let other = try stage.run("\(command) --out bilans --quiet")
            #expect(other.code == 65 && other.said.contains("--by-programme"), "\(other.said)")
            try expectThePilot(stage)
        }
        let shared = try stage.run("evaluate pilote-2021 --programme deux --audience shared --out bilans --quiet")
        #expect(shared.code == 65 && !stage.folder.exists("bilans/pilote-2021/shared"))
    }

    /// Before anything is made that could not be written, and not once for each cohort.
    @Test func aFolderThatCannotBeIsSaidOnce() throws {
        let stage = try closed()
        stage.folder.file("fichier", "x")
        let run = try stage.run("evaluate --due --out fichier")
        #expect(run.code == 74 && run.text == "")
        #expect(run.said.split(separator: "\n").count == 1 && run.said.hasPrefix("fichier : "), "\(run.said)")
        #expect(try stage.sql("select count(*) from evaluation") == "0\n")
    }

    /// Killed after so many milliseconds: before, while or after it is stored and written.
    @Test(arguments: [20, 60, 90, 120, 150, 180, 220, 260, 320, 400]) func killedAtAnyStepAndRunAgainItGivesTheSame(
        _ milliseconds: UInt32
    ) throws {
        let stage = try closed()
        let child = try stage.start("evaluate --due --out bilans --quiet")
        usleep(milliseconds * 1000)
        child.kill()
        _ = child.finished()
        while try stage.sql("select count(*) from pg_stat_activity where datname = current_database()") != "1\n" {
            usleep(20_000)
        }
        let again = try stage.run("evaluate --due --out bilans --quiet")
        #expect(again.code == 0, "\(again.said)")
        try expectThePilot(stage)
        #expect(try stage.sql("select count(*) from evaluation") == "1\n")
        #expect(try stage.sql("select count(*) from written_evaluation") == "1\n")
    }

    /// A power cut between two renames, as it would be found.
    @Test func whatAKilledRunLeftBehindIsTakenAway() throws {
        let stage = try closed()
        #expect(try stage.run("evaluate --due --out bilans --quiet").code == 0)
        stage.folder.file("\(Pilot.folder)/.cohorte-document-abc.tmp", "half")
        stage.folder.file("\(Pilot.folder)/evaluation.html", "old")
        try stage.sql("delete from written_evaluation")
        #expect(try stage.run("evaluate --due --out bilans --quiet").code == 0)
        try expectThePilot(stage)
    }

    @Test func twoBatchesAtOnceMakeOneEvaluation() throws {
        for _ in 0..<3 {
            let stage = try closed()
            let first = try stage.start("evaluate --due --out bilans --quiet")
            let second = try stage.start("evaluate --due --out bilans --quiet")
            let runs = [first.finished(), second.finished()]
            for run in runs { #expect(run.code == 0, "\(run.said)") }
            try expectThePilot(stage)
            #expect(
                try stage.sql("select count(*), (select count(*) from final_evaluation) from evaluation") == "1|1\n")
        }
    }

    @Test(arguments: [0, 1_000, 30_000, 60_000]) func aFullDiskLeavesTheOldDocumentWhole(_ bytes: Int) throws {
        let stage = try closed()
        #expect(try stage.run("evaluate --due --out bilans --quiet").code == 0)
        try stage.sql("delete from written_evaluation; update participant set family_name = 'Autre'")
        let made = try stage.shell("cc -shared -fPIC '\(Scene.sources)/Tests/diskfull.c' -o full.so -ldl")
        #expect(made.code == 0, "\(made.said)")
        let full = ["LD_PRELOAD": stage.folder.path("full.so"), "DF_MATCH": "coordinator/", "DF_AFTER": "\(bytes)"]
        let run = try stage.run("evaluate --due --out bilans", with: full)
        #expect(run.code == 74)
        #expect(run.said.hasSuffix(" : le disque est plein\n"), "\(run.said)")
        try expectThePilot(stage)
        #expect(try stage.run("evaluate --due --out bilans --quiet").code == 0)
        #expect(stage.folder.text("\(Pilot.folder)/evaluation.html").contains("Autre"))
    }

    @Test func aDraftDoesNotTakeTheFinalOnesPlace() throws {
        let stage = try Stage(.done)
        #expect(try stage.run("evaluate pilote-2021 --out bilans --quiet").text.contains("final"))
        let run = try stage.run("evaluate pilote-2021 --as-of 2021-12-01 --out bilans --format csv")
        #expect(run.code == 0 && run.text.contains("bilans/pilote-2021/coordinator/draft/evaluation.html"))
        let pilot = try Pilot.first.get()
        #expect(stage.folder.bytes("\(Pilot.folder)/evaluation.html") == pilot.file("evaluation.html"))
        #expect(stage.folder.text("\(Pilot.folder)/draft/evaluation.json").contains("\"status\": \"draft\""))
    }

    @Test func factsThatReturnPutTheirEvaluationInForceAgain() throws {
        let stage = try Stage(.done)
        func statuses() throws -> [String?] {
            let run = try stage.run("evaluation list --format json")
            return try JSON(run.bytes).list?.map { $0["status"]?.cell } ?? []
        }
        let mark = "attend pilote-2021 --session s02 --participant ugo.pseudonyme@example.org --reason Relu --status"
        let before = try stage.sql("select minutes from attendance order by 1")
        #expect(try stage.run("\(mark) excused").code == 0)
        #expect(try stage.run("evaluate pilote-2021 --final --out bilans --quiet").code == 0)
        #expect(try statuses() == ["superseded", "final"])
        #expect(try stage.run("\(mark) present").code == 0)
        #expect(try stage.sql("select minutes from attendance order by 1") == before)
        let again = try stage.run("evaluate pilote-2021 --final --out bilans")
        #expect(again.code == 0 && again.said.hasPrefix("Il remplace le bilan définitif n° 2.\n"), "\(again.said)")
        #expect(try statuses() == ["final", "superseded"])
        let shown = try stage.run("evaluation show pilote-2021")
        #expect(shown.bytes == (try Pilot.first.get()).file("evaluation.json"))
        #expect(try stage.run("evaluation verify pilote-2021").code == 0)
    }
}
