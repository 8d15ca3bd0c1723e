import CLibpq
import Glibc

/// The libpq connection itself, never blocking: whoever uses it waits with a deadline, or on the loop.
final class Link {
    let raw: OpaquePointer
    let login: Login
    let limits: Limits
    let notices: Notices

    /// What rings when the task that is served was cancelled; nil where nobody blocks on the link.
    let interrupt: Interrupt?

    let cancellation: Cancellation?
    var statements: Statements

    /// Whether nothing is expected of the server any more, whatever libpq believes.
    private(set) var isGivenUp = false

    /// Connects as the login says, in UTF-8 and under the name `cohorte` unless another is given; 08001 if it cannot, or
    /// not in time, 53300 where
    /// the server has no place for another. Blocks the caller's thread.
    init(
        _ login: Login, _ limits: Limits, notice: (@Sendable (Notice) -> Void)?, interrupt: Interrupt?,
        isReadOnly: Bool = false
    ) throws {
        let deadline = ContinuousClock.now + limits.connect
        raw = try Self.started(login)
        (self.login, self.limits, self.interrupt) = (login, limits, interrupt)
        notices = Notices(notice)
        // A shared connection asks under the scopes of many.
        statements = Statements(capacity: login.isPooled ? 0 : isReadOnly ? 1_024 : 256)
        cancellation = try Self.connected(raw, by: deadline, interrupt)
        notices.attach(to: raw)
        PQsetnonblocking(raw, 1)
        if let greeting = login.greeting(user: user, isReadOnly: isReadOnly) {
            try script("session", greeting, by: deadline)
        }
    }

    deinit { PQfinish(raw) }

    private var user: String? { PQparameterStatus(raw, "session_authorization").map { String(cString: $0) } }

    /// What each transaction is told first where nothing outlives one, one command a text.
    private(set) lazy var settings = login.opening(user: user)

    var socket: Int32 { PQsocket(raw) }

    /// Whether the next transaction could begin at once; false too when the connection is lost.
    var isIdle: Bool { !isGivenUp && PQtransactionStatus(raw) == PQTRANS_IDLE }

    /// Whether the server is known to be out of reach.
    var isLost: Bool { isGivenUp || PQstatus(raw) == CONNECTION_BAD }

    /// Expects nothing of the server any more; what it might still say is not read.
    func giveUp() {
        isGivenUp = true
        shutdown(socket, Int32(SHUT_RDWR))
    }

    private static func started(_ login: Login) throws -> OpaquePointer {
        let end = String?.none
        let keywords = try Parameters(
            ["fallback_application_name", "dbname", "client_encoding", end], of: "connect")
        let values = try Parameters(["cohorte", login.conninfo, "UTF8", end], of: "connect")
        let made = keywords.lend { _, _, keywords in
            values.lend { _, _, values in PQconnectStartParams(keywords, values, 1) }
        }
        guard let made else { throw PostgresError.notConnected("out of memory") }
        // Of a refused connection libpq tells the SQLSTATE in its words alone, whatever their language.
        PQsetErrorVerbosity(made, PQERRORS_VERBOSE)
        return made
    }

    /// Goes through libpq's steps of connecting; ends the connection when that fails. Gives what cancels its statements.
    private static func connected(
        _ raw: OpaquePointer, by deadline: ContinuousClock.Instant, _ interrupt: Interrupt?
    ) throws -> Cancellation? {
        var step = PQstatus(raw) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
        while step != PGRES_POLLING_OK {
            guard step != PGRES_POLLING_FAILED else { throw refused(raw, lastMessage(of: raw)) }
            let events = step == PGRES_POLLING_READING ? POLLIN : POLLOUT
            switch wait(for: events, on: PQsocket(raw), until: deadline, interrupt) {
            case .ready: step = PQconnectPoll(raw)
            case .late: throw refused(raw, "no server answered in time")
            case .interrupted:
                PQfinish(raw)
                throw PostgresError.cancelled("connect")
            }
        }
        PQsetErrorVerbosity(raw, PQERRORS_DEFAULT)
        return Cancellation(of: raw)
    }

    private static func refused(_ raw: OpaquePointer, _ message: String) -> PostgresError {
        PQfinish(raw)
        return .notConnected(message)
    }
}

extension PostgresError {
    /// From libpq's words, told with SQLSTATEs and places in the source: 53300 when a server was full, else 08001.
    static func notConnected(_ message: String) -> PostgresError {
        let isFull = message.contains(":  53300: ")
        let lines = message.split(separator: "\n").filter { !$0.contains(#/^[A-Z]+: .*, [a-z_]+\.c:[0-9]+$/#) }
        return PostgresError(
            sqlState: isFull ? "53300" : "08001",
            message: lines.joined(separator: "\n").replacing(#/:  [0-9A-Z]{5}: /#, with: ":  "), statement: "connect")
    }

    static var closed: PostgresError {
        PostgresError(sqlState: "08003", message: "the database is closed here", statement: "begin")
    }
}
