import Glibc

/// A PostgreSQL cluster that has been made whole: a folder `postgres-<major version>`.
struct Cluster: Sendable, Equatable {
    let place: Place
    let version: Int

    static let prefix = "postgres-"

    /// The newest cluster of a place; nil when none was ever made.
    /// - Throws: `.belongsToAnother` when its folder is not the serving account's.
    static func existing(in place: Place) throws -> Cluster? {
        guard let version = versions(in: place.folder).max() else { return nil }
        let cluster = Cluster(place: place, version: version)
        if let state = FileSystem.state(cluster.data), state.st_uid != place.account.user {
            throw LocalPostgresError(
                .belongsToAnother(folder: cluster.data, owner: Account.name(of: state.st_uid)))
        }
        return cluster
    }

    /// The major versions of the clusters made in `folder`.
    static func versions(in folder: String) -> [Int] {
        FileSystem.names(in: folder).compactMap { name in
            guard name.hasPrefix(prefix), let version = Int(name.dropFirst(prefix.count)) else { return nil }
            return FileSystem.isFolder(folder + "/" + name) ? version : nil
        }
    }

    var data: String { "\(place.folder)/\(Self.prefix)\(version)" }
    var logs: String { data + "/log" }
    var startLog: String { logs + "/start.log" }

    /// Makes the cluster in a folder that gets its lasting name only once all of it is on disk.
    static func make(in place: Place, with programs: Programs) async throws -> Cluster {
        guard let version = programs.newest else { throw LocalPostgresError(.serverMissing) }
        let cluster = Cluster(place: place, version: version)
        cluster.removeHalfMade()
        let draft = "\(cluster.data).\(String(UInt32.random(in: .min ... .max), radix: 36)).new"
        do {
            try FileSystem.makeFolder(draft, mode: 0o700, for: place.account)
            let initdb = programs.path("initdb", version)
            try await cluster.run([initdb, "-D", draft] + options, making: draft)
            try Configuration(account: place.account).write(into: draft)
            try FileSystem.makeFolder(draft + "/log", mode: 0o700, for: place.account)
            try await cluster.run([initdb, "--sync-only", "-D", draft], making: draft)
            guard rename(draft, cluster.data) == 0 else { throw LocalPostgresError(code: errno, path: cluster.data) }
            try FileSystem.sync(place.folder)
        } catch {
            FileSystem.removeTree(draft)
            if case LocalPostgresError.Reason.diskFull? = (error as? LocalPostgresError)?.reason {
                throw LocalPostgresError(.diskFull(path: place.folder))
            }
            throw error
        }
        return cluster
    }

    private static var options: [String] {
        let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
        if let locale { freelocale(locale) }
        return [
            "--username=cohorte_owner", "--auth=peer", "--encoding=UTF8", "--locale-provider=libc",
            "--locale=" + (locale == nil ? "C" : "C.UTF-8"), "--data-checksums", "--no-sync", "--no-instructions",
        ]
    }

    private func run(_ command: [String], making draft: String) async throws {
        let run = try await Command(command, as: place.account).output()
        guard run.succeeded else {
            let reason = LocalPostgresError.Reason.notMade(detail: Words.ofFailure(in: run.text))
            throw LocalPostgresError.orDiskFull(reason, detail: run.text, path: place.folder)
        }
    }

    /// Every attempt has a name of its own, because an `initdb` whose parent was killed may still be writing.
    private func removeHalfMade() {
        for name in FileSystem.names(in: place.folder) where name.hasPrefix(Self.prefix) && name.hasSuffix(".new") {
            FileSystem.removeTree(place.folder + "/" + name)
        }
    }
}
