import Glibc
import Synchronization

/// A folder of one test, gone with it.
final class Folder: Sendable {
    let path: String

    init() {
        _ = Self.sweep
        path = "/tmp/story-\(random())"
        mkdir(path, 0o755)
        _ = Self.made.withLock { $0.insert(path) }
    }

    deinit { Self.remove(path) }

    private init(existing path: String) { self.path = path }
    private static let anywhere = Folder(existing: "/tmp")
    private static let made = Mutex<Set<String>>([])
    private static let sweep: Void = { atexit { Folder.removeAll() } }()

    private static func remove(_ path: String) {
        guard made.withLock({ $0.remove(path) }) != nil else { return }
        _ = try? Child("rm", ["-rf", path], environment: ["PATH": "/usr/bin:/bin"], in: anywhere).finished()
    }

    /// Folders of what lasts as long as the tests do.
    private static func removeAll() {
        for path in made.withLock({ $0 }) { remove(path) }
    }

    func path(_ name: String) -> String { name.hasPrefix("/") ? name : "\(path)/\(name)" }

    /// Puts a file here; gives its name.
    @discardableResult
    func file(_ name: String, _ bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        let descriptor = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
            }
            guard written > 0 else { break }
            done += written
        }
        return name
    }

    @discardableResult
    func file(_ name: String, _ text: String) -> String { file(name, text.utf8) }

    /// What a file holds; nothing when it is not there.
    func bytes(_ name: String) -> [UInt8] {
        let descriptor = open(path(name), O_RDONLY)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let got = read(descriptor, &piece, piece.count), got > 0 { bytes += piece[..<got] }
        return bytes
    }

    /// What a file holds, which is then gone.
    func taken(_ name: String) -> [UInt8] {
        defer { unlink(path(name)) }
        return bytes(name)
    }

    func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

    func exists(_ name: String) -> Bool { access(path(name), F_OK) == 0 }

    /// The names of what is in a folder here, in order.
    func names(in name: String) -> [String] {
        guard let folder = opendir(path(name)) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
