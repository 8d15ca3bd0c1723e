import HTTPTypes
import Hummingbird
import Training

/// A route behind its guard: who shows no valid pass gets the same answer, whatever is wrong with it.
struct Guarded: HTTPResponder {
    let route: Route
    let rooms: Rooms

    func respond(to request: Request, context: RelayContext) async throws -> Response {
        switch route.answer {
        case .toAnybody(let answer): return try await answer(rooms)
        case .toPass(let answer):
            let caller = try await caller(request, context)
            context.trail.pass = caller.pass.pass
            guard !rooms.journal.isFull else { throw Problem.unavailable }
            return try await answer(
                Asked(
                    request: request, parameters: context.parameters, caller: caller,
                    language: Language(asked: request.headers[.acceptLanguage]), route: route.path, rooms: rooms))
        }
    }

    private func caller(_ request: Request, _ context: RelayContext) async throws -> Caller {
        let peer = peer(request, context)
        if rooms.strangers.isEmpty(peer) { throw Problem.tooMany(after: 1) }
        guard let token = request.headers[.authorization].flatMap(Self.token),
            let caller = try await rooms.gate.caller(showing: token)
        else {
            _ = rooms.strangers.take(peer)
            throw Problem.unauthorized
        }
        if let seconds = rooms.passes.take(caller.pass) { throw Problem.tooMany(after: seconds) }
        return caller
    }

    /// What follows `Bearer`.
    private static func token(_ header: String) -> String? {
        let parts = header.split(separator: " ")
        return parts.count == 2 && parts[0].lowercased() == "bearer" ? String(parts[1]) : nil
    }

    /// Who is at the other end, as the proxy on this machine says when there is one.
    private func peer(_ request: Request, _ context: RelayContext) -> String {
        guard rooms.isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[values: name].last?.split(separator: ",").last
        else { return context.peer }
        return last.filter { $0 != " " }
    }
}
