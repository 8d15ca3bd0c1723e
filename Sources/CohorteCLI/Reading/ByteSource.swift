import Glibc
import Training

/// The bytes of a file, read in pieces at any offset; those of a pipe, which comes only once, are kept, in a temporary file
/// when they are many.
final class ByteSource: Sendable {
    /// How many bytes of a pipe are kept in memory.
    private static let many = 1 << 20

    /// In bytes.
    let count: Int
    private let descriptor: Int32
    private let start: Int
    private let spool: SpoolFile?
    private let kept: [UInt8]

    /// Opens a file, or standard input for `-`.
    init(path: String) throws(UnreadableFile) {
        guard !path.utf8.contains(0) else { throw Self.unopened(ENOENT) }
        let opened = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw Self.unopened(errno) }
        var status = stat()
        guard fstat(opened, &status) == 0 else { throw Self.unopened(errno) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw UnreadableFile("c’est un dossier, pas un fichier", "this is a folder, not a file")
        case S_IFREG:
            start = max(lseek(opened, 0, SEEK_CUR), 0)
            count = max(Int(status.st_size) - start, 0)
            (descriptor, spool, kept) = (opened, nil, [])
        default:
            defer { close(opened) }
            (spool, kept, count) = try Self.drain(opened)
            (descriptor, start) = (spool?.descriptor ?? -1, 0)
        }
    }

    deinit { if descriptor >= 0, spool == nil { close(descriptor) } }

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

    /// Everything that a pipe brings: in memory, or in a file without a name.
    private static func drain(
        _ pipe: Int32
    ) throws(UnreadableFile) -> (spool: SpoolFile?, kept: [UInt8], count: Int) {
        var (spool, count, bytes) = (SpoolFile?.none, 0, [UInt8]())
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = Glibc.read(pipe, &piece, piece.count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw unopened(errno) }
            if got == 0, spool == nil { return (nil, bytes, count) }
            bytes += piece[..<got]
            count += got
            if got > 0, bytes.count < many { continue }
            do throws(SpoolFailed) {
                if spool == nil { spool = try SpoolFile() }
                try spool?.write(bytes, at: count - bytes.count)
            } catch {
                throw unkept(CannotWrite(error.folder, code: error.code))
            }
            bytes.removeAll(keepingCapacity: true)
            if got == 0 { return (spool, [], count) }
        }
    }

    private static func unkept(_ error: CannotWrite) -> UnreadableFile {
        UnreadableFile(
            "ce qui vient de l’entrée standard ne tient pas dans \(error.path) : \(error.reason.french)",
            "what comes by standard input does not fit into \(error.path): \(error.reason.english)")
    }

    private static func unopened(_ code: Int32) -> UnreadableFile {
        switch code {
        case ENOENT, ENOTDIR: UnreadableFile("ce fichier n’existe pas", "this file does not exist")
        case EACCES, EPERM:
            UnreadableFile("vous n’avez pas le droit de lire ce fichier", "you are not allowed to read this file")
        default:
            UnreadableFile(
                "ce fichier ne se lit pas (\(systemReason(code).french))",
                "this file cannot be read (\(systemReason(code).english))")
        }
    }
}
