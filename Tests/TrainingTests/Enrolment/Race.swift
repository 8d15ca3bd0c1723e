import Postgres

@testable import Training

/// A programme that stays, and any number of coordinators who act in it at the same time, each by a connection of its own.
struct Race: Sendable {
    let programme: Programme.ID

    init(places: Int?, quotas: [(office: String, seats: Int)] = [], quotaUntil: Day? = nil) async throws {
        try await TestDatabase.ready()
        programme = try await TestDatabase.postgres.transaction { tx in
            try tx.become(.admin)
            let programme = try tx.makeProgramme()
            if let places { try tx.openCohort(places: places, quotas: quotas, quotaUntil: quotaUntil, in: programme) }
            return programme
        }
    }

    func run<Value: Sendable>(
        _ count: Int, for purpose: Training.Database.Purpose = .change,
        _ body: @escaping @Sendable (Int, borrowing Transaction) throws -> Value
    ) async throws -> [Value] {
        let programme = programme
        return try await withThrowingTaskGroup(of: Value.self) { group in
            for number in 0..<count {
                group.addTask {
                    let database = Training.Database(server: "")
                    defer { Task { await database.close() } }
                    return try await database.transaction(as: .admin(programme), for: purpose) { tx in
                        try body(number, tx)
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// One transaction more, which commits.
    func look(_ body: @escaping @Sendable (borrowing Transaction) throws -> Void) async throws {
        _ = try await run(1) { _, tx in try body(tx) }
    }
}
