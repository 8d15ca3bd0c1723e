import Glibc

/// The embedded default: a private PostgreSQL server that the program makes, starts and stops by itself, reached
/// over a unix socket by the present user only.
public struct LocalPostgres: Sendable {
    private let home: String
    private let programs: Programs
    private let runtime: String?
    private let patience: Duration

    /// A private server whose data lie in `home`, a folder that need not exist yet; nothing is made before `start`.
    public init(home: String) {
        self.init(home: home, programs: .debian, runtime: getenv("XDG_RUNTIME_DIR").map { String(cString: $0) })
    }

    init(home: String, programs: Programs, runtime: String?, patience: Duration = .seconds(60)) {
        self.home = home.hasPrefix("/") ? home : FileSystem.canonical(".") + "/" + home
        self.programs = programs
        self.runtime = runtime.flatMap { $0.hasPrefix("/") ? $0 : nil }
        self.patience = patience
    }

    /// The usual home: `${COHORTE_HOME:-${XDG_DATA_HOME:-~/.local/share}/cohorte}`.
    public static func home(environment: [String: String]) -> String {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let home = value("COHORTE_HOME") { return home }
        if let share = value("XDG_DATA_HOME"), share.hasPrefix("/") { return share + "/cohorte" }
        return (value("HOME") ?? Account.homeFolder ?? "/tmp") + "/.local/share/cohorte"
    }

    /// Makes and starts whatever is missing and says where the server answers; a single log-in when it runs already.
    /// - Throws: `LocalPostgresError`; nothing half-made is left.
    public func start(_ progress: @Sendable (Progress) -> Void = { _ in }) async throws -> Address {
        if let cluster = try Cluster.existing(in: try place()), let address = try await answering(cluster) {
            return address
        }
        let place = try place()
        try place.prepare()
        let lock = try await Lock.take(place.lock, for: place.account, patience: patience * 2)
        let address = try await startAlone(place, progress)
        lock.release()
        return address
    }

    /// Stops the server, ending its sessions, and waits until it is gone; false when it was not running.
    public func stop() async throws -> Bool {
        let place = try place()
        guard let cluster = try Cluster.existing(in: place) else { return false }
        let lock = try await Lock.take(place.lock, for: place.account, patience: patience * 2)
        let server = Postmaster(cluster: cluster)
        let pid = server.pid
        if let pid { try await server.stop(pid, patience: patience) }
        lock.release()
        return pid != nil
    }

    /// Looks where the cluster lies and whether its server answers; changes nothing.
    public func status() async throws -> Status {
        let place = try place()
        let cluster = try Cluster.existing(in: place)
        let version = cluster?.version ?? programs.newest
        let data = cluster?.data ?? "\(place.folder)/\(Cluster.prefix)\(version ?? Programs.oldest)"
        var state = cluster == nil ? Status.State.neverMade : .stopped
        var sockets = place.socketFolders.first ?? place.folder
        if let cluster, let pid = Postmaster(cluster: cluster).pid { state = .running(pid: pid) }
        if let cluster, let address = try? await answering(cluster) { sockets = address.socketFolder }
        return Status(
            state: state, home: place.home, dataFolder: data, socketFolder: sockets, logFolder: data + "/log",
            version: version)
    }

    private func place() throws -> Place { try Place(home: home, runtime: runtime) }

    private func answering(_ cluster: Cluster) async throws -> Address? {
        for address in Postmaster(cluster: cluster).addresses {
            if try await Session.open(address, role: "cohorte_admin", database: "cohorte", { _ in true }) != nil {
                return address
            }
        }
        return nil
    }

    /// What `start` does while it holds the lock.
    private func startAlone(_ place: Place, _ progress: @Sendable (Progress) -> Void) async throws -> Address {
        let known = try Cluster.existing(in: place)
        if let known, let address = try await answering(known) { return address }
        if known == nil { progress(.making) }
        let cluster: Cluster
        if let known { cluster = known } else { cluster = try await Cluster.make(in: place, with: programs) }
        let server = Postmaster(cluster: cluster)
        if let pid = server.pid, server.isCutOff { try await server.stop(pid, patience: patience) }
        if server.pid != nil { return try await furnished(server, launched: nil) }
        guard programs.has(cluster.version) else {
            throw LocalPostgresError(.versionMissing(cluster.version, folder: cluster.data))
        }
        progress(.starting)
        try Configuration(account: place.account).write(into: cluster.data)
        return try await furnished(server, launched: server.launch(with: programs))
    }

    /// Waits until the server answers its owner, then adds the roles and the database that are missing.
    private func furnished(_ server: Postmaster, launched: Launched?) async throws -> Address {
        let deadline = ContinuousClock.now + patience
        while ContinuousClock.now < deadline {
            let ended = launched?.hasEnded ?? (server.pid == nil)
            for address in server.addresses {
                if try await furnish(server, at: address) { return address }
            }
            if ended { throw failure(of: server, launched) }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw LocalPostgresError(.notAnswering(log: server.cluster.logs))
    }

    /// Whether the server let its owner in and now holds what it must.
    private func furnish(_ server: Postmaster, at address: Address) async throws -> Bool {
        do {
            return try await Session.open(address, role: "cohorte_owner", database: "postgres") {
                try Furnishing.complete($0)
                return true
            } ?? false
        } catch let error as LocalPostgresError {
            guard case .notMade(let detail) = error.reason else { throw error }
            throw LocalPostgresError.orDiskFull(error.reason, detail: detail, path: server.cluster.data)
        }
    }

    private func failure(of server: Postmaster, _ launched: Launched?) -> LocalPostgresError {
        let words = server.lastWords
        let detail = launched?.problem ?? words.detail
        return LocalPostgresError.orDiskFull(
            .notStarted(log: words.log, detail: detail), detail: detail, path: server.cluster.data)
    }
}
