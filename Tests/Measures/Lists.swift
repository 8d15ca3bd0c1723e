import Postgres

/// Tasks that read lists of twenty people for some seconds: all of one office, or each of another every time.
///
/// Prints lists a second, the median and the 99th percentile of their latency in milliseconds, and what one list cost
/// this process: microseconds of processor, waits and preemptions.
struct Lists {
    private let listing: Listing
    private let offices: Int
    private let tasks: Int
    private let connections: Int
    private let time: Duration

    init(_ options: Options) throws {
        listing = try Listing(options)
        offices = try options.number("offices")
        tasks = try options.number("tasks")
        connections = try options.number("connections")
        time = .seconds(try options.number("seconds"))
    }

    func run() async throws {
        let database = Database(Login(conninfo: "", role: nil), connections: 1, shared: connections)
        let places = Array(try await database.read(.places).prefix(offices))
        try await withTaskExecutorPreference(database.executor) {
            _ = try await read(places, from: database, for: .milliseconds(500))
            let (before, start) = (Usage.now(), ContinuousClock.now)
            let latencies = try await read(places, from: database, for: time).sorted()
            let (used, elapsed) = (Usage.now() - before, ContinuousClock.now - start)
            let count = Double(latencies.count)
            print(
                (count / elapsed.seconds).shown(0), latencies.quantile(0.5).shown(3), latencies.quantile(0.99).shown(3),
                (used.processor / count).shown(2), (Double(used.voluntarySwitches) / count).shown(4),
                (Double(used.involuntarySwitches) / count).shown(4))
        }
        await database.close()
    }

    /// The latencies of all lists, in milliseconds.
    private func read(_ places: [Place], from database: Database, for time: Duration) async throws -> [Double] {
        let end = ContinuousClock.now + time
        return try await withThrowingTaskGroup { group in
            for task in 0..<tasks {
                group.addTask { try await one(task, of: places, from: database, until: end) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func one(
        _ task: Int, of places: [Place], from database: Database, until end: ContinuousClock.Instant
    ) async throws -> [Double] {
        var latencies: [Double] = []
        var index = task * places.count / tasks
        var begun = ContinuousClock.now
        while begun < end {
            let place = places[index % places.count]
            try await listing.read(place, from: database)
            let done = ContinuousClock.now
            latencies.append((done - begun).seconds * 1e3)
            begun = done
            index += 1
        }
        return latencies
    }
}

extension [Double] {
    /// The value below which this part of the sorted values lies.
    fileprivate func quantile(_ part: Double) -> Double {
        isEmpty ? 0 : self[Swift.min(count - 1, Int(Double(count) * part))]
    }
}
