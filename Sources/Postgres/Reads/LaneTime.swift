import DequeModule

/// How a lane keeps the deadlines of its reads, and what nobody awaits any more from running on.
extension Lane {
    /// Fails what is late; has what runs stopped when nobody waits for it any more; gives the link up when the server does
    /// not say in time that it has. `told` is called, on any thread, when the server was told to stop.
    ///
    /// The server sends a group's answers together, so which of its statements runs is not known here: when one of them is
    /// no longer awaited and no answer comes, what runs is stopped, and sent again by itself if it was another.
    func keepTime(_ now: ContinuousClock.Instant, _ told: @escaping @Sendable () -> Void) {
        for read in pending where read.deadline <= now { read.failLate() }
        if let cancelledAt {
            if !steps.isEmpty, now - max(cancelledAt, lastAnswer) > Limits.grace { link.giveUp() }
        } else if let cancellation = link.cancellation, now - lastAnswer > Self.patience, runsInVain {
            (isCancelling, cancelledAt) = (true, now)
            cancellation.send(told)
        }
    }

    /// How long a group may be silent before it is looked at whether it is still awaited.
    private static let patience = Duration.milliseconds(20)

    /// Whether the group whose answers come next has a read that nobody awaits.
    private var runsInVain: Bool {
        for step in steps {
            switch step {
            case .read(let read, _): if read.isAnswered { return true }
            case .sync: return false
            case .command, .forget, .prepare: continue
            }
        }
        return false
    }

    /// The server was told to stop: what it stopped shows in the answers to what was sent before.
    func wasTold() {
        isCancelling = false
        expect(echo: steps.count)
    }
}
