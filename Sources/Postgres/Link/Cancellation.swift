import CLibpq
import Dispatch

/// What asks a server to stop the statement of one connection.
final class Cancellation: Sendable {
    // libpq documents PQcancel as safe from any thread, and nothing else reads the key.
    private nonisolated(unsafe) let key: OpaquePointer
    /// Serial, for such queues have threads beyond those that Swift's tasks share, which must not block.
    private let queue = DispatchQueue(label: "postgres.cancel")

    /// Nil when libpq has no memory for it.
    init?(of connection: OpaquePointer) {
        guard let key = PQgetCancel(connection) else { return nil }
        self.key = key
    }

    deinit { PQfreeCancel(key) }

    /// Asks, and returns when the server has signalled its process, or after two seconds: a request still on its way could
    /// otherwise stop the next statement.
    func send() {
        let isTold = DispatchSemaphore(value: 0)
        send { isTold.signal() }
        _ = isTold.wait(timeout: .now() + 2)
    }

    /// Asks, without keeping the caller, and calls `done` when the server has signalled its process or cannot be reached.
    func send(_ done: @escaping @Sendable () -> Void) {
        queue.async {
            var ignored: [CChar] = Array(repeating: 0, count: 256)
            PQcancel(self.key, &ignored, Int32(ignored.count))
            done()
        }
    }
}
