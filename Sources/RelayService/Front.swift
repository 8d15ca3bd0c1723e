import Documents
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Training

/// Where every request enters and every answer leaves: finds the route, asks for the pass, counts and logs.
struct Front: HTTPResponder {
    private let rooms: Rooms
    private let routes: RouterResponder<RelayContext>

    init(_ rooms: Rooms) {
        self.rooms = rooms
        let router = Router(context: RelayContext.self, options: .autoGenerateHeadEndpoints)
        for route in Route.all {
            router.on(RouterPath(route.path), method: route.method, responder: Guarded(route: route, rooms: rooms))
        }
        routes = router.buildResponder()
    }

    func respond(to request: Request, context: RelayContext) async throws -> Response {
        let start = ContinuousClock.now
        let number = rooms.metrics.begin()
        var response: Response
        do {
            response = try await routes.respond(to: request, context: context)
            // The library's own refusals say nothing.
            if response.status.code >= 400, response.body.contentLength == 0 { throw HTTPError(response.status) }
        } catch {
            response = answer(to: problem(error, request), request, Language(asked: request.headers[.acceptLanguage]))
        }
        let route = context.endpointPath.map { $0 == "NotFound" ? "other" : $0 } ?? "other"
        protect(&response)
        if request.hasBody, !context.trail.isBodyRead { response.endConnection(context.channel) }
        let duration = (ContinuousClock.now - start) / .seconds(1)
        rooms.metrics.end(route, response.status.code, seconds: duration)
        Log.shared.request(
            number, request.method.rawValue, route, response.status.code, context.trail.pass,
            microseconds: Int(duration * 1_000_000))
        return response
    }

    /// A problem as who asks can read it: a page in a browser, else for a program.
    private func answer(to problem: Problem, _ request: Request, _ language: Language) -> Response {
        let isForPeople = !request.uri.path.hasPrefix("/v1/") && request.headers[.accept]?.contains("text/html") == true
        guard isForPeople else { return problem.response(language) }
        let back =
            LocalAddress(before: request)?.text ?? (request.uri.path == "/participants" ? "/entree" : "/participants")
        var response = Response.page(.message(problem.sentence, nil, back: back, language), status: problem.status)
        if let retryAfter = problem.retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        return response
    }

    private func problem(_ error: any Error, _ request: Request) -> Problem {
        let problem = Problem(error)
        guard problem.status == .notFound else { return problem }
        let methods = Route.methods(at: request.uri.path)
        return methods.isEmpty || methods.contains(request.method.rawValue) ? problem : .methodNotAllowed(methods)
    }

    /// What is said with every answer: nobody keeps it, guesses what it is, or frames it.
    private func protect(_ response: inout Response) {
        response.headers[.cacheControl] = "no-store"
        response.headers[.xContentTypeOptions] = "nosniff"
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        }
    }
}
