import Glibc

/// Standard output, every byte of which is known to be written or known not to be.
struct Output {
    private static let bufferLength = 1 << 16

    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []

    /// Takes a descriptor; from then on a closed pipe or a full quota is an error and not a signal.
    init(descriptor: Int32 = 1, name: String = "stdout") {
        self.descriptor = descriptor
        self.name = name
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Takes text to be written. Throws `OutputClosed` or `CannotWrite`.
    mutating func write(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.bufferLength { try flush() }
    }

    /// Takes bytes to be written. Throws `OutputClosed` or `CannotWrite`.
    mutating func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= Self.bufferLength { try flush() }
    }

    /// Writes what was taken. Throws `OutputClosed` or `CannotWrite`; the bytes are given up then.
    mutating func flush() throws {
        defer { buffer.removeAll(keepingCapacity: true) }
        try check(writeAll(buffer, to: descriptor))
    }

    /// Writes what was taken and asks the system whether all of it arrived; the last call of a program.
    mutating func finish() throws {
        try flush()
        let copy = dup(descriptor)
        if copy >= 0, close(copy) != 0 { try check(errno) }
    }

    private func check(_ code: Int32) throws {
        switch code {
        case 0: return
        case EPIPE: throw OutputClosed()
        default: throw CannotWrite(name, code: code)
        }
    }
}

/// Writes all the bytes, waiting for a slow reader; 0, or the system's code of what went wrong.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            let written = write(descriptor, piece.baseAddress, piece.count)
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno == EAGAIN {
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
