import Dispatch
import Synchronization

/// Where two sides meet: a transaction's body, which may block, tells that it has come and waits to be let on.
final class Gate: Sendable {
    private let arrived = Atomic<Bool>(false)
    private let opened = DispatchSemaphore(value: 0)

    /// Tells that we are here and waits, a minute at most.
    func pass() {
        arrived.store(true, ordering: .releasing)
        _ = opened.wait(timeout: .now() + 60)
    }

    func open() { opened.signal() }

    /// Waits until somebody is at the gate.
    func isReached() async throws -> Bool {
        try await eventually { arrived.load(ordering: .acquiring) }
    }
}
