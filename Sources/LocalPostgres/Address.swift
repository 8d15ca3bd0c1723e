extension LocalPostgres {
    /// Where the private server answers: a unix socket that only its owner may open.
    public struct Address: Sendable, Equatable {
        /// The folder of the socket, absolute.
        public let socketFolder: String
        /// The number in the socket's name; no network port is open.
        public let port: Int

        static let usualPort = 5432

        init(socketFolder: String, port: Int = Address.usualPort) {
            self.socketFolder = socketFolder
            self.port = port
        }

        /// What libpq needs to log in to the database `cohorte` as this role, as keywords and quoted values.
        public func conninfo(role: String) -> String { conninfo(role: role, database: "cohorte") }

        func conninfo(role: String, database: String) -> String {
            "host=\(quoted(socketFolder)) port=\(port) dbname=\(quoted(database)) user=\(quoted(role))"
        }

        private func quoted(_ value: String) -> String {
            var text = ""
            for scalar in value.unicodeScalars {
                if scalar == "'" || scalar == "\\" { text.append("\\") }
                text.unicodeScalars.append(scalar)
            }
            return "'\(text)'"
        }
    }
}
