import Hummingbird
import NIOCore
import Synchronization
import Training

/// What goes with a request on its way through the routes.
struct RelayContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who is at the other end of the connection.
    var peer: String { channel.remoteAddress?.ipAddress ?? "local" }
    /// The connection.
    let channel: any Channel
    /// What becomes known on the way.
    let trail = Trail()

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}

/// What becomes known of a request on its way, for the log.
final class Trail: Sendable {
    private let known = Mutex<Pass.ID?>(nil)
    private let isRead = Mutex(false)

    /// The pass that was shown, once it was found valid.
    var pass: Pass.ID? {
        get { known.withLock { $0 } }
        set { known.withLock { $0 = newValue } }
    }

    /// Whether the request's body, if it has one, has come whole.
    var isBodyRead: Bool {
        get { isRead.withLock { $0 } }
        set { isRead.withLock { $0 = newValue } }
    }
}
