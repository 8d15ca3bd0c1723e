import Glibc

/// Plain TCP sockets on 127.0.0.1.
enum Loopback {
    /// A socket that listens, on a port of the kernel's choosing.
    static func listen(backlog: Int32) throws -> (socket: Int32, port: UInt16) {
        let socket = try made()
        let isBound = withAddress(port: 0) { bind(socket, $0, $1) == 0 }
        guard isBound, Glibc.listen(socket, backlog) == 0 else {
            close(socket)
            throw RigFailure("nothing to listen on: \(String(cString: strerror(errno)))")
        }
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) }
        }
        return (socket, UInt16(bigEndian: address.sin_port))
    }

    /// A socket connected to the port; nil when nobody takes it.
    static func connect(to port: UInt16, isBlocking: Bool = true) -> Int32? {
        guard let socket = try? made(isBlocking ? 0 : Int32(SOCK_NONBLOCK.rawValue)) else { return nil }
        let isConnected = withAddress(port: port) { Glibc.connect(socket, $0, $1) == 0 }
        if isConnected || (!isBlocking && errno == EINPROGRESS) { return socket }
        close(socket)
        return nil
    }

    /// Ends the connection as a crashed peer would: with a reset.
    static func reset(_ socket: Int32) {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
        close(socket)
    }

    private static func made(_ flags: Int32 = 0) throws -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | flags
        let socket = Glibc.socket(AF_INET, kind, 0)
        guard socket >= 0 else { throw RigFailure("no socket: \(String(cString: strerror(errno)))") }
        var yes: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        return socket
    }

    private static func withAddress<Value>(
        port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
    ) -> Value {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}

/// A port behind which nobody speaks, until it is dropped.
final class DeafPort {
    let port: UInt16
    private let sockets: [Int32]

    /// One that takes every connection and says nothing, or one that does not even answer the first packet.
    init(isFull: Bool) throws {
        let (listener, port) = try Loopback.listen(backlog: isFull ? 0 : 100)
        self.port = port
        // A queue of one that is full makes the kernel drop what comes: a black hole.
        sockets = [listener] + (isFull ? (0..<4).compactMap { _ in Loopback.connect(to: port, isBlocking: false) } : [])
    }

    deinit { for socket in sockets { close(socket) } }
}
