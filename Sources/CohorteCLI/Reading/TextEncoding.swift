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
