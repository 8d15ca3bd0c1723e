import Glibc

/// Writes a file whole or not at all, readable by all: on a failure the old one stays as it was.
///
/// Missing folders of the path are made. A link is followed; a device or a pipe is written to directly.
func writeFile(_ bytes: [UInt8], to path: String) throws(CannotWrite) {
    do { try writeFile(to: path) { output in try output.write(bytes) } } catch let error as CannotWrite {
        throw error
    } catch {
        throw CannotWrite(path, code: EPIPE)
    }
}

/// The same, with what `body` writes; its errors leave the old file too.
func writeFile(to path: String, _ body: (inout Output) throws -> Void) throws {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw CannotWrite(path, code: ENOENT) }
    signal(SIGXFSZ, SIG_IGN)
    var status = stat()
    if stat(path, &status) == 0 {
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw CannotWrite(path, code: EISDIR)
        case S_IFREG: break
        default: return try overwrite(path, body)
        }
    }
    let target = resolved(path)
    let folder = FolderPath(of: target)
    try folder.make(for: path)
    let temporary = folder.temporary(".cohorte-")
    do {
        try writeNew(temporary, named: path, body)
        guard rename(temporary, target) == 0 else { throw CannotWrite(path, code: errno) }
    } catch {
        unlink(temporary)
        throw error
    }
    let code = folder.settle()
    if code != 0 { throw CannotWrite(path, code: code) }
}

/// Writes a new file and waits until the disk has it; errors name the file that it is to become.
func writeNew(_ path: String, named name: String, _ body: (inout Output) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw CannotWrite(name, code: errno) }
    var code: Int32 = 0
    do {
        var output = Output(descriptor: descriptor, name: name)
        try body(&output)
        try output.flush()
    } catch {
        close(descriptor)
        throw error
    }
    if fchmod(descriptor, 0o644) != 0 || fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code != 0 { throw CannotWrite(name, code: code) }
}

private func overwrite(_ path: String, _ body: (inout Output) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CannotWrite(path, code: errno) }
    do {
        var output = Output(descriptor: descriptor, name: path)
        try body(&output)
        try output.flush()
    } catch {
        close(descriptor)
        throw error
    }
    if close(descriptor) != 0 { throw CannotWrite(path, code: errno) }
}

/// The file that a path leads to through links, or the path itself.
private func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
}

/// The folder that a file is in.
struct FolderPath {
    let path: String

    init(_ path: String) { self.path = path }

    init(of file: String) {
        let bytes = Array(file.utf8)
        switch bytes.lastIndex(of: UInt8(ascii: "/")) {
        case nil: path = "."
        case 0?: path = "/"
        case let end?: path = String(decoding: bytes[..<end], as: UTF8.self)
        }
    }

    /// Makes the folder and those above it.
    func make(for file: String) throws(CannotWrite) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw CannotWrite(file, code: ENOTDIR) }
            return
        }
        guard errno == ENOENT else { throw CannotWrite(file, code: errno) }
        try FolderPath(of: path).make(for: file)
        if mkdir(path, 0o755) != 0, errno != EEXIST { throw CannotWrite(file, code: errno) }
    }

    /// Makes it, and sees to it that something can be written there, before much is made that could not be.
    func openForWriting() throws(CannotWrite) {
        try make(for: path)
        guard access(path, W_OK | X_OK) == 0 else { throw CannotWrite(path, code: errno) }
    }

    /// A name in the folder that nothing has yet.
    func temporary(_ start: String) -> String {
        "\(path)/\(start)\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
    }

    /// Has the disk keep the names in the folder; 0, or the system's code of what went wrong.
    func settle() -> Int32 {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        return fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno
    }
}
