import HTTPTypes
import Hummingbird

/// How a browser stays signed in: the pass itself in a cookie that no script reads and no other site sends.
enum Session {
    static let cookie = "__Host-cohorte"

    static func begun(_ token: String) -> String { "\(cookie)=\(token); \(attributes); Max-Age=43200" }
    static let ended = "\(cookie)=; \(attributes); Max-Age=0"

    private static let attributes = "Path=/; Secure; HttpOnly; SameSite=Strict"

    /// Whether a form was sent from a page of this server: what the browser says of its site, else of its origin.
    static func isOwn(_ request: Request) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return site == "same-origin"
        }
        guard let origin = request.headers[.origin], let host = request.head.authority else { return false }
        return origin == "https://\(host)" || origin == "http://\(host)"
    }
}

extension Response {
    /// Sends the browser to another page of this server.
    static func seeOther(_ address: String, cookie: String? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: address])
        if let cookie { response.headers[.setCookie] = cookie }
        return response
    }
}
