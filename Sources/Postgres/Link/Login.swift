/// Where to connect and as whom.
public struct Login: Hashable, Sendable {
    /// libpq's keywords and values, a URI, or nothing, when the PG* variables say it all. Several hosts are tried in
    /// turn, and with `target_session_attrs` until one is of the kind.
    public let conninfo: String

    /// The role to take once connected, when it is not the one that logged in.
    public let role: String?

    /// Whether a pooler in transaction mode, such as PgBouncer, stands between: then nothing outlives a transaction,
    /// neither prepared statements nor settings.
    public let isPooled: Bool

    public init(conninfo: String, role: String?, isPooled: Bool = false) {
        (self.conninfo, self.role, self.isPooled) = (conninfo, role, isPooled)
    }
}

extension Login {
    /// What values are written and read by, whatever the server, its database or the environment prefer; and how long a
    /// statement waits for a lock before it is refused (55P03), and how soon the server sees that the client is gone.
    private static let settings = [
        "datestyle to iso, ymd", "intervalstyle to postgres", "timezone to utc", "bytea_output to hex",
        "extra_float_digits to 1", "standard_conforming_strings to on", "lock_timeout to '20s'",
        "client_connection_check_interval to '2s'",
    ]

    /// What a new connection is told first; nothing when the next transaction may meet another server process.
    func greeting(user: String?, isReadOnly: Bool) -> String? {
        if isPooled { return nil }
        let readOnly = isReadOnly ? ["default_transaction_read_only to on"] : []
        let role = roleToTake(from: user).map { ["role \($0)"] } ?? []
        return (Self.settings + readOnly + role).map { "set \($0)" }.joined(separator: ";")
    }

    /// What each transaction is told first, being behind a pooler.
    func opening(user: String?) -> [String] {
        guard isPooled else { return [] }
        let role = roleToTake(from: user).map { ["role \($0)"] } ?? []
        return (Self.settings + role).map { "set local \($0)" }
    }

    private func roleToTake(from user: String?) -> String? {
        guard let role, role != user else { return nil }
        return "\"\(role.replacing("\"", with: "\"\""))\""
    }
}
