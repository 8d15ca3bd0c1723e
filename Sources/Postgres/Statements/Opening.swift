import CLibpq

/// How a transaction begins.
struct Opening: Hashable, Sendable {
    private let isolation: Database.Isolation
    private let isReadOnly: Bool

    /// Who asks.
    let scope: Scope

    /// Refuses a scope (42602) whose names are none.
    init(_ scope: Scope, _ isolation: Database.Isolation = .readCommitted, isReadOnly: Bool) throws {
        try scope.check()
        (self.scope, self.isolation, self.isReadOnly) = (scope, isolation, isReadOnly)
    }

    /// The BEGIN itself.
    var begin: String {
        let level = isolation == .snapshot ? "repeatable read" : "read committed"
        return "begin isolation level \(level)\(isReadOnly ? " read only" : "")"
    }

    /// Whether a transaction of the other one becomes one of this when told this scope: then every setting of the other
    /// is replaced.
    func replaces(_ other: Opening) -> Bool {
        isolation == other.isolation && isReadOnly == other.isReadOnly && scope.setsTheSame(as: other.scope)
    }
}

extension Link {
    /// Begins a transaction in its scope, in one message.
    func begin(_ opening: Opening) throws {
        try script("begin", ([opening.begin] + settings + opening.scope.statements).joined(separator: ";"))
    }

    /// Commits, however long the task has been cancelled: what was sent cannot be taken back. 40003 when nobody knows
    /// whether it happened, or it happened here and perhaps not on the standby; 25P02 when it was a rollback.
    func commit() throws {
        try refuseIfInterrupted("commit")
        _ = notices.takeEndOfWait()
        guard !isGivenUp, PQsendQuery(raw, "commit") == 1 else { throw failure(nil, "commit") }
        let result: OpaquePointer
        do {
            result = try answer("commit", within: limits.commit, isInterruptible: false)
        } catch let error as PostgresError where isLost || error.isConnectionLost {
            throw PostgresError(
                sqlState: "40003", message: "no answer to COMMIT, which may have happened: \(error.message)",
                statement: "commit")
        }
        defer { PQclear(result) }
        guard !notices.takeEndOfWait() else {
            throw PostgresError(
                sqlState: "40003", message: "committed here, but perhaps not on the standby", statement: "commit")
        }
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw PostgresError(sqlState: "25P02", message: "rolled back: a statement had failed", statement: "commit")
        }
    }
}
