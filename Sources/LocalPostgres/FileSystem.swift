import Glibc

/// The few things we ask of the file system; each failure is an error that names its path.
enum FileSystem {
    /// What lies at `path`, links not followed; nil when nothing does or it may not be seen.
    static func state(_ path: String) -> stat? {
        var state = stat()
        return lstat(path, &state) == 0 ? state : nil
    }

    static func isFolder(_ path: String) -> Bool { state(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

    /// An absolute path without links, `.` or `..`, also of what does not exist yet.
    static func canonical(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        var parts = path.split(separator: "/")
        guard let last = parts.popLast() else { return "/" }
        let parent = canonical("/" + parts.joined(separator: "/"))
        switch last {
        case ".": return parent
        case "..": return "/" + parent.split(separator: "/").dropLast().joined(separator: "/")
        default: return parent == "/" ? "/" + last : parent + "/" + last
        }
    }

    /// Makes a folder and its missing parents (these for anyone to pass); one that exists is left as it is.
    static func makeFolder(_ path: String, mode: mode_t, for account: Account? = nil) throws {
        if isFolder(path) { return }
        let parent = "/" + path.split(separator: "/").dropLast().joined(separator: "/")
        if parent != path && !isFolder(parent) { try makeFolder(parent, mode: 0o755) }
        if mkdir(path, mode) != 0 {
            let reason = errno
            if reason == EEXIST && isFolder(path) { return }
            throw LocalPostgresError(code: reason, path: path)
        }
        guard chmod(path, mode) == 0 else { throw LocalPostgresError(code: errno, path: path) }
        if let account { try give(path, to: account) }
    }

    static func give(_ path: String, to account: Account) throws {
        guard account.needsSwitch else { return }
        guard lchown(path, account.user, account.group) == 0 else { throw LocalPostgresError(code: errno, path: path) }
    }

    /// The names in a folder, in no order; none when it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// At most the last `limit` bytes of a file; nil when it cannot be read.
    static func read(_ path: String, last limit: Int = 65_536) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let length = Int(lseek(file, 0, SEEK_END))
        lseek(file, max(0, length - limit), SEEK_SET)
        var bytes = [UInt8](repeating: 0, count: limit)
        var filled = 0
        while filled < limit {
            let count = Glibc.read(file, &bytes[filled], limit - filled)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            filled += count
        }
        return String(decoding: bytes[..<filled], as: UTF8.self)
    }

    /// Puts `text` at `path` whole or not at all, lasting, readable by `account` only; done already, it does nothing.
    static func replace(_ path: String, with text: String, for account: Account) throws {
        if read(path) == text { return }
        let draft = path + ".draft"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw LocalPostgresError(code: errno, path: path) }
        let bytes = Array(text.utf8)
        let written = write(file, bytes, bytes.count)
        let flushed = written == bytes.count && fsync(file) == 0
        let reason = written >= 0 && written < bytes.count ? ENOSPC : errno
        close(file)
        do {
            guard flushed else { throw LocalPostgresError(code: reason, path: path) }
            try give(draft, to: account)
            guard rename(draft, path) == 0 else { throw LocalPostgresError(code: errno, path: path) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// Removes a folder and all it holds, links not followed; what cannot be removed stays.
    static func removeTree(_ path: String) {
        if isFolder(path) { for name in names(in: path) { removeTree(path + "/" + name) } }
        remove(path)
    }

    /// Makes the names in a folder last through a loss of power.
    static func sync(_ folder: String) throws {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw LocalPostgresError(code: errno, path: folder) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw LocalPostgresError(code: errno, path: folder) }
    }

    /// Whether the disk under `path` has next to nothing left for an ordinary user.
    static func isFull(_ path: String) -> Bool {
        var state = statvfs()
        guard statvfs(path, &state) == 0 else { return false }
        return state.f_bavail * state.f_frsize < 1 << 20 || (state.f_files > 0 && state.f_favail < 16)
    }
}
