/// What the next answers on a shared connection are to.
enum Step {
    /// Whom a command or a statement serves.
    enum User {
        /// The reads of an opening, or all of the group.
        case command(Opening?)
        case read(PendingRead)

        /// What errors call it.
        var name: String {
            switch self {
            case .command: "begin"
            case .read(let read): read.statement.name
            }
        }
    }

    case command(Opening?)
    /// The server is to forget what it prepared under the name.
    case forget(String)
    case prepare(Statement.Key, String, User)
    case read(PendingRead, isNamed: Bool)
    case sync(End)

    /// What a sync ends.
    enum End {
        /// A single statement, which is its own transaction.
        case statement
        /// A transaction, which stays open when something in it failed.
        case transaction
        /// What ends such a transaction.
        case rollback
    }
}

extension Step {
    /// What the server did not do is not done: a statement is to be prepared yet, or to be forgotten yet.
    func undo(in statements: inout Statements) {
        switch self {
        case .prepare(let key, _, _): statements.retract(key)
        case .forget(let name): statements.keepForgotten(name)
        case .command, .read, .sync: break
        }
    }
}

/// What made the rest of a group fail.
enum Blame {
    /// What must precede the reads of an opening, or all of the group.
    case opening(Opening?, PostgresError)
    case read
    /// A transaction that failed before and is not rolled back yet.
    case another
}
