import Glibc
import Synchronization

/// A wire between clients and a server on the loopback, which fails as told. One thread takes callers, and each of
/// them has a thread that copies bytes both ways.
final class FaultProxy: Sendable {
    enum Fault: Sendable, Equatable {
        case none
        /// Every piece waits so long before it goes on.
        case delay(milliseconds: UInt32)
        /// Nothing goes on in either direction and nothing ends; what is under way comes when the fault is over.
        case blackHole
        /// Connections, present and new, are reset.
        case reset
        /// A connection ends after so many bytes in one direction, counted from its beginning.
        case cut(after: Int, fromServer: Bool)
        /// One byte at a time.
        case slices
        /// The server's word that a COMMIT is done never arrives: the connection is reset, or falls silent.
        case loseCommit(silently: Bool)
    }

    let port: UInt16
    private let target: UInt16
    private let listener: Int32
    private let state = Mutex(State())

    private struct State {
        var fault = Fault.none
        var isClosed = false
        var threads: [pthread_t] = []
        var moments: [ContinuousClock.Instant] = []
    }

    /// A proxy before the port `target`.
    init(to target: UInt16) throws {
        self.target = target
        (listener, port) = try Loopback.listen(backlog: 100)
        _ = fcntl(listener, F_SETFL, O_NONBLOCK)
        start { $0.accept() }
    }

    /// Lends a proxy; afterwards every connection and thread of it is gone.
    static func lend<Value>(to target: UInt16, _ body: (FaultProxy) async throws -> Value) async throws -> Value {
        let proxy = try FaultProxy(to: target)
        defer { proxy.end() }
        return try await body(proxy)
    }

    var fault: Fault {
        get { state.withLock { $0.fault } }
        set { state.withLock { $0.fault = newValue } }
    }

    /// How many connections were taken so far.
    var accepted: Int { moments.count }

    /// When each was.
    var moments: [ContinuousClock.Instant] { state.withLock { $0.moments } }

    /// The address of the database behind the wire.
    func conninfo(user: String = "postgres", database: String = "postgres") -> String {
        "host=127.0.0.1 port=\(port) user=\(user) dbname=\(database) sslmode=disable gssencmode=disable"
    }

    private func end() {
        state.withLock { $0.isClosed = true }
        while let thread = state.withLock({ $0.threads.popLast() }) { pthread_join(thread, nil) }
        close(listener)
    }

    private var isClosed: Bool { state.withLock { $0.isClosed } }

    private func start(_ body: @escaping @Sendable (FaultProxy) -> Void) {
        final class Work {
            let body: @Sendable () -> Void
            init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        }
        let work = Unmanaged.passRetained(Work { body(self) })
        var thread = pthread_t()
        let error = pthread_create(
            &thread, nil,
            { pointer in
                if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
                return nil
            }, work.toOpaque())
        if error == 0 { state.withLock { [thread] in $0.threads.append(thread) } } else { work.release() }
    }

    private func accept() {
        while !isClosed {
            var ready = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 20) == 1 else { continue }
            let client = Child.spawning.withLock { _ in
                let client = Glibc.accept(listener, nil, nil)
                return fcntl(client, F_SETFD, FD_CLOEXEC) == 0 ? client : -1
            }
            guard client >= 0 else { continue }
            state.withLock { $0.moments.append(.now) }
            start { proxy in
                guard let server = Loopback.connect(to: proxy.target) else { return Loopback.reset(client) }
                Wire(client: client, server: server).carry { proxy.isClosed ? nil : proxy.fault }
            }
        }
    }
}
