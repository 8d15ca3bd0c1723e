import DequeModule
import Dispatch
import Synchronization

/// Values on their way from a thread that makes them to the one that uses them, in their order and a few at a time:
/// whoever is faster waits.
final class Handover<Value: Sendable>: Sendable {
    /// Nobody takes the values any more.
    private struct Abandoned: Error {}

    private struct State {
        var values: Deque<Value> = []
        /// How the making ended, once it did.
        var end: Result<Void, any Error>?
        var isAbandoned = false
    }

    private let state = Mutex(State())
    private let made = DispatchSemaphore(value: 0)
    private let room = DispatchSemaphore(value: 0)
    private let maker = DispatchQueue(label: "cohorte.handover")

    /// `count` is how many values may wait.
    init(room count: Int = 8) {
        for _ in 0..<count { room.signal() }
    }

    /// Has the values made on a thread of their own, by what hands over one after the other and may throw.
    func make(_ make: @escaping @Sendable (_ put: (Value) throws -> Void) throws -> Void) {
        maker.async {
            let end = Result { try make { try self.put($0) } }
            self.state.withLock { $0.end = end }
            self.made.signal()
        }
    }

    /// The next value; nil when all were taken. Rethrows what ended the making, after the values before it.
    func take() throws -> Value? {
        made.wait()
        let (value, end) = state.withLock { ($0.values.popFirst(), $0.end) }
        guard let value else {
            try end?.get()
            return nil
        }
        room.signal()
        return value
    }

    /// Ends the making, and returns when it has ended.
    func abandon() {
        state.withLock { $0.isAbandoned = true }
        room.signal()
        maker.sync {}
    }

    private func put(_ value: Value) throws {
        room.wait()
        let isAbandoned = state.withLock { state in
            if !state.isAbandoned { state.values.append(value) }
            return state.isAbandoned
        }
        if isAbandoned { throw Abandoned() }
        made.signal()
    }
}
