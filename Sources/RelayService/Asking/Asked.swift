import FoundationEssentials
import HTTPTypes
import Hummingbird
import Training

/// A request of somebody who was let in, as a route needs it.
struct Asked: Sendable {
    let request: Request
    let parameters: Parameters
    let caller: Caller
    /// The route's path as it is written: what the log and the read log call it.
    let route: String
    let rooms: Rooms

    var language: Language { Language(asked: request.headers[.acceptLanguage]) }

    var programme: Programme.ID { caller.office.programme }

    /// What the statement gives, as the office that asks.
    func read<Row>(_ query: Query<Row>) async throws -> [Row] {
        try await rooms.database.read(as: caller.actor, query)
    }

    /// Carries out a use case as the office that asks.
    func ask<Value: Sendable>(
        for purpose: Database.Purpose = .change, as actor: Actor? = nil,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        try await rooms.database.transaction(as: actor ?? caller.actor, for: purpose, body)
    }

    /// Puts into the read log whom the answer names.
    func note(_ people: [Participant.ID]) { rooms.journal.note(route, people, by: caller) }

    // MARK: What the address says

    /// The cohort of `{code}`; what cannot be a code is not found.
    func cohort() throws(Problem) -> Cohort.Code {
        guard let code = Cohort.Code(typed: parameters.get("code") ?? "") else { throw .notFound }
        return code
    }

    /// The person of `{id}`; what cannot be an id is not found.
    func person() throws(Problem) -> Participant.ID {
        guard let id = UUID(uuidString: parameters.get("id") ?? "") else { throw .notFound }
        return Participant.ID(rawValue: id)
    }

    /// What follows `name=` in the address, nil when it is not there.
    func query(_ name: String) -> String? {
        request.uri.queryParameters[name[...]].map { String($0.replacing("+", with: " ")) }
    }

    /// A number in the address, or a default.
    func number(_ name: String, in range: ClosedRange<Int>, or usual: Int) throws(Problem) -> Int {
        guard let text = query(name) else { return usual }
        guard let number = Int(text), range.contains(number) else {
            throw .badRequest(
                Sentence(
                    "« \(name) » va de \(range.lowerBound) à \(range.upperBound).",
                    "\"\(name)\" is from \(range.lowerBound) to \(range.upperBound)."))
        }
        return number
    }

    /// The body as its members, and its bytes.
    func body(
        _ members: [Body.Member], fixed: [String] = [], as kinds: [String] = ["application/json"]
    ) async throws -> (Body, [UInt8]) {
        guard let header = request.headers[.contentType], kinds.contains(where: { Self.isUTF8(header, of: $0) }) else {
            let list = kinds.joined(separator: ", ")
            throw Problem(
                .unsupportedMediaType, "content_is_json",
                Sentence("La demande s’écrit en \(list), en UTF-8.", "The request is in \(list), in UTF-8."))
        }
        let bytes = Array(buffer: try await request.body.collect(upTo: 65_536))
        return (try Body(bytes, members, fixed: fixed), bytes)
    }

    /// Whether a Content-Type is this kind, in no other encoding than UTF-8.
    private static func isUTF8(_ header: String, of kind: String) -> Bool {
        let parts = header.lowercased().split(separator: ";").map { String($0.filter { $0 != " " && $0 != "\"" }) }
        return parts.first == kind
            && parts.dropFirst().allSatisfy {
                !$0.hasPrefix("charset=") || $0 == "charset=utf-8" || $0 == "charset=utf8"
            }
    }
}

/// What all requests share.
struct Rooms: Sendable {
    let database: Database
    let gate: Gate
    let journal: ReadJournal
    let metrics: Metrics
    let passes: Buckets<Pass.Key>
    let strangers: Buckets<String>
    /// People sought by their e-mail address or id who were not found.
    let guesses: Buckets<Pass.Key>
    let isBehindProxy: Bool
}
