/// What is learnt of a file's encoding by looking once at all its bytes; places are offsets in bytes.
struct EncodingSurvey {
    private static let block = 16

    /// The first place that is not UTF-8.
    private(set) var foreign: Int?
    /// The first byte that Windows-1252 leaves undefined.
    private(set) var undefined: (offset: Int, byte: UInt8)?
    /// Whether some letters are well-formed UTF-8 of several bytes.
    private(set) var hasLongLetters = false
    private var offset = 0
    private var expected = 0
    private var bounds: ClosedRange<UInt8> = 0x80...0xBF

    init(_ source: ByteSource) {
        var piece = [UInt8](repeating: 0, count: min(1 << 18, max(source.count, 1)))
        while offset < source.count {
            let got = source.read(into: &piece, 0..<min(piece.count, source.count - offset), at: offset)
            guard got > 0 else { break }
            look(at: piece.span.extracting(..<got))
        }
        if expected > 0 { refuse() }
    }

    private mutating func look(at bytes: Span<UInt8>) {
        let start = offset
        var index = 0
        while index < bytes.count {
            if expected == 0, Self.isASCII(bytes, from: index) {
                index += Self.block
                continue
            }
            let end = min(index + Self.block, bytes.count)
            while index < end {
                offset = start + index
                look(at: bytes[index])
                index += 1
            }
        }
        offset = start + bytes.count
    }

    private static func isASCII(_ bytes: Span<UInt8>, from index: Int) -> Bool {
        guard index + block <= bytes.count else { return false }
        let bytes = bytes.extracting(index..<(index + block))
        var all: UInt8 = 0
        for index in 0..<block { all |= bytes[index] }
        return all < 0x80
    }

    private mutating func look(at byte: UInt8) {
        guard expected > 0 || byte >= 0x80 else { return }
        if undefined == nil, TextEncoding.isUndefinedInWindows1252(byte) { undefined = (offset, byte) }
        if expected > 0 { follow(byte) } else { lead(byte) }
    }

    private mutating func follow(_ byte: UInt8) {
        guard bounds ~= byte else {
            expected = 0
            refuse()
            if byte >= 0x80 { lead(byte) }
            return
        }
        bounds = 0x80...0xBF
        expected -= 1
        if expected == 0 { hasLongLetters = true }
    }

    private mutating func lead(_ byte: UInt8) {
        (expected, bounds) =
            switch byte {
            case 0xC2...0xDF: (1, 0x80...0xBF)
            case 0xE0: (2, 0xA0...0xBF)
            case 0xED: (2, 0x80...0x9F)
            case 0xE1...0xEF: (2, 0x80...0xBF)
            case 0xF0: (3, 0x90...0xBF)
            case 0xF1...0xF3: (3, 0x80...0xBF)
            case 0xF4: (3, 0x80...0x8F)
            default: (0, 0x80...0xBF)
            }
        if expected == 0 { refuse() }
    }

    private mutating func refuse() { if foreign == nil { foreign = offset } }
}

extension ByteSource {
    /// The line, from 1, on which a byte stands.
    func line(at place: Int) -> Int {
        var piece = [UInt8](repeating: 0, count: 1 << 14)
        var (line, offset, wasReturn) = (1, 0, false)
        while offset < place {
            let got = read(into: &piece, 0..<min(piece.count, place - offset), at: offset)
            guard got > 0 else { break }
            for byte in piece[..<got] {
                if byte == 0x0D || byte == 0x0A && !wasReturn { line += 1 }
                wasReturn = byte == 0x0D
            }
            offset += got
        }
        return line
    }
}
