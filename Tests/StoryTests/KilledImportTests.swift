import Glibc
import Testing

/// An import that is killed in the middle of its work.
@Suite struct KilledImportTests {
    /// What an import is kept at, by somebody else's lock, until it is killed.
    struct Moment: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// Makes the import wait there.
        let lock: String
        var lines = 5_000
        /// Whether the import is there.
        var isThere = "select count(*) > 0 from pg_stat_activity where wait_event_type = 'Lock' and \(own)"

        static let own = "datname = current_database() and pid <> pg_backend_pid()"
    }

    /// Before everything else in a database a statement may wait for.
    private static let gate = "select pg_advisory_lock(7)"

    static let moments = [
        Moment(testDescription: "before the first line", lock: "lock table cohort in exclusive mode"),
        Moment(
            testDescription: "while lines are staged", lock: "select 1", lines: 60_000,
            isThere: "select count(*) > 0 from pg_stat_progress_copy where tuples_processed > 100 and \(Moment.own)"),
        Moment(testDescription: "while names are looked for", lock: "lock table commune in access exclusive mode"),
        Moment(testDescription: "while providers are added", lock: "lock table provider in exclusive mode"),
        Moment(testDescription: "while people are added", lock: "lock table participant in exclusive mode"),
        Moment(testDescription: "while applications are added", lock: "lock table enrolment in exclusive mode"),
        Moment(testDescription: "while history is kept", lock: "lock table enrolment_history in exclusive mode"),
    ]

    @Test(arguments: moments) func aKilledImportLeavesNothing(_ moment: Moment) throws {
        let stage = try Stage(.open)
        let before = try stage.fingerprint()
        stage.folder.file("f.csv", manyApplicants(moment.lines))
        let holder = try hold(moment.lock, on: stage)
        let child = try stage.start("enrol pilote-2021 f.csv --as-of 2021-06-30 --quiet")
        try wait(until: moment.isThere, on: stage)
        child.kill()
        #expect(child.finished().code == 128 + SIGKILL, "it was too quick to be killed")
        try release(holder, on: stage)
        try wait(until: "select count(*) = 0 from pg_stat_activity where \(Moment.own)", on: stage)
        #expect(try stage.fingerprint() == before)
        try enrolAgain(on: stage, expecting: "4 inscrits, 96 en liste d’attente, 0 inchangé.\n")
    }

    /// Killed while the server commits, the import is there as a whole or not at all; nobody can say which before.
    @Test func anImportKilledInItsCommitIsWholeOrNothing() throws {
        let stage = try Stage(.open)
        try stage.sql(
            """
            create function wait() returns trigger language plpgsql security definer as
                'begin perform pg_advisory_xact_lock_shared(7); return null; end';
            create constraint trigger wait after insert on enrolment deferrable initially deferred
                for each row execute function wait();
            """)
        stage.folder.file("f.csv", manyApplicants(100))
        let holder = try hold(Self.gate, on: stage)
        let child = try stage.start("enrol pilote-2021 f.csv --as-of 2021-06-30 --quiet")
        try wait(until: Moment(testDescription: "", lock: "").isThere, on: stage)
        child.kill()
        #expect(child.finished().code == 128 + SIGKILL)
        try release(holder, on: stage)
        try wait(until: "select count(*) = 0 from pg_stat_activity where \(Moment.own)", on: stage)
        let count = try stage.sql("select count(*), (select count(*) from enrolment_history) from enrolment")
        #expect(["0|0\n", "100|200\n"].contains(count))
        let again = "4 inscrits, 96 en liste d’attente, 0 inchangé.\n"
        try enrolAgain(
            on: stage, expecting: count == "0|0\n" ? again : "0 inscrit, 0 en liste d’attente, 100 inchangés.\n")
    }

    private func enrolAgain(on stage: Stage, expecting said: String) throws {
        stage.folder.file("f.csv", manyApplicants(100))
        let again = try stage.run("enrol pilote-2021 f.csv --as-of 2021-06-30")
        #expect(again.code == 0, "\(again.said)")
        #expect(again.said == said)
    }

    /// Somebody who holds a lock until killed.
    private func hold(_ lock: String, on stage: Stage) throws -> Child {
        let script = "begin; \(lock); select pg_sleep(600)"
        let holder = try Child(
            "psql", ["-Xq", "-d", stage.database, "-c", "set application_name = 'holder'", "-c", script],
            environment: Server.environment, in: stage.folder)
        try wait(
            until: "select count(*) > 0 from pg_stat_activity where wait_event = 'PgSleep' and \(Moment.own)", on: stage
        )
        return holder
    }

    private func release(_ holder: consuming Child, on stage: Stage) throws {
        try stage.sql(
            "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep' and \(Moment.own)")
        _ = holder.finished()
    }

    private func wait(until condition: String, on stage: Stage) throws {
        for _ in 0..<6_000 {
            if try stage.sql(condition) == "t\n" { return }
            usleep(10_000)
        }
        Issue.record("this never came: \(condition)")
    }
}

/// As many applicants, all of one provider.
func manyApplicants(_ count: Int) -> [UInt8] {
    var bytes = enrolments()
    for number in 0..<count {
        bytes += applicant(family: "N\(number)", email: "p\(number)@example.org").utf8
        bytes.append(0x0A)
    }
    return bytes
}
