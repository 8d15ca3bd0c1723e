import Glibc

/// The bytes of a file, read in pieces at any offset; those of a pipe, which comes only once, are kept.
final class ByteSource: Sendable {
    /// The most that is taken from a pipe, in bytes.
    static let longestPipe = 256_000_000

    /// In bytes.
    let count: Int
    private let descriptor: Int32
    private let start: Int
    private let kept: [UInt8]

    /// Opens a file, or standard input for `-`.
    init(path: String) throws(UnreadableFile) {
        guard !path.utf8.contains(0) else { throw Self.unopened(ENOENT) }
        descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unopened(errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.unopened(errno) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw UnreadableFile("c’est un dossier, pas un fichier", "this is a folder, not a file")
        case S_IFREG:
            start = max(lseek(descriptor, 0, SEEK_CUR), 0)
            count = max(Int(status.st_size) - start, 0)
            kept = []
        default:
            kept = try Self.drain(descriptor)
            (start, count) = (0, kept.count)
        }
    }

    deinit { close(descriptor) }

    /// Fills a part of the buffer with what stands at the offset; fewer bytes than asked only at the end of the file
    /// or after a failure of the disk.
    func read(into buffer: inout [UInt8], _ part: Range<Int>, at offset: Int) -> Int {
        guard kept.isEmpty else {
            let piece = kept[min(offset, count)..<min(offset + part.count, count)]
            buffer.replaceSubrange(part.lowerBound..<(part.lowerBound + piece.count), with: piece)
            return piece.count
        }
        var filled = 0
        while filled < part.count {
            let got = buffer.withUnsafeMutableBytes { bytes in
                let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[(part.lowerBound + filled)..<part.upperBound])
                return pread(descriptor, rest.baseAddress, rest.count, off_t(start + offset + filled))
            }
            if got < 0, errno == EINTR { continue }
            if got <= 0 { break }
            filled += got
        }
        return filled
    }

    private static func drain(_ descriptor: Int32) throws(UnreadableFile) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = Glibc.read(descriptor, &piece, piece.count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw unopened(errno) }
            if got == 0 { return bytes }
            bytes += piece[..<got]
            guard bytes.count <= longestPipe else {
                throw UnreadableFile(
                    "plus de 256 Mo sur l’entrée standard : donnez le fichier par son nom",
                    "more than 256 MB on standard input: give the file by its name")
            }
        }
    }

    private static func unopened(_ code: Int32) -> UnreadableFile {
        switch code {
        case ENOENT, ENOTDIR: UnreadableFile("ce fichier n’existe pas", "this file does not exist")
        case EACCES, EPERM:
            UnreadableFile("vous n’avez pas le droit de lire ce fichier", "you are not allowed to read this file")
        default:
            UnreadableFile(
                "ce fichier ne se lit pas (\(String(cString: strerror(code))))",
                "this file cannot be read (\(String(cString: strerror(code))))")
        }
    }
}
