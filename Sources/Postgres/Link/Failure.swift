import CLibpq

extension Link {
    /// The error that a result stands for, or the connection's when there is no result.
    func failure(_ result: OpaquePointer?, _ statement: String) -> PostgresError {
        func field(_ code: Int32) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }
        if let state = field(diagnosisOfState) {
            // The server's own function tells a stale plan from other 0A000 in every language.
            let isStale =
                state == "26000" || (state == "0A000" && field(diagnosisOfFunction) == "RevalidateCachedQuery")
            return PostgresError(
                state, withoutValues(field(diagnosisOfMessage) ?? "", state), field(diagnosisOfConstraint), statement,
                isStalePlan: isStale)
        }
        if isLost {
            return PostgresError(sqlState: "08006", message: lastMessage, statement: statement)
        }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
            return PostgresError(sqlState: "42809", message: "not such a COPY", statement: statement)
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            return PostgresError(sqlState: "42809", message: "a COPY where none is awaited", statement: statement)
        default:
            return PostgresError(sqlState: "XX000", message: lastMessage, statement: statement)
        }
    }

    /// What libpq last said, on which no SQLSTATE is known.
    var lastMessage: String { isGivenUp ? "the connection was given up" : Self.lastMessage(of: raw) }

    static func lastMessage(of connection: OpaquePointer) -> String {
        let message = String(cString: PQerrorMessage(connection))
        let end = message.lastIndex { !$0.isWhitespace }
        return end.map { String(message[...$0]) } ?? "no answer"
    }

    /// Data exceptions (class 22) quote the offending value in their primary message: it is left out.
    private func withoutValues(_ message: String, _ state: String) -> String {
        let marks: Set<Character> = ["\"", "«", "»", "„", "“", "”"]
        guard state.hasPrefix("22"), let first = message.firstIndex(where: marks.contains),
            let last = message.lastIndex(where: marks.contains)
        else { return message }
        return message[..<first] + "…" + message[message.index(after: last)...]
    }
}
