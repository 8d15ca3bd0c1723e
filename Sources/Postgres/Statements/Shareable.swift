extension Statement {
    /// Why the statement may not go between those of others, if it may not: those give rows, and leave transaction and
    /// session as they are.
    ///
    /// What it must not write is the server's to refuse, the transaction being read only; but BEGIN, COMMIT, SET and their
    /// like would undo that, so only what begins as a question does is let through.
    var refusalToShare: PostgresError? {
        let text = key.text
        if text.utf8.contains(0) { return .nul(in: name) }
        let isShareable =
            Self.questions.contains(Self.firstWord(of: text)) && !text.lowercased().contains("set_config")
        return isShareable ? nil : .notShared(name)
    }

    private static let questions: Set<String> = ["select", "with", "values", "table", "show", "explain"]

    /// The first word in small letters, past blanks, comments and parentheses.
    private static func firstWord(of text: String) -> String {
        var rest = Substring(text).utf8
        while let byte = rest.first {
            if rest.starts(with: "--".utf8) {
                rest = rest.drop { $0 != UInt8(ascii: "\n") }
            } else if rest.starts(with: "/*".utf8) {
                skipComment(&rest)
            } else if byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "(") {
                rest.removeFirst()
            } else {
                break
            }
        }
        return String(
            decoding: rest.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") },
            as: UTF8.self
        )
        .lowercased()
    }

    /// Skips a comment, and those inside it.
    private static func skipComment(_ rest: inout Substring.UTF8View) {
        var depth = 0
        repeat {
            if rest.starts(with: "/*".utf8) {
                depth += 1
                rest.removeFirst(2)
            } else if rest.starts(with: "*/".utf8) {
                depth -= 1
                rest.removeFirst(2)
            } else {
                rest.removeFirst()
            }
        } while depth > 0 && !rest.isEmpty
    }
}

extension PostgresError {
    static func notShared(_ name: String) -> PostgresError {
        PostgresError(sqlState: "42809", message: "only statements that give rows can be shared", statement: name)
    }
}
