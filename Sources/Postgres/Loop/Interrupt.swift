import Synchronization

/// How a blocked connection hears that the task it works for was cancelled, and never an earlier or a later one.
final class Interrupt: Sendable {
    /// One piece of work that may be interrupted.
    struct Ticket: Hashable, Sendable {
        private static let last = Atomic<UInt64>(0)
        private let number = Ticket.last.add(1, ordering: .relaxed).newValue

        init() {}
    }

    let bell = Bell()
    private let state = Mutex<(ticket: Ticket?, isRung: Bool, isShut: Bool)>((nil, false, false))

    /// Listens for the ticket's interruption from now on, and for no other.
    func listen(for ticket: Ticket?) {
        state.withLock { state in
            (state.ticket, state.isRung) = (ticket, state.isShut)
            if !state.isShut { bell.silence() }
        }
    }

    /// Interrupts what is done now and whatever comes.
    func shut() {
        state.withLock { state in
            (state.isRung, state.isShut) = (true, true)
            bell.ring()
        }
    }

    /// Interrupts the ticket's work if it is the one being done.
    func ring(_ ticket: Ticket) {
        state.withLock { state in
            guard state.ticket == ticket, !state.isRung else { return }
            state.isRung = true
            bell.ring()
        }
    }

    var isShut: Bool { state.withLock { $0.isShut } }

    var isRung: Bool { state.withLock { $0.isRung } }
}
