import CLibpq
package import FoundationEssentials

/// A connection between BEGIN and COMMIT, lent to one closure: it can be neither kept nor nested.
public struct Transaction: ~Copyable {
    let link: Link

    /// The key under which the work may be done again, for its rows to bear; nil when it is done at most once.
    package let key: UUID?

    /// Every row, in order.
    public func all<Row>(_ query: Query<Row>) throws -> [Row] {
        let result = try answer(Statement(query))
        defer { PQclear(result) }
        return try query.rows(of: result)
    }

    /// The only row, or nil when there is none; 21000 when there are more.
    public func first<Row>(_ query: Query<Row>) throws -> Row? {
        let result = try answer(Statement(query))
        defer { PQclear(result) }
        guard PQntuples(result) <= 1 else {
            throw PostgresError(sqlState: "21000", message: "more than one row", statement: query.name)
        }
        var only: Row?
        try query.rows(of: result) { only = $0 }
        return only
    }

    /// Every row as it comes, in constant memory. If `body` throws, the statement is cancelled: the transaction can then
    /// only be rolled back, or the `attempt` around it. The transaction takes no other statement meanwhile (55006).
    package func each<Row>(_ query: Query<Row>, _ body: (Row) throws -> Void) throws {
        try requireOpen(query.name)
        let statement = try Statement(query)
        try link.send(statement)
        PQsetSingleRowMode(link.raw)
        var failure: (any Error)?
        while let result = try link.next(query.name, within: link.limits.statement) {
            let status = PQresultStatus(result)
            defer { PQclear(result) }
            guard failure == nil else { continue }
            do {
                guard status == PGRES_SINGLE_TUPLE || status == PGRES_TUPLES_OK else {
                    throw link.failure(result, query.name)
                }
                if status == PGRES_TUPLES_OK { link.statements.note(result, of: statement) }
                try query.rows(of: result, body)
            } catch {
                failure = error
                if status == PGRES_SINGLE_TUPLE { link.cancellation?.send() }
            }
            if status.isCopy { link.endCopy(status) }
        }
        if let failure { throw failure }
    }

    /// Does what the command says and tells how many rows that touched.
    @discardableResult
    public func run(_ command: Command) throws -> Int {
        let result = try answer(Statement(command.name, command.text, command.arguments))
        defer { PQclear(result) }
        return result.affectedRows
    }

    /// Runs several statements without parameters, as a migration has them.
    public func script(_ name: String, _ text: String) throws {
        try requireOpen(name)
        try link.script(name, text)
    }

    /// Undoes what `body` did if it throws, and rethrows; the transaction goes on.
    @discardableResult
    public func attempt<Value>(_ body: (borrowing Transaction) throws -> Value) throws -> Value {
        try script("savepoint", "savepoint attempt")
        do {
            let value = try body(self)
            try script("release savepoint", "release attempt")
            return value
        } catch {
            try? script("rollback to savepoint", "rollback to attempt; release attempt")
            throw error
        }
    }

    /// What PostgreSQL itself says the statement takes and gives, without running it.
    package func describe(_ text: String) throws -> (parameters: [UInt32], columns: [(name: String, oid: UInt32)]) {
        try requireOpen("describe")
        try text.refuseNUL(in: "describe")
        guard PQsendPrepare(link.raw, "", text, 0, nil) == 1 else { throw link.failure(nil, "describe") }
        PQclear(try link.answer("describe"))
        guard PQsendDescribePrepared(link.raw, "") == 1 else { throw link.failure(nil, "describe") }
        let result = try link.answer("describe")
        defer { PQclear(result) }
        return (
            (0..<PQnparams(result)).map { PQparamtype(result, $0) },
            (0..<PQnfields(result)).map { (String(cString: PQfname(result, $0)), PQftype(result, $0)) }
        )
    }

    private func answer(_ statement: Statement) throws -> OpaquePointer {
        try requireOpen(statement.name)
        return try link.execute(statement)
    }

    /// Refuses to go on outside the transaction after a statement that ended it (2D000), or amid a statement (55006),
    /// whose remaining rows libpq would silently throw away.
    func requireOpen(_ name: String) throws {
        switch PQtransactionStatus(link.raw) {
        case PQTRANS_IDLE:
            throw PostgresError(sqlState: "2D000", message: "a statement has ended the transaction", statement: name)
        case PQTRANS_ACTIVE:
            throw PostgresError(sqlState: "55006", message: "another statement is still running", statement: name)
        default: break
        }
    }
}

extension OpaquePointer {
    /// The number of rows a result says its statement touched, 0 when it says none.
    var affectedRows: Int {
        let digits = UnsafePointer<CChar>(PQcmdTuples(self))
        return digits.flatMap { Int(String(cString: $0)) } ?? 0
    }
}
