import Glibc
import Synchronization

/// What the rig could not do; the test fails with these words.
struct RigFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A program that a test has started: it speaks to a log file, reads nothing, and inherits no other descriptor of ours.
final class Child: Sendable {
    let pid: pid_t
    private let status = Mutex<Int32?>(nil)

    /// Held while a program starts, and while a descriptor is not yet closed to programs that start.
    static let spawning = Mutex(())

    /// Starts the program in `folder`; as `postgres` when we are root, for a server refuses to be root.
    init(_ words: [String], in folder: String, asPostgres: Bool = true, input: Int32? = nil) throws {
        let dropped = ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        let words = ["/usr/bin/env", "-C", folder] + (asPostgres && geteuid() == 0 ? dropped : []) + words
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 1, folder + "/log", O_WRONLY | O_CREAT | O_APPEND, 0o666)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        let arguments = words.map { strdup($0) as UnsafeMutablePointer<CChar>? } + [nil]
        let settings = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC"]
        let environment = settings.map { strdup($0) as UnsafeMutablePointer<CChar>? } + [nil]
        defer { for word in arguments + environment { free(word) } }
        var pid: pid_t = 0
        let error = Self.spawning.withLock { _ in
            posix_spawn(&pid, "/usr/bin/env", &actions, &attributes, arguments, environment)
        }
        guard error == 0 else { throw RigFailure("\(words[0]): \(String(cString: strerror(error)))") }
        self.pid = pid
    }

    /// Runs a program to its end, which must be a good one.
    static func run(_ words: [String], in folder: String) async throws {
        let child = try Child(words, in: folder)
        guard try await child.ended(within: .seconds(60)) == 0 else {
            throw RigFailure("\(words[0]) failed: \(log(in: folder))")
        }
    }

    /// What waitpid says of its end; nil while it runs.
    var end: Int32? {
        status.withLock { status in
            var word: Int32 = 0
            if status == nil, waitpid(pid, &word, WNOHANG) == pid { status = word }
            return status
        }
    }

    func signal(_ number: Int32) {
        if end == nil { kill(pid, number) }
    }

    @discardableResult
    func ended(within limit: Duration) async throws -> Int32 {
        let deadline = ContinuousClock.now + limit
        while true {
            if let end { return end }
            guard ContinuousClock.now < deadline else { throw RigFailure("process \(pid) does not end") }
            await pause(.milliseconds(2))
        }
    }

    /// The last words of the folder's log.
    static func log(in folder: String) -> String {
        guard let file = fopen(folder + "/log", "r") else { return "no log" }
        defer { fclose(file) }
        fseek(file, -2_000, SEEK_END)
        var bytes: [UInt8] = Array(repeating: 0, count: 2_000)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}

/// A port of the loopback that nobody listens on.
func freePort() throws -> UInt16 {
    let listener = try Loopback.listen(backlog: 1)
    defer { close(listener.socket) }
    return listener.port
}

/// Waits so long even in a cancelled test: what it started must be gone before it is.
func pause(_ time: Duration) async {
    await Task.detached { try? await Task.sleep(for: time) }.value
}

/// Long enough for a machine that others use too, and shorter than what the tests would wait for if nothing ended it.
let ample = Duration.seconds(45)
