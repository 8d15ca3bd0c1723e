/// How long to wait at most, for whatever may never come.
public struct Limits: Hashable, Sendable {
    /// For a server to let us in (08001); name resolution alone keeps the resolver's own limits.
    public let connect: Duration

    /// For a connection to be free, here or at a server that is full (53300).
    public let acquire: Duration

    /// For a statement's answer, or the next piece of a long one; the server is then asked to stop it (57014).
    public let statement: Duration

    /// For a COMMIT, after which its outcome is unknown (40003).
    public let commit: Duration

    public init(
        connect: Duration = .seconds(15), acquire: Duration = .seconds(30), statement: Duration = .seconds(600),
        commit: Duration = .seconds(60)
    ) {
        (self.connect, self.acquire) = (connect, acquire)
        (self.statement, self.commit) = (statement, commit)
    }

    /// How long a server that was told to stop may take to say that it has.
    static let grace = Duration.seconds(3)
}
