import CLibpq

extension Link {
    /// Sends one statement, prepared when that pays, and for binary answers when those are known to be of the types they
    /// are read as; false when libpq refuses, the connection being lost.
    func dispatch(_ statement: Statement, as use: Statements.Use) -> Bool {
        switch use {
        case .plain:
            statement.parameters.lend {
                PQsendQueryParams(raw, statement.key.text, $0, $1, $2, nil, nil, 0)
            } == 1
        case .prepare(let name):
            PQsendPrepare(raw, name, statement.key.text, Int32(statement.key.types.count), statement.key.types) == 1
        case .named(let name):
            statement.parameters.lend { count, _, texts in
                PQsendQueryPrepared(raw, name, count, texts, nil, nil, statements.mayBeBinary(statement) ? 1 : 0)
            } == 1
        }
    }

    /// Sends the statement after what must precede it; its results are then read with `next`.
    func send(_ statement: Statement) throws {
        try refuseIfInterrupted(statement.name)
        for name in statements.takeForgotten() { try script("deallocate", "deallocate \(name)") }
        var use = statements.use(statement.key)
        // What is prepared was looked at before.
        if case .named = use {} else { try statement.key.text.refuseNUL(in: statement.name) }
        if case .prepare(let name) = use {
            do {
                guard dispatch(statement, as: use) else { throw failure(nil, statement.name) }
                PQclear(try answer(statement.name))
            } catch {
                statements.retract(statement.key)
                throw error
            }
            statements.confirm(statement.key, name)
            use = .named(name)
        }
        guard dispatch(statement, as: use) else { throw failure(nil, statement.name) }
    }

    /// Runs one statement and gives its result, to be cleared by the caller.
    func execute(_ statement: Statement, toCopy: ExecStatusType? = nil) throws -> OpaquePointer {
        try send(statement)
        do {
            let result = try answer(statement.name, toCopy: toCopy)
            statements.note(result, of: statement)
            return result
        } catch let error as PostgresError where error.isStalePlan {
            statements.retract(statement.key)
            throw error
        }
    }

    /// Runs any number of statements and says what the last one did.
    @discardableResult
    func script(_ name: String, _ text: String, by deadline: ContinuousClock.Instant? = nil) throws -> String {
        let limit = deadline.map { max(.zero, $0 - ContinuousClock.now) } ?? limits.statement
        try refuseIfInterrupted(name)
        try text.refuseNUL(in: name)
        guard !isGivenUp, PQsendQuery(raw, text) == 1 else { throw failure(nil, name) }
        let result = try answer(name, within: limit)
        defer { PQclear(result) }
        return String(cString: PQcmdStatus(result))
    }

    /// The last result of what was sent, or its first that is a COPY; the error if there is one.
    func answer(
        _ name: String, within limit: Duration? = nil, toCopy: ExecStatusType? = nil, isInterruptible: Bool = true
    ) throws -> OpaquePointer {
        var last: OpaquePointer?
        while let result = try next(name, within: limit ?? limits.statement, isInterruptible: isInterruptible) {
            if let last, PQresultStatus(last) == PGRES_FATAL_ERROR {
                PQclear(result)
                continue
            }
            PQclear(last)
            last = result
            if PQresultStatus(result).isCopy { break }
        }
        return try checked(last, name, toCopy: toCopy)
    }

    /// The result if it is a good one, and none otherwise but the error it stands for.
    func checked(_ result: OpaquePointer?, _ name: String, toCopy: ExecStatusType? = nil) throws -> OpaquePointer {
        let status = PQresultStatus(result)
        let isGood =
            if let toCopy {
                status == toCopy
            } else {
                [PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY].contains(status)
            }
        if isGood, let result { return result }
        defer { PQclear(result) }
        let failure = failure(result, name)
        if status.isCopy {
            endCopy(status)
            drain()
        }
        throw failure
    }

    /// Stops the running statement, and reads it to its end.
    func stop() {
        cancellation?.send()
        drain()
    }

    /// Reads the running statement to its end; gives the link up when that does not come.
    func drain() {
        while let result = try? next("drain", within: Limits.grace, isInterruptible: false) {
            defer { PQclear(result) }
            if PQresultStatus(result).isCopy { endCopy(PQresultStatus(result)) }
        }
    }
}

extension ExecStatusType {
    var isCopy: Bool { [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(self) }
}
