import Glibc
import Synchronization

/// The throwaway PostgreSQL that libpq's PG* variables name, and the databases that tests make on it.
enum Server {
    struct Failed: Error { let sentence: String }

    /// What a child process needs to know to reach it, and nothing of the person who runs the tests.
    static let environment: [String: String] = {
        var kept = ["LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
        for name in ["PATH", "HOME", "LD_LIBRARY_PATH", "PGHOST", "PGPORT", "PGUSER", "PGPASSWORD", "PGSYSCONFDIR"] {
            if let value = getenv(name) { kept[name] = String(cString: value) }
        }
        return kept
    }()

    private static let made = Mutex<Set<String>>([])
    private static let sweep: Void = { atexit { Server.dropAll() } }()

    /// Makes a database, a copy of another when one is named; it is dropped at the end at the latest.
    static func make(from template: String? = nil) throws -> String {
        _ = sweep
        let name = "story_\(random())"
        try sql("create database \(name)" + (template.map { " template \($0)" } ?? ""), in: "postgres")
        _ = made.withLock { $0.insert(name) }
        return name
    }

    static func drop(_ name: String) {
        _ = try? sql("drop database if exists \(name) with (force)", in: "postgres")
        _ = made.withLock { $0.remove(name) }
    }

    private static func dropAll() {
        for name in made.withLock({ $0 }) { drop(name) }
    }

    /// Runs SQL as the server's owner, whom no rule of the product stops; gives its bare lines.
    @discardableResult
    static func sql(_ text: String, in database: String) throws -> String {
        let arguments = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", text]
        let run = try Child("psql", arguments, environment: environment, in: Folder()).finished()
        guard run.code == 0 else { throw Failed(sentence: run.said) }
        return run.text
    }

    /// Every row of every table, in short: the same before and after means that nothing was written.
    static func fingerprint(of database: String) throws -> String {
        try sql(
            """
            select string_agg(t.table_name || ' ' || (xpath('/table/row/f/text()', query_to_xml(format(
                'select count(*) || '' '' || coalesce(md5(string_agg(r::text, chr(10) order by r::text)), '''') as f from %I r',
                t.table_name), false, false, '')))[1]::text, chr(10) order by t.table_name)
            from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
            """, in: database)
    }
}
