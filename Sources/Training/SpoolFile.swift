import Glibc

/// A file without a name in the folder of temporary files, gone with the process at the latest.
public final class SpoolFile: Sendable {
    static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

    public let descriptor: Int32

    public init() throws(SpoolFailed) {
        var path = Array("\(Self.folder)/cohorte-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw SpoolFailed(code: errno) }
        unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { close(descriptor) }

    public func write(_ bytes: [UInt8], at offset: Int) throws(SpoolFailed) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { bytes in
                pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, offset + done)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw SpoolFailed(code: written < 0 ? errno : ENOSPC) }
            done += written
        }
    }

    /// At least one byte of those that stand there.
    func read(at offset: Int, upTo length: Int) throws(SpoolFailed) -> [UInt8] {
        while true {
            var code: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
                let got = pread(descriptor, buffer.baseAddress, length, offset)
                code = got < 0 ? errno : 0
                count = max(got, 0)
            }
            if code == EINTR { continue }
            guard code == 0, !bytes.isEmpty else { throw SpoolFailed(code: code == 0 ? EIO : code) }
            return bytes
        }
    }
}
