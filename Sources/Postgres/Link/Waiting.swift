import CLibpq
import Glibc

/// Why a wait ended.
enum Wake { case ready, late, interrupted }

/// Blocks until the socket is ready, the deadline has passed or the interrupt rings.
func wait(
    for events: Int32, on socket: Int32, until deadline: ContinuousClock.Instant, _ interrupt: Interrupt?
) -> Wake {
    while true {
        let left = deadline - ContinuousClock.now
        guard left > .zero else { return .late }
        // Rounded up, so that the last wait does not turn into many of zero; and no longer than the clock of poll counts.
        let milliseconds = Int32(min(left / .milliseconds(1) + 1, 1_000_000))
        var descriptors = [pollfd(fd: socket, events: Int16(events), revents: 0)]
        if let interrupt {
            descriptors.append(pollfd(fd: interrupt.bell.descriptor, events: Int16(POLLIN), revents: 0))
        }
        guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else { continue }
        if descriptors.count > 1, descriptors[1].revents != 0 { return .interrupted }
        return .ready
    }
}

extension Link {
    /// How a statement that is not to go on any more ends.
    private enum Stop {
        case late(Duration)
        case cancelled
    }

    /// The next result of what runs, to be cleared by the caller; nil at its end, or when the connection is lost.
    ///
    /// Waits for `limit` at most and, if the task is cancelled, no longer: the server is then told to stop, and has a few
    /// seconds to say so. Throws 57014 when it does not; the link is then given up.
    func next(_ name: String, within limit: Duration, isInterruptible: Bool = true) throws -> OpaquePointer? {
        var deadline = ContinuousClock.now + limit
        var stop: Stop?
        while !isGivenUp {
            let unsent = PQflush(raw)
            if unsent < 0 || (unsent == 0 && PQisBusy(raw) == 0) { break }
            let bell = stop == nil && isInterruptible ? interrupt : nil
            switch wait(for: POLLIN | (unsent == 1 ? POLLOUT : 0), on: socket, until: deadline, bell) {
            case .ready:
                if PQconsumeInput(raw) == 0 { return stop == nil ? PQgetResult(raw) : nil }
                continue
            case .interrupted: stop = .cancelled
            case .late where stop == nil: stop = .late(limit)
            case .late: giveUp()
            }
            if !isGivenUp {
                deadline = ContinuousClock.now + Limits.grace
                cancellation?.send()
            }
        }
        return try result(after: stop, name)
    }

    /// The result that came, or the refusal that being stopped stands for.
    private func result(after stop: Stop?, _ name: String) throws -> OpaquePointer? {
        let result = isGivenUp ? nil : PQgetResult(raw)
        guard let stop else {
            if isGivenUp {
                throw PostgresError(sqlState: "08006", message: "the connection was given up", statement: name)
            }
            return result
        }
        let isStopped = result.map { PQresultStatus($0) == PGRES_FATAL_ERROR } ?? isGivenUp
        guard isStopped else { return result }
        PQclear(result)
        // What follows the error is only the end of the statement, or of the multi-statement text.
        drain()
        throw stopped(stop, name)
    }

    private func stopped(_ stop: Stop, _ name: String) -> PostgresError {
        switch stop {
        case .cancelled: .cancelled(name)
        case .late(let limit):
            PostgresError(sqlState: "57014", message: "no answer within \(limit): stopped", statement: name)
        }
    }

    /// Sends what libpq still holds back, reading meanwhile, so that neither side waits for the other.
    func flush(_ name: String, within limit: Duration) throws {
        let deadline = ContinuousClock.now + limit
        while true {
            switch isGivenUp ? -1 : PQflush(raw) {
            case 0: return
            case 1: break
            default: throw failure(nil, name)
            }
            switch wait(for: POLLIN | POLLOUT, on: socket, until: deadline, interrupt) {
            case .ready: if PQconsumeInput(raw) == 0 { throw failure(nil, name) }
            case .interrupted: throw PostgresError.cancelled(name)
            case .late:
                giveUp()
                throw PostgresError(sqlState: "57014", message: "nothing taken within \(limit)", statement: name)
            }
        }
    }

    /// Refuses to send anything more for a task that was cancelled.
    func refuseIfInterrupted(_ name: String) throws {
        if interrupt?.isRung == true { throw PostgresError.cancelled(name) }
    }
}

extension PostgresError {
    /// The server stopped, or was never asked, because nobody waits for the answer any more.
    static func cancelled(_ name: String) -> PostgresError {
        PostgresError(sqlState: "57014", message: "the task was cancelled", statement: name)
    }
}
