import Glibc
import Postgres
import Synchronization

/// A PostgreSQL of one test's own, on a socket in its folder and a port of the loopback, to be killed at will.
final class TestCluster: Sendable {
    let port: UInt16
    private let folder: GuardedFolder
    private let server = Mutex<Child?>(nil)

    private init() throws {
        folder = try GuardedFolder()
        port = try freePort()
    }

    /// Makes a cluster with these settings, starts it and lends it; then it is gone.
    static func lend(_ settings: [String: String] = [:], _ body: (TestCluster) async throws -> Void) async throws {
        let cluster = try TestCluster()
        try await cluster.ending {
            let original = try await template.value.path
            try await Child.run(["/bin/cp", "-a", "\(original)/\(data)", "."], in: cluster.folder.path)
            try await cluster.start(settings)
            try await body(cluster)
        }
    }

    /// Lends a standby that streams from this cluster under the name `standby`.
    func lendStandby(_ body: (TestCluster) async throws -> Void) async throws {
        let standby = try TestCluster()
        try await standby.ending {
            let source = conninfo() + " application_name=standby"
            try await Child.run(
                [Self.programs + "pg_basebackup", "-D", Self.data, "-d", source, "-R", "-c", "fast", "--no-sync"],
                in: standby.folder.path)
            try await standby.start([:])
            try await body(standby)
        }
    }

    /// The address, by the socket or by the port.
    func conninfo(user: String = "postgres", database: String = "postgres", byPort: Bool = false) -> String {
        "host=\(byPort ? "127.0.0.1" : folder.path) port=\(port) user=\(user) dbname=\(database) sslmode=disable"
            + " gssencmode=disable"
    }

    /// Starts the server, again if need be, and waits until it takes connections.
    func start(_ settings: [String: String] = [:]) async throws {
        let all = [
            "fsync": "off", "full_page_writes": "off", "shared_buffers": "16MB", "log_min_messages": "fatal",
            "min_wal_size": "2MB",
        ]
        .merging(settings) { $1 }
        let options = all.sorted { $0.key < $1.key }.flatMap { ["-c", "\($0.key)=\($0.value)"] }
        let child = try folder.start(
            [Self.programs + "postgres", "-D", Self.data, "-k", folder.path, "-p", "\(port)", "-h", "127.0.0.1"]
                + options)
        server.withLock { $0 = child }
        let deadline = ContinuousClock.now + .seconds(60)
        while !isReady(child) {
            guard child.end == nil, ContinuousClock.now < deadline else {
                throw RigFailure("no server: \(Child.log(in: folder.path))")
            }
            await pause(.milliseconds(5))
        }
    }

    /// Kills the postmaster (-9), as a crash would; its backends notice and end by themselves.
    func kill() async throws { try await end(by: SIGKILL) }

    /// Ends the server in order; whoever is connected is cut off.
    func stop() async throws { try await end(by: SIGINT) }

    /// Makes the standby the primary.
    func promote() async throws {
        try await Child.run([Self.programs + "pg_ctl", "promote", "-w", "-s", "-D", Self.data], in: folder.path)
    }

    /// Adds a line to the configuration and has it read.
    func configure(_ line: String) async throws {
        try folder.write(line + "\n", to: Self.data + "/postgresql.conf")
        try await ask("pg_reload_conf()")
    }

    /// The first value of an expression or a query, to the superuser.
    @discardableResult
    func ask(_ query: String) async throws -> String? {
        let database = Database(Login(conninfo: conninfo(), role: nil), connections: 1)
        let answer = try await database.transaction { transaction in
            try transaction.first(values("select (\(query))::text", of: String?.self)) ?? nil
        }
        await database.close()
        return answer
    }

    /// Runs statements without parameters as the superuser, in one transaction that waits for no standby.
    func script(_ text: String) async throws {
        let database = Database(Login(conninfo: conninfo(), role: nil), connections: 1)
        try await database.transaction {
            try $0.script("script", "set local synchronous_commit to local;" + text)
        }
        await database.close()
    }

    /// A cluster made once in this process, which ends with it; the others are its copies.
    private static let template = Task {
        let folder = try GuardedFolder()
        try await Child.run(
            [
                programs + "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8",
                "--locale=C.UTF-8", "--wal-segsize=1",
            ], in: folder.path)
        return folder
    }

    private static let programs = "/usr/lib/postgresql/15/bin/"
    private static let data = "data"

    private func ending(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch {
            try await folder.end()
            throw error
        }
        try await folder.end()
    }

    private func end(by number: Int32) async throws {
        guard let child = server.withLock({ $0 }) else { return }
        child.signal(number)
        try await child.ended(within: .seconds(30))
        guard try await eventually(within: .seconds(30), { folder.processes == 0 }) else {
            throw RigFailure("backends outlive their postmaster")
        }
    }

    /// Whether this very postmaster says on the last line of its file that it takes connections.
    private func isReady(_ child: Child) -> Bool {
        guard let file = fopen("\(folder.path)/\(Self.data)/postmaster.pid", "r") else { return false }
        defer { fclose(file) }
        var bytes: [UInt8] = Array(repeating: 0, count: 1_000)
        let text = String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
        let lines = text.split(separator: "\n")
        return lines.first == "\(child.pid)" && (lines.last?.hasPrefix("ready") ?? false)
    }
}
