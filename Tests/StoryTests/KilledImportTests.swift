import Glibc
import Testing

/// An import that is killed in the middle of its work.
@Suite struct KilledImportTests {
    /// The same people over and over, so many that the import takes a while; the last line ends it well.
    private func manyApplicants(_ count: Int) -> [UInt8] {
        var bytes = enrolments()
        for number in 0..<count {
            bytes += applicant(family: "N\(number)", email: "p\(number)@example.org").utf8
            bytes.append(0x0A)
        }
        return bytes
    }

    @Test(arguments: [150, 700, 1800]) func aKilledImportLeavesNothing(_ milliseconds: UInt32) throws {
        let stage = try Stage(.open)
        let before = try stage.fingerprint()
        stage.folder.file("f.csv", manyApplicants(200_000))
        let child = try stage.start("enrol pilote-2021 f.csv --as-of 2021-06-30 --quiet")
        usleep(milliseconds * 1000)
        child.kill()
        let run = child.finished()
        #expect(run.code == 128 + SIGKILL, "it was too quick to be killed")
        while try stage.sql("select count(*) from pg_stat_activity where datname = current_database()") != "1\n" {
            usleep(20_000)
        }
        #expect(try stage.fingerprint() == before)
        stage.folder.file("f.csv", manyApplicants(100))
        let again = try stage.run("enrol pilote-2021 f.csv --as-of 2021-06-30")
        #expect(again.code == 0, "\(again.said)")
        #expect(again.said == "4 inscrits, 96 en liste d’attente, 0 inchangé.\n")
    }

    @Test func aLongFileIsEnrolledInOneGo() throws {
        let stage = try Stage(.open)
        stage.folder.file("f.csv", manyApplicants(2_000))
        let command = "enrol pilote-2021 f.csv --as-of 2021-06-30 --format csv"
        let run = try stage.start(command, as: ["timeout", "60"]).finished()
        #expect(run.code == 0, "\(run.said)")
        #expect(run.lines.count == 2_001)
        #expect(run.said == "4 inscrits, 1996 en liste d’attente, 0 inchangé.\n")
        #expect(try stage.sql("select count(*), count(distinct arrival) from enrolment") == "2000|2000\n")
    }
}
