import Glibc
import Synchronization

/// A folder of one test and whoever ends what runs in it: a shell that waits on a pipe until the test is over or its
/// process dead, then ends the servers it was told of and removes the folder.
final class GuardedFolder: Sendable {
    let path: String
    private let shell: Child
    private let pipe: Mutex<Int32>
    private let servers = Mutex<[Child]>([])

    /// A folder short enough for sockets, which `postgres` owns when we are root.
    init() throws {
        let name = "/tmp/pg-" + String(UInt64.random(in: .min ... .max), radix: 36)
        guard mkdir(name, 0o755) == 0 else { throw RigFailure("no folder \(name)") }
        let ends = try Self.makePipe()
        defer { close(ends[0]) }
        shell = try Child(["/bin/sh", "-c", Self.script, "sh", name], in: name, asPostgres: false, input: ends[0])
        path = name
        pipe = Mutex(ends[1])
        if geteuid() == 0 {
            guard let postgres = getpwnam("postgres") else { throw RigFailure("there is no user postgres") }
            chown(name, postgres.pointee.pw_uid, postgres.pointee.pw_gid)
            chown(name + "/log", postgres.pointee.pw_uid, postgres.pointee.pw_gid)
        }
    }

    /// Ended by SIGQUIT, which for a postmaster means at once and leaving no shared memory; a process is ours as long as
    /// it works in the folder.
    private static let script = """
        folder=$1; pids=; cd /
        while read -r pid; do pids="$pids $pid"; done
        ours() { case $(readlink "/proc/$1/cwd") in "$folder"*) true ;; *) false ;; esac; }
        for pid in $pids; do if ours "$pid"; then kill -QUIT "$pid"; fi; done
        for pid in $pids; do
            waits=0
            while ours "$pid"; do
                waits=$((waits + 1)); [ "$waits" -lt 250 ] || kill -KILL "$pid"; sleep 0.02
            done
        done
        until rm -rf "$folder"; do sleep 0.05; done
        """

    private static func makePipe() throws -> [Int32] {
        var ends: [Int32] = [0, 0]
        let isMade = Child.spawning.withLock { _ in
            Glibc.pipe(&ends) == 0 && ends.allSatisfy { fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }
        }
        guard isMade else { throw RigFailure("no pipe") }
        return ends
    }

    /// Starts a server that is ended with the folder.
    func start(_ words: [String]) throws -> Child {
        let child = try Child(words, in: path)
        let line = Array("\(child.pid)\n".utf8)
        _ = pipe.withLock { Glibc.write($0, line, line.count) }
        servers.withLock { $0.append(child) }
        return child
    }

    /// How many processes work below this folder.
    var processes: Int {
        guard let all = opendir("/proc") else { return 0 }
        defer { closedir(all) }
        var count = 0
        while let entry = readdir(all) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard Int(name) != nil else { continue }
            var target: [CChar] = Array(repeating: 0, count: 200)
            let length = readlink("/proc/\(name)/cwd", &target, target.count)
            let folder = target.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
            if folder.starts(with: (path + "/").utf8) { count += 1 }
        }
        return count
    }

    /// Ends what runs here and removes all of it.
    func end() async throws {
        pipe.withLock { _ = close($0) }
        try await shell.ended(within: .seconds(30))
        // A child that nobody waits for would stay, and an exit test that waits for its own would see only that.
        for server in servers.withLock({ $0 }) { try await server.ended(within: .seconds(30)) }
    }

    func write(_ text: String, to name: String) throws {
        guard let file = fopen("\(path)/\(name)", "a") else { throw RigFailure("no file \(name)") }
        defer { fclose(file) }
        fputs(text, file)
    }
}
