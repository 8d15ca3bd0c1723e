import Glibc

/// Where everything of one home lies: the clusters, the lock and the socket.
///
/// As root the data go into the home when the account `postgres` can reach it, else into `/var/lib/cohorte/<hash>`,
/// and the home keeps a note that says so.
struct Place: Sendable, Equatable {
    /// The folder that was asked for, absolute, without links.
    let home: String
    /// The folder that holds the cluster's folder, the lock and usually the socket.
    let folder: String
    let account: Account
    private let runtime: String?

    static let longestSocketFolder = 107 - "/.s.PGSQL.5432".utf8.count

    /// Looks, changes nothing. `runtime` is the user's run-time folder if there is one.
    init(home given: String, runtime: String?) throws {
        guard given.utf8.count < 700, !given.utf8.contains(where: { $0 == 10 || $0 == 13 }) else {
            throw LocalPostgresError(code: given.utf8.count < 700 ? EINVAL : ENAMETOOLONG, path: given)
        }
        let account = try Account.serving()
        let home = FileSystem.canonical(given)
        self.home = home
        self.account = account
        self.runtime = runtime
        let elsewhere = "/var/lib/cohorte/" + Self.hash(home)
        if !account.needsSwitch || !Cluster.versions(in: home).isEmpty {
            self.folder = home
        } else if !Cluster.versions(in: elsewhere).isEmpty {
            self.folder = elsewhere
        } else {
            self.folder = account.reaches(home) && Self.fits(home + "/socket") ? home : elsewhere
        }
    }

    var isElsewhere: Bool { folder != home }
    var lock: String { folder + "/postgres.lock" }
    var note: String { home + "/postgres-is-elsewhere.txt" }

    /// Makes the folders; a note in the home first, so that nothing is made elsewhere for a home we cannot write.
    func prepare() throws {
        try FileSystem.makeFolder(home, mode: account.needsSwitch && !isElsewhere ? 0o755 : 0o700)
        guard isElsewhere else { return }
        let own = Account(name: "root", user: 0, group: 0, needsSwitch: false)
        try FileSystem.replace(
            note,
            with: """
                The database of this folder lies in \(folder), because the account \(account.name), which runs \
                PostgreSQL, cannot reach this folder.

                """, for: own)
        try FileSystem.makeFolder(folder, mode: 0o700, for: account)
    }

    /// The folders where the server's socket may lie, the best first.
    var socketFolders: [String] {
        if Self.fits(folder + "/socket") { return [folder + "/socket"] }
        var folders: [String] = []
        if let runtime, Self.isPrivate(runtime, to: account) {
            folders.append("\(runtime)/cohorte-\(Self.hash(home))")
        }
        folders.append("/tmp/cohorte-\(account.user)-\(Self.hash(home))")
        return folders.filter(Self.fits)
    }

    /// A socket folder that is ours alone, made if need be; one that somebody else has put there is not used.
    func makeSocketFolder() throws -> String {
        for folder in socketFolders {
            try? FileSystem.makeFolder(folder, mode: 0o700, for: account)
            if let state = FileSystem.state(folder), state.st_uid == account.user, FileSystem.isFolder(folder) {
                chmod(folder, 0o700)
            }
            if Self.isPrivate(folder, to: account) { return folder }
        }
        let other = "/tmp/cohorte-\(account.user)-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        try FileSystem.makeFolder(other, mode: 0o700, for: account)
        return other
    }

    /// Whether `folder` is a real folder that belongs to the account and that nobody else may enter.
    static func isPrivate(_ folder: String, to account: Account) -> Bool {
        guard let state = FileSystem.state(folder) else { return false }
        return state.st_mode & S_IFMT == S_IFDIR && state.st_uid == account.user && state.st_mode & 0o077 == 0
    }

    /// Whether a socket in `folder` has a name short enough for the system and without libpq's list mark.
    private static func fits(_ folder: String) -> Bool {
        folder.utf8.count <= longestSocketFolder && !folder.contains(",")
    }

    /// The same 16 hexadecimal digits for the same path, always: FNV-1a, 64 bits.
    static func hash(_ path: String) -> String {
        let value = path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
