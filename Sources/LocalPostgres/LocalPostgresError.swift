import Glibc

/// Why the private cluster could not be made, started or stopped, with a sentence that says what to do.
public struct LocalPostgresError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What went wrong; paths are absolute.
    public enum Reason: Equatable, Sendable {
        /// No PostgreSQL server programs of a version that we can use.
        case serverMissing
        /// The data was made by a version whose programs are no longer installed.
        case versionMissing(Int, folder: String)
        /// We are root and there is no account `postgres` to run the server.
        case serverAccountMissing
        /// The present user has a number but no name, so that PostgreSQL cannot know it.
        case accountWithoutName(UInt32)
        /// The data belongs to another user of the machine.
        case belongsToAnother(folder: String, owner: String)
        case noPermission(path: String)
        case readOnly(path: String)
        case diskFull(path: String)
        /// Any other refusal of the operating system, in French and in its words.
        case unusable(path: String, french: String, detail: String)
        /// `initdb` failed, with its last words.
        case notMade(detail: String)
        /// The server ended while starting, with its last words and its log.
        case notStarted(log: String, detail: String)
        /// The server runs but did not answer in time.
        case notAnswering(log: String)
        /// The server did not end in time.
        case notStopping(pid: Int32)
        /// PGSERVICE is set and names a service that libpq cannot find, which it demands even here.
        case serviceUnknown(detail: String)
        /// Another process has been making, starting or stopping this cluster for too long.
        case busy(lock: String)
    }

    public let reason: Reason

    init(_ reason: Reason) { self.reason = reason }

    /// The refusal of the operating system with this `errno` at this path.
    init(code: Int32, path: String) {
        switch code {
        case EACCES, EPERM: self.init(.noPermission(path: path))
        case EROFS: self.init(.readOnly(path: path))
        case ENOSPC, EDQUOT: self.init(.diskFull(path: path))
        default:
            let (french, detail) = SystemReason.words(code)
            self.init(.unusable(path: path, french: french, detail: detail))
        }
    }

    /// `reason`, unless the words of a program or the disk itself tell that there is no room left at `path`.
    static func orDiskFull(_ reason: Reason, detail: String, path: String) -> LocalPostgresError {
        let isFull = detail.contains("No space left on device") || FileSystem.isFull(path)
        return LocalPostgresError(isFull ? .diskFull(path: path) : reason)
    }

    /// Whether the cause is a place where nothing can be written.
    public var isCannotWrite: Bool {
        switch reason {
        case .noPermission, .readOnly, .diskFull, .unusable: true
        default: false
        }
    }

    /// One or two sentences for people: what happened, then what to do.
    public func sentence(french: Bool) -> String { french ? reason.french : reason.english }

    public var description: String { sentence(french: false) }
}
