import Glibc

/// A folder of documents that belong together: all are on the disk before the first takes its name, so that a full disk
/// or a closed folder leaves the old ones, and one process writes at a time.
struct DocumentFolder {
    let path: String

    private static let start = ".cohorte-document-"
    /// How long another process may be writing there.
    private static let patience = Duration.seconds(30)

    /// Writes the documents, each whole, and gives their paths. What a killed run left half-written is taken away.
    func write(_ files: [(name: String, bytes: [UInt8])]) async throws -> [String] {
        let folder = FolderPath(path)
        try folder.make(for: path + "/")
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CannotWrite(path, code: errno) }
        defer { close(descriptor) }
        try await waitUntilAlone(descriptor)
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

    private func waitUntilAlone(_ descriptor: Int32) async throws {
        let end = ContinuousClock.now + Self.patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < end else {
                throw CannotWrite(path, code: errno)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Takes away the temporary files of runs that were killed; whoever writes now is alone.
    private func sweep() {
        guard let names = opendir(path) else { return }
        defer { closedir(names) }
        while let entry = readdir(names) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(Self.start), name.hasSuffix(".tmp") { unlink("\(path)/\(name)") }
        }
    }
}
