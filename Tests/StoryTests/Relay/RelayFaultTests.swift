import Dispatch
import Glibc
import Synchronization
import Testing

/// The door when what it stands on gives way: nothing that was acknowledged is lost, nothing is done twice.
@Suite(.serialized)
struct RelayFaultTests {
    private let reason = #"{"reason":"Elle nous a appelés, son office est fermé aujourd’hui."}"#

    /// Asks for access to somebody of another office, with a key; nil when no whole answer came.
    private func ask(_ served: Served, _ path: String, _ pass: String, key: String) -> Answer? {
        let headers = ["Content-Type": "application/json", "Idempotency-Key": key]
        guard let answer = try? served.ask("POST", path, pass: pass, headers, body: reason),
            answer.body.utf8.count == answer.headers["content-length"].flatMap({ Int($0) })
        else { return nil }
        return answer
    }

    @Test func everythingAcknowledgedBeforeTheProgramIsKilledIsThereAndIsDoneOnce() throws {
        let stage = try Stage(.done)
        let served = try Served(stage)
        let person = try stage.sql(
            "select a.participant_id from participant a join office o using (programme_id, office_id) where o.code = 'albi' limit 1"
        ).filter { !$0.isWhitespace }
        let (path, pass) = ("/v1/participants/\(person)/access", try served.pass("centre-tarn"))
        let answers = Mutex<[String: String]>([:])
        let keys = (0..<4).map { task in (0..<400).map { "\(task)-\($0)" } }
        let isKilled = Mutex(false)
        DispatchQueue.concurrentPerform(iterations: 5) { task in
            if task == 4 {
                while answers.withLock({ $0.count }) < 40 { usleep(5_000) }
                _ = served.stop(SIGKILL)
                isKilled.withLock { $0 = true }
                return
            }
            for key in keys[task] where !isKilled.withLock({ $0 }) {
                if let answer = ask(served, path, pass, key: key), answer.status == 201 {
                    answers.withLock { $0[key] = answer.body }
                }
            }
        }
        let acknowledged = answers.withLock { $0 }
        #expect(acknowledged.count >= 40)
        let again = try Served(stage)
        for (key, body) in acknowledged { #expect(ask(again, path, pass, key: key)?.body == body) }
        for key in keys.joined().prefix(500) where acknowledged[key] == nil {
            #expect(ask(again, path, pass, key: key)?.status == 201)
        }
        let (accesses, requests) = (
            try stage.sql("select count(*) from temporary_access"), try stage.sql("select count(*) from request_key")
        )
        #expect(accesses == requests)
    }

    @Test func whileBackendsAreKilledTheDoorSaysTryAgainAndHealsByItself() throws {
        let stage = try Stage(.done)
        let served = try Served(stage)
        let pass = try served.pass("albi")
        for _ in 0..<40 {
            try Server.sql(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '\(stage.database)'",
                in: "postgres")
            let answer = try served.ask("GET", "/v1/cohorts/pilote-2021/participants", pass: pass)
            #expect([200, 503].contains(answer.status))
            if answer.status == 503 { #expect(answer.headers["retry-after"] != nil) }
        }
        #expect(try served.ask("GET", "/v1/cohorts/pilote-2021/participants", pass: pass).status == 200)
    }

    /// A database that lets nobody in: a bounded wait, then the same sentence for all; afterwards the door serves again.
    @Test func aDatabaseThatLetsNobodyInIsA503WithinItsDeadline() throws {
        let stage = try Stage(.done)
        let served = try Served(stage)
        let pass = try served.pass("albi")
        #expect(try served.ask("GET", "/v1/me", pass: pass).status == 200)
        try Server.sql("alter database \(stage.database) allow_connections false", in: "postgres")
        try Server.sql(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '\(stage.database)'", in: "postgres"
        )
        let start = ContinuousClock.now
        let answer = try served.ask("GET", "/v1/cohorts/pilote-2021/participants", pass: pass)
        #expect(answer.status == 503 && answer.headers["retry-after"] != nil, "\(answer.status)")
        #expect(ContinuousClock.now - start < .seconds(25))
        #expect(try served.ask("GET", "/healthz").status == 200)
        #expect(try served.ask("GET", "/readyz").status == 503)
        try Server.sql("alter database \(stage.database) allow_connections true", in: "postgres")
        #expect(try served.ask("GET", "/v1/cohorts/pilote-2021/participants", pass: pass).status == 200)
    }
}
