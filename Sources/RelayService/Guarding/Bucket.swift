import Synchronization

/// How many requests each key may make: so many a second on average, and some more at once.
final class Buckets<Key: Hashable & Sendable>: Sendable {
    private struct Bucket {
        var tokens: Double
        var at: ContinuousClock.Instant
    }

    private let rate: Double
    private let burst: Double
    private let buckets = Mutex<[Key: Bucket]>([:])

    /// No limit when the rate is 0.
    init(rate: Double, burst: Double) { (self.rate, self.burst) = (rate, burst) }

    /// Takes one; else how many seconds to wait for the next.
    func take(_ key: Key, _ now: ContinuousClock.Instant = .now) -> Double? {
        guard rate > 0 else { return nil }
        return buckets.withLock { buckets in
            if buckets.count >= Self.most { buckets = buckets.filter { !isFull($0.value, now) } }
            if buckets.count >= Self.most, buckets[key] == nil { return 1 }
            var bucket = buckets[key] ?? Bucket(tokens: burst, at: now)
            bucket.tokens = min(burst, bucket.tokens + seconds(now - bucket.at) * rate)
            bucket.at = now
            defer { buckets[key] = bucket }
            guard bucket.tokens >= 1 else { return (1 - bucket.tokens) / rate }
            bucket.tokens -= 1
            return nil
        }
    }

    private func isFull(_ bucket: Bucket, _ now: ContinuousClock.Instant) -> Bool {
        bucket.tokens + seconds(now - bucket.at) * rate >= burst
    }

    private func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

    /// Keys remembered at once.
    private static var most: Int { 100_000 }
}
