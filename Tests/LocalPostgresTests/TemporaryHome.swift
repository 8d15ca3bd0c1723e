import CLibpq
import Dispatch
import Glibc
import Synchronization

@testable import LocalPostgres

/// A home of its own for one test, in a folder that everyone may pass; at the end its server is stopped and all of
/// it removed.
struct TemporaryHome: Sendable {
    let base: String
    let path: String
    var postgres: LocalPostgres { LocalPostgres(home: path) }

    static func lend(
        named name: String = "home", mode: mode_t = 0o755, to user: uid_t? = nil,
        _ body: @Sendable (TemporaryHome) async throws -> Void
    ) async throws {
        let base = "/tmp/cohorte-essai-" + String(UInt64.random(in: .min ... .max), radix: 36)
        try FileSystem.makeFolder(base, mode: mode)
        if let user { chown(base, user, user) }
        let home = TemporaryHome(base: base, path: base + "/" + name)
        do {
            try await body(home)
        } catch {
            await home.remove()
            throw error
        }
        await home.remove()
    }

    /// The server's process; nil when it does not run.
    func pid() async throws -> pid_t? {
        if case .running(let pid) = try await postgres.status().state { pid } else { nil }
    }

    /// The first value that SQL gives to a role, or `error: …`.
    func ask(_ sql: String, as role: String = "cohorte_owner") async throws -> String {
        await Self.askAside(try await postgres.start().conninfo(role: role), sql)
    }

    /// Asks on a thread of its own: those that run the tests are few, and must not wait for a server.
    static func askAside(_ conninfo: String, _ sql: String) async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "ask").async { continuation.resume(returning: ask(conninfo, sql)) }
        }
    }

    static func ask(_ conninfo: String, _ sql: String) -> String {
        let connection = PQconnectdb(conninfo)
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        defer { PQfinish(connection) }
        guard PQstatus(connection) == CONNECTION_OK else {
            return "error: " + String(cString: PQerrorMessage(connection))
        }
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
            return "error: " + String(cString: PQerrorMessage(connection))
        }
        return PQntuples(result) > 0 ? String(cString: PQgetvalue(result, 0, 0)) : ""
    }

    /// Puts a file where a dead server would have left it.
    func leave(_ name: String, _ text: String, in place: Place) throws {
        try FileSystem.replace(place.folder + "/" + name, with: text, for: place.account)
    }

    private func remove() async {
        if let place = try? Place(home: path, runtime: nil) {
            if let cluster = try? Cluster.existing(in: place), let pid = Postmaster(cluster: cluster).pid {
                kill(pid, SIGQUIT)
                while Postmaster(cluster: cluster).pid != nil { usleep(5_000) }
            }
            if place.isElsewhere { FileSystem.removeTree(place.folder) }
        }
        FileSystem.removeTree(base)
    }
}

/// What a closure called from anywhere was told, in order.
final class Notes<Element: Sendable>: Sendable {
    private let kept = Mutex<[Element]>([])
    var all: [Element] { kept.withLock { $0 } }
    func add(_ element: Element) { kept.withLock { $0.append(element) } }
}

/// Becomes an ordinary user for good; only in a process of its own.
func becomeNobody() -> Bool {
    setgroups(0, nil) == 0 && setgid(65_534) == 0 && setuid(65_534) == 0
}
