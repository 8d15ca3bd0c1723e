import CLibpq

/// The rows on their way into a table, in COPY's text format, sent 64 KiB at a time.
public struct CopyIn: ~Copyable {
    private let link: Link
    private let statement: String
    private var buffer: [UInt8] = []
    private static let capacity = 65_536

    init(link: Link, statement: String) {
        self.link = link
        self.statement = statement
        buffer.reserveCapacity(Self.capacity + 4_096)
    }

    /// Writes one row, nil being NULL. A cell with a NUL character is refused (22021) with its row; the rest may go on.
    public mutating func row(_ cells: [String?]) throws {
        let start = buffer.count
        for (index, cell) in cells.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: "\t")) }
            guard append(cell) else {
                buffer.removeSubrange(start...)
                throw PostgresError(sqlState: "22021", message: "a cell holds a NUL character", statement: statement)
            }
        }
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= Self.capacity { try flush() }
    }

    mutating func flush() throws {
        try buffer.withUnsafeBytes { try link.putCopy($0, statement) }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Appends one cell, escaped; false when it holds a NUL.
    private mutating func append(_ cell: String?) -> Bool {
        guard let cell = cell?.utf8 else {
            buffer.append(contentsOf: "\\N".utf8)
            return true
        }
        if cell.allSatisfy({ $0 >= 32 && $0 != UInt8(ascii: "\\") }) {
            buffer.append(contentsOf: cell)
            return true
        }
        for byte in cell {
            switch byte {
            case 0: return false
            case UInt8(ascii: "\t"): buffer.append(contentsOf: "\\t".utf8)
            case UInt8(ascii: "\n"): buffer.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): buffer.append(contentsOf: "\\r".utf8)
            case UInt8(ascii: "\\"): buffer.append(contentsOf: "\\\\".utf8)
            default: buffer.append(byte)
            }
        }
        return true
    }
}
