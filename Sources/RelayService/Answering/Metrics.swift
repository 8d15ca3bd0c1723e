import Synchronization

/// What the program counts of itself, as Prometheus reads it (text exposition format 0.0.4).
final class Metrics: Sendable {
    private struct Kind: Hashable {
        let route: String
        let status: Int
    }

    private struct Counts {
        var requests: [Kind: Int] = [:]
        var come = 0
        var underWay = 0
        /// How many answers took at most so long; the last are all.
        var within = [Int](repeating: 0, count: Metrics.bounds.count + 1)
        var seconds = 0.0
    }

    /// In seconds.
    private static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let counts = Mutex(Counts())

    /// Counts a request that came, and gives its number.
    func begin() -> Int {
        counts.withLock { counts in
            counts.underWay += 1
            counts.come += 1
            return counts.come
        }
    }

    func end(_ route: String, _ status: Int, seconds: Double) {
        counts.withLock { counts in
            counts.underWay -= 1
            counts.requests[Kind(route: route, status: status), default: 0] += 1
            counts.seconds += seconds
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { counts.within[index] += 1 }
            counts.within[Self.bounds.count] += 1
        }
    }

    var text: String {
        let counts = counts.withLock { $0 }
        var lines = [
            "# HELP cohorte_requests_total Requests answered.", "# TYPE cohorte_requests_total counter",
        ]
        for (kind, count) in counts.requests.sorted(by: {
            ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status)
        }) {
            lines.append("cohorte_requests_total{route=\"\(kind.route)\",status=\"\(kind.status)\"} \(count)")
        }
        lines += [
            "# HELP cohorte_requests_under_way Requests being answered.", "# TYPE cohorte_requests_under_way gauge",
            "cohorte_requests_under_way \(counts.underWay)",
            "# HELP cohorte_answer_seconds Time from the whole request to its answer.",
            "# TYPE cohorte_answer_seconds histogram",
        ]
        for (bound, count) in zip(Self.bounds, counts.within) {
            lines.append("cohorte_answer_seconds_bucket{le=\"\(bound)\"} \(count)")
        }
        let all = counts.within.last ?? 0
        lines += [
            "cohorte_answer_seconds_bucket{le=\"+Inf\"} \(all)", "cohorte_answer_seconds_sum \(counts.seconds)",
            "cohorte_answer_seconds_count \(all)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
