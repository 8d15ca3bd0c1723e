import CLibpq
import Glibc

/// One short conversation with the private server: log in, ask, leave.
enum Session {
    /// Logs in within `patience` without blocking a thread for long and gives the connection to `body`;
    /// nil when nobody answers or the server refuses.
    static func open<Answer: Sendable>(
        _ address: LocalPostgres.Address, role: String, database: String, patience: Duration = .seconds(5),
        _ body: @Sendable (OpaquePointer) throws -> Answer
    ) async throws -> Answer? {
        let conninfo =
            address.conninfo(role: role, database: database)
            + " hostaddr='' options='' sslmode=disable gssencmode=disable channel_binding=disable"
            + " target_session_attrs=any client_encoding=UTF8 application_name=cohorte"
        guard let connection = PQconnectStart(conninfo) else { return nil }
        defer { PQfinish(connection) }
        if PQstatus(connection) == CONNECTION_BAD, getenv("PGSERVICE") != nil {
            let words = String(cString: PQerrorMessage(connection))
            if words.contains("service") {
                throw LocalPostgresError(.serviceUnknown(detail: Words.ofFailure(in: words)))
            }
        }
        let deadline = ContinuousClock.now + patience
        var waitingFor = PGRES_POLLING_WRITING
        while true {
            guard PQstatus(connection) != CONNECTION_BAD, ContinuousClock.now < deadline else { return nil }
            if ready(connection, waitingFor) {
                waitingFor = PQconnectPoll(connection)
                if waitingFor == PGRES_POLLING_OK { return try body(connection) }
                if waitingFor == PGRES_POLLING_FAILED { return nil }
            } else {
                await Task.yield()
            }
        }
    }

    /// Runs SQL that returns at most one value and gives that value.
    @discardableResult
    static func ask(_ connection: OpaquePointer, _ sql: String) throws -> String? {
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
            throw LocalPostgresError(.notMade(detail: Words.ofFailure(in: String(cString: PQerrorMessage(connection)))))
        }
        return PQntuples(result) > 0 ? String(cString: PQgetvalue(result, 0, 0)) : nil
    }

    private static func ready(_ connection: OpaquePointer, _ wanted: PostgresPollingStatusType) -> Bool {
        let events = Int16(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT)
        var waiting = pollfd(fd: PQsocket(connection), events: events, revents: 0)
        return poll(&waiting, 1, 5) > 0
    }
}
