package import FoundationEssentials

/// When a whole transaction is run again: at most twelve times, within half a minute, after a random wait.
public struct Retry: Sendable {
    /// What may be known of a failure that another try could mend.
    public typealias Judge = @Sendable (any Error) -> Bool

    let isAllowed: Judge
    let key: UUID?

    /// Not at all.
    public static let never = Retry(isAllowed: { _ in false }, key: nil)

    /// When the server has undone all of it: a serialization failure (40001), a deadlock (40P01), a lock (55P03) or a
    /// connection (53300) not had in time, a server become a standby (25006), a plan gone stale; and on what `also` says.
    public static func whenUndone(also: @escaping Judge = { _ in false }) -> Retry {
        Retry(isAllowed: { ($0 as? PostgresError)?.isUndone == true || also($0) }, key: nil)
    }

    /// Also when the connection was cut, or COMMIT's outcome is unknown: the work may then have been done already, so the
    /// body writes `key` with its rows (`on conflict do nothing`) to do nothing twice. It finds it as `transaction.key`.
    package static func keyed(_ key: UUID) -> Retry {
        Retry(
            isAllowed: { error in
                guard let error = error as? PostgresError else { return false }
                return error.isRetriable || error.isOutcomeUnknown
            }, key: key)
    }

    /// Runs `body` until it succeeds or there is no sense in another try.
    func run<Value>(_ body: () async throws -> Value) async throws -> Value {
        let end = ContinuousClock.now + .seconds(30)
        var attempt = 1
        while true {
            do {
                return try await body()
            } catch let error where attempt < 12 && ContinuousClock.now < end && isAllowed(error) && !Task.isCancelled {
                try await Task.sleep(for: .milliseconds(Int.random(in: 5...min(2_000, 10 << attempt))))
                attempt += 1
            }
        }
    }
}
