/// The PostgreSQL server programs installed on this machine, one folder per major version.
struct Programs: Sendable {
    let root: String

    static let oldest = 15
    static let debian = Programs(root: "/usr/lib/postgresql")

    /// The newest version that is installed whole; nil when there is none that we can use.
    var newest: Int? {
        FileSystem.names(in: root).compactMap { Int($0) }.filter { $0 >= Self.oldest && has($0) }.max()
    }

    func has(_ version: Int) -> Bool {
        ["initdb", "postgres"].allSatisfy { FileSystem.state(path($0, version)) != nil }
    }

    func path(_ program: String, _ version: Int) -> String { "\(root)/\(version)/bin/\(program)" }
}
