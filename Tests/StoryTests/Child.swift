import Glibc

/// How a program ended and what it printed.
struct Run: Sendable {
    /// The exit code, or 128 and the signal.
    let code: Int32
    let bytes: [UInt8]
    /// Standard error.
    let said: String

    /// Standard output.
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var lines: [Substring] { text.split(separator: "\n") }
}

/// A program at work in a process of its own; what it prints goes to files, so that nothing holds it up.
struct Child: ~Copyable {
    private let process: pid_t
    private let folder: Folder
    private let name: String

    /// Starts a program, found as a shell would find it, in a folder.
    init(
        _ program: String, _ arguments: [String], environment: [String: String], input: String = "/dev/null",
        in folder: Folder
    ) throws {
        self.folder = folder
        name = ".run-\(random())"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        Self.add(1, folder.path(name + ".out"), to: &actions)
        Self.add(2, folder.path(name + ".err"), to: &actions)
        var process = pid_t()
        let code = Self.withStrings(["env", "-C", folder.path, program] + arguments) { arguments in
            Self.withStrings(environment.map { "\($0)=\($1)" }) { environment in
                posix_spawnp(&process, "env", &actions, nil, arguments, environment)
            }
        }
        guard code == 0 else { throw NotStarted(program: program, reason: String(cString: strerror(code))) }
        self.process = process
    }

    /// Ends it at once, without a chance to tidy up.
    func kill() { Glibc.kill(process, SIGKILL) }

    /// Waits for its end.
    consuming func finished() -> Run {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let (signal, printed, said) = (status & 0x7F, folder.taken(name + ".out"), folder.taken(name + ".err"))
        return Run(
            code: signal == 0 ? status >> 8 & 0xFF : 128 + signal, bytes: printed,
            said: String(decoding: said, as: UTF8.self))
    }

    private static func add(_ descriptor: Int32, _ path: String, to actions: inout posix_spawn_file_actions_t) {
        posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }

    private static func withStrings<Value>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}

struct NotStarted: Error {
    let program: String
    let reason: String
}

/// A word that no other test has.
func random() -> String { String(UInt64.random(in: .min ... .max), radix: 36) }
