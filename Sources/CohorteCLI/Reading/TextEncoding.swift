/// How the bytes of a file stand for letters.
enum TextEncoding: Equatable, Sendable {
    case utf8
    case windows1252

    /// The text of some bytes, nil where they are not in this encoding.
    func text(_ bytes: Span<UInt8>) -> String? {
        switch self {
        case .utf8: Self.validated(bytes)
        case .windows1252: Self.latin(bytes)
        }
    }

    private static func validated(_ bytes: Span<UInt8>) -> String? {
        do { return String(copying: try UTF8Span(validating: bytes)) } catch { return nil }
    }

    static func isUndefinedInWindows1252(_ byte: UInt8) -> Bool {
        byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D
    }

    private static func latin(_ bytes: Span<UInt8>) -> String? {
        var scalars = String.UnicodeScalarView()
        for index in bytes.indices {
            let byte = bytes[index]
            guard !isUndefinedInWindows1252(byte) else { return nil }
            scalars.append(0x80..<0xA0 ~= byte ? upper[Int(byte - 0x80)] : Unicode.Scalar(byte))
        }
        return String(scalars)
    }

    /// 80 to 9F; the five undefined ones are never asked for.
    private static let upper: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]
}

/// What is learnt of a file's encoding by looking once at all its bytes.
struct EncodingSurvey {
    /// The first line that is not UTF-8.
    private(set) var foreignLine: Int?
    /// The first line with a byte that Windows-1252 leaves undefined, and that byte.
    private(set) var undefined: (line: Int, byte: UInt8)?
    /// Whether some letters are well-formed UTF-8 of several bytes.
    private(set) var hasLongLetters = false
    private var line = 1
    private var lastWasReturn = false
    private var expected = 0
    private var bounds: ClosedRange<UInt8> = 0x80...0xBF

    mutating func look(at bytes: Span<UInt8>) {
        for index in bytes.indices {
            let byte = bytes[index]
            if expected > 0 {
                follow(byte)
            } else if byte >= 0x80 {
                lead(byte)
            }
            if byte == 0x0A {
                if !lastWasReturn { line += 1 }
            } else if byte == 0x0D {
                line += 1
            }
            lastWasReturn = byte == 0x0D
        }
    }

    mutating func finish() { if expected > 0 { refuse() } }

    private mutating func follow(_ byte: UInt8) {
        noteUndefined(byte)
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
        noteUndefined(byte)
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

    private mutating func refuse() { if foreignLine == nil { foreignLine = line } }

    private mutating func noteUndefined(_ byte: UInt8) {
        if undefined == nil, TextEncoding.isUndefinedInWindows1252(byte) { undefined = (line, byte) }
    }
}
