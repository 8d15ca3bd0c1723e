/// Text from outside that is not what it should be, and where: the line a record starts on, the column's name.
public struct Misread: Error, Equatable, Sendable {
    public let line: Int?
    public let column: String?
    public let reason: Sentence

    public init(line: Int?, column: String?, reason: Sentence) {
        (self.line, self.column, self.reason) = (line, column, reason)
    }
}
