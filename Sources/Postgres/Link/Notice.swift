import CLibpq
import Synchronization

/// What the server said beside its answers: a warning, or something it thought worth telling.
public struct Notice: Hashable, Sendable {
    /// `WARNING`, `NOTICE`, … in English, whatever the server's language.
    public let severity: String

    /// The five characters of its SQLSTATE.
    public let sqlState: String

    /// The primary message, in the server's language.
    public let message: String
}

/// Where one connection's notices go.
final class Notices: Sendable {
    private let listener: (@Sendable (Notice) -> Void)?
    private let didWaitEnd = Mutex(false)

    init(_ listener: (@Sendable (Notice) -> Void)?) { self.listener = listener }

    /// Receives from now on what the server says on the connection, which must not outlive this.
    func attach(to connection: OpaquePointer) {
        PQsetNoticeReceiver(
            connection,
            { context, result in
                guard let context, let result else { return }
                Unmanaged<Notices>.fromOpaque(context).takeUnretainedValue().hear(result)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Whether a COMMIT's wait for its standby was given up since last asked: the commit is then only local.
    func takeEndOfWait() -> Bool {
        didWaitEnd.withLock { didEnd in
            defer { didEnd = false }
            return didEnd
        }
    }

    private func hear(_ result: OpaquePointer) {
        func field(_ code: Int32) -> String { PQresultErrorField(result, code).map { String(cString: $0) } ?? "" }
        // The server's own function is the only mark that no language changes.
        if field(diagnosisOfFunction) == "SyncRepWaitForLSN" { didWaitEnd.withLock { $0 = true } }
        listener?(
            Notice(
                severity: field(diagnosisOfSeverity), sqlState: field(diagnosisOfState),
                message: field(diagnosisOfMessage)))
    }
}
