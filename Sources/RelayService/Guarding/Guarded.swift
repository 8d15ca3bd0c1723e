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
        case .toStranger(let answer):
            try refuseForeign(request)
            let response = try await answer(try await request.whole(upTo: 4096, context.trail), rooms)
            if response.status == .unauthorized, let seconds = rooms.strangers.take(peer(request, context)) {
                throw Problem.tooMany(after: seconds)
            }
            return response
        case .toPass(let answer):
            let token = request.headers[.authorization].flatMap(Self.token)
            return try await answer(
                await asked(request, context, by: try await caller(showing: token, request, context)))
        case .toDesk(let answer):
            try refuseForeign(request)
            let token = request.cookies[Session.cookie]?.value
            let caller: Caller
            do { caller = try await self.caller(showing: token, request, context) } catch let problem as Problem
                where problem.status == .unauthorized
            {
                return .seeOther(LocalAddress.entry(for: request))
            }
            let asked = try await asked(request, context, by: caller)
            // A page takes milliseconds to write, in which the thread of the sockets would serve nobody.
            return try await withTaskExecutorPreference(globalConcurrentExecutor) { try await answer(asked) }
        }
    }

    private func asked(_ request: Request, _ context: RelayContext, by caller: Caller) async throws -> Asked {
        context.trail.pass = caller.pass.pass
        guard !rooms.journal.isFull else { throw Problem.unavailable }
        return Asked(
            request: try await request.whole(upTo: 65_536, context.trail), parameters: context.parameters,
            caller: caller, route: route.path, rooms: rooms)
    }

    /// A change that another site's page asks for is not made: the browser says where it comes from.
    private func refuseForeign(_ request: Request) throws {
        guard route.method != .get else { return }
        guard Session.isOwn(request) else {
            throw Problem(
                .forbidden, "request_is_from_here",
                Sentence("Cette demande vient d’un autre site.", "This request comes from another site."))
        }
    }

    private func caller(showing token: String?, _ request: Request, _ context: RelayContext) async throws -> Caller {
        guard let token else { throw Problem.unauthorized }
        // Only failures are counted: whoever guesses at an address shuts out nobody else there.
        guard let caller = try await rooms.gate.caller(showing: token) else {
            if let seconds = rooms.strangers.take(peer(request, context)) { throw Problem.tooMany(after: seconds) }
            throw Problem.unauthorized
        }
        if let seconds = rooms.passes.take(caller.pass) { throw Problem.tooMany(after: seconds) }
        return caller
    }

    /// What follows `Bearer`.
    private static func token(_ header: String) -> String? {
        guard let space = header.utf8.firstIndex(of: UInt8(ascii: " ")), header[..<space].lowercased() == "bearer"
        else { return nil }
        let token = header.utf8[space...].drop { $0 == UInt8(ascii: " ") }
        return token.isEmpty || token.contains(UInt8(ascii: " ")) ? nil : String(Substring(token))
    }

    /// Who is at the other end, as the proxy on this machine says when there is one.
    private func peer(_ request: Request, _ context: RelayContext) -> String {
        guard rooms.isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[values: name].last?.split(separator: ",").last
        else { return context.peer }
        return last.filter { $0 != " " }
    }
}
