/// Where the header of a file is, and what separates its cells.
struct HeaderPlace: Equatable {
    let offset: Int
    let line: Int
    let separator: UInt8

    /// Looks for the first line that is not blank; nil if there is none.
    ///
    /// The separator is the more frequent of `;` and `,` outside quotes, the semicolon when they are even.
    init?(in source: ByteSource, from start: Int) {
        var search = HeaderSearch(from: start)
        var piece = [UInt8](repeating: 0, count: 1 << 14)
        var offset = start
        while offset < source.count {
            let got = source.read(into: &piece, piece.indices, at: offset)
            guard got > 0 else { break }
            for index in 0..<got {
                search.look(at: piece[index], offset: offset + index)
                if search.isOver { break }
            }
            offset += got
            if search.isOver || search.hasSeen(RecordScanner.longestRecord, at: offset) { break }
        }
        guard search.hasWords else { return nil }
        self.offset = search.lineStart
        line = search.line
        separator = search.commas > search.semicolons ? UInt8(ascii: ",") : UInt8(ascii: ";")
    }
}

/// The state of the search for a header.
private struct HeaderSearch {
    private(set) var lineStart: Int
    private(set) var line = 1
    private(set) var hasWords = false
    private(set) var isOver = false
    private(set) var commas = 0
    private(set) var semicolons = 0
    private var isInQuotes = false
    private var wasReturn = false

    init(from start: Int) { lineStart = start }

    func hasSeen(_ length: Int, at offset: Int) -> Bool { hasWords && offset - lineStart > length }

    mutating func look(at byte: UInt8, offset: Int) {
        defer { wasReturn = byte == 0x0D }
        switch byte {
        case 0x22:
            isInQuotes.toggle()
            hasWords = true
        case 0x0A where wasReturn && !hasWords: lineStart = offset + 1
        case 0x0A where !isInQuotes, 0x0D where !isInQuotes: endLine(offset)
        case UInt8(ascii: ",") where !isInQuotes: commas += 1
        case UInt8(ascii: ";") where !isInQuotes: semicolons += 1
        case 0x20, 0x09: break
        default: hasWords = true
        }
    }

    private mutating func endLine(_ offset: Int) {
        if hasWords {
            isOver = true
        } else {
            lineStart = offset + 1
            line += 1
            (commas, semicolons) = (0, 0)
        }
    }
}
