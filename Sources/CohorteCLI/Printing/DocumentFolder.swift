import Glibc

/// A folder of documents that belong together: all are on the disk before the first takes its name, so that a full disk
/// or a closed folder leaves the old ones, and one process writes at a time.
struct DocumentFolder {
    let path: String

    private static let start = ".cohorte-document-"

    /// Writes the documents, each whole, and gives their paths. What a killed run left half-written is taken away.
    func write(_ files: [(name: String, bytes: [UInt8])]) async throws -> [String] {
        let folder = FolderPath(path)
        try folder.make(for: path + "/")
        let lock = try await FolderLock(path)
        defer { lock.release() }
        sweep()
        return try replace(files, in: folder)
    }

    private func replace(_ files: [(name: String, bytes: [UInt8])], in folder: FolderPath) throws -> [String] {
        signal(SIGXFSZ, SIG_IGN)
        var written: [(temporary: String, target: String)] = []
        defer { for file in written { unlink(file.temporary) } }
        for (name, bytes) in files {
            let file = (temporary: folder.temporary(Self.start), target: "\(path)/\(name)")
            written.append(file)
            try writeNew(file.temporary, named: file.target) { output in try output.write(bytes) }
        }
        for file in written where rename(file.temporary, file.target) != 0 {
            throw CannotWrite(file.target, code: errno)
        }
        let code = folder.settle()
        guard code == 0 else { throw CannotWrite(path, code: code) }
        return written.map(\.target)
    }

    /// Takes away the temporary files of runs that were killed; whoever writes now is alone.
    private func sweep() {
        for name in FolderPath(path).names where name.hasPrefix(Self.start) && name.hasSuffix(".tmp") {
            unlink("\(path)/\(name)")
        }
    }
}

/// A folder that is held: one process writes there at a time.
struct FolderLock {
    /// How long another process may be writing there.
    private static let patience = Duration.seconds(30)

    private let descriptor: Int32

    /// Waits until it is alone. The folder is there.
    init(_ path: String) async throws {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CannotWrite(path, code: errno) }
        let end = ContinuousClock.now + Self.patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < end else {
                let code = errno
                close(descriptor)
                throw CannotWrite(path, code: code)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    func release() { close(descriptor) }
}

extension FolderPath {
    /// The names of the folders in it, in order.
    var folders: [String] { names.filter { FolderPath("\(path)/\($0)").isFolder }.sorted() }

    private var isFolder: Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The names of all that is in it, but itself and the folder above.
    var names: [String] {
        guard let names = opendir(path) else { return [] }
        defer { closedir(names) }
        var found: [String] = []
        while let entry = readdir(names) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { found.append(name) }
        }
        return found
    }
}
