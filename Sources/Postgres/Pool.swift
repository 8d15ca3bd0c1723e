import Synchronization

/// A fixed number of connections, lent in the order in which they are asked for.
final class Pool: Sendable {
    private struct State {
        var idle: [Connection]
        var waiters: [(ticket: Int, continuation: CheckedContinuation<Connection, any Error>)] = []
        var nextTicket = 0
        var isClosed = false
    }

    private let connections: [Connection]
    private let state: Mutex<State>

    init(_ login: Login, connections count: Int) {
        connections = (0..<max(1, count)).map { _ in Connection(login) }
        state = Mutex(State(idle: connections.reversed()))
    }

    /// The connection most lately used of those idle, or the next to be given back; to be given back in any case.
    func lease() async throws -> Connection {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait($0, ticket) }
        } onCancel: {
            leave(ticket)
        }
    }

    /// Hands the connection to whoever waits longest.
    func giveBack(_ connection: Connection) {
        let next = state.withLock { state -> CheckedContinuation<Connection, any Error>? in
            if state.waiters.isEmpty {
                state.idle.append(connection)
                return nil
            }
            return state.waiters.removeFirst().continuation
        }
        next?.resume(returning: connection)
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

    private func wait(_ continuation: CheckedContinuation<Connection, any Error>, _ ticket: Int) {
        let answer = state.withLock { state -> Result<Connection, any Error>? in
            if state.isClosed { return .failure(PostgresError.closed) }
            // A cancellation marks the task before it calls `leave`, so one of the two always sees the other.
            if Task.isCancelled { return .failure(CancellationError()) }
            if let connection = state.idle.popLast() { return .success(connection) }
            state.waiters.append((ticket, continuation))
            return nil
        }
        if let answer { continuation.resume(with: answer) }
    }

    private func leave(_ ticket: Int) {
        let waiter = state.withLock { state in
            state.waiters.firstIndex { $0.ticket == ticket }.map { state.waiters.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }
}
