import Glibc

/// A PgBouncer in transaction mode before a cluster: each transaction may run on another of few server connections.
struct Bouncer {
    let port: UInt16

    /// Lends one that keeps so many connections to the cluster for `user`; fails when Debian's `pgbouncer` is missing.
    static func lend(
        before cluster: TestCluster, user: String, connections: Int, _ body: (Bouncer) async throws -> Void
    ) async throws {
        let program = "/usr/sbin/pgbouncer"
        guard access(program, X_OK) == 0 else { throw RigFailure("there is no \(program): run deploy/install") }
        let folder = try GuardedFolder()
        let bouncer = Bouncer(port: try freePort())
        try folder.write("\"\(user)\" \"\"\n", to: "users")
        try folder.write(
            """
            [databases]
            * = host=127.0.0.1 port=\(cluster.port)
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = \(bouncer.port)
            unix_socket_dir =
            auth_type = trust
            auth_file = users
            pool_mode = transaction
            default_pool_size = \(connections)
            max_client_conn = 500
            ignore_startup_parameters = extra_float_digits,options

            """, to: "settings")
        do {
            let child = try folder.start([program, "settings"])
            try await bouncer.waitUntilItListens(child, in: folder)
            try await body(bouncer)
        } catch {
            try await folder.end()
            throw error
        }
        try await folder.end()
    }

    func conninfo(user: String, database: String = "postgres") -> String {
        "host=127.0.0.1 port=\(port) user=\(user) dbname=\(database) sslmode=disable gssencmode=disable"
    }

    private func waitUntilItListens(_ child: Child, in folder: GuardedFolder) async throws {
        for _ in 0..<1_000 {
            if let socket = Loopback.connect(to: port) {
                close(socket)
                return
            }
            guard child.end == nil else { break }
            await pause(.milliseconds(5))
        }
        throw RigFailure("no pgbouncer: \(Child.log(in: folder.path))")
    }
}
