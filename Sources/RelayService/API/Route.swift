import HTTPTypes
import Hummingbird

/// One address and method of the door, and what answers there.
struct Route: Sendable {
    /// What the caller shows: a pass, or nothing.
    enum Answer: Sendable {
        case toPass(@Sendable (Asked) async throws -> Response)
        /// A pass too, in the cookie that signing in gave; without one the page to sign in.
        case toDesk(@Sendable (Asked) async throws -> Response)
        case toAnybody(@Sendable (Rooms) async throws -> Response)
        case toStranger(@Sendable (Request, Rooms) async throws -> Response)
    }

    let method: HTTPRequest.Method
    /// With `{…}` where the address varies.
    let path: String
    let answer: Answer

    /// `GET /v1/me`.
    var name: String { "\(method.rawValue) \(path)" }

    static func get(_ path: String, _ answer: @escaping @Sendable (Asked) async throws -> Response) -> Route {
        Route(method: .get, path: path, answer: .toPass(answer))
    }

    static func post(_ path: String, _ answer: @escaping @Sendable (Asked) async throws -> Response) -> Route {
        Route(method: .post, path: path, answer: .toPass(answer))
    }

    static func patch(_ path: String, _ answer: @escaping @Sendable (Asked) async throws -> Response) -> Route {
        Route(method: .patch, path: path, answer: .toPass(answer))
    }

    static func open(_ path: String, _ answer: @escaping @Sendable (Rooms) async throws -> Response) -> Route {
        Route(method: .get, path: path, answer: .toAnybody(answer))
    }

    static func page(_ path: String, _ answer: @escaping @Sendable (Asked) async throws -> Response) -> Route {
        Route(method: .get, path: path, answer: .toDesk(answer))
    }

    /// Whether people see the answer in a browser.
    var isPage: Bool {
        switch answer {
        case .toDesk, .toStranger: true
        case .toPass, .toAnybody: false
        }
    }

    /// Every route there is, in the order of the API's description.
    static let all: [Route] = health + own + followed + cohort + access + support + desk
}

extension Route {
    /// The methods that an address has, in the order of the alphabet; none when there is no such address.
    static func methods(at path: String) -> [String] {
        let asked = path.split(separator: "/")
        let exact = all.filter { $0.path.split(separator: "/") == asked }
        let found =
            exact.isEmpty
            ? all.filter { route in
                let parts = route.path.split(separator: "/")
                return parts.count == asked.count && zip(parts, asked).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
            } : exact
        let methods = Set(found.map(\.method.rawValue))
        return (methods.contains("GET") ? methods.union(["HEAD"]) : methods).sorted()
    }
}
