/// Where a cell stands among the bytes looked at, without its quotes.
struct CellRange: Equatable, Sendable {
    let bytes: Range<Int>
    let isQuoted: Bool
    let hasDoubledQuotes: Bool
    /// Whether all the bytes are of ASCII, as far as that was looked at.
    var isASCII = false
}

/// What breaks the grammar of RFC 4180, so that where the next line starts cannot be known.
enum RecordFault: Equatable {
    case nulByte
    case quoteInsideCell
    case textAfterQuote
    case unterminatedQuote
    case cellTooLong
    case recordTooLong
    case changedMeanwhile
}

/// Cuts one record into cells, byte by byte.
struct RecordScanner: Sendable {
    /// In bytes.
    static let longestCell = 1_000_000
    /// In bytes.
    static let longestRecord = 32_000_000

    enum Outcome: Equatable {
        /// The record ends here, and the next one starts there.
        case record(next: Int)
        /// The bytes end before the record does.
        case needsMore
        case broken(RecordFault)
    }

    private enum Ending {
        case separator(next: Int)
        case record(next: Int)
        case needsMore
        case broken(RecordFault)
    }

    let separator: UInt8
    private(set) var cells: [CellRange] = []
    /// Whether any of the cells is in quotes.
    private(set) var hasQuotes = false
    /// Where the cell that breaks the record starts.
    private(set) var cellStart = 0

    init(separator: UInt8) { self.separator = separator }

    /// Reads one record from a place that is not the end of the bytes.
    mutating func scan(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Outcome {
        cells.removeAll(keepingCapacity: true)
        (cellStart, hasQuotes) = (start, false)
        while true {
            let isQuoted = cellStart < bytes.count && bytes[cellStart] == 0x22
            let ending = isQuoted ? quoted(bytes, isLast) : plain(bytes, isLast)
            switch ending {
            case .separator(let next): cellStart = next
            case .record(let next): return .record(next: next)
            case .broken(let fault): return .broken(fault)
            case .needsMore:
                if bytes.count - cellStart > Self.longestCell + 2 { return .broken(.cellTooLong) }
                return bytes.count - start > Self.longestRecord ? .broken(.recordTooLong) : .needsMore
            }
        }
    }

    private mutating func plain(_ bytes: Span<UInt8>, _ isLast: Bool) -> Ending {
        var (index, all) = (cellStart, UInt8(0))
        while index < bytes.count {
            let byte = bytes[index]
            if byte == separator { break }
            all |= byte
            if byte <= 0x22 {
                if byte == 0x0A || byte == 0x0D { break }
                if byte == 0x22 { return .broken(.quoteInsideCell) }
                if byte == 0 { return .broken(.nulByte) }
            }
            index += 1
        }
        guard index < bytes.count || isLast else { return .needsMore }
        guard index - cellStart <= Self.longestCell else { return .broken(.cellTooLong) }
        cells.append(CellRange(bytes: cellStart..<index, isQuoted: false, hasDoubledQuotes: false, isASCII: all < 0x80))
        return end(bytes, at: index, isLast)
    }

    private mutating func quoted(_ bytes: Span<UInt8>, _ isLast: Bool) -> Ending {
        var index = cellStart + 1
        var hasDoubledQuotes = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0 { return .broken(.nulByte) }
            index += 1
            guard byte == 0x22 else { continue }
            guard index < bytes.count || isLast else { return .needsMore }
            guard index < bytes.count, bytes[index] == 0x22 else {
                let inside = (cellStart + 1)..<(index - 1)
                guard inside.count <= Self.longestCell else { return .broken(.cellTooLong) }
                let ending = end(bytes, at: index, isLast)
                if case .broken = ending { return ending }
                hasQuotes = true
                cells.append(CellRange(bytes: inside, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes))
                return ending
            }
            hasDoubledQuotes = true
            index += 1
        }
        return isLast ? .broken(.unterminatedQuote) : .needsMore
    }

    private func end(_ bytes: Span<UInt8>, at index: Int, _ isLast: Bool) -> Ending {
        guard index < bytes.count else { return .record(next: index) }
        switch bytes[index] {
        case separator: return .separator(next: index + 1)
        case 0x0A: return .record(next: index + 1)
        case 0x0D:
            guard index + 1 < bytes.count || isLast else { return .needsMore }
            let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
            return .record(next: isPair ? index + 2 : index + 1)
        case 0: return .broken(.nulByte)
        default: return .broken(.textAfterQuote)
        }
    }
}
