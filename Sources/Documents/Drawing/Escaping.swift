import Training

/// Escapes for HTML scalar by scalar: by grapheme, a `<` or a quote fused with a neighbouring mark would pass.
enum Escaping {
    /// Text safe in an element and in a quoted attribute; control characters and marks that turn the direction of
    /// what follows are left out.
    static func escaped(_ text: String) -> String {
        if isPlain(text) { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 32)
        appendScalars(of: text, to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends the same text in UTF-8.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        if isPlain(text) { bytes += text.utf8 } else { appendScalars(of: text, to: &bytes) }
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) } ?? text.utf8.allSatisfy(isPlain)
    }

    private static func appendScalars(of text: String, to result: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;".utf8
            case ">": result += "&gt;".utf8
            case "&": result += "&amp;".utf8
            case "\"": result += "&quot;".utf8
            case "'": result += "&#39;".utf8
            case "\n", "\t": result.append(0x20)
            case " "..."~": result.append(UInt8(truncatingIfNeeded: scalar.value))
            case _ where isLeftOut(scalar): continue
            default: result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }

    /// Text safe as a string of a style sheet inside a page.
    static func styleString(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars where !isLeftOut(scalar) {
            if scalar.properties.isAlphabetic || scalar == " " || ("0"..."9").contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\" + String(scalar.value, radix: 16) + " "
            }
        }
        return result + "\""
    }

    /// Whether a byte of UTF-8 stands for itself in all that it may be a part of: what is left out begins with others.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F, 0x22, 0x26, 0x27, 0x3C, 0x3E: false
        case 0xC2, 0xD8, 0xE2, 0xEF, 0xF0...: false
        default: true
        }
    }

    private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
        default: scalar.turnsDirection || scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
