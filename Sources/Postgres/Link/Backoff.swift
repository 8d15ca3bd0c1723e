/// When a server that could not be reached is tried again: later each time, and not by all at once.
struct Backoff {
    private var failures = 0
    private var earliest = ContinuousClock.now

    /// Whether a server was reached before: one that never was is likelier to be misspelt than away.
    private(set) var hasReached = false

    /// A server let us in: no more than that, for a broken one may cut us off before its first answer.
    mutating func reach() { hasReached = true }

    mutating func succeed() { (failures, hasReached) = (0, true) }

    /// Up to 100 ms after the first failure, up to 5 s after many, but never so long that those who wait for `patience` see
    /// no other try: a random share, so that clients spread ("full jitter", M. Brooker, Exponential Backoff and Jitter,
    /// 2015).
    mutating func fail(patience: Duration) {
        failures += 1
        let most = max(10, min(5_000, 50 << min(failures, 10), Int(patience / .milliseconds(4))))
        earliest = ContinuousClock.now + .milliseconds(Int.random(in: 0...most))
    }

    /// How long to wait before the next try.
    var delay: Duration { max(.zero, earliest - ContinuousClock.now) }
}
