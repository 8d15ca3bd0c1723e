import CLibpq
import Glibc
import Synchronization

/// What somebody told a channel with NOTIFY.
package struct Notification: Hashable, Sendable {
    package let channel: String
    package let payload: String
}

/// What is told a channel from the first `next` on, in its order. It has a connection of its own, beside the pool's, and
/// ends with an error when that is lost or the database closed: what was told meanwhile is then unknown, and asking anew begins anew.
package struct Notifications: AsyncSequence, Sendable {
    let database: Database
    let channel: String

    package func makeAsyncIterator() -> Iterator {
        let connection = Connection(database.login, database.limits, database.notice)
        database.listeners.add(connection)
        return Iterator(connection: connection, channel: channel)
    }

    /// Disconnects when it is let go.
    package struct Iterator: AsyncIteratorProtocol {
        private let connection: Connection
        private let channel: String
        private var isOver = false

        init(connection: Connection, channel: String) { (self.connection, self.channel) = (connection, channel) }

        /// Waits for the next notification. Throws a `PostgresError`, or `CancellationError`; after that there are none.
        package mutating func next() async throws -> Notification? {
            guard !isOver else { return nil }
            let ticket = Interrupt.Ticket()
            do {
                return try await withTaskCancellationHandler {
                    try await connection.notification(on: channel, ticket)
                } onCancel: { [connection] in
                    connection.interrupt.ring(ticket)
                }
            } catch {
                isOver = true
                await connection.close()
                throw error
            }
        }
    }
}

/// The connections that listen, to be ended with their database.
final class Listeners: Sendable {
    private struct Listener {
        weak var connection: Connection?
    }

    private let state = Mutex<(all: [Listener], isClosed: Bool)>(([], false))

    func add(_ connection: Connection) {
        let isClosed = state.withLock { state in
            state.all.removeAll { $0.connection == nil }
            state.all.append(Listener(connection: connection))
            return state.isClosed
        }
        if isClosed { connection.interrupt.shut() }
    }

    func close() {
        let all = state.withLock { state in
            state.isClosed = true
            return state.all
        }
        for listener in all { listener.connection?.interrupt.shut() }
    }
}

extension Database {
    /// What is told `channel` with NOTIFY while it is listened to; not through a pooler.
    package func notifications(on channel: String) -> Notifications { Notifications(database: self, channel: channel) }
}

extension Connection {
    /// Waits, on the connection's own thread, for the channel's next notification.
    func notification(on channel: String, _ ticket: Interrupt.Ticket) throws -> Notification {
        try working(for: ticket) {
            let link = try listening(to: channel)
            while true {
                if let notification = link.notification() { return notification }
                switch wait(for: POLLIN, on: link.socket, until: .now + .seconds(3_600), interrupt) {
                case .ready: if PQconsumeInput(link.raw) == 0 { throw link.failure(nil, "listen") }
                case .interrupted: throw PostgresError.cancelled("listen")
                case .late: break
                }
            }
        }
    }
}

extension Link {
    /// The next notification that has come, if one has.
    fileprivate func notification() -> Notification? {
        guard let raw = PQnotifies(raw) else { return nil }
        defer { PQfreemem(raw) }
        return Notification(
            channel: String(cString: raw.pointee.relname), payload: String(cString: raw.pointee.extra))
    }
}
