import Glibc

/// The operating system account that owns the data and runs the server: our own, or `postgres` when we are root,
/// because PostgreSQL refuses to run as root.
struct Account: Sendable, Equatable {
    let name: String
    let user: uid_t
    let group: gid_t
    let needsSwitch: Bool

    /// The account that serves a program running as the present user.
    static func serving() throws -> Account {
        guard geteuid() == 0 else {
            guard let own = entry(user: geteuid()) else { throw LocalPostgresError(.accountWithoutName(geteuid())) }
            return Account(name: own.name, user: geteuid(), group: getegid(), needsSwitch: false)
        }
        guard let entry = entry(name: "postgres"), entry.user != 0 else {
            throw LocalPostgresError(.serverAccountMissing)
        }
        return Account(name: "postgres", user: entry.user, group: entry.group, needsSwitch: true)
    }

    /// The name of a user, or its number where no name is known.
    static func name(of user: uid_t) -> String { entry(user: user)?.name ?? String(user) }

    /// The home folder of the present user by the account database, for when HOME is unset.
    static var homeFolder: String? { entry(user: geteuid())?.home }

    /// The users whom the server lets in as the roles of the database; nobody else is.
    var admitted: [String] { name == "postgres" ? ["postgres", "root"] : [name] }

    /// A command line that runs `command` as this account in the folder `/`; its first word is found on PATH.
    func running(_ command: [String]) -> [String] {
        let identity = needsSwitch ? ["setpriv", "--reuid=\(user)", "--regid=\(group)", "--init-groups"] : []
        return ["env", "--chdir=/"] + identity + command
    }

    /// Whether this account may pass through every folder down to `path`, an absolute path without links.
    func reaches(_ path: String) -> Bool {
        var step = ""
        for part in path.split(separator: "/") {
            guard mayPass(step.isEmpty ? "/" : step) else { return false }
            step += "/" + part
        }
        return FileSystem.state(path) == nil || mayPass(path)
    }

    private func mayPass(_ folder: String) -> Bool {
        guard let state = FileSystem.state(folder) else { return true }
        if state.st_uid == user { return state.st_mode & S_IXUSR != 0 }
        if state.st_gid == group { return state.st_mode & S_IXGRP != 0 }
        return state.st_mode & S_IXOTH != 0
    }

    private typealias Entry = (name: String, user: uid_t, group: gid_t, home: String)

    private static func entry(user: uid_t) -> Entry? {
        read { record, text, length, found in getpwuid_r(user, record, text, length, found) }
    }

    private static func entry(name: String) -> Entry? {
        read { record, text, length, found in getpwnam_r(name, record, text, length, found) }
    }

    private static func read(
        _ look: (
            UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
            UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
        ) -> Int32
    ) -> Entry? {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { text in
            guard let base = text.baseAddress, look(&record, base, text.count, &found) == 0, found != nil,
                let name = record.pw_name, let home = record.pw_dir
            else { return nil }
            return (String(cString: name), record.pw_uid, record.pw_gid, String(cString: home))
        }
    }
}
