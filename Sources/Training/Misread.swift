/// Text from outside that is not what it should be, and where: the line a record starts on, the column's name.
public struct Misread: Error, Equatable, Sendable {
    public let line: Int?
    public let column: String?
    public let reason: Sentence

    public init(line: Int?, column: String?, reason: Sentence) {
        (self.line, self.column, self.reason) = (line, column, reason)
    }
}

extension Misread: Spooled {
    public func write(to bytes: inout SpoolBytes) {
        bytes.put(Int32(clamping: line ?? -1))
        bytes.put(column)
        bytes.put(reason.french)
        bytes.put(reason.english)
    }

    public init(from bytes: inout SpoolBytes) {
        let line = Int(bytes.takeInt32())
        self.line = line < 0 ? nil : line
        column = bytes.takeText()
        reason = Sentence(bytes.takeText() ?? "", bytes.takeText() ?? "")
    }
}
