import HTTPTypes
import Hummingbird
import Training

/// Why a request was not answered as asked (RFC 9457).
struct Problem: Error {
    let status: HTTPResponse.Status
    /// What programs tell problems apart by.
    let code: String
    let sentence: Sentence
    /// In seconds.
    var retryAfter: Int?
    /// The methods that the address does have.
    var allowed: [String] = []

    init(_ status: HTTPResponse.Status, _ code: String, _ sentence: Sentence, retryAfter: Int? = nil) {
        (self.status, self.code, self.sentence, self.retryAfter) = (status, code, sentence, retryAfter)
    }

    static let notFound = Problem(
        .notFound, "not_found", Sentence("Il n’y a rien à cette adresse.", "There is nothing at this address."))

    static let unauthorized = Problem(
        .unauthorized, "pass_is_valid",
        Sentence("Il faut un jeton d’accès valable.", "A valid pass is needed."))

    static let noSuchPage = Problem(
        .notFound, "page_is_known",
        Sentence(
            "Cette page n’existe pas : « after » vient de « next ».",
            "There is no such page: \"after\" is taken from \"next\"."))

    static func badRequest(_ sentence: Sentence) -> Problem { Problem(.badRequest, "bad_request", sentence) }

    static func methodNotAllowed(_ allowed: [String]) -> Problem {
        var problem = Problem(
            .methodNotAllowed, "method_not_allowed",
            Sentence("Cette adresse ne connaît pas cette méthode.", "This address has no such method."))
        problem.allowed = allowed
        return problem
    }

    static func tooMany(after seconds: Double) -> Problem {
        Problem(
            .tooManyRequests, "too_many_requests",
            Sentence("Trop de demandes : attendez un peu.", "Too many requests: wait a little."),
            retryAfter: max(1, Int(seconds.rounded(.up))))
    }

    static func tooLarge(_ most: Int) -> Problem {
        Problem(
            .contentTooLarge, "request_is_short",
            Sentence("La demande dépasse \(most) octets.", "The request has more than \(most) bytes."))
    }

    static let headTooLarge = Problem(
        .requestHeaderFieldsTooLarge, "head_is_short",
        Sentence("L’en-tête de la demande est trop grand.", "The head of the request is too large."))

    static let malformed = badRequest(Sentence("La demande est mal formée.", "The request is malformed."))

    static let tooSlow = Problem(
        .requestTimeout, "request_comes_in_time",
        Sentence(
            "La demande n’est pas arrivée entière en dix secondes.",
            "The request did not come whole within ten seconds."))

    static let unavailable = Problem(
        .serviceUnavailable, "try_again",
        Sentence("La base ne répond pas : réessayez dans un instant.", "The database does not answer: try again soon."),
        retryAfter: 2)

    /// The problem that an error is; what it is about goes to the log, never to the caller.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let refusal as Refusal: self = Problem(refusal)
        case let trouble as Trouble:
            Log.shared.problem("database", trouble.message)
            self = trouble.kind == .broken || trouble.kind == .forbidden ? .failed : .unavailable
        case let error as HTTPError: self = Problem(error)
        case is CancellationError: self = .unavailable
        default:
            Log.shared.problem("error", String(describing: type(of: error)))
            self = .failed
        }
    }

    private static let failed = Problem(
        .internalServerError, "failed", Sentence("Le service a échoué.", "The service failed."))

    private init(_ refusal: Refusal) {
        let status: HTTPResponse.Status =
            switch refusal.rule {
            case "name_is_known", "access_is_to_a_person", "access_is_asked_of_an_office": .notFound
            case "request_key_is_once", "support_is_logged_once": .conflict
            default: .unprocessableContent
            }
        self.init(status, refusal.rule, refusal.told)
    }

    private init(_ error: HTTPError) {
        switch error.status {
        case .notFound: self = .notFound
        case .contentTooLarge:
            self.init(
                .contentTooLarge, "content_too_large",
                Sentence("La demande dépasse 64 ko.", "The request is larger than 64 kB."))
        default:
            self.init(error.status, Self.malformed.code, Self.malformed.sentence)
        }
    }

    static let kind = "application/problem+json; charset=utf-8"

    /// As the caller's program reads it.
    func json(_ language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.object { object in
            object.field("type", "urn:cohorte:problem:\(code)")
            object.field("title", sentence.text(language))
            object.field("status", status.code)
            object.field("code", code)
        }
        return json.bytes
    }

    /// The answer that says it.
    func response(_ language: Language) -> Response {
        var response = Response.json(json(language), status: status)
        response.headers[.contentType] = Self.kind
        response.headers[.contentLanguage] = language == .french ? "fr" : "en"
        if status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer realm=\"cohorte\"" }
        if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        if !allowed.isEmpty { response.headers[.allow] = allowed.joined(separator: ", ") }
        return response
    }
}

extension Refusal {
    /// As an adviser is told, who has no command line.
    var told: Sentence {
        rule == "support_is_logged_once"
            ? Sentence(
                "Un accompagnement de ce jour, de ce thème et de ce mode est déjà noté autrement : c’est lui qu’il faut corriger.",
                "Support of that day, theme and mode is logged otherwise already: correct that one.")
            : sentence
    }
}
