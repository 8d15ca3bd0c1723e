import Glibc

/// The server process of a cluster, as `postmaster.pid` and the system tell of it.
struct Postmaster: Sendable {
    let cluster: Cluster

    private var file: String { cluster.data + "/postmaster.pid" }

    /// The lines of `postmaster.pid`: process, data folder, start, port, socket folder, address, memory, state.
    private var lines: [Substring] {
        FileSystem.read(file)?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    }

    /// The living server's process; nil when there is none, whatever a left-behind file says.
    var pid: pid_t? {
        guard let first = lines.first, let pid = pid_t(first), pid > 1, serves(pid) else { return nil }
        return pid
    }

    /// Whether the server says it is ready but its socket has been swept away, so that nobody can reach it.
    var isCutOff: Bool {
        let lines = lines
        guard lines.count > 7, lines[7].hasPrefix("ready") else { return false }
        return FileSystem.state("\(lines[4])/.s.PGSQL.\(lines[3])") == nil
    }

    /// Where its server may answer, the likeliest first: only private folders, never that of a copied cluster.
    var addresses: [LocalPostgres.Address] {
        var folders = cluster.place.socketFolders
        let lines = lines
        if lines.count > 4, lines[1] == cluster.data, !folders.contains(String(lines[4])) {
            folders.append(String(lines[4]))
        }
        return folders.filter { Place.isPrivate($0, to: cluster.place.account) }.map { .init(socketFolder: $0) }
    }

    /// Launches the server; the caller holds the lock and knows that none is alive.
    func launch(with programs: Programs) async throws -> Launched {
        try await outliveOrphans()
        let sockets = try cluster.place.makeSocketFolder()
        try tidy(sockets)
        try FileSystem.makeFolder(cluster.logs, mode: 0o700, for: cluster.place.account)
        let list = sockets.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        return Command(
            [
                "sh", "-c", Self.script, cluster.startLog,
                programs.path("postgres", cluster.version), "-D", cluster.data, "-c", "listen_addresses=",
                "-c", "unix_socket_directories=\"\(list)\"", "-c", "port=\(LocalPostgres.Address.usualPort)",
            ], as: cluster.place.account
        ).launch()
    }

    /// Gives the server its log, and as many open files as the system allows it whatever little we were allowed.
    private static let script = """
        umask 077; ulimit -S -n "$(ulimit -H -n)" 2>/dev/null; exec "$@" >"$0" 2>&1 </dev/null
        """

    /// Ends the server with a fast shutdown and waits until it is gone.
    func stop(_ pid: pid_t, patience: Duration) async throws {
        let runtime = addresses.map(\.socketFolder).filter { !$0.hasPrefix(cluster.place.folder + "/") }
        guard kill(pid, SIGINT) == 0 || errno == ESRCH else {
            throw LocalPostgresError(code: errno, path: cluster.data)
        }
        let deadline = ContinuousClock.now + patience
        while serves(pid) {
            guard ContinuousClock.now < deadline else { throw LocalPostgresError(.notStopping(pid: pid)) }
            try await Task.sleep(for: .milliseconds(5))
        }
        for folder in runtime { rmdir(folder) }
    }

    /// What the server said before it ended, and the log where it said it.
    var lastWords: (log: String, detail: String) {
        let logs = FileSystem.names(in: cluster.logs).map { cluster.logs + "/" + $0 }
        let daily = logs.filter { $0 != cluster.startLog }.max { changed($0) < changed($1) }
        for log in [cluster.startLog, daily].compactMap({ $0 }) {
            let text = FileSystem.read(log, last: 8_192) ?? ""
            if text.contains("FATAL:  ") || text.contains("PANIC:  ") { return (log, Words.ofFailure(in: text)) }
        }
        return (cluster.startLog, Words.ofFailure(in: FileSystem.read(cluster.startLog, last: 8_192) ?? ""))
    }

    private func changed(_ path: String) -> Int { FileSystem.state(path).map { $0.st_mtim.tv_sec } ?? 0 }

    /// Removes what a dead server left: PostgreSQL itself keeps away from a process number that is in use again.
    private func tidy(_ sockets: String) throws {
        let socket = "\(sockets)/.s.PGSQL.\(LocalPostgres.Address.usualPort)"
        for path in [file, socket, socket + ".lock"] where unlink(path) != 0 && errno != ENOENT {
            throw LocalPostgresError(code: errno, path: path)
        }
    }

    /// Waits until the backends of a killed server have gone, for two servers on the same files would ruin them.
    private func outliveOrphans() async throws {
        for signal in [0, SIGQUIT, SIGKILL] {
            for pid in orphans where signal != 0 { kill(pid, signal) }
            let deadline = ContinuousClock.now + .seconds(signal == 0 ? 1 : 5)
            while !orphans.isEmpty && ContinuousClock.now < deadline {
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        if let pid = orphans.first { throw LocalPostgresError(.notStopping(pid: pid)) }
    }

    private var orphans: [pid_t] {
        FileSystem.names(in: "/proc").compactMap { pid_t($0) }.filter(serves)
    }

    /// Whether a process is alive, runs PostgreSQL and works in this cluster's folder.
    private func serves(_ pid: pid_t) -> Bool {
        var folder = stat()
        guard let data = FileSystem.state(cluster.data), stat("/proc/\(pid)/cwd", &folder) == 0,
            folder.st_ino == data.st_ino, folder.st_dev == data.st_dev
        else { return false }
        return program(of: pid) == "postgres"
    }

    private func program(of pid: pid_t) -> Substring? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4_096) { path in
            guard let start = path.baseAddress else { return nil }
            let length = readlink("/proc/\(pid)/exe", start, path.count)
            guard length > 0 else { return nil }
            let name = String(decoding: path[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            return name.split(separator: "/").last?.split(separator: " ").first
        }
    }
}
