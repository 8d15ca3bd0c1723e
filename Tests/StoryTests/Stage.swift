import Glibc

/// A database and a folder of one test, and the program at work in them.
final class Stage: Sendable {
    let database: String
    let folder = Folder()

    init(_ scene: Scene = .empty) throws { database = try Server.make(from: scene.template()) }

    deinit { Server.drop(database) }

    /// The program under test, beside the test bundle.
    static let program: String = {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &path, path.count - 1)
        let bundle = String(decoding: path.prefix(max(length, 0)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        return bundle.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/cohorte"
    }()

    /// What to put before a command so that file permissions hold for it, also as root.
    static var withoutPrivileges: [String] {
        getuid() == 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []
    }

    /// Runs a command line given as words between spaces, then words as they are.
    func run(
        _ words: String, _ more: String..., input: String? = nil, with environment: [String: String?] = [:]
    ) throws -> Run {
        try start(words, more, input: input, with: environment).finished()
    }

    /// Starts a command line without waiting for its end.
    func start(
        _ words: String, _ more: [String] = [], input: String? = nil, with changes: [String: String?] = [:],
        as wrapper: [String] = []
    ) throws -> Child {
        let command = wrapper + [Self.program] + words.split(separator: " ").map(String.init) + more
        return try Child(
            command[0], Array(command.dropFirst()), environment: environment(changes),
            input: input.map(folder.path(_:)) ?? "/dev/null", in: folder)
    }

    /// The environment of a command, with some variables changed or (nil) taken away.
    func environment(_ changes: [String: String?] = [:]) -> [String: String] {
        var environment = Server.environment
        environment["DATABASE_URL"] = "dbname=\(database)"
        for (name, value) in changes { environment[name] = value }
        return environment
    }

    /// Runs a script of a shell in which `cohorte` is the program.
    func shell(_ script: String) throws -> Run {
        let text = "cohorte() { '\(Self.program)' \"$@\"; }\n\(script)"
        return try Child("bash", ["-c", text], environment: environment(), in: folder).finished()
    }

    @discardableResult
    func sql(_ text: String) throws -> String { try Server.sql(text, in: database) }

    func fingerprint() throws -> String { try Server.fingerprint(of: database) }
}
