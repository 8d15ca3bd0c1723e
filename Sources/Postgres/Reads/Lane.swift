import CLibpq
import DequeModule

/// One connection in pipeline mode: the reads of several callers go out in groups, and their answers come back in that
/// order. A group is BEGIN, for each scope its settings and its statements, COMMIT and a sync. Scopes of a group set the
/// same names, so that nothing of one is left in the next; after an error the server skips what is left. The transaction
/// that failed then stays open, so that the server refuses the group behind it, if one is on its way, from its BEGIN on;
/// ROLLBACK follows, and what was refused goes out again.
///
/// Lives on the loop; `Readers` owns it.
final class Lane {
    let link: Link
    let number: UInt64
    private(set) var steps: Deque<Step> = []
    private var blame: Blame?
    private(set) var groups = 0
    private var isWriting = false

    /// Whether a transaction failed that is not known to be rolled back yet.
    private var isSpoilt = false

    /// Whether a request to stop a statement is on its way: nothing is sent meanwhile.
    var isCancelling = false

    /// Since when such a request may show in the answers, and in how many steps more once it has arrived.
    var cancelledAt: ContinuousClock.Instant?
    private var echo: Int?

    /// When the last answer came, or the first of what waits was sent.
    private(set) var lastAnswer = ContinuousClock.now

    /// Whether any read was answered with its rows.
    private(set) var hasServed = false

    /// Reads to be sent again, in their order.
    private(set) var toRepeat: [PendingRead] = []

    init(_ link: Link, number: UInt64) {
        (self.link, self.number) = (link, number)
        PQenterPipelineMode(link.raw)
    }

    /// Groups on their way at once: while the server works at one the next is already there.
    static let window = 2

    var mayTake: Bool { groups < Self.window && !isCancelling && !link.isLost }

    func takeRepeats() -> [PendingRead] {
        defer { toRepeat = [] }
        return toRepeat
    }

    /// Reads that are still to be answered, in their order.
    var pending: [PendingRead] {
        steps.compactMap { if case .read(let read, _) = $0 { read } else { nil } }
    }

    // MARK: Sending

    /// Sends reads that may share a transaction as a group; false when the connection turns out to be lost.
    func send(_ reads: [PendingRead]) -> Bool {
        do {
            // A single statement is its own transaction; the session is read only.
            let isBare = reads[0].opening.scope.isEmpty && !link.login.isPooled
            groups += 1
            if steps.isEmpty { lastAnswer = .now }
            for name in link.statements.takeForgotten() { try forget(name) }
            if !isBare {
                for text in [reads[0].opening.begin] + link.settings { try command(text) }
            }
            var scope = Scope.none
            for read in reads {
                if read.opening.scope != scope {
                    scope = read.opening.scope
                    for text in scope.statements { try command(text, of: read.opening) }
                }
                try send(read)
            }
            if !isBare { try command("commit") }
            try sync(isBare ? .statement : .transaction)
            return true
        } catch {
            let sent = Set(pending.map(ObjectIdentifier.init))
            toRepeat += reads.filter { !sent.contains(ObjectIdentifier($0)) }
            return false
        }
    }

    private func forget(_ name: String) throws {
        try dispatch(Statement("deallocate", "deallocate \(name)"), .plain)
        steps.append(.forget(name))
    }

    /// What comes often, scopes among it, is prepared.
    private func command(_ text: String, of opening: Opening? = nil, isOften: Bool = true) throws {
        let statement = try Statement("begin", text)
        let use = isOften ? link.statements.use(statement.key) : .plain
        try send(statement, use, for: .command(opening)) { _ in .command(opening) }
    }

    private func send(_ read: PendingRead) throws {
        let use = link.statements.use(read.statement.key)
        // What is prepared was looked at before.
        if case .named = use {} else if let refusal = read.statement.refusalToShare { return read.fail(refusal) }
        try send(read.statement, use, for: .read(read)) { .read(read, isNamed: $0) }
    }

    private func send(
        _ statement: Statement, _ use: Statements.Use, for user: Step.User, step: (Bool) -> Step
    ) throws {
        guard case .prepare(let name) = use else {
            try dispatch(statement, use)
            return steps.append(step(use != .plain))
        }
        try dispatch(statement, use)
        steps.append(.prepare(statement.key, name, user))
        try dispatch(statement, .named(name))
        steps.append(step(true))
    }

    private func dispatch(_ statement: Statement, _ use: Statements.Use) throws {
        guard link.dispatch(statement, as: use) else { throw link.failure(nil, statement.name) }
    }

    private func sync(_ end: Step.End) throws {
        guard PQpipelineSync(link.raw) == 1 else { throw link.failure(nil, "sync") }
        steps.append(.sync(end))
    }

    /// Ends the transaction that failed; false when the connection turns out to be lost.
    private func rollBack() -> Bool {
        isSpoilt = true
        return (try? command("rollback", isOften: false)) != nil && (try? sync(.rollback)) != nil
    }

    /// Sends what libpq still holds back; gives whether the socket is to be watched for writing, nil for no change.
    func flush() -> Bool? {
        let holdsBack = PQflush(link.raw) == 1
        defer { isWriting = holdsBack }
        return holdsBack == isWriting ? nil : holdsBack
    }

    // MARK: Receiving

    /// Reads what has come and answers whom it is for; false when the connection is lost.
    func receive() -> Bool {
        guard PQconsumeInput(link.raw) == 1 else { return false }
        while !steps.isEmpty, PQisBusy(link.raw) == 0 {
            guard let result = PQgetResult(link.raw) else {
                // Each command ends with no result. A connection that is lost would go on ending for ever.
                if link.isLost { return false }
                if case .sync = steps[0] { continue }
                advance()
                continue
            }
            defer { PQclear(result) }
            guard take(result) else { return false }
        }
        return !link.isLost
    }

    private func advance() {
        steps.removeFirst()
        lastAnswer = .now
        if let echo { expect(echo: echo - 1) }
    }

    func expect(echo steps: Int) {
        echo = steps > 0 ? steps : nil
        if steps == 0 { cancelledAt = nil }
    }

    private func take(_ result: OpaquePointer) -> Bool {
        let status = PQresultStatus(result)
        if isRefused(result) {
            blame = .another
            if case .read(let read, _) = steps[0], !read.isAnswered { toRepeat.append(read) }
            steps[0].undo(in: &link.statements)
            return true
        }
        switch steps[0] {
        case .sync(let end):
            guard status == PGRES_PIPELINE_SYNC else { return !isEndOfConnection(result, "sync") }
            advance()
            return finish(end)
        case .command(let opening):
            guard status == PGRES_FATAL_ERROR else { break }
            let error = link.failure(result, "begin")
            if error.endsLane { return false }
            if blame == nil { blame = .opening(opening, error) }
        case .forget:
            guard status != PGRES_COMMAND_OK else { break }
            blame = .another
            let error = status == PGRES_FATAL_ERROR ? link.failure(result, "deallocate") : nil
            if error?.endsLane == true { return false }
            // 26000: the server had forgotten by itself.
            if error?.sqlState != "26000" { steps[0].undo(in: &link.statements) }
        case .prepare(let key, let name, let user): return take(result, status, key, name, user)
        case .read(let read, let isNamed): return take(result, status, read, isNamed)
        }
        return true
    }

    private func take(
        _ result: OpaquePointer, _ status: ExecStatusType, _ key: Statement.Key, _ name: String, _ user: Step.User
    ) -> Bool {
        if status == PGRES_COMMAND_OK { link.statements.confirm(key, name) } else { link.statements.retract(key) }
        guard status == PGRES_FATAL_ERROR else { return true }
        let error = link.failure(result, user.name)
        if error.endsLane { return false }
        switch user {
        case .command(let opening): blame = .opening(opening, error)
        case .read(let read):
            // Stopped in another's stead, it goes again when its own answer says that it was skipped.
            if isEcho(error) { read.goesAlone = true } else { read.fail(error) }
            blame = .read
        }
        return true
    }

    /// After the last answer of a group; false when the connection is lost.
    private func finish(_ end: Step.End) -> Bool {
        defer { blame = nil }
        switch end {
        case .statement: groups -= 1
        case .transaction:
            groups -= 1
            if blame != nil, !isSpoilt { return rollBack() }
        case .rollback: isSpoilt = false
        }
        return true
    }

    /// Whether it was refused because it came between a transaction that failed and its ROLLBACK.
    private func isRefused(_ result: OpaquePointer) -> Bool {
        isSpoilt && PQresultStatus(result) == PGRES_FATAL_ERROR && link.failure(result, "begin").sqlState == "25P02"
    }

    private func take(
        _ result: OpaquePointer, _ status: ExecStatusType, _ read: PendingRead, _ isNamed: Bool
    ) -> Bool {
        switch status {
        case PGRES_PIPELINE_ABORTED:
            if case .opening(let opening, let error) = blame, opening == nil || opening == read.opening {
                again(read, after: error)
            } else if !read.isAnswered {
                toRepeat.append(read)
            }
        case PGRES_FATAL_ERROR:
            let error = link.failure(result, read.statement.name)
            if error.endsLane { return false }
            blame = .read
            if isNamed, error.isStalePlan { link.statements.retract(read.statement.key) }
            again(read, after: error)
        case PGRES_TUPLES_OK:
            link.statements.note(result, of: read.statement)
            hasServed = true
            read.succeed(result)
        default:
            // A COPY, or what may have ended the transaction or changed the session: nothing behind it is believed.
            read.fail(PostgresError.notShared(read.statement.name))
            link.giveUp()
            return false
        }
        return true
    }

    /// Sends the read again when the error came from a plan gone stale or from stopping somebody else's statement.
    private func again(_ read: PendingRead, after error: PostgresError) {
        let isEcho = isEcho(error)
        guard !read.isAnswered, isEcho || error.isStalePlan, read.attemptsLeft > 1 else { return read.fail(error) }
        if isEcho { read.goesAlone = true } else { read.attemptsLeft -= 1 }
        toRepeat.append(read)
    }

    private func isEcho(_ error: PostgresError) -> Bool { error.sqlState == "57014" && cancelledAt != nil }

    private func isEndOfConnection(_ result: OpaquePointer, _ name: String) -> Bool {
        PQresultStatus(result) == PGRES_FATAL_ERROR && link.failure(result, name).isConnectionLost
    }

    /// What was on its way when the connection was lost, to be sent again, unless the one that ran was lost too often.
    func surrender(_ error: PostgresError) {
        if let running = pending.first, !running.isAnswered {
            running.attemptsLeft -= 1
            if running.attemptsLeft == 0 { running.fail(error) }
        }
        toRepeat += pending.filter { !$0.isAnswered }
        steps = []
        groups = 0
    }
}

extension PostgresError {
    /// Whether nothing more is to be sent on the lane: its connection is lost, or still in a transaction that failed,
    /// because its ROLLBACK was stopped in another's stead (25P02).
    fileprivate var endsLane: Bool { isConnectionLost || sqlState == "25P02" }
}
