/// How text looks on a terminal: what it must not do there, and how wide it is.
enum DisplayText {
    /// The text with what would command the terminal or turn its reading direction shown as `·`.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isHarmful(scalar) ? "·" : scalar) }
        return String(scalars)
    }

    /// The columns of a terminal that the text takes.
    static func width(_ text: String) -> Int {
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text.utf8.count }
        return text.reduce(0) { $0 + width($1) }
    }

    /// One cluster of letter and marks, emoji and modifiers, or two halves of a flag.
    private static func width(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        if scalars.count > 1, scalars.contains(where: { $0 == "\u{FE0F}" || $0 == "\u{20E3}" }) { return 2 }
        let widths = scalars.map(width)
        if scalars.count > 1, scalars.contains(where: { isRegional($0) || isSpacingMark($0) }) {
            return min(widths.reduce(0, +), 2)
        }
        return widths.max() ?? 0
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        if 0x20..<0x300 ~= scalar.value { return scalar.value == 0xAD ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control, .format, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        if 0x1160...0x11FF ~= scalar.value { return 0 }
        if isRegional(scalar) { return 1 }
        return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        if 0x20..<0x7F ~= scalar.value { return false }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        case .format: return !(0x200C...0x200D ~= scalar.value || 0xE0020...0xE007F ~= scalar.value)
        default: return false
        }
    }

    private static func isRegional(_ scalar: Unicode.Scalar) -> Bool { 0x1F1E6...0x1F1FF ~= scalar.value }

    private static func isSpacingMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .spacingMark
    }

    private static func isWide(_ value: UInt32) -> Bool { wide.contains { $0 ~= value } }

    /// The blocks that are wide throughout; source: Unicode, EastAsianWidth.txt (W and F). Emoji are known by property.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD,
        0x30000...0x3FFFD,
    ]
}
