/// Where to connect and as whom.
public struct Login: Hashable, Sendable {
    /// libpq's keywords and values, a URI, or nothing, when the PG* variables say it all.
    public let conninfo: String

    /// The role to take once connected, when it is not the one that logged in.
    public let role: String?

    public init(conninfo: String, role: String?) {
        self.conninfo = conninfo
        self.role = role
    }
}
