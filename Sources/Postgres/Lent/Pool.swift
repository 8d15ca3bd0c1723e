import DequeModule
import Synchronization

/// A fixed number of connections, lent in the order in which they are asked for.
final class Pool: Sendable {
    private struct Waiter {
        let ticket: Interrupt.Ticket
        let deadline: ContinuousClock.Instant
        let continuation: CheckedContinuation<Connection, any Error>
    }

    private struct State {
        var idle: [Connection]
        var waiters: Deque<Waiter> = []
        var isClosed = false
        var isOnLoop = false
    }

    private let connections: [Connection]
    private let limit: Duration
    private let loop: Loop
    private let state: Mutex<State>

    /// The loop keeps the waiters' deadlines.
    init(_ connections: [Connection], waiting limit: Duration, on loop: Loop) {
        (self.connections, self.limit, self.loop) = (connections, limit, loop)
        state = Mutex(State(idle: connections.reversed()))
    }

    /// The connection most lately used of those idle, or the next to be given back; to be given back in any case.
    func lease(_ ticket: Interrupt.Ticket) async throws -> Connection {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait($0, ticket) }
        } onCancel: {
            leave(ticket)
        }
    }

    /// Hands the connection to whoever waits longest.
    func giveBack(_ connection: Connection) {
        let next = state.withLock { state -> Waiter? in
            guard let next = state.waiters.popFirst() else {
                state.idle.append(connection)
                return nil
            }
            return next
        }
        next?.continuation.resume(returning: connection)
    }

    /// Turns away who waits or comes, and ends each connection when what runs on it is done.
    func close() async {
        let waiters = state.withLock { state in
            state.isClosed = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.continuation.resume(throwing: PostgresError.closed) }
        for connection in connections { await connection.close() }
    }

    private func wait(_ continuation: CheckedContinuation<Connection, any Error>, _ ticket: Interrupt.Ticket) {
        var mustWake = false
        let answer = state.withLock { state -> Result<Connection, any Error>? in
            if state.isClosed { return .failure(PostgresError.closed) }
            // A cancellation marks the task before it calls `leave`, so one of the two always sees the other.
            if Task.isCancelled { return .failure(CancellationError()) }
            if let connection = state.idle.popLast() { return .success(connection) }
            mustWake = state.waiters.isEmpty
            state.waiters.append(Waiter(ticket: ticket, deadline: .now + limit, continuation: continuation))
            return nil
        }
        if let answer { continuation.resume(with: answer) }
        if mustWake { loop.perform { self.keepTime() } }
    }

    private func leave(_ ticket: Interrupt.Ticket) {
        let waiter = state.withLock { state in
            state.waiters.firstIndex { $0.ticket == ticket }.map { state.waiters.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }

    private func keepTime() {
        let isNew = state.withLock { state in
            defer { state.isOnLoop = true }
            return !state.isOnLoop
        }
        if isNew { loop.admit(self) }
    }
}

extension Pool: Resident {
    var isWaiting: Bool { state.withLock { !$0.waiters.isEmpty } }
    func socketIsReady(_ number: UInt64) {}
    func settle() {}

    /// Sends away who has waited too long; the longest waiting is always the first.
    func tick(_ now: ContinuousClock.Instant) {
        let late = state.withLock { state in
            var late: [Waiter] = []
            while let first = state.waiters.first, first.deadline <= now { late.append(state.waiters.removeFirst()) }
            return late
        }
        for waiter in late {
            waiter.continuation.resume(
                throwing: PostgresError(
                    sqlState: "53300", message: "no connection was free within \(limit)", statement: "acquire"))
        }
    }
}
