import CLibpq

/// The libpq connection itself. Every call blocks, so it lives on its connection's own queue.
final class Link {
    let raw: OpaquePointer

    /// Connects as the login says, in UTF-8 and under the name `cohorte` unless another is given; 08001 if it cannot.
    init(_ login: Login) throws {
        let end = String?.none
        let keywords = try Parameters(
            [
                "fallback_application_name", "connect_timeout", "dbname", "client_encoding", end,
            ], of: "connect")
        let values = try Parameters(["cohorte", "15", login.conninfo, "UTF8", end], of: "connect")
        let made = keywords.lend { _, _, keywords in
            values.lend { _, _, values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let made else { throw PostgresError(sqlState: "08001", message: "out of memory", statement: "connect") }
        raw = made
        PQsetNoticeReceiver(raw, { _, _ in }, nil)
        guard PQstatus(raw) == CONNECTION_OK else {
            throw PostgresError(sqlState: "08001", message: lastMessage, statement: "connect")
        }
        try script("session", Self.settings + (roleToTake(login) ?? ""))
    }

    deinit { PQfinish(raw) }

    /// What values are written and read by, whatever the server, its database or the environment prefer; and how long a
    /// statement waits for a lock before it is refused (55P03), and how soon the server sees that the client is gone.
    private static let settings = """
        set datestyle to iso, ymd; set intervalstyle to postgres; set timezone to utc; set bytea_output to hex;
        set extra_float_digits to 1; set standard_conforming_strings to on; set lock_timeout to '20s';
        set client_connection_check_interval to '2s';
        """

    /// The statement that takes the login's role; nil when it is its own.
    private func roleToTake(_ login: Login) -> String? {
        let user = PQparameterStatus(raw, "session_authorization").map { String(cString: $0) }
        guard let role = login.role, role != user else { return nil }
        return "set role \"\(role.replacing("\"", with: "\"\""))\""
    }

    /// Whether the next transaction could begin at once; false too when the connection is lost.
    var isIdle: Bool { PQtransactionStatus(raw) == PQTRANS_IDLE }

    /// Whether the server is known to be out of reach.
    var isLost: Bool { PQstatus(raw) == CONNECTION_BAD }

    /// Runs one statement, to be cleared by the caller.
    func execute(
        _ name: String, _ text: String, _ arguments: [any PostgresValue], toCopy: ExecStatusType? = nil
    ) throws -> OpaquePointer {
        try text.refuseNUL(in: name)
        let parameters = try Parameters(arguments, of: name)
        return try checked(parameters.lend { PQexecParams(raw, text, $0, $1, $2, nil, nil, 0) }, name, toCopy: toCopy)
    }

    /// Starts one statement whose rows then come one at a time.
    func send(_ name: String, _ text: String, _ arguments: [any PostgresValue]) throws {
        try text.refuseNUL(in: name)
        let isSent = try Parameters(arguments, of: name).lend { PQsendQueryParams(raw, text, $0, $1, $2, nil, nil, 0) }
        guard isSent == 1, PQsetSingleRowMode(raw) == 1 else { throw failure(nil, name) }
    }

    /// Runs any number of statements and says what the last one did.
    @discardableResult
    func script(_ name: String, _ text: String) throws -> String {
        try text.refuseNUL(in: name)
        let result = try checked(PQexec(raw, text), name)
        defer { PQclear(result) }
        return String(cString: PQcmdStatus(result))
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
        if status.isCopy { giveUpCopy() }
        throw failure
    }

    /// Asks the server to give up the running statement, and waits until it has been told.
    func cancel() {
        guard let cancellation = PQgetCancel(raw) else { return }
        defer { PQfreeCancel(cancellation) }
        var ignored: [CChar] = Array(repeating: 0, count: 256)
        PQcancel(cancellation, &ignored, Int32(ignored.count))
    }

    /// Reads the running statement to its end.
    func drain() {
        while let result = PQgetResult(raw) {
            defer { PQclear(result) }
            if PQresultStatus(result).isCopy { giveUpCopy() }
        }
    }

    /// Ends a COPY that nobody awaits: PQexec does so before anything else, where PQgetResult would give it for ever.
    func giveUpCopy() {
        cancel()
        PQclear(PQexec(raw, ""))
    }
}

extension ExecStatusType {
    var isCopy: Bool { [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(self) }
}
