import Glibc

/// The lock that only one process at a time holds while it makes, starts or stops a cluster; the system gives it
/// back when its holder dies.
struct Lock: ~Copyable {
    private let file: Int32

    /// Waits for the lock without blocking a thread; throws `.busy` after `patience`.
    static func take(_ path: String, for account: Account, patience: Duration) async throws -> Lock {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw LocalPostgresError(code: errno, path: path) }
        let lock = Lock(file: file)
        try FileSystem.give(path, to: account)
        let deadline = ContinuousClock.now + patience
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            let reason = errno
            guard reason == EWOULDBLOCK || reason == EINTR else { throw LocalPostgresError(code: reason, path: path) }
            guard ContinuousClock.now < deadline else { throw LocalPostgresError(.busy(lock: path)) }
            try await Task.sleep(for: .milliseconds(10))
        }
        return lock
    }

    /// Gives the lock back.
    consuming func release() {}

    deinit { close(file) }
}
