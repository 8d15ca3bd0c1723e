/// What a PostgreSQL program says when it fails.
enum Words {
    /// The line that tells most of a log: its last FATAL or PANIC, else its last error, else its last line.
    static func ofFailure(in log: String) -> String {
        let lines = log.split(separator: "\n").map { $0.drop { $0 == " " } }
            .filter { !$0.isEmpty && !$0.contains("FATAL:  the database system is ") }
        for mark in ["FATAL:  ", "PANIC:  ", "error: ", "ERROR:  "] {
            if let line = lines.last(where: { $0.contains(mark) }), let start = line.firstRange(of: mark) {
                return sentence(line[start.lowerBound...])
            }
        }
        return lines.last.map(sentence) ?? ""
    }

    private static func sentence(_ line: Substring) -> String {
        line.hasSuffix(".") ? String(line) : line + "."
    }
}
