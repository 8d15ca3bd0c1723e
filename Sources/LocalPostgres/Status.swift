extension LocalPostgres {
    /// What `start` is about to take time for.
    public enum Progress: Sendable, Equatable {
        /// A cluster is made, the first time only (about a second).
        case making
        /// The server is started (some tenths of a second).
        case starting
    }

    /// Where the private cluster lies and whether its server answers.
    public struct Status: Sendable, Equatable {
        public enum State: Sendable, Equatable {
            case neverMade
            case stopped
            case running(pid: Int32)
        }

        public let state: State
        /// The folder that was asked for, without links.
        public let home: String
        /// The cluster's folder, as it is or as it would be made.
        public let dataFolder: String
        public let socketFolder: String
        /// The folder of the server's logs.
        public let logFolder: String
        /// PostgreSQL's major version: the data's, else the one that would make them; nil when none is installed.
        public let version: Int?

        /// Whether the data lie elsewhere because the server's account cannot reach the home.
        public var isElsewhere: Bool { !dataFolder.hasPrefix(home + "/") }
    }
}
