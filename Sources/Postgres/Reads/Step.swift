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
    case prepare(Statement.Key, String, User)
    case read(PendingRead, isNamed: Bool)
    case sync(endsGroup: Bool)
}

/// What made the rest of a group fail.
enum Blame {
    /// What must precede the reads of an opening, or all of the group.
    case opening(Opening?, PostgresError)
    case read
}
