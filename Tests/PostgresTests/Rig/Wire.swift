import Glibc

/// One connection through a proxy: two sockets, and what has gone over them.
struct Wire {
    let client: Int32
    let server: Int32
    private var fromClient = 0
    private var fromServer = 0
    private var hasLostCommit = false
    private var buffer: [UInt8] = Array(repeating: 0, count: 65_536)

    init(client: Int32, server: Int32) {
        self.client = client
        self.server = server
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        var yes: Int32 = 1
        setsockopt(client, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        for socket in [client, server] {
            setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    /// Copies bytes both ways, under whatever fault holds, until either side ends, the fault ends it or there is none
    /// any more to ask for.
    consuming func carry(under fault: () -> FaultProxy.Fault?) {
        while let now = fault() {
            if now == .reset { return resetBoth() }
            if now == .blackHole || hasLostCommit {
                usleep(10_000)
                continue
            }
            var ready = [
                pollfd(fd: client, events: Int16(POLLIN), revents: 0),
                pollfd(fd: server, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&ready, 2, 20) > 0, let then = fault() else { continue }
            if then == .blackHole { continue }
            if ready[0].revents != 0, !pass(isFromServer: false, then) { return resetBoth() }
            if ready[1].revents != 0, !pass(isFromServer: true, then) { return resetBoth() }
        }
        resetBoth()
    }

    private func resetBoth() {
        Loopback.reset(client)
        close(server)
    }

    /// Passes one piece on; false when the connection is to end.
    private mutating func pass(isFromServer: Bool, _ fault: FaultProxy.Fault) -> Bool {
        let (source, sink) = isFromServer ? (server, client) : (client, server)
        var count = recv(source, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        var isLast = false
        switch fault {
        case .delay(let milliseconds): usleep(milliseconds * 1_000)
        case .loseCommit(let silently) where isFromServer && holdsCommit(count):
            hasLostCommit = true
            return silently
        case .cut(let limit, isFromServer):
            let left = limit - (isFromServer ? fromServer : fromClient)
            isLast = count >= left
            count = min(count, max(0, left))
        default: break
        }
        if isFromServer { fromServer += count } else { fromClient += count }
        return send(count, to: sink, piece: fault == .slices ? 1 : buffer.count) && !isLast
    }

    /// Whether the server says here that a transaction is committed: `C`, eleven bytes, `COMMIT`.
    private func holdsCommit(_ count: Int) -> Bool {
        let word = Array("C\0\0\0\u{b}COMMIT\0".utf8)
        guard count >= word.count else { return false }
        return (0...count - word.count).contains { buffer[$0] == word[0] && buffer[$0..<$0 + word.count] == word[...] }
    }

    private func send(_ count: Int, to sink: Int32, piece: Int) -> Bool {
        var sent = 0
        while sent < count {
            let next = min(piece, count - sent)
            let done = buffer.withUnsafeBytes { bytes in
                Glibc.send(sink, bytes.baseAddress?.advanced(by: sent), next, Int32(MSG_NOSIGNAL))
            }
            guard done > 0 else { return false }
            sent += done
        }
        return true
    }
}
