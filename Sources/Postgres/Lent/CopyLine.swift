/// A line of COPY's text format, without its end, cut at its tabs; escapes are undone where they stand.
struct CopyLine {
    private var rest: UnsafeMutableRawBufferPointer
    private var isAtEnd = false

    init(_ line: UnsafeMutableRawBufferPointer) { rest = line }

    /// Appends the fields, NULL as no bytes at no address; false unless there are `columns` and all are COPY's.
    mutating func cut(into fields: inout [UnsafeRawBufferPointer], columns: Int) -> Bool {
        if columns == 0 { return rest.isEmpty }
        for _ in 0..<columns {
            guard !isAtEnd, let field = next() else { return false }
            fields.append(field)
        }
        return isAtEnd
    }

    private mutating func next() -> UnsafeRawBufferPointer? {
        var end = 0
        while end < rest.count, !Self.isSpecial(rest[end]) { end += 1 }
        guard end < rest.count, rest[end] == UInt8(ascii: "\\") else { return close(length: end, end: end) }
        return isNull ? close(length: nil, end: 2) : escaped(from: end)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\n")
    }

    /// Whether the field that begins is `\N`.
    private var isNull: Bool {
        rest.count >= 2 && rest[0] == UInt8(ascii: "\\") && rest[1] == UInt8(ascii: "N")
    }

    /// Ends a field that is now `length` bytes, or NULL, and that ended at `end`; goes on after the tab.
    private mutating func close(length: Int?, end: Int) -> UnsafeRawBufferPointer? {
        let field = UnsafeRawBufferPointer(rebasing: rest[..<(length ?? 0)])
        if end == rest.count {
            isAtEnd = true
        } else {
            guard rest[end] == UInt8(ascii: "\t") else { return nil }
            rest = UnsafeMutableRawBufferPointer(rebasing: rest[(end + 1)...])
        }
        return length == nil ? UnsafeRawBufferPointer(start: nil, count: 0) : field
    }

    /// Reads a field whose first backslash stands at `start`.
    private mutating func escaped(from start: Int) -> UnsafeRawBufferPointer? {
        var (length, end) = (start, start)
        while end < rest.count, rest[end] != UInt8(ascii: "\t"), rest[end] != UInt8(ascii: "\n") {
            if rest[end] == UInt8(ascii: "\\") {
                guard end + 1 < rest.count, let meant = Self.meant(by: rest[end + 1]) else { return nil }
                rest[length] = meant
                end += 2
            } else {
                rest[length] = rest[end]
                end += 1
            }
            length += 1
        }
        return close(length: length, end: end)
    }

    /// What a letter after a backslash means where PostgreSQL writes one; nil where it never does.
    private static func meant(by letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "f"): 12
        case UInt8(ascii: "n"): 10
        case UInt8(ascii: "r"): 13
        case UInt8(ascii: "t"): 9
        case UInt8(ascii: "v"): 11
        case UInt8(ascii: "\\"): letter
        default: nil
        }
    }
}
