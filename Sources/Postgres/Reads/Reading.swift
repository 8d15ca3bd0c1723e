import CLibpq

/// One caller's statement among those that share a connection, until it is answered.
///
/// Once submitted it is touched on the loop's thread only.
class PendingRead: @unchecked Sendable {  // see the line above
    let statement: Statement
    let opening: Opening

    /// When the answer is no longer of use, and when it is not even worth being sent.
    let deadline: ContinuousClock.Instant
    let sendDeadline: ContinuousClock.Instant
    let limit: Duration

    /// How often it may still be sent again, its connection cut or a plan gone stale.
    var attemptsLeft = 8

    /// Whether it was stopped in another's stead, and is not to stand beside another again.
    var goesAlone = false
    private(set) var isAnswered = false
    var isSubmitted = false
    var isAbandoned = false

    init(_ statement: Statement, _ opening: Opening, within limit: Duration, acquiring: Duration) {
        let now = ContinuousClock.now
        (self.statement, self.opening, self.limit) = (statement, opening, limit)
        (deadline, sendDeadline) = (now + limit, now + min(limit, acquiring))
    }

    /// Answers with the rows of the result, which stays the caller's.
    func succeed(_ result: OpaquePointer) { isAnswered = true }

    func fail(_ error: any Error) { isAnswered = true }

    func failLate() {
        fail(PostgresError(sqlState: "57014", message: "no answer within \(limit)", statement: statement.name))
    }

    func failUnsent() {
        guard sendDeadline < deadline else { return failLate() }
        fail(PostgresError(sqlState: "53300", message: "no connection was free in time", statement: statement.name))
    }
}

/// A read whose rows have a type.
final class Reading<Row: Sendable>: PendingRead, @unchecked Sendable {  // as the class it refines
    private let query: Query<Row>
    var answer: (Result<[Row], any Error>) -> Void = { _ in }

    init(_ query: Query<Row>, _ scope: Scope, within limit: Duration, acquiring: Duration) throws {
        self.query = query
        super.init(
            try Statement(query), try Opening(scope, isReadOnly: true), within: limit, acquiring: acquiring)
    }

    override func succeed(_ result: OpaquePointer) {
        guard !isAnswered else { return }
        super.succeed(result)
        answer(Result { try query.rows(of: result) })
    }

    override func fail(_ error: any Error) {
        guard !isAnswered else { return }
        super.fail(error)
        answer(.failure(error))
    }
}
