import Documents

/// Walks through a file record by record, holding only the bytes it stands on.
struct RecordReader: Sendable {
    /// What stands next in the file.
    enum Found: Equatable {
        /// A record, whose cells can be asked for until the next call; `line` is where it starts.
        case record(line: Int)
        /// Broken grammar in the cell of this index; nothing after it can be read.
        case broken(RecordFault, line: Int, cell: Int)
        case end
    }

    private static let pieceLength = 1 << 18

    private let source: ByteSource
    private let encoding: TextEncoding
    private var scanner: RecordScanner
    private var window: [UInt8]
    private var start = 0
    private var filled = 0
    private var offset: Int
    private var line: Int

    init(_ source: ByteSource, from place: HeaderPlace, encoding: TextEncoding) {
        self.source = source
        self.encoding = encoding
        scanner = RecordScanner(separator: place.separator)
        window = [UInt8](repeating: 0, count: min(Self.pieceLength, max(source.count, 1)))
        offset = place.offset
        line = place.line
    }

    /// How many bytes were walked through, of how many.
    var place: Int { offset - (filled - start) }
    var length: Int { source.count }

    /// How many cells the record has.
    var count: Int { scanner.cells.count }

    /// Whether any cell of the record is in quotes, which a blank line has not.
    var hasQuotes: Bool { scanner.hasQuotes }

    mutating func next() -> Found {
        while true {
            if start == filled {
                if offset == source.count { return .end }
                guard refill() else { return broken(.changedMeanwhile) }
            }
            switch scan() {
            case .record(let next):
                let first = line
                line += 1 + lineEndsInCells()
                start = next
                return .record(line: first)
            case .broken(let fault): return broken(fault)
            case .needsMore: guard refill() else { return broken(.changedMeanwhile) }
            }
        }
    }

    private mutating func scan() -> RecordScanner.Outcome {
        let held = window
        return scanner.scan(held.span.extracting(..<filled), from: start, isLast: offset == source.count)
    }

    /// The text of a cell: decoded, without outer white space and the guard of formulas, composed.
    func text(_ index: Int) -> String? {
        let cell = scanner.cells[index]
        if cell.isASCII, let text = bareASCII(cell.bytes) { return text }
        guard cell.hasDoubledQuotes else { return text(window.span.extracting(cell.bytes)) }
        var bytes: [UInt8] = []
        var wasQuote = false
        for byte in window[cell.bytes] {
            wasQuote = byte == 0x22 && !wasQuote
            if !wasQuote { bytes.append(byte) }
        }
        return text(bytes.span)
    }

    /// The text of bytes of ASCII that begin and end with more than a blank or a guard; nil of others.
    private func bareASCII(_ part: Range<Int>) -> String? {
        guard !part.isEmpty else { return "" }
        let (first, last) = (window[part.lowerBound], window[part.upperBound - 1])
        guard first > 0x20, first != 0x27, last > 0x20 else { return nil }
        // The bytes were looked at one by one and are ASCII, so they need no other validation.
        return String(copying: unsafe UTF8Span(unchecked: window.span.extracting(part), isKnownASCII: true))
    }

    private func text(_ bytes: Span<UInt8>) -> String? {
        var (first, last) = (0, bytes.count)
        while first < last, isBlank(bytes[first]) { first += 1 }
        while first < last, isBlank(bytes[last - 1]) { last -= 1 }
        guard first < last else { return "" }
        var (isASCII, mayNeedComposing) = (true, false)
        for index in first..<last where bytes[index] >= 0x80 {
            isASCII = false
            if bytes[index] >= 0xCC { mayNeedComposing = true }
        }
        let isGuarded = bytes[first] == 0x27
        guard let text = encoding.text(bytes.extracting(first..<last)) else { return nil }
        if isASCII, !isGuarded { return text }
        let hasBareEdges = !isGuarded && bytes[first] < 0x80 && bytes[last - 1] < 0x80
        let bare = hasBareEdges ? text : CSVWriter.unguarded(text.trimmed()).trimmed()
        return mayNeedComposing && encoding == .utf8 ? Spelling.composed(bare) : bare
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

    /// Brings more of the file behind what is not yet read, in a larger window if that already fills it.
    private mutating func refill() -> Bool {
        let rest = filled - start
        if rest * 2 > window.count {
            window = Array(window[start..<filled]) + [UInt8](repeating: 0, count: max(window.count * 2, 64) - rest)
        } else {
            for index in 0..<rest { window[index] = window[start + index] }
        }
        (start, filled) = (0, rest)
        let wanted = min(window.count - rest, source.count - offset)
        let got = source.read(into: &window, rest..<(rest + wanted), at: offset)
        filled += got
        offset += got
        return got == wanted
    }

    private func lineEndsInCells() -> Int {
        scanner.hasQuotes ? scanner.cells.reduce(0) { $1.isQuoted ? $0 + lineEnds($1.bytes) : $0 } : 0
    }

    private func lineEnds(_ part: Range<Int>) -> Int {
        var (ends, wasReturn) = (0, false)
        for byte in window[part] {
            if byte == 0x0D || byte == 0x0A && !wasReturn { ends += 1 }
            wasReturn = byte == 0x0D
        }
        return ends
    }

    private func broken(_ fault: RecordFault) -> Found {
        fault == .changedMeanwhile
            ? .broken(fault, line: line, cell: 0)
            : .broken(fault, line: line + lineEndsInCells(), cell: scanner.cells.count)
    }
}

extension String {
    /// The text without outer white space, zero-width space and byte order mark.
    func trimmed() -> String {
        var rest = unicodeScalars[...]
        while let first = rest.first, first.isBlank { rest.removeFirst() }
        while let last = rest.last, last.isBlank { rest.removeLast() }
        return rest.startIndex == startIndex && rest.endIndex == endIndex ? self : String(rest)
    }
}

extension Unicode.Scalar {
    /// White space, as the property White_Space has it, and the two marks that look like nothing.
    fileprivate var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            true
        default: false
        }
    }
}
